"""What holds for every importer, tested on bytes of any kind."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.importers import IMPORTERS, Imported, ImportFailure, Skipped, SourceFile
from annotation.records import Span, digest

each_importer = pytest.mark.parametrize("name", IMPORTERS.names)

MENTION = {"id": "x", "layer": "entity", "annotator": "Ann", "spans": {"mention": [[4, 5], [0, 3]]}}
DECISION = {"id": "d", "layer": "entity", "reviewer": "Bob", "outcome": "taken", "records": ["x"]}
ANNOTATED = json.dumps(
    {
        "format": "selon-jsonl/1",
        "id": "a",
        "text": "Été 👍",
        "annotations": [MENTION],
        "decisions": [DECISION],
    }
)
ANYTHING = (
    st.binary(max_size=300)
    | st.text(max_size=300).map(str.encode)
    | st.integers(0, len(ANNOTATED)).map(lambda cut: (ANNOTATED[:cut] + "\n" + ANNOTATED).encode())
)


def file(name: str, data: bytes) -> SourceFile:
    extension = next(iter(IMPORTERS[name].extensions), "")
    return SourceFile(name=f"folder/a file{extension}", data=data)


def read(name: str, data: bytes) -> list[Imported | Skipped]:
    """What the importer makes of the data; the one reason when it refuses them."""
    try:
        return list(IMPORTERS[name].read(file(name, data)))
    except ImportFailure as failure:
        return [Skipped(file=name, reason=str(failure))]


@each_importer
@settings(max_examples=40)
@given(data=ANYTHING)
def test_it_can_be_asked_about_any_file(name: str, data: bytes) -> None:
    assert 0 <= IMPORTERS[name].recognises(file(name, data)) <= 1


@each_importer
@settings(max_examples=40)
@given(data=ANYTHING)
def test_any_file_gives_articles_or_one_error_in_words(name: str, data: bytes) -> None:
    for found in read(name, data):
        if isinstance(found, Imported):
            assert_can_be_stored(found)
        else:
            assert found.reason


def assert_can_be_stored(found: Imported) -> None:
    """The parts of what was imported fit each other, and a file can hold them."""
    article, people = found.article, {person.id for person in found.annotators}
    assert article.text_sha256 == digest(found.text)
    assert article.length == len(found.text)
    assert json.dumps([found.text, article.title, article.metadata], ensure_ascii=False).encode()
    ids = [record.id for record in found.annotations]
    assert len(ids) == len(set(ids))
    for record in found.annotations:
        assert (record.article, record.annotator in people) == (article.id, True)
        assert all(spans_fit(found.text, spans) for spans in record.spans.values())
        assert json.dumps(record.features, allow_nan=False, ensure_ascii=False).encode()
    assert all(decision.article == article.id for decision in found.decisions)
    assert {decision.reviewer for decision in found.decisions} <= people


def spans_fit(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether spans lie in the text, hold something, and stand in text order."""
    inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    return inside and list(spans) == sorted(spans)


@each_importer
def test_an_empty_file_holds_no_article(name: str) -> None:
    assert not any(isinstance(found, Imported) for found in read(name, b""))


@each_importer
@settings(max_examples=40)
@given(data=ANYTHING)
def test_the_same_bytes_give_the_same_articles(name: str, data: bytes) -> None:
    ids = [[found.article.id for found in read(name, data) if isinstance(found, Imported)] for _ in range(2)]
    assert ids[0] == ids[1]


@each_importer
def test_its_endings_are_endings(name: str) -> None:
    assert all(ending.startswith(".") and ending == ending.lower() for ending in IMPORTERS[name].extensions)
