"""Selon JSONL: an article a line, and of each line what can be read."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers.jsonl import plug
from annotation.records import Annotation, Entity, Outcome, Span, Status, digest

TEXT = "« Oui 👍 », dit Nina Roux."


def row(**changes: Any) -> dict[str, Any]:
    return {"format": "selon-jsonl/1", "id": "a1", "text": TEXT, **changes}


def mention(**changes: Any) -> dict[str, Any]:
    start = TEXT.index("Nina")
    record = {
        "id": "x1",
        "layer": "entity",
        "annotator": "Ann",
        "spans": {"mention": [[start, start + 4]]},
        "quotes": {"mention": ["Nina"]},
        "features": {"type": "PER"},
    }
    return {**record, **changes}


def decision(**changes: Any) -> dict[str, Any]:
    return {"id": "d1", "layer": "entity", "reviewer": "Zoe", "outcome": "taken", **changes}


def read(*rows: dict[str, Any] | str, **siblings: bytes) -> list[Imported | Skipped]:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in rows]
    file = SourceFile(
        name="c.jsonl",
        data="\n".join(lines).encode("utf-8", "surrogatepass"),
        siblings={f"{name}.jsonl": data for name, data in siblings.items()},
    )
    return list(plug.read(file))


def only(*rows: dict[str, Any] | str, **siblings: bytes) -> Imported:
    (found,) = read(*rows, **siblings)
    assert isinstance(found, Imported)
    return found


def annotation_of(found: Imported) -> Annotation:
    (record,) = found.annotations
    return record


def test_an_article_needs_no_more_than_an_id_and_a_text() -> None:
    article = only({"id": "a1", "text": TEXT}).article
    assert (article.id, article.length, article.text_sha256) == ("a1", len(TEXT), digest(TEXT))
    assert (article.title, article.lang, article.outlet, article.authors) == ("", "", None, ())


def test_everything_that_is_known_about_it_is_read() -> None:
    known = {
        "title": "T",
        "lang": "fr",
        "outlet": "O",
        "authors": ["A", "B"],
        "published": "2026-03-01",
        "url": "u",
        "section": "S",
        "page": 3,
        "source_file": "f.txt",
        "duplicates": "g",
        "created": "2026",
        "metadata": {"a": [1, {"b": None}]},
    }
    article = only(row(**known)).article
    assert {key: getattr(article, key) for key in known} == {**known, "authors": ("A", "B"), "page": "3"}


def test_an_annotation_is_read_whole() -> None:
    more = {"status": "edited", "origin": "ner/1", "confidence": 1, "note": "n", "basis": "b", "why": "w"}
    times = {"created": "2026-01-01", "updated": "2026-01-02"}
    record = annotation_of(only(row(annotations=[mention(**more, **times)])))
    assert (record.status, record.origin, record.confidence) == (Status.EDITED, "ner/1", 1.0)
    assert (record.note, record.basis, record.why) == ("n", "b", "w")
    assert (record.created, record.updated) == ("2026-01-01", "2026-01-02")
    assert record.article == "a1"


def test_an_annotation_without_a_status_is_a_label() -> None:
    assert annotation_of(only(row(annotations=[mention()]))).status is Status.ACCEPTED


def test_annotators_are_named_once_and_the_houses_own_keep_their_ids() -> None:
    names = ("Ann", "machine", "gold", "Ann")
    found = only(row(annotations=[mention(id=str(n), annotator=name) for n, name in enumerate(names)]))
    assert [person.name for person in found.annotators] == ["Ann", "machine", "gold"]
    assert [record.annotator for record in found.annotations][1:3] == ["machine", "gold"]
    again = only(row(id="other", annotations=[mention()]))
    assert again.annotators[0].id == found.annotators[0].id


def test_spans_are_put_in_text_order() -> None:
    spans = {"mention": [[9, 12], [2, 5]], "empty": []}
    record = annotation_of(only(row(annotations=[mention(spans=spans, quotes={})])))
    assert record.spans == {"mention": (Span(2, 5), Span(9, 12))}


def test_decisions_are_read_with_their_people() -> None:
    found = only(row(decisions=[decision(records=["x1", "x2"], gold="g1", taken="Ann", automatic=True)]))
    (made,) = found.decisions
    by_id = {person.id: person.name for person in found.annotators}
    assert (by_id[made.reviewer], by_id[str(made.taken)]) == ("Zoe", "Ann")
    assert (made.outcome, made.records, made.gold, made.automatic) == (
        Outcome.TAKEN,
        ("x1", "x2"),
        "g1",
        True,
    )


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("nonsense", "it is no JSON"),
        ("[]", "it is no JSON object"),
        ({"text": TEXT}, "id is missing"),
        ({"id": "", "text": TEXT}, "id is missing"),
        ({"id": None, "text": TEXT}, "id is missing"),
        ({"id": ["a"], "text": TEXT}, "id is no text"),
        ({"id": "a1"}, "text is missing"),
        ({"id": "a1", "text": None}, "text is missing"),
        ({"id": "a1", "text": 5}, "text is missing"),
        (row(text_sha256=digest("other")), "its text does not match its text_sha256"),
        (row(title=["a"]), "title is no text"),
        (row(authors=[1]), "authors is no list of texts"),
        (row(metadata=[]), "metadata is no object"),
        (row(annotations={}), "annotations is no list of objects"),
        (row(decisions=[1]), "decisions is no list of objects"),
    ],
)
def test_a_line_that_is_no_article_is_left_out_with_the_reason(
    bad: dict[str, Any] | str, reason: str
) -> None:
    skipped, good = read(bad, row(id="good"))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("Line 1 is not an article (")
    assert reason in skipped.reason
    assert not skipped.failed
    assert isinstance(good, Imported)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"id": None}, "id is missing"),
        ({"layer": ""}, "layer is missing"),
        ({"annotator": None}, "annotator is missing"),
        ({"status": "maybe"}, "the annotation x1 has the unknown status maybe"),
        ({"confidence": "high"}, "confidence is no number"),
        ({"features": ["a"]}, "features is no object"),
        ({"basis": {}}, "basis is no text"),
        ({"spans": []}, "spans is no object"),
        ({"spans": {"mention": {}}}, "the spans of the annotation x1 are no list"),
        ({"spans": {"mention": [[1]]}}, "the spans of the annotation x1 are no pairs of offsets"),
        ({"spans": {"mention": [["1", 2]]}}, "are no pairs of offsets"),
        ({"spans": {"mention": [[1.0, 2]]}}, "are no pairs of offsets"),
        ({"spans": {"mention": [[False, True]]}}, "are no pairs of offsets"),
        ({"spans": {"mention": [[0, len(TEXT) + 1]]}}, "the annotation x1 lies outside the text"),
        ({"spans": {"mention": [[-1, 2]]}}, "the annotation x1 lies outside the text"),
        ({"spans": {"mention": [[3, 3]]}}, "the annotation x1 lies outside the text"),
        ({"spans": {"mention": [[4, 2]]}}, "the annotation x1 lies outside the text"),
        ({"quotes": {"mention": ["Nino"]}}, "the words of the annotation x1 are not where it says"),
        ({"quotes": {"mention": []}}, "the words of the annotation x1 are not where it says"),
    ],
)
def test_a_bad_annotation_is_left_out_and_the_others_stay(bad: dict[str, Any], reason: str) -> None:
    skipped, found = read(row(annotations=[mention(**bad), mention(id="x2")]))
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("Something of line 1 was left out (")
    assert reason in skipped.reason
    assert isinstance(found, Imported)
    assert [record.id for record in found.annotations] == ["x2"]


def test_offsets_that_were_counted_in_another_unit_are_found_by_their_quotes() -> None:
    start = len(TEXT[: TEXT.index("Nina")].encode("utf-16-le")) // 2
    skipped, found = read(row(annotations=[mention(spans={"mention": [[start, start + 4]]})]))
    assert isinstance(skipped, Skipped)
    assert "are not where it says" in skipped.reason
    assert isinstance(found, Imported)
    assert found.annotations == ()


def test_an_id_that_two_annotations_have_is_the_first_ones() -> None:
    skipped, found = read(row(annotations=[mention(note="first"), mention(note="second")]))
    assert isinstance(skipped, Skipped)
    assert "two of its annotations have the id x1" in skipped.reason
    assert isinstance(found, Imported)
    assert annotation_of(found).note == "first"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"outcome": "perhaps"}, "the decision d1 has the unknown outcome perhaps"),
        ({"reviewer": None}, "reviewer is missing"),
        ({"records": [1]}, "records is no list of texts"),
    ],
)
def test_a_bad_decision_is_left_out(bad: dict[str, Any], reason: str) -> None:
    skipped, found = read(row(decisions=[decision(**bad)]))
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason
    assert isinstance(found, Imported)
    assert found.decisions == ()


def test_nobody_is_named_by_what_was_left_out() -> None:
    _skipped, found = read(row(annotations=[mention(annotator="Ghost", spans={"mention": [[0, 999]]})]))
    assert isinstance(found, Imported)
    assert found.annotators == ()


def test_half_characters_keep_the_offsets_after_them() -> None:
    text = "a\ud83db Nina"
    found = only(
        json.dumps({"id": "\udcff", "text": text, "annotations": [mention(spans={"mention": [[4, 8]]})]})
    )
    assert found.text == "a\ufffdb Nina"
    assert found.article.id == "\ufffd"
    assert found.article.text_sha256 == digest(found.text)
    assert annotation_of(found).spans == {"mention": (Span(4, 8),)}


def test_a_registry_beside_the_file_comes_with_the_first_article_that_can_be_read() -> None:
    registry = (
        b'{"key": "otan", "name": "OTAN", "aliases": ["NATO"], "type": "ORG"}\n'
        b'nonsense\n{"key": "", "name": "x"}\n{"key": "x", "name": "x", "aliases": 3}\n\n'
        b'{"key": "onu", "name": "ONU"}'
    )
    skipped, first, second = read("bad", row(), row(id="a2"), entities=registry)
    assert isinstance(skipped, Skipped)
    assert isinstance(first, Imported)
    assert isinstance(second, Imported)
    otan = Entity(id="otan", name="OTAN", aliases=("NATO",), type="ORG")
    assert first.entities == (otan, Entity(id="onu", name="ONU"))
    assert second.entities == ()


def test_the_registry_alone_brings_no_article() -> None:
    (skipped,) = read({"format": "selon-entities/1", "key": "otan", "name": "OTAN"}, "anything")
    assert isinstance(skipped, Skipped)
    assert "canonical names" in skipped.reason


@pytest.mark.parametrize("rows", [[], ["", "  "], ["nonsense"], [{"id": "a"}]])
def test_a_file_without_any_article_is_refused(rows: list[Any]) -> None:
    with pytest.raises(ImportFailure, match="holds no article that can be read"):
        read(*rows)


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(ImportFailure, match=r"“x\.jsonl” is not UTF-8 text \(byte 13\)"):
        list(plug.read(SourceFile(name="x.jsonl", data='{"text": "café"}'.encode("latin-1"))))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_may_end_as_they_do_on_any_system(ending: str) -> None:
    data = ending.join(
        [json.dumps(row(id="a")), json.dumps(row(id="b", text="x\u2028y\x85z"), ensure_ascii=False)]
    )
    found = list(plug.read(SourceFile(name="x", data=b"\xef\xbb\xbf" + (data + ending).encode())))
    assert [one.text for one in found if isinstance(one, Imported)] == [TEXT, "x\u2028y\x85z"]


@pytest.mark.parametrize(
    ("first", "sure"),
    [
        ('{"format": "selon-jsonl/1", "id": 1}', 1.0),
        ('{"format":"selon-jsonl/1"}', 1.0),
        ('\n {"id": "a", "text": "b", "text_sha256": "c"}', 0.95),
        ('{"id": "a", "text": "b", "annotations": [{"layer": "entity"}]}', 0.95),
        ('{"id": "a", "text": "b", "annotations": [{"label": "PER"}]}', 0.0),
        ('{"id": 1, "data": {"text": "b"}, "annotations": [], "text_sha256": ""}', 0.0),
        ('{"id": "a", "text": "b", "text_sha256": "c', 0.0),
        ('{"id": "a", "text": "b", "label": []}', 0.0),
        ('["id", "text", "annotations"]', 0.0),
        ("The words selon-jsonl/1 in a text", 0.0),
        ("", 0.0),
    ],
)
def test_it_is_as_sure_as_the_first_line_lets_it(first: str, sure: float) -> None:
    assert plug.recognises(SourceFile(name="x", data=first.encode())) == sure


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*row(), "annotations", "decisions", "metadata", "authors", "title"])
PARTS = st.sampled_from([*mention(), "confidence", "status", "basis"])


@given(article=st.dictionaries(KEYS, JSON, max_size=4), record=st.dictionaries(PARTS, JSON, max_size=3))
def test_any_values_are_read_or_left_out_in_words(article: dict[str, Any], record: dict[str, Any]) -> None:
    line = json.dumps({**row(annotations=[mention(**record)]), **article})
    found = read(line, row(id="good"))
    assert isinstance(found[-1], Imported)
    for one in found:
        assert isinstance(one, Imported) or one.reason
