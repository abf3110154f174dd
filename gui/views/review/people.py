"""Those whose work is compared: the letter that takes their record, and the hue of their lane."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotation.records import Annotator

HUES = ("#0072B2", "#C04A00", "#007A5E", "#A8417D", "#7A5B00", "#5B4BA3", "#006B7D", "#A32638")
"""Hues of the lanes, after Okabe and Ito, by the order of annotators; they begin anew when they run out."""
LETTERS = "ABCDFHIJKLNQSTUVWYZ"
"""Letters that take a record: those that no other action of the room has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One annotator whose work is compared."""

    id: str
    name: str
    letter: str
    """The key that takes their record; "" where letters have run out."""
    initials: str
    """What their marks say in the text: as few letters of the name as tell them from the others."""
    hue: str


def people_of(ids: Iterable[str], everyone: Mapping[str, Annotator]) -> tuple[Person, ...]:
    """Those with these ids, in their order, told apart."""
    found = [everyone[id_] for id_ in ids if id_ in everyone]
    shown = _initials([person.name for person in found])
    return tuple(
        Person(
            id=person.id,
            name=person.name,
            letter=LETTERS[place] if place < len(LETTERS) else "",
            initials=shown[place],
            hue=HUES[place % len(HUES)],
        )
        for place, person in enumerate(found)
    )


def _initials(names: list[str]) -> list[str]:
    """The first letter of each name, more where two begin alike, then a number where that does not help."""
    for size in (1, 2, 3):
        found = [name.strip()[:size].capitalize() for name in names]
        if len(set(found)) == len(found):
            return found
    return [f"{name.strip()[:1].upper()}{place}" for place, name in enumerate(names, 1)]
