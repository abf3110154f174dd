"""Noun phrases by the words around them."""

import pytest

from annotation.detectors._attributions.phrases import (
    leads_circumstance,
    phrase_after,
    phrase_before,
    skip_asides,
    trim_phrase,
    with_last_names,
)
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Mardi, le maire de Lens", "le maire de Lens"),
        ("Interrogé hier, le maire", "le maire"),
        ("Il pleut, mais Luc Roy", "Luc Roy"),
        ("La ministre, Ana Roy,", "La ministre, Ana Roy"),
        ("Le club, contacté,", "Le club"),
    ],
)
def test_a_phrase_before_a_verb_is_found(text: str, phrase: str) -> None:
    here = passage(text)
    assert words(here, phrase_before(here, 0, len(here.tokens))) == [phrase]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("mardi le maire de Lens.", "le maire de Lens"),
        ("devant la presse le maire, qui part", "le maire"),
        ("un responsable du port à Calais", "un responsable du port"),
        ("des élus, des syndicats et des riverains.", "des élus, des syndicats et des riverains"),
        ("l'association « Les Rives », hier", "l'association « Les Rives »"),
    ],
)
def test_a_phrase_after_a_verb_is_found(text: str, phrase: str) -> None:
    here = passage(text)
    assert words(here, phrase_after(here, 0, len(here.tokens))) == [phrase]


def test_signs_and_joining_words_are_trimmed() -> None:
    here = passage(", mais le maire ,")
    assert words(here, trim_phrase(here, 0, len(here.tokens))) == ["le maire"]
    assert trim_phrase(here, 0, 1) is None


def test_first_and_last_names_are_added() -> None:
    here = passage("Marine Le Bras")
    assert words(here, trim_phrase(here, 1, 3)) == ["Marine Le Bras"]
    assert with_last_names(passage("Luc Martin parle"), 1, 3) == 2


def test_circumstances_are_stepped_over_and_clauses_are_not() -> None:
    here = passage("lundi lors d'un débat le maire")
    assert here.fold(skip_asides(here, 0, len(here.tokens))) == "le"
    here = passage("devant que")
    assert [leads_circumstance(here, at) for at in (0, 1)] == [True, False]
