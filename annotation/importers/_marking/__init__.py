"""What all annotated formats have in common: marks in a text, their labels, and what becomes of them."""
