"""Whether a stance is held, denied, supposed, asked for, or only said to be due."""

import pytest

from annotation.detectors._stances.modality import Modality, is_negated, read_modality
from tests.annotation.detectors.stances.reader import node, scene


def modality(text: str, verb: str, code: str = "fr") -> Modality | None:
    here = scene(text, code)
    return read_modality(here.syntax, node(here, verb))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("La France ne soutient pas le texte.", "soutient"),
        ("La France n'a jamais soutenu le texte.", "soutenu"),
        ("Le maire refuse de soutenir le texte.", "soutenir"),
        ("Il a parlé une heure sans condamner l'attaque.", "condamner"),
        ("Le pays ne s'oppose plus à l'accord.", "oppose"),
    ],
)
def test_a_denial_turns_a_stance_round(text: str, verb: str) -> None:
    found = modality(text, verb)
    assert found is not None
    assert found.negated
    assert found.sure < 1


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Spain does not support the plan.", "support"),
        ("Spain no longer supports the plan.", "supports"),
        ("Spain refused to support the plan.", "support"),
        ("Spain never supported the plan.", "supported"),
    ],
)
def test_an_english_denial_turns_a_stance_round(text: str, verb: str) -> None:
    found = modality(text, verb, "en")
    assert found is not None
    assert found.negated


@pytest.mark.parametrize(
    ("text", "verb", "code"),
    [
        ("L'Espagne ne soutient pas seulement le texte, elle le vote.", "soutient", "fr"),
        ("Il soutient plus que jamais le texte.", "soutient", "fr"),
        ("Spain not only supports the plan, it pays.", "supports", "en"),
    ],
)
def test_not_only_is_no_denial(text: str, verb: str, code: str) -> None:
    here = scene(text, code)
    assert not is_negated(here.syntax, node(here, verb))


@pytest.mark.parametrize(
    ("text", "verb", "code"),
    [
        ("Paris pourrait condamner l'attaque.", "condamner", "fr"),
        ("Si Berlin soutenait le plan, il passerait.", "soutenait", "fr"),
        ("L'Europe soutient-elle le plan ?", "soutient", "fr"),
        ("Il ne pense pas que la ville soutienne le plan.", "soutienne", "fr"),
        ("Paris could condemn the attack.", "condemn", "en"),
        ("If Berlin backed the plan, it would pass.", "backed", "en"),
    ],
)
def test_what_is_only_possible_is_held_by_nobody(text: str, verb: str, code: str) -> None:
    assert modality(text, verb, code) is None


def test_the_conditional_of_hearsay_is_less_sure() -> None:
    found = modality("Le gouvernement redouterait une hausse des prix.", "redouterait")
    assert found is not None
    assert found.supposed
    assert found.sure < 0.7


def test_an_imperfect_that_looks_like_a_conditional_is_none() -> None:
    assert modality("Le gouvernement déplorait une hausse des prix.", "déplorait") == Modality()


def test_what_is_due_is_held_by_whoever_says_so() -> None:
    found = modality("Il faut soutenir les soignants.", "soutenir")
    assert found is not None
    assert found.due


def test_a_perfect_with_have_is_not_due() -> None:
    found = modality("The unions have opposed the plan.", "opposed", "en")
    assert found == Modality()


def test_what_is_promised_or_done_to_an_end_holds() -> None:
    for text, verb in (
        ("Le président a promis de soutenir la ville.", "soutenir"),
        ("Des gens ont défilé pour dénoncer la loi.", "dénoncer"),
    ):
        found = modality(text, verb)
        assert found is not None
        assert not found.negated
        assert found.sure > 0.8
