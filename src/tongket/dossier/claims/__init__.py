"""What the words of a report claim about figures: read from Vietnamese prose, and held against the tables."""
