"""Copies of articles: their groups, two of them side by side, and what is done with them."""
