"""What becomes of answers that have no majority, where a strategy decides.

A tie about one field is no reason to keep the words and the label back on which people agree: the record is
made, the field stays open, and so does the conflict, until a person has looked at it.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from annotation.adjudication.cluster import Row
from annotation.adjudication.draft import Draft, Pick
from annotation.codebook import Layer
from annotation.fields import Field
from annotation.records import Json


class Ties(StrEnum):
    """What is done with what is tied."""

    FIELD = "field"
    """A tied field stays open, the rest of the record is decided."""
    LEAVE = "leave"
    """The whole record stays open."""
    TAKE = "take"
    """Something is taken: a record that half of them have, the answer of who gave most of what is decided."""


def settle(draft: Draft, ties: Ties) -> Draft:
    """The draft with what is tied in it settled so; where that leaves it undecided, the draft as it is."""
    if draft.rejected or draft.complete or ties is Ties.LEAVE:
        return draft
    if ties is Ties.TAKE:
        return _taken(_present(draft))
    return _opened(draft) if draft.picks else draft


def _present(draft: Draft) -> Draft:
    """That there is a record, where just half of those compared have one."""
    if draft.picks or 2 * len(draft.cluster.records) != len(draft.cluster.annotators):
        return draft
    least = 0.5 - 1e-6
    return draft.vote(dict.fromkeys(draft.cluster.annotators, 1.0), presence=least)


def _opened(draft: Draft) -> Draft:
    """The draft without an answer for tied fields; as it is where words, label or a required field are."""
    found = draft
    while undecided := found.undecided:
        _spans, features = found.result()
        if not all(_may_wait(row, draft.layer, features) for row in undecided):
            return draft
        found = replace(found, picks={**found.picks, **{row.key: Pick() for row in undecided}})
    return found


def _taken(draft: Draft) -> Draft:
    """The draft with the likeliest of the most frequent answers of each row that is tied."""
    while draft.picks and (undecided := draft.undecided):
        row = undecided[0]
        draft = replace(draft, picks={**draft.picks, row.key: Pick(option=_likeliest(row, draft))})
    return draft


def _likeliest(row: Row, draft: Draft) -> int:
    """The most frequent answer; of several, that of the person who gave most of what is decided already."""

    def worth(place: int) -> tuple[int, int, int]:
        people = row.options[place].annotators
        return len(people), max(_decided_by(who, draft) for who in people), -place

    return max(range(len(row.options)), key=worth)


def _decided_by(who: str, draft: Draft) -> int:
    """How many of the answers that are decided are this annotator's."""
    rows = ((row, draft.picks.get(row.key)) for row in draft.cluster.rows)
    return sum(
        1 for row, pick in rows if pick and pick.option is not None and pick.option == row.option_of(who)
    )


def _may_wait(row: Row, layer: Layer, features: Mapping[str, Json]) -> bool:
    """Whether a record can do without the answer of a row: a field that neither labels it nor is required."""
    part = row.part
    return isinstance(part, Field) and part.id not in layer.chip and not part.is_required(features)
