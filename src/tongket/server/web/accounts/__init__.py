"""“Quản trị” and “Ủy quyền”: who has which role, who is invited, who acts for whom."""
