"""Letters without which an expression need not be tried."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._literals import Expression, compile_expressions, find_literals, unify

LETTERS = st.text("aAbBiIsSkKİıſß\u212a -09٣\t\u00a0", max_size=12)


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        (r"(?i)\bquatre\s+coins\b", {"quatre "}),
        (r"(?i)\btou(?:s|tes)\s+\w+", {"tous ", "toutes "}),
        (r"\bMai[ -]68\b", {"mai 00", "mai-00"}),
        (r"\bl'une?\b", {"l'un"}),
        (r"(?:art(?:icle|\.)|page)\s*\d+", {"article", "art.", "page"}),
        (r"\d+(?:er|e)\s+(?P<what>arrondissements?)", {" arrondissement"}),
        (r"a+b{2,3}", {"abb"}),
        (r"(?<!\d)\(?\d{3}\)?[.-]\d{4}", {"000.0000", "000-0000", "000).0000", "000)-0000"}),
        (r"[01]?\d\s?h", {"0h", "0 h"}),
        (r"(?<=le )\bx(?!y)\x27", {"x'"}),
        (r"(?i:MILLE)\s", {"mille "}),
        (r"[^a]bc", {"bc"}),
    ],
)
def test_one_of_the_literals_stands_in_every_match(expression: str, literals: set[str]) -> None:
    assert find_literals(expression) == literals


@pytest.mark.parametrize(
    "expression",
    [r"(?:un|\w+)", r"x?", r"(?:abc)*", r"(a)\1", r"(?P<a>b)(?P=a)", r"\u00e9", "", "[a"],
)
def test_where_none_is_certain_an_expression_is_always_tried(expression: str) -> None:
    assert find_literals(expression) == set()


def all_expressions() -> list[Expression]:
    """Those of the figures in both languages."""
    tables = [load_lexicon(code).quantities for code in ("fr", "en")]
    return [item for table in tables for item in (*table.names, *table.digit_names, *table.dates)]


def test_nearly_all_expressions_of_the_figures_can_be_left_out_somewhere() -> None:
    found = all_expressions()
    assert len(found) > 100
    assert sum(not item.literals for item in found) < len(found) / 10


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_an_expression_of_the_figures_matches_it_is_tried_on(data: st.DataObject) -> None:
    expression = data.draw(st.sampled_from(all_expressions()))
    text = data.draw(st.from_regex(expression.pattern))
    found = [match.span() for match in expression.finditer(text, unify(text))]
    assert found == [match.span() for match in expression.pattern.finditer(text)]


@given(LETTERS, LETTERS)
def test_letters_that_an_expression_takes_for_one_another_are_unified(word: str, text: str) -> None:
    (expression,) = compile_expressions([f"(?i){re.escape(word)}"])
    found = [match.span() for match in expression.finditer(text, unify(text))]
    assert found == [match.span() for match in expression.pattern.finditer(text)]


def test_an_expression_is_not_tried_where_its_letters_are_missing() -> None:
    (expression,) = compile_expressions([r"(?i)\bcent\s+fois\b"])
    assert [match.group() for match in expression.finditer("CENT fois", unify("CENT fois"))] == ["CENT fois"]
    assert not list(expression.finditer("CENT fois", "deux fois"))
