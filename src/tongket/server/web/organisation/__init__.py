"""Đơn vị, nhân sự: the tree of org units as of a day, their history, and changes dated from a day on."""
