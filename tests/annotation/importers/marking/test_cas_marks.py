from typing import Any

from annotation.importers._marking.cas import Cas, Structure, View
from annotation.importers._marking.cas_marks import CasMarks, marked_views
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark

LABELS = load_labels("xmi")
VIEW = View("s", "_InitialView", "Anne 😀 Brest")


def structure(
    id_: str, type_: str, where: tuple[int, int] | None = None, refs: Any = None, **values: Any
) -> Structure:
    begin, end = where or (None, None)
    return Structure(id_, type_, values, refs or {}, "s" if where else "", begin, end)


def read(*structures: Structure) -> tuple[list[Mark], list[Link], list[str]]:
    left = Leftovers("file")
    cas = Cas({one.id: one for one in structures}, [VIEW])
    marks, links = CasMarks(cas, VIEW, LABELS, left).read()
    return list(marks), list(links), [one.reason for one in left]


NAME = structure("1", "x.Name", (0, 4), value="PER")
TOWN = structure("2", "x.Name", (8, 13), value="LOC")


def test_annotations_are_marks_at_code_points() -> None:
    marks, _links, _reasons = read(NAME, TOWN)
    assert [(mark.label, VIEW.text[mark.spans[0].start : mark.spans[0].end]) for mark in marks] == [
        ("PER", "Anne"),
        ("LOC", "Brest"),
    ]


def test_what_points_at_a_governor_and_a_dependent_is_a_relation() -> None:
    tie = structure("3", "x.Tie", (8, 13), {"Governor": ["1"], "Dependent": ["2"]}, value="lives")
    _marks, (link,), _reasons = read(NAME, TOWN, tie)
    assert (link.label, link.source, link.target) == ("lives", "1", "2")


def test_relations_of_tokens_are_structure_and_those_of_nothing_are_loose() -> None:
    token = structure("4", "x.Token", (0, 4))
    ends = {"Governor": ["4"], "Dependent": ["1"]}
    lost = {"Governor": ["8"], "Dependent": ["1"]}
    reasons = read(NAME, token, structure("5", "x.Tie", (0, 4), ends), structure("6", "x.Tie", (0, 4), lost))[
        2
    ]
    assert reasons == [
        "One relation names a mark that is not there, and was left out.",
        "1 × Token, 1 × Tie: the structure of the text, which labels nothing.",
    ]


def test_slots_are_links_by_their_roles_with_their_features() -> None:
    host = structure("5", "x.Host", (0, 4), {"parts": ["6", "7"]})
    slots = (
        structure("6", "x.Link", None, {"target": ["1"]}, role="who", sure="yes"),
        structure("7", "x.Link", None, {"target": ["2"]}),
    )
    _marks, links, _reasons = read(NAME, TOWN, host, *slots)
    assert [(link.label, link.target, dict(link.features)) for link in links] == [
        ("who", "1", {"sure": "yes"}),
        ("parts", "2", {}),
    ]


def test_a_chain_links_each_to_the_next() -> None:
    first = structure(
        "1", "x.CoreferenceLink", (0, 4), {"next": ["2"]}, referenceType="NAM", referenceRelation="ana"
    )
    second = structure("2", "x.CoreferenceLink", (8, 13), referenceType="PRO")
    marks, (link,), _reasons = read(first, second, structure("3", "x.Chain", None, {"first": ["1"]}))
    assert [mark.label for mark in marks] == ["NAM", "PRO"]
    assert (link.label, link.source, link.target) == ("ana", "1", "2")


def test_every_view_with_a_text_is_an_article() -> None:
    views = [VIEW, View("t", "_SecondView", VIEW.text), View("u", "empty", " ")]
    about = structure("8", "x.DocumentMetaData", (0, 4), documentId="d1", language="fr")
    found = list(marked_views(Cas({"8": about}, views), "xmi", "file", LABELS, Leftovers("file")))
    assert [one.article.metadata.get("view") for one in found] == [None, "_SecondView"]
    assert [one.article.lang for one in found] == ["fr", ""]
    assert found[0].article.metadata["documentId"] == "d1"
    assert len({one.article.id for one in found}) == 2
