"""The Registry board: canonical names, which of them may be one, and words that name nobody yet."""
