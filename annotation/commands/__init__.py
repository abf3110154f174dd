"""The commands of the command line, one family a file; `annotation/cli.py` is their door."""
