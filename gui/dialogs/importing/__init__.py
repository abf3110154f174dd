"""Importing: what is in the files, looked at and set right before anything is stored."""
