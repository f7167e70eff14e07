"""Opening a year for work, from an Excel year book."""
