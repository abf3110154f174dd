"""The rules of stances: who is for or against whom or what, by which words."""
