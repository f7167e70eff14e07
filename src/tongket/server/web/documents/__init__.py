"""Văn bản: the papers of the year, made on the server and downloaded."""
