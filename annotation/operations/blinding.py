"""Switching double-blind work on and off, and the letters that stand for names meanwhile.

It keeps people from seeing by habit what would sway them; it is no lock. A project file holds everybody's
work, so whoever must not be able to look is given a package.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from annotation.i18n import Message, _
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.records import Annotator, AnnotatorKind, Setting, digest
from annotation.records.blinding import DOUBLE_BLIND, Blinding

LETTERS = "ABCDFHIJKLSTUVWYZ"
"""Letters that stand for names; in Review they take records, so keys of other actions are not among them."""
_BLOCK = 3
"""How many annotators share out their letters among them: the order of joining tells nobody who is who."""


def blinding_in(reader: ProjectReader) -> Blinding | None:
    """Who reviews, where the project's work is double-blind; None where it is not."""
    return Blinding.from_json(reader.setting(DOUBLE_BLIND))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBlinding:
    """Make work double-blind, with these reviewers, or lift that."""

    blinding: Blinding | None
    actor: str = ""

    @property
    def title(self) -> Message:
        """On or off."""
        return Message("Switch double-blind on") if self.blinding else Message("Lift double-blind")

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError where nobody, or nobody of the project, would review."""
        wanted = self.blinding
        if wanted is not None:
            people = writer.annotators()
            known = [id_ for id_ in wanted.reviewers if id_ in people]
            if not known or any(people[id_].kind is not AnnotatorKind.PERSON for id_ in known):
                raise OperationError(
                    "Double-blind work needs somebody who reviews: name at least one person of the project."
                )
            wanted = Blinding(reviewers=tuple(dict.fromkeys(known)))
        writer.put(Setting(id=DOUBLE_BLIND, value=wanted.to_json() if wanted else None))


def names_in(reader: ProjectReader) -> dict[str, str]:
    """{annotator id: name} as a reviewer may know them now: letters while work is double-blind."""
    return shown_names(reader.annotators(), blind=blinding_in(reader) is not None)


def shown_names(everyone: Mapping[str, Annotator], *, blind: bool) -> dict[str, str]:
    """{annotator id: name, or what stands for it}; those who are no people keep theirs."""
    names = {person.id: person.name for person in everyone.values()}
    if blind:
        names |= {id_: hidden_name(place) for id_, place in hidden_places(everyone).items()}
    return names


def hidden_places(everyone: Mapping[str, Annotator]) -> dict[str, int]:
    """{id of a person: the place of their letter}; who joins later changes nobody's."""
    people = [one.id for one in everyone.values() if one.kind is AnnotatorKind.PERSON]
    places: dict[str, int] = {}
    for number, id_ in enumerate(people):
        block = number // _BLOCK * _BLOCK
        wish = int(digest(id_)[:8], 16) % _BLOCK
        free = (block + (wish + step) % _BLOCK for step in range(_BLOCK))
        places[id_] = next(place for place in free if place not in places.values())
    return places


def hidden_name(place: int) -> str:
    """What stands for a name: “Annotator A”."""
    return _("Annotator {letter}", letter=letter_of(place) or str(place + 1))


def letter_of(place: int) -> str:
    """The letter of a place; "" where letters have run out."""
    return LETTERS[place] if place < len(LETTERS) else ""
