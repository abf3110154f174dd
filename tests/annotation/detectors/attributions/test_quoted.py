"""Quotations with their verb."""

import pytest

from annotation.detectors._attributions.quoted import quotes_between, read_alone, read_quoted
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "source", "cue"),
    [
        ("fr", "Le maire a dit : « Non ».", "Le maire", "a dit"),
        ("fr", "Le maire a répondu mardi : « Non ».", "Le maire", "a répondu"),
        ("fr", "« Nous partons, a-t-elle dit, et vite. »", "elle", "a-t-elle dit"),
        ("fr", "Le maire : « Non. »", "Le maire", ":"),
        ("en", "He said, “No.”", "He", "said"),
    ],
)
def test_the_verb_and_whom_it_credits_are_found(code: str, text: str, source: str, cue: str) -> None:
    here = passage(text, code)
    found = list(read_quoted(here, 0, len(here.tokens), set()))
    assert [(words(here, *item.source), words(here, *item.cue)) for item in found] == [([source], [cue])]


def test_a_quotation_that_is_taken_is_left() -> None:
    here = passage("Le maire a dit : « Non ».")
    taken = {quote.start for quote in quotes_between(here, 0, len(here.tokens))}
    assert list(read_quoted(here, 0, len(here.tokens), taken)) == []


def test_words_in_quotation_marks_alone_credit_nobody() -> None:
    here = passage("Le film « Nuit » sort mercredi.")
    assert list(read_quoted(here, 0, len(here.tokens), set())) == []


def test_a_quotation_that_is_not_closed_says_so() -> None:
    here = passage("Le maire a dit : « Non.")
    assert [item.open for item in read_quoted(here, 0, len(here.tokens), set())] == [True]


def test_a_quotation_alone_goes_on_with_the_speaker_before() -> None:
    here = passage("« Nous partons. »")
    found = read_alone(here.quotes[0])
    assert (words(here, *found.content), found.carried_on) == (["« Nous partons. »"], True)
