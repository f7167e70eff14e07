"""Kiểm tra hồ sơ: the desk of those who check, org unit by org unit (users-and-screens §4.4)."""
