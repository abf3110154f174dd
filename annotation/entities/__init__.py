"""Canonical names: folding spellings, finding what a mention stands for, guessing and ranking names."""

from annotation.entities.guessing import carriers, enclosing, guess_features, likely_reference, sentence_start
from annotation.entities.index import EntityIndex
from annotation.entities.naming import Name, Names, names_in, words_of
from annotation.entities.occurrences import find_occurrences, flat_text
from annotation.entities.ranking import Candidate, rank
from annotation.records import fold_name

__all__ = [
    "Candidate",
    "EntityIndex",
    "Name",
    "Names",
    "carriers",
    "enclosing",
    "find_occurrences",
    "flat_text",
    "fold_name",
    "guess_features",
    "likely_reference",
    "names_in",
    "rank",
    "sentence_start",
    "words_of",
]
