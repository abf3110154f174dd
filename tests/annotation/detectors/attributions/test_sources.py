"""Whom a cue credits."""

import pytest

from annotation.detectors._attributions.sources import (
    find_after,
    find_before,
    skip_back,
    tied_before,
    with_auxiliaries,
)
from tests.annotation.detectors.attributions.reader import passage, words


def cue(text: str, verb: str) -> int:
    return passage(text).folds.index(verb)


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Le maire de Lyon a dit", "dit", "Le maire de Lyon"),
        ("Mardi, Luc Roy, élu du Nord, a dit", "dit", "Luc Roy, élu du Nord"),
        ("Il pleut, mais elle dit", "dit", "elle"),
        ("Marine Le Bras n'a pas dit", "dit", "Marine Le Bras"),
    ],
)
def test_the_subject_before_a_verb_is_found(text: str, verb: str, source: str) -> None:
    here = passage(text)
    assert words(here, find_before(here, 0, here.folds.index(verb))) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("dit Luc Roy, ministre du Travail.", "Luc Roy, ministre du Travail"),
        ("dit le maire après la réunion", "le maire"),
        ("dit-il", "il"),
        ("dit à l'AFP un proche", "un proche"),
        ("dit Luc, ajoutant que", "Luc"),
        ("dit Luc et Ana.", "Luc et Ana"),
    ],
)
def test_the_subject_after_a_verb_is_found(text: str, source: str) -> None:
    here = passage(text)
    assert words(here, find_after(here, 1, len(here.tokens), 0)) == [source]


def test_a_pronoun_between_auxiliary_and_verb_is_found() -> None:
    here = passage("a-t-elle ajouté")
    found = tied_before(here, here.folds.index("ajoute"))
    assert found is not None
    assert (words(here, found[0]), found[1]) == (["elle"], 0)
    assert tied_before(passage("elle ajoute"), 1) is None


def test_auxiliaries_and_adverbs_are_stepped_over() -> None:
    here = passage("Ils ont fermement condamné")
    assert (skip_back(here, 3, 0), with_auxiliaries(here, 3)) == (1, 1)
