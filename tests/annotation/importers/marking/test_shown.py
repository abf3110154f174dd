"""Web pages and conversations of Label Studio as texts."""

from typing import Any

import pytest

from annotation.importers._marking.shown import shown

PAGE = "<div><p>Ann Lee saw Oslo.</p>\n<p>Oslo  saw Ann.</p></div>"
TALK = [{"author": "A", "text": "Hello Ann"}, {"author": "B", "text": "Hi Bo"}]


@pytest.mark.parametrize(("start", "place"), [(12, 12), (18, 19), (None, 12)])
def test_words_of_a_page_are_found_where_the_offsets_mean(start: int | None, place: int) -> None:
    found = shown(PAGE)
    assert found is not None
    assert found.text == "Ann Lee saw Oslo.\n\nOslo saw Ann."
    value: dict[str, Any] = {"text": "Oslo", "globalOffsets": {"start": start}}
    span = found.span(value)
    assert span is not None
    assert (span.start, found.text[span.start : span.end]) == (place, "Oslo")
    assert found.span({"text": "Rome"}) is None
    assert found.span({}) is None


def test_what_people_say_stands_under_their_names() -> None:
    found = shown(TALK)
    assert found is not None
    assert found.text == "A: Hello Ann\n\nB: Hi Bo"
    span = found.span({"start": "1", "end": "1", "startOffset": 3, "endOffset": 5})
    assert span is not None
    assert found.text[span.start : span.end] == "Bo"
    for bad in ({"start": "7", "end": "7", "startOffset": 0, "endOffset": 1}, {"start": "x"}):
        assert found.span(bad) is None


@pytest.mark.parametrize("value", ["plain < text", "", None, 3, [], [{"x": 1}], ["a"]])
def test_anything_else_is_no_page_and_no_conversation(value: Any) -> None:
    assert shown(value) is None
