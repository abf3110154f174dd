"""The Boards room: what a whole project says, in tables and pictures that lead back into the text."""
