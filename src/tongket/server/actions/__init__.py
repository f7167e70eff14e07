"""What people do: one function for each verb, the only code that writes records.

Each checks the right, then the state, changes, and appends its event to the audit log, all in one transaction.
`NotPermitted` means you may not (403), `WrongState` means not now (409).
"""
