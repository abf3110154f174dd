"""A paragraph as the rules of figures see it."""

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {3: "NOUN"})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "192.168.1.2"),
        ("fr", "03 25 76 88 78"),
        ("fr", "www.exemple.fr/12"),
        ("fr", "l'article 49.3"),
        ("fr", "à 18 h 30"),
        ("fr", "COVID-19"),
        ("en", "6:30 pm"),
        ("en", "9/11"),
        ("en", "flight 370"),
        ("en", "version 1.2.3"),
    ],
)
def test_numbers_that_are_names_are_seen(code: str, text: str) -> None:
    here = context(text, code)
    numbers = {at for at, token in enumerate(here.tokens) if token.kind == "number"}
    assert numbers <= here.names


@pytest.mark.parametrize(
    ("code", "text", "iso"),
    [
        ("fr", "4 décembre 2024", "2024-12-04"),
        ("fr", "1er mai", ""),
        ("fr", "12/05/2024", "2024-05-12"),
        ("en", "May 8, 1945", "1945-05-08"),
        ("en", "12/05/2024", "2024"),
        ("en", "March 2019", "2019-03"),
        ("fr", "31/02/2024", "2024-02"),
        ("en", "Sunday, March 3", ""),
    ],
)
def test_dates_are_seen_whole(code: str, text: str, iso: str) -> None:
    here = context(text, code)
    assert (here.dates[0].end, here.dates[0].iso) == (len(here.tokens), iso)


def test_outside_the_paragraph_there_is_nothing() -> None:
    here = context("12 ans")
    assert (here.fold(-1), here.written(9), here.tag(9), here.tag(1), here.touches(0)) == (
        "",
        "",
        "",
        "NOUN",
        False,
    )
    assert here.quote(0, 2) == "12 ans"
    assert here.starts_sentence(0)
