"""The rules of entities: what a model finds, corrected by lists of names."""
