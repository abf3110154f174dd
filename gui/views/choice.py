"""Records chosen together: what a choice becomes when some of them become others."""

from collections.abc import Iterable

from annotation.operations import own_id
from annotation.records import Annotation, Difference, VisibleRecords

Choice = tuple[str, ...]
"""Ids of visible records in reading order."""


def in_order(ids: Iterable[str], records: VisibleRecords) -> Choice:
    """Those of the ids that name visible records, once each, in reading order."""
    found = {id_ for id_ in ids if records.get(id_)}
    return tuple(sorted(found, key=records.place))


def heirs(choice: Choice, difference: Difference, records: VisibleRecords, me: str) -> dict[str, str]:
    """{id: what it is now} for the records of a choice that are visible, or became others that are.

    A suggestion becomes the own record that was made of it, and that one a suggestion again when undone.
    """
    if all(records.get(id_) for id_ in choice):
        return {id_: id_ for id_ in choice}
    born = {parent: one.id for one in difference.here for parent in _parents(one, me)}
    found = {id_: id_ if records.get(id_) else born.get(id_, "") for id_ in choice}
    return {id_: heir for id_, heir in found.items() if heir}


def between(first: Annotation, last: Annotation, records: VisibleRecords) -> list[str]:
    """The ids of the records from one to another in reading order, those of their layers alone."""
    ends = sorted((records.place(first.id), records.place(last.id)))
    layers = {first.layer, last.layer}
    inside = (records[place] for place in range(ends[0], ends[1] + 1))
    return [record.id for record in inside if record.layer in layers]


def _parents(record: Annotation, me: str) -> list[str]:
    return [parent for parent in (record.basis, own_id(record, me)) if parent]
