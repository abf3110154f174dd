"""What Selon wrote comes back as it was; what others wrote stays as it is."""

from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.own import read_own
from annotation.records import Json, Span, Status

OWN = "webanno.custom.SelonEntity"


def marked(*marks: Mark, links: tuple[Link, ...] = ()) -> MarkedText:
    text = "Ana and Bo say so."
    return MarkedText(article=new_article(text, ("x",)), text=text, marks=marks, links=links)


def mark(key: str, start: int, group: str = "", label: str = "PER", **features: Json) -> Mark:
    return Mark(key=key, label=label, spans=(Span(start, start + 2),), group=group, features=features)


def test_pieces_become_one_mark_in_the_order_in_which_they_continue() -> None:
    marks = (mark("a", 0), mark("b", 4), mark("c", 8))
    links = (Link(label="continues", source="b", target="c"), Link(label="continues", source="a", target="b"))
    found = read_own(marked(*marks, links=links))
    (one,) = found.marks
    assert (one.key, set(one.spans)) == ("a", {Span(0, 2), Span(4, 6), Span(8, 10)})
    assert found.links == ()


def test_marks_with_other_labels_are_not_pieces() -> None:
    links = (Link(label="continues", source="a", target="b"),)
    found = read_own(marked(mark("a", 0), mark("b", 4, label="ORG"), links=links))
    assert len(found.marks) == 2
    assert found.links == links


def test_pieces_that_go_round_in_a_circle_are_no_reason_to_hang() -> None:
    links = (Link(label="continues", source="a", target="b"), Link(label="continues", source="b", target="a"))
    assert read_own(marked(mark("a", 0), mark("b", 4), links=links)).links == ()


def test_a_type_of_ours_gives_status_note_and_names_their_places() -> None:
    told = mark(
        "a", 0, OWN, id="r1", status="rejected", note="why", origin="m/1", confidence="0.5", entity="Ana"
    )
    found = read_own(marked(told))
    (one,) = found.marks
    assert (one.status, one.note, one.origin, one.confidence) == (Status.REJECTED, "why", "m/1", 0.5)
    (ana,) = found.entities
    assert one.features == {"entity": ana.id}
    assert (ana.name, ana.type) == ("Ana", "PER")


def test_other_types_keep_their_features_and_odd_values_do_no_harm() -> None:
    (other,) = read_own(marked(mark("a", 0, "de.x.Named", status="rejected"))).marks
    assert (other.status, other.features) == (Status.ACCEPTED, {"status": "rejected"})
    (odd,) = read_own(marked(mark("a", 0, OWN, status="?", confidence="?"))).marks
    assert (odd.status, odd.confidence) == (Status.ACCEPTED, None)
