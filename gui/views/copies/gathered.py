"""What the Copies board knows of a group: its texts, and how much of each stands in the first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from annotation.duplicates import containment, words_of
from annotation.project import ProjectReader
from annotation.project.duplicates import CopyArticle, CopyGroup
from annotation.project.mentions import texts_of
from gui.dialogs.text_correction import stretches_of
from gui.door import SessionDoor
from gui.tasks import Progress
from gui.widgets.side_by_side import Stretch

MOST = 300
"""Articles of a group whose texts are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a group as it is listed."""

    article: CopyArticle
    stands: bool
    """Whether it stands for the group."""
    alike: float | None = None
    """How much of the shorter of it and the first one stands in the other; None while that is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two texts, and how they go together."""

    one: CopyArticle
    other: CopyArticle
    texts: tuple[str, str]
    stretches: tuple[Stretch, ...]


def members_of(group: CopyGroup, alike: Mapping[str, float]) -> list[Member]:
    """The articles of a group, the representative first."""
    first = group.representative.id
    return [Member(article=one, stands=one.id == first, alike=alike.get(one.id)) for one in group.articles]


def measure_group(door: SessionDoor, group: CopyGroup, progress: Progress) -> dict[str, float]:
    """{id: how much of the shorter of it and the representative stands in the other}."""
    ids = [one.id for one in group.articles[:MOST]]
    texts = door.ask(_texts(ids))
    first = words_of(texts.get(ids[0], ""))
    found: dict[str, float] = {}
    for id_ in ids[1:]:
        progress.check()
        found[id_] = containment(first, words_of(texts.get(id_, "")))
    return found


def compare_two(door: SessionDoor, one: CopyArticle, other: CopyArticle) -> Compared:
    """Two articles laid beside each other."""
    texts = door.ask(_texts([one.id, other.id]))
    first, second = texts.get(one.id, ""), texts.get(other.id, "")
    return Compared(one=one, other=other, texts=(first, second), stretches=stretches_of(first, second))


def _texts(ids: Sequence[str]) -> Callable[[ProjectReader], dict[str, str]]:
    return partial(texts_of, articles=ids)
