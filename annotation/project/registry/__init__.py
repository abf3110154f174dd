"""The registry as its board asks for it: names with counts, where each is mentioned, words that name nobody.

It is worked out of the project file and kept in memory beside it, one look-up for each open project.
"""

from annotation.project.registry.context import (
    Mention,
    MentionContext,
    article_of,
    find_contexts,
    find_mentions,
    records_at,
)
from annotation.project.registry.index import IGNORED, RegistryIndex, is_person_made
from annotation.project.registry.listing import (
    RegistryQuery,
    RegistryRow,
    RegistrySort,
    Show,
    UnlinkedRow,
    find_alike,
    find_groups,
    find_names,
    read_groups,
    read_names,
)
from annotation.project.registry.spots import Spot, spots_of
from annotation.project.registry.upkeep import known_registry, read_registry, registry_of

__all__ = [
    "IGNORED",
    "Mention",
    "MentionContext",
    "RegistryIndex",
    "RegistryQuery",
    "RegistryRow",
    "RegistrySort",
    "Show",
    "Spot",
    "UnlinkedRow",
    "article_of",
    "find_alike",
    "find_contexts",
    "find_groups",
    "find_mentions",
    "find_names",
    "is_person_made",
    "known_registry",
    "read_groups",
    "read_names",
    "read_registry",
    "records_at",
    "registry_of",
    "spots_of",
]
