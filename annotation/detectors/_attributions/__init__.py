"""The rules of attributions: who is credited with what, by which words."""
