"""Quotations with their verb."""

import pytest

from annotation.detectors._attributions.quoted import find_incise, read_quoted
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "source", "cue"),
    [
        ("fr", "« Non », dit-il.", "il", "dit"),
        ("fr", "« Non », a dit le maire.", "le maire", "a dit"),
        ("fr", "Le maire a dit : « Non ».", "Le maire", "a dit"),
        ("fr", "« Non », a-t-elle dit.", "elle", "a-t-elle dit"),
        ("fr", "« Non », a répondu mardi Paul Roy à la presse.", "Paul Roy", "a répondu"),
        ("en", "“No,” said Ann.", "Ann", "said"),
        ("en", "“No,” she said.", "she", "said"),
        ("en", "He said, “No.”", "He", "said"),
    ],
)
def test_the_verb_and_whom_it_credits_are_found(code: str, text: str, source: str, cue: str) -> None:
    here = passage(text, code)
    found = list(read_quoted(here, 0, len(here.tokens), set()))
    assert [(words(here, *item.source), words(here, *item.cue)) for item in found] == [([source], [cue])]


def test_a_quotation_that_is_taken_is_left() -> None:
    here = passage("« Non », dit-il.")
    assert list(read_quoted(here, 0, len(here.tokens), {0})) == []


def test_words_in_quotation_marks_alone_credit_nobody() -> None:
    here = passage("Le film « Nuit » sort mercredi.")
    assert list(read_quoted(here, 0, len(here.tokens), set())) == []


def test_a_quotation_that_is_not_closed_says_so() -> None:
    here = passage("Le maire a dit : « Non.")
    assert [item.open for item in read_quoted(here, 0, len(here.tokens), set())] == [True]


def test_an_incise_needs_signs_around_it() -> None:
    here = passage("Le chat a dit le maire oui.")
    assert find_incise(here, 0, len(here.tokens)) is None
