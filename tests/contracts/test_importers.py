"""What holds for every importer, tested on bytes of any kind."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers import IMPORTERS, Imported, ImportFailure, Skipped, SourceFile
from annotation.records import Span, digest

each_importer = pytest.mark.parametrize("name", IMPORTERS.names)

ANYTHING = st.binary(max_size=300) | st.text(max_size=300).map(str.encode)


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
@given(data=ANYTHING)
def test_it_can_be_asked_about_any_file(name: str, data: bytes) -> None:
    assert 0 <= IMPORTERS[name].recognises(file(name, data)) <= 1


@each_importer
@given(data=ANYTHING)
def test_any_file_gives_articles_or_one_error_in_words(name: str, data: bytes) -> None:
    for found in read(name, data):
        if isinstance(found, Imported):
            assert found.article.text_sha256 == digest(found.text)
            assert found.article.length == len(found.text)
            assert all(spans_lie_within(found.text, record.spans) for record in found.annotations)
        else:
            assert found.reason


def spans_lie_within(text: str, spans: Mapping[str, tuple[Span, ...]]) -> bool:
    return all(0 <= span.start <= span.end <= len(text) for role in spans.values() for span in role)


@each_importer
def test_an_empty_file_holds_no_article(name: str) -> None:
    assert not any(isinstance(found, Imported) for found in read(name, b""))


@each_importer
@given(data=ANYTHING)
def test_the_same_bytes_give_the_same_articles(name: str, data: bytes) -> None:
    ids = [[found.article.id for found in read(name, data) if isinstance(found, Imported)] for _ in range(2)]
    assert ids[0] == ids[1]


@each_importer
def test_its_endings_are_endings(name: str) -> None:
    assert all(ending.startswith(".") and ending == ending.lower() for ending in IMPORTERS[name].extensions)
