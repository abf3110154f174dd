"""Words that are searched for, as the full-text index takes them."""

import pytest

from annotation.project.query import parse_query
from annotation.project.text_conditions import text_expression


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("two words", '"two" "words"'),
        ("a OR b", '("a") OR ("b")'),
        ('"one phrase" pre*', '"one phrase" "pre"*'),
        ("a -b", '(("a")) NOT (("b"))'),
        ("title:x", '{title} : ("x")'),
        ("-a", None),
        ("a lang:fr", None),
        ("title:!!", None),
    ],
)
def test_words_alone_are_an_expression(typed: str, expression: str | None) -> None:
    query = parse_query(typed)
    assert query is not None
    assert text_expression(query) == expression
