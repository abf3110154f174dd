"""Stances for tests, written as "who mark whom": "a + b", "c − d"."""

from annotation.operations.boards.counts import MARKS
from annotation.project.boards.parties import CONCEPT, Party
from annotation.project.boards.stances import Stance

_POLARITIES = {mark: polarity for polarity, mark in MARKS.items()} | {"-": "against", "?": ""}


def stances(*said: str, topic: str = "") -> list[Stance]:
    """The stances; a name in capitals is a concept, a dot is nobody."""
    return [_stance(str(place), one, topic) for place, one in enumerate(said)]


def _stance(id_: str, said: str, topic: str) -> Stance:
    holder, mark, target = said.split()
    return Stance(id_, f"a{id_}", _party(holder), _party(target), _POLARITIES[mark], topic, "")


def _party(name: str) -> Party | None:
    if name == ".":
        return None
    return Party(key=name, name=name, type=CONCEPT if name.isupper() else "PER")
