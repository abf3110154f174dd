"""Sets of labelled data that leave the project: chosen, divided, anonymous, described, made again alike."""

from annotation.operations.sets.command import command_words
from annotation.operations.sets.outcome import SetReport
from annotation.operations.sets.pseudonyms import Pseudonyms
from annotation.operations.sets.wish import About, SetWish
from annotation.operations.sets.writing import export_set

__all__ = ["About", "Pseudonyms", "SetReport", "SetWish", "command_words", "export_set"]
