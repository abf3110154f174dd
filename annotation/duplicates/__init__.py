"""Articles that say the same in the same words: found, grouped, and laid beside each other word by word."""

from annotation.duplicates.alignment import Alignment, Piece, align, differences
from annotation.duplicates.containment import THRESHOLD, containment
from annotation.duplicates.grouping import Fact, Group, Statements, group_articles, representative_of
from annotation.duplicates.words import words_of

__all__ = [
    "THRESHOLD",
    "Alignment",
    "Fact",
    "Group",
    "Piece",
    "Statements",
    "align",
    "containment",
    "differences",
    "group_articles",
    "representative_of",
    "words_of",
]
