"""Quotations and sentences of a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotation.detectors.attributions.reader import passage, words


def sentences(text: str, code: str = "fr") -> list[str]:
    here = passage(text, code)
    return words(here, *(here.chars(start, end) for start, end in here.sentences))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("« A. B. », dit-il. C.", ["« A. B. », dit-il.", "C."]),
        ("M. Petit est là. Oui.", ["M. Petit est là.", "Oui."]),
        ("Il part. « Non. »", ["Il part.", "« Non. »"]),
        ("J. Doe parle ! Bien.", ["J. Doe parle !", "Bien."]),
        ("Il vaut 1.5 point.", ["Il vaut 1.5 point."]),
        ("Il dit : « Non. » Elle part.", ["Il dit : « Non. »", "Elle part."]),
        ("C'est maintenant. paie le reste", ["C'est maintenant.", "paie le reste"]),
    ],
)
def test_sentences_end_where_they_do(text: str, found: list[str]) -> None:
    assert sentences(text) == found


@given(st.text(alphabet='ab«»"“”.!? AB—,', max_size=60))
def test_sentences_cover_all_tokens_once(text: str) -> None:
    here = passage(text)
    covered = [at for start, end in here.sentences for at in range(start, end)]
    assert covered == list(range(len(here.tokens)))


def test_hyphens_join_words_that_are_looked_up() -> None:
    here = passage("le porte-parole dit-il")
    assert (here.word(1), here.describes(1)) == ("porte-parole", True)


def test_a_full_stop_after_an_initial_ends_nothing() -> None:
    here = passage("J. part. M. X")
    assert [here.ends_at(at) for at in range(len(here.tokens))] == [
        False,
        False,
        False,
        True,
        False,
        False,
        False,
    ]


def test_a_code_point_leads_to_its_token() -> None:
    here = passage("un deux")
    assert [here.at(char) for char in range(8)] == [0, 1, 1, 1, 2, 2, 2, 2]
