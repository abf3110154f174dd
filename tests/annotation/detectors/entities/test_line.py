"""A paragraph as the rules of entities read it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.detectors.entities.reader import line_of


@given(st.text(alphabet="Aé' -.1\u0301«😀", min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_every_code_point_of_a_token_leads_back_to_it(text: str) -> None:
    line = line_of(text) if text.strip(" \ufeff\u200b") else None
    for at, token in enumerate(line.tokens if line else ()):
        assert line is not None
        assert line.first(token.start) == at
        assert line.first(token.end - 1) == at
        assert line.after(token.end) == at + 1


@pytest.mark.parametrize(
    ("text", "at", "opens"),
    [
        ("Paris dort. Lyon veille.", 3, True),
        ("Paris dort. Lyon veille.", 1, False),
        ("M. Morel dort.", 2, False),
        ("J. Morel dort.", 2, False),
        ("Il dit : « Venez. »", 4, True),
    ],
)
def test_a_full_stop_opens_a_sentence_but_not_after_an_abbreviation(text: str, at: int, opens: bool) -> None:
    assert line_of(text).opens(at) is opens


def test_a_headline_in_capitals_shouts() -> None:
    assert line_of("LE CONSEIL REJETTE LE BUDGET DE LA VILLE").shouting
    assert not line_of("Le conseil de l’ONU rejette le budget").shouting
    assert not line_of("ONU").shouting


def test_outside_a_paragraph_there_is_nothing() -> None:
    line = line_of("Rien")
    assert (line.written(-1), line.fold(9), line.tag(9), line.named(-1)) == ("", "", "", False)


def test_without_a_parse_there_are_no_parts_of_speech() -> None:
    assert line_of("La ville dort").tag(1) == ""
    assert line_of("La ville dort", parse=True).tag(1) == "NOUN"
