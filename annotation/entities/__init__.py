"""Canonical names: folding spellings, finding what a mention stands for, guessing and ranking names."""

from annotation.entities.guessing import carriers, enclosing, guess_features, likely_reference, sentence_start
from annotation.entities.index import EntityIndex
from annotation.entities.likeness import MergeSuggestion, pair_of, suggest_merges
from annotation.entities.naming import Name, Names, names_in, words_of
from annotation.entities.occurrences import find_occurrences, flat_text
from annotation.entities.ranking import Candidate, is_meant, rank
from annotation.records import fold_name

__all__ = [
    "Candidate",
    "EntityIndex",
    "MergeSuggestion",
    "Name",
    "Names",
    "carriers",
    "enclosing",
    "find_occurrences",
    "flat_text",
    "fold_name",
    "guess_features",
    "is_meant",
    "likely_reference",
    "names_in",
    "pair_of",
    "rank",
    "sentence_start",
    "suggest_merges",
    "words_of",
]
