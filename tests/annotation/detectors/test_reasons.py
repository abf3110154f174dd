"""Reasons are stored short and read whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._reasons import Reason, read_reasons, rule_of, write_reasons

CODES = st.from_regex(r"[a-z]+(\.[a-z_]+)?", fullmatch=True)
REASONS = st.builds(
    Reason, CODES, st.dictionaries(st.from_regex(r"[a-z]+", fullmatch=True), st.text(), max_size=3)
)


@given(st.lists(REASONS, max_size=4))
def test_what_is_written_is_read_again(reasons: list[Reason]) -> None:
    assert list(read_reasons(write_reasons(reasons))) == reasons


@given(st.text())
def test_any_text_can_be_read(why: str) -> None:
    assert all(reason.code for reason in read_reasons(why))


@pytest.mark.parametrize("why", ["colon + quotation", "dire + que ?", "est-ce ? oui = non", "a … b"])
def test_what_is_no_code_is_itself(why: str) -> None:
    assert list(read_reasons(why)) == [Reason(why)]


@pytest.mark.parametrize(
    ("origin", "why", "rule"),
    [
        ("entities/2 m-3.8.0", "model", ("rule", "entities", "model")),
        ("attributions/1", "frame?cue=dire\nmemory.set?n=1", ("rule", "attributions", "frame")),
        ("figures/1", "", None),
    ],
)
def test_the_rule_is_the_first_reasons_code(origin: str, why: str, rule: tuple[str, ...] | None) -> None:
    assert rule_of(origin, why) == rule
