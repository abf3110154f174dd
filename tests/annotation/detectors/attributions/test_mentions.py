"""The entities of an article by where they stand."""

from annotation.detectors._attributions.mentions import Mentions
from annotation.records import Entity, Span, Suggestion


def mention(start: int, end: int, kind: str, name: str) -> Suggestion:
    entity = Entity(id=name.lower(), name=name, type=kind)
    return Suggestion(
        key=name, layer="entity", spans={"mention": (Span(start, end),)}, features={"type": kind},
        named={"entity": entity},
    )  # fmt: skip


FOUND = Mentions(
    [mention(20, 24, "PER", "Luc"), mention(10, 14, "ORG", "OTAN"), mention(40, 44, "PER", "Ana")]
)


def test_only_what_lies_inside_is_found() -> None:
    assert [name.start for name in FOUND.within((10, 30))] == [10, 20]
    assert FOUND.within((21, 30)) == []


def test_a_person_speaks_before_an_institution() -> None:
    speaker = FOUND.speaker((0, 30))
    assert speaker is not None
    assert speaker.name == "Luc"
    assert FOUND.speaker((0, 5)) is None


def test_mentions_before_a_point_come_nearest_first() -> None:
    assert [name.start for name in FOUND.before(40, 25)] == [20]
    assert [name.start for name in FOUND.before(41, 100)] == [40, 20, 10]
