"""Whom a verb credits."""

import pytest

from annotation.detectors._attributions.subjects import agent_after, antecedent, subject_after, subject_before
from tests.annotation.detectors.attributions.reader import group, passage, words


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Le maire de Lyon a dit", "dit", "Le maire de Lyon"),
        ("Mardi, Luc Roy, élu du Nord, a dit", "dit", "Luc Roy, élu du Nord"),
        ("Il pleut, mais elle dit", "dit", "elle"),
        ("Marine Le Bras n'a pas dit", "dit", "Marine Le Bras"),
        ("Le maire (LR) de Lens, lui, a dit", "dit", "Le maire (LR) de Lens"),
        ("Luc Roy, qui part demain, a dit", "dit", "Luc Roy"),
        ("L'association « Les Rives », forte de cent membres, a dit", "dit", "L'association « Les Rives »"),
        ("Le suspect, qui nie", "nie", "qui"),
    ],
)
def test_the_subject_before_a_verb_is_found(text: str, verb: str, source: str) -> None:
    here = passage(text)
    assert words(here, subject_before(here, 0, group(here, verb))) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("dit Luc Roy, ministre du Travail.", "Luc Roy, ministre du Travail"),
        ("dit le maire après la réunion", "le maire"),
        ("dit-il", "il"),
        ("dit à l'AFP un proche", "un proche"),
        ("dit devant la presse le maire", "le maire"),
        ("dit auprès de l'AFP Karim Roy", "Karim Roy"),
        ("dit lundi soir le préfet", "le préfet"),
        ("dit Luc, ajoutant que", "Luc"),
        ("dit Luc et Ana.", "Luc et Ana"),
        ("dit Sophie, 34 ans, infirmière.", "Sophie, 34 ans, infirmière"),
        ("dit une source proche du dossier", "une source proche du dossier"),
    ],
)
def test_the_subject_after_a_verb_is_found(text: str, source: str) -> None:
    here = passage(text)
    assert words(here, subject_after(here, group(here, "dit"), len(here.tokens))) == [source]


def test_whoever_acts_in_the_passive_is_found() -> None:
    here = passage("Le pays a été accusé par la Suède de mentir")
    assert words(here, agent_after(here, group(here, "accuse"), len(here.tokens))) == ["la Suède"]
    here = passage("Le pays a été accusé de mentir")
    assert agent_after(here, group(here, "accuse"), len(here.tokens)) is None


def test_a_relative_pronoun_leads_to_the_noun_before_it() -> None:
    here = passage("Le suspect, qui nie les faits, part")
    assert words(here, antecedent(here, 0, 3)) == ["Le suspect"]
    assert antecedent(here, 0, 0) is None


def test_a_subject_ends_before_another_verb_that_shares_it() -> None:
    here = passage(
        "Marc Vidal, maire de Lens, appelle les habitants au calme et demande des renforts.", parse=True
    )
    assert words(here, subject_before(here, 0, group(here, "demande"))) == ["Marc Vidal, maire de Lens"]
