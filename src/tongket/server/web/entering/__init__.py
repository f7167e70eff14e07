"""The door: how people enter, leave, prove themselves twice, and get a password back. Accounts come by invitation."""
