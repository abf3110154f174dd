"""A line of JSONL is read as what it must be, or refused in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._row import BadRow, Row, whole

ANY_TEXT = st.lists(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(["\ud83dx", "x\udc4d", "\udfff"]), max_size=9
).map("".join)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "it is no JSON"),
        ("{", "it is no JSON"),
        ('{"a": NaN}', "NaN is no JSON"),
        ('{"a": [-Infinity]}', "-Infinity is no JSON"),
        ('{"a": 1e999}', "1e999 is too large"),
        ('{"a": ' + "9" * 5000 + "}", "it is no JSON"),
        ("[1]", "it is no JSON object"),
        ('"text"', "it is no JSON object"),
        ("null", "it is no JSON object"),
        ("[" * 100_000, "it is nested too deeply"),
        ('{"a": "b"} {"c": 1}', "it is no JSON"),
    ],
)
def test_what_is_no_object_is_refused(line: str, reason: str) -> None:
    with pytest.raises(BadRow) as caught:
        Row.parse(line)
    assert reason in str(caught.value)


def test_half_characters_are_replaced_one_for_one() -> None:
    row = Row.parse('{"a": "x\\ud83dy", "\\udc4d": ["\\uD83D\\uDC4D", {"b": "\\udfff"}]}')
    assert row.values == {"a": "x\ufffdy", "\ufffd": ["👍", {"b": "\ufffd"}]}


@given(text=ANY_TEXT)
def test_replacing_keeps_every_offset(text: str) -> None:
    replaced = whole(text)
    assert len(replaced) == len(text)
    for before, after in zip(text, replaced, strict=True):
        assert after == ("\ufffd" if is_half(before) else before)


def is_half(char: str) -> bool:
    return "\ud800" <= char <= "\udfff"


def read(value: Any, how: str) -> Any:
    return getattr(Row({"k": value}), how)("k")


@pytest.mark.parametrize(
    ("how", "value", "given"),
    [
        ("required", "a", "a"),
        ("required", 7, "7"),
        ("text", None, ""),
        ("text", "a", "a"),
        ("text", 1.5, "1.5"),
        ("optional", None, None),
        ("optional", "", ""),
        ("texts", None, ()),
        ("texts", "a", ("a",)),
        ("texts", ["a", "b"], ("a", "b")),
        ("number", None, None),
        ("number", 1, 1.0),
        ("number", 0.25, 0.25),
        ("mapping", None, {}),
        ("mapping", {"a": 1}, {"a": 1}),
        ("rows", None, []),
        ("rows", [{"a": 1}], [Row({"a": 1})]),
    ],
)
def test_a_value_is_given_as_what_it_must_be(how: str, value: Any, given: Any) -> None:
    assert read(value, how) == given


@pytest.mark.parametrize(
    ("how", "value", "reason"),
    [
        ("required", None, "k is missing"),
        ("required", "", "k is missing"),
        ("required", True, "k is no text"),
        ("required", ["a"], "k is no text"),
        ("text", {"a": 1}, "k is no text"),
        ("texts", ["a", 1], "k is no list of texts"),
        ("texts", 3, "k is no list of texts"),
        ("number", "1", "k is no number"),
        ("number", True, "k is no number"),
        ("number", 10**400, "k is no number"),
        ("mapping", [], "k is no object"),
        ("mapping", "a", "k is no object"),
        ("rows", {"a": 1}, "k is no list of objects"),
        ("rows", [{"a": 1}, 2], "k is no list of objects"),
    ],
)
def test_a_value_of_another_kind_is_refused(how: str, value: Any, reason: str) -> None:
    with pytest.raises(BadRow) as caught:
        read(value, how)
    assert str(caught.value) == reason
