"""Where quotations begin and end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._attributions.quotations import find_quotes
from annotation.detectors._language import load_language

PAIRS = load_language("fr").quotes


def quotes(text: str) -> list[tuple[str, bool]]:
    return [(text[item.start : item.end], item.closed) for item in find_quotes(text, PAIRS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« a « b » c » d « e »", [("« a « b » c »", True), ("« e »", True)]),
        ("« a “b” c »", [("« a “b” c »", True)]),
        ('"a" b "c"', [('"a"', True), ('"c"', True)]),
        ("“a” « b", [("“a”", True), ("« b", False)]),
        ("He said 'go home' and left.", [("'go home'", True)]),
        ("'We're done,' she said.", [("'We're done,'", True)]),
        ("The so-called ''truth'' hurts.", [("''truth''", True)]),
        ("l'ami d'un ami n'est pas là", []),
        ("the workers' union and Ann's plan", []),
        ("rien", []),
    ],
)
def test_the_outermost_quotations_are_found(text: str, found: list[tuple[str, bool]]) -> None:
    assert quotes(text) == found


@given(st.text(alphabet="ab«»\"“”' .,", max_size=60))
def test_quotations_never_overlap(text: str) -> None:
    found = list(find_quotes(text, PAIRS))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(0 <= item.start < item.end <= len(text) for item in found)
