"""Canonical names: folding spellings, finding the entity that a mention stands for, ranking for type-ahead."""

from annotation.entities.folding import fold_name
from annotation.entities.index import EntityIndex
from annotation.entities.ranking import Candidate, rank

__all__ = ["Candidate", "EntityIndex", "fold_name", "rank"]
