import pytest

from annotation.importers import Imported
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.records import merge, named_annotator, to_records
from annotation.records import GOLD, MACHINE, Annotator, Span, Status

LABELS = load_labels("brat")
TEXT = "Anne dit oui à Marc."


def made(*marks: Mark, links: tuple[Link, ...] = (), left: Leftovers | None = None) -> Imported:
    article = new_article(TEXT, ("test",))
    marked = MarkedText(article=article, text=TEXT, marks=marks, links=links)
    return to_records(marked, LABELS, left or Leftovers("file"), "brat")


def mark(key: str, label: str, *spans: tuple[int, int], **more: object) -> Mark:
    return Mark(key=key, label=label, spans=tuple(Span(*span) for span in spans), **more)  # type: ignore[arg-type]


def test_an_unnamed_annotator_is_called_like_the_format() -> None:
    found = made(mark("1", "PER", (0, 4)))
    assert [person.name for person in found.annotators] == ["brat"]
    assert found.annotations[0].annotator == found.annotators[0].id


def test_the_program_s_own_names_are_its_own_annotators() -> None:
    assert named_annotator("gold") is GOLD
    assert named_annotator("machine") is MACHINE
    assert named_annotator("Anne") == Annotator(id=named_annotator("Anne").id, name="Anne")


def test_a_label_that_became_another_word_is_kept() -> None:
    features = [
        record.features for record in made(mark("1", "PERSON", (0, 4)), mark("2", "PER", (0, 4))).annotations
    ]
    assert features == [{"type": "PER", "raw_label": "PERSON"}, {"type": "PER"}]


def test_an_unknown_label_is_kept_with_its_layer() -> None:
    (record,) = made(mark("1", "zebra", (0, 4), group="my.Layer")).annotations
    assert record.features == {"type": "MISC", "raw_label": "zebra", "raw_layer": "my.Layer"}


def test_a_label_of_marks_alone_is_kept() -> None:
    (record,) = made(mark("1", "_", (0, 4))).annotations
    assert record.features["raw_label"] == "_"


def test_a_mark_without_words_keeps_its_position() -> None:
    (record,) = made(mark("1", "PER", (4, 4))).annotations
    assert record.spans == {}
    assert record.features["position"] == 4


def test_relations_that_no_field_holds_stay_with_the_record_that_they_start_from() -> None:
    links = (Link(label="knows", source="1", target="2", features={"since": "2020"}),)
    one, two = made(mark("1", "PER", (0, 4)), mark("2", "PER", (15, 19)), links=links).annotations
    assert one.features["relations"] == [{"label": "knows", "to": two.id, "since": "2020"}]


def test_relations_that_are_fields_fill_them() -> None:
    links = (Link(label="holder", source="t", target="1"), Link(label="target", source="t", target="2"))
    stance, *_rest = made(
        mark("t", "stance", (5, 12)), mark("1", "PER", (0, 4)), mark("2", "PER", (15, 19)), links=links
    ).annotations
    ids = [record.id for record in _rest]
    assert stance.features == {"holder": {"annotation": ids[0]}, "target": {"annotation": ids[1]}}


def test_relations_to_words_of_an_attribution_point_at_the_attribution() -> None:
    links = (
        Link(label="Source", source="c", target="s"),
        Link(label="spoken_to", source="1", target="s"),
    )
    source, person = made(
        mark("c", "Content", (9, 12)), mark("s", "Source", (0, 4)), mark("1", "PER", (15, 19)), links=links
    ).annotations
    assert source.spans == {"content": (Span(9, 12),), "source": (Span(0, 4),)}
    assert person.features["relations"] == [{"label": "spoken_to", "to": source.id}]


def test_notes_and_attributes_of_the_words_come_to_the_attribution() -> None:
    links = (Link(label="Cue", source="e", target="q"),)
    (record,) = made(
        mark("e", "Attribution", (5, 8), features={"Negation": True}, note="tout"),
        mark("q", "Cue", (5, 8), features={"tense": "present"}, note="mot"),
        links=links,
    ).annotations
    assert record.spans == {"cue": (Span(5, 8),)}
    assert record.features == {"raw_label": "Attribution", "negated": True, "tense": "present"}
    assert record.note == "tout\nmot"


def test_what_cannot_be_linked_and_what_is_structure_is_reported() -> None:
    left = Leftovers("file")
    made(
        mark("1", "NN", (0, 4), group="x.Token"), links=(Link(label="a", source="1", target="9"),), left=left
    )
    assert [one.reason for one in left] == [
        "One relation names a mark that is not there, and was left out.",
        "1 × NN: the structure of the text, which labels nothing.",
    ]


def test_status_and_confidence_of_a_suggestion_are_kept() -> None:
    (record,) = made(
        mark("1", "PER", (0, 4), annotator="machine", status=Status.SUGGESTED, confidence=0.5, origin="m/1")
    ).annotations
    assert (record.annotator, record.status, record.confidence, record.origin) == (
        "machine",
        "suggested",
        0.5,
        "m/1",
    )


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([(3, 5), (0, 2)], [(0, 2), (3, 5)]),
        ([(0, 4), (2, 6)], [(0, 6)]),
        ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
        ([(1, 1), (0, 3), (0, 3)], [(0, 3)]),
    ],
)
def test_spans_of_a_role_are_in_order_and_apart(
    spans: list[tuple[int, int]], merged: list[tuple[int, int]]
) -> None:
    assert merge(Span(*one) for one in spans) == tuple(Span(*one) for one in merged)
