"""Those whose work is compared: the letter that takes their record, the hue of their lane, and their names.

Names can be hidden: then everybody is known by a letter that is theirs in the whole project and says nothing
of who they are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotation.operations.blinding import hidden_name, hidden_places, letter_of
from annotation.records import Annotator

HUES = ("#0072B2", "#C04A00", "#007A5E", "#A8417D", "#7A5B00", "#5B4BA3", "#006B7D", "#A32638")
"""Hues of the lanes, after Okabe and Ito, by the order of annotators; they begin anew when they run out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One annotator whose work is compared."""

    id: str
    name: str
    """Their name, or what stands for it where names are hidden."""
    letter: str
    """The key that takes their record; "" where letters have run out."""
    initials: str
    """What their marks say in the text: as few letters of the name as tell them from the others."""
    hue: str


def people_of(
    ids: Iterable[str], everyone: Mapping[str, Annotator], *, blind: bool = False
) -> tuple[Person, ...]:
    """Those with these ids, told apart: in their order, or, with names hidden, in that of their letters."""
    found = [everyone[id_] for id_ in ids if id_ in everyone]
    if blind:
        places = hidden_places(everyone)
        found.sort(key=lambda person: places.get(person.id, len(places)))
        return tuple(_hidden(person, places.get(person.id, len(places))) for person in found)
    shown = _initials([person.name for person in found])
    return tuple(
        Person(
            id=person.id,
            name=person.name,
            letter=letter_of(place),
            initials=shown[place],
            hue=HUES[place % len(HUES)],
        )
        for place, person in enumerate(found)
    )


def _hidden(person: Annotator, place: int) -> Person:
    letter = letter_of(place)
    return Person(
        id=person.id,
        name=hidden_name(place),
        letter=letter,
        initials=letter or str(place + 1),
        hue=HUES[place % len(HUES)],
    )


def _initials(names: list[str]) -> list[str]:
    """The first letter of each name, more where two begin alike, then a number where that does not help."""
    for size in (1, 2, 3):
        found = [name.strip()[:size].capitalize() for name in names]
        if len(set(found)) == len(found):
            return found
    return [f"{name.strip()[:1].upper()}{place}" for place, name in enumerate(names, 1)]
