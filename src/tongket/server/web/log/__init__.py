"""Nhật ký: what was done, in sentences; and a dossier taken out for an audit."""
