"""The desk of each person: what waits for them, how far the year has come."""
