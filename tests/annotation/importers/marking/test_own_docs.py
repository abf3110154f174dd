"""Documents of spaCy that Selon wrote give back its records; those of others are no business of this."""

from typing import Any

from annotation.importers._marking.docs import DocSpan
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.own_docs import is_own, read_own_doc
from annotation.importers._marking.places import Places
from annotation.records import Span, Status

TEXT = "Ana says yes. Bo too."


def known(**records: dict[str, Any]) -> dict[str, Any]:
    return {
        "selon": {"records": records, "links": (("source", "s1.cue", "s1.source"), ("x", "s1.cue", "gone"))}
    }


def source(**more: Any) -> dict[str, Any]:
    features = {"speech": "direct", "speaker": "k1", "many": ("a", "b")}
    return {
        "layer": "source",
        "annotator": "Ann",
        "status": "edited",
        "note": "n",
        "features": features,
        **more,
    }


def test_roles_pieces_and_fields_are_put_together_and_names_stay_out() -> None:
    spans = (
        DocSpan(4, 8, "attribution", "source.cue", {"id": "s1"}),
        DocSpan(0, 3, "source", "source.source", {"id": "s1"}),
        DocSpan(14, 16, "source", "source.source", {"id": "s1"}),
        DocSpan(0, 3, "PER", "", {"id": "s1"}),
    )
    marks, links = read_own_doc(spans, known(s1=source()), Places(TEXT, Leftovers("x")))
    cue, who = marks
    assert (cue.key, cue.features, cue.note) == (
        "s1.cue", {"speech": "direct", "many": ["a", "b"], "role": "cue"}, "n",
    )  # fmt: skip
    assert (cue.status, cue.annotator) == (Status.EDITED, "Ann")
    assert (who.spans, who.features) == ((Span(0, 3), Span(14, 16)), {})
    assert [(link.label, link.target) for link in links] == [("source", "s1.source")]


def test_a_record_without_words_comes_back_without_them() -> None:
    (mark,), links = read_own_doc(
        (), known(t1=source(layer="stance", status="?")), Places(TEXT, Leftovers("x"))
    )
    assert (mark.label, mark.spans, mark.status, links) == ("stance", (), Status.ACCEPTED, ())


def test_only_a_document_with_records_is_ours() -> None:
    assert is_own(known())
    assert not is_own({"selon": {"records": []}})
    assert not is_own({})
