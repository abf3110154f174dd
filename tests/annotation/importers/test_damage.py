"""Damaged samples give articles that hold, or one sentence; never a crash or a mark outside its text."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.errors import AnnotationError
from annotation.importers import IMPORTERS, Imported, SourceFile
from annotation.records import digest
from tests.annotation.importers.reading_samples import SAMPLES
from tests.annotation.importers.test_samples_annotated import EXPECTED

each_sample = pytest.mark.parametrize("name", EXPECTED)

ODD: st.SearchStrategy[Any] = st.sampled_from([None, True, -1, 10**20, 1.5, "", "x", [], {}, ["a"], {"a": 1}])


def check(name: str, data: bytes) -> None:
    """Read the data as the sample of that name; whatever comes out must hold."""
    path = SAMPLES / name
    beside = {other.name: other.read_bytes() for other in path.parent.glob("*.txt")}
    file = SourceFile(name=name, data=data, siblings=beside)
    importer = IMPORTERS[EXPECTED[name][0]]
    assert 0 <= importer.recognises(file) <= 1
    with suppress(AnnotationError):
        for one in importer.read(file):
            if isinstance(one, Imported):
                check_article(one)


def check_article(one: Imported) -> None:
    assert one.article.text_sha256 == digest(one.text)
    spans = [span for record in one.annotations for role in record.spans.values() for span in role]
    assert all(0 <= span.start < span.end <= len(one.text) for span in spans)
    said = [
        one.article.title,
        one.article.outlet,
        one.article.metadata,
        [dict(r.features) for r in one.annotations],
    ]
    assert json.dumps(said, ensure_ascii=False, allow_nan=False).encode("utf-8")


@each_sample
@settings(max_examples=30)
@given(data=st.data())
def test_a_sample_with_bytes_changed_or_cut(name: str, data: st.DataObject) -> None:
    content = bytearray((SAMPLES / name).read_bytes())
    end = data.draw(st.integers(0, len(content)) | st.just(len(content)))
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=5)
    ):
        content[place] = byte
    check(name, bytes(content[:end]))


@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if name.endswith(".json") or name.startswith("prodigy")]
)
@given(data=st.data())
def test_a_sample_with_odd_values(name: str, data: st.DataObject) -> None:
    text = (SAMPLES / name).read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()] if name.endswith(".jsonl") else [json.loads(text)]
    odd = [swapped(row, data) for row in rows]
    check(name, "\n".join(json.dumps(row) for row in odd).encode())


def swapped(value: Any, data: st.DataObject) -> Any:
    """The value with something odd in one place of it."""
    if not isinstance(value, dict | list) or not value or data.draw(st.integers(0, 6)) == 0:
        return data.draw(ODD)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    chosen = data.draw(st.sampled_from(keys))
    if isinstance(value, dict):
        return {key: swapped(one, data) if key == chosen else one for key, one in value.items()}
    return [swapped(one, data) if key == chosen else one for key, one in enumerate(value)]
