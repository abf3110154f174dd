"""What tables and JSON of articles have in common: which column is what, and rows as articles."""
