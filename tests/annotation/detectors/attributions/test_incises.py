"""Verbs put into what is said."""

import pytest

from annotation.detectors._attributions.incises import find_incises
from annotation.detectors._attributions.inserted import read_incise
from tests.annotation.detectors.attributions.reader import passage, words


def contents(text: str, code: str = "fr") -> list[tuple[list[str], list[str], str]]:
    here = passage(text, code)
    end = len(here.tokens)
    found = (read_incise(here, item, 0, end) for item in find_incises(here, 0, end))
    return [(words(here, *item.source), words(here, *item.content), item.speech) for item in found if item]


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("fr", "« Non », dit-il.", "il", ["« Non »"]),
        ("fr", "« Non », a dit le maire.", "le maire", ["« Non »"]),
        ("fr", "« Non », a répondu mardi Paul Roy à la presse.", "Paul Roy", ["« Non »"]),
        ("fr", "Le pont, a dit la ville, pourrait céder.", "la ville", ["Le pont", "pourrait céder"]),
        ("fr", "Le car partira, a dit le maire, qui était là.", "le maire", ["Le car partira"]),
        ("fr", "Le car partira, a dit le maire, avant d'ajouter : rien.", "le maire", ["Le car partira"]),
        ("fr", "Rien n'est joué, veut croire un élu : le vote reste ouvert.", "un élu",
         ["Rien n'est joué", "le vote reste ouvert"]),
        ("en", "“No,” said Ann.", "Ann", ["“No,”"]),
        ("en", "“No,” she said.", "she", ["“No,”"]),
        ("en", "“No,” Ann Lee told reporters.", "Ann Lee", ["“No,”"]),
        ("en", "The plan, officials said, works.", "officials", ["The plan", "works"]),
        ("en", "Prices will rise again, the bank said on Monday.", "the bank", ["Prices will rise again"]),
    ],
)  # fmt: skip
def test_what_stands_around_an_incise_is_the_content(
    code: str, text: str, source: str, content: list[str]
) -> None:
    assert [found[:2] for found in contents(text, code)] == [([source], content)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le chat a dit le maire oui."),
        ("fr", "Le ministre, Luc Roy, a annoncé lundi qu'il partait."),
        ("fr", "La ministre, Ana Roy, n'a pas précisé quand elle partirait."),
        ("en", "The sponsor, Rep. Ann Lee, said she was tired."),
    ],
)
def test_a_verb_with_its_own_content_is_no_incise(code: str, text: str) -> None:
    assert contents(text, code) == []


def test_who_is_meant_by_on_is_the_source() -> None:
    found = contents("Deux hommes ont fui, a-t-on appris de source policière.")
    assert found == [(["source policière"], ["Deux hommes ont fui"], "indirect")]
