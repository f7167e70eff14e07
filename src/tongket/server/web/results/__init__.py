"""Tổng hợp số liệu: the consolidated table, where each of its figures comes from, its pictures, the cut-off."""
