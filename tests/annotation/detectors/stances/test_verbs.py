"""Stances that verbs say."""

import pytest

from annotation.detectors._stances.verbs import read_verb
from tests.annotation.detectors.stances.reader import node, scene, triples

NAMES = {"Paris": "GPE", "Londres": "GPE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le syndicat condamne la réforme.", [("syndicat", "against", "réforme")]),
        ("Le syndicat s'oppose à la réforme.", [("syndicat", "against", "réforme")]),
        ("Les députés ont voté contre la loi.", [("députés", "against", "loi")]),
        ("La réforme a été condamnée par le syndicat.", [("syndicat", "against", "réforme")]),
        ("Le texte, critiqué par le syndicat, sera voté.", [("syndicat", "against", "texte")]),
        ("Le syndicat appelle le gouvernement à retirer la réforme.", [("syndicat", "against", "réforme")]),
        (
            "Le syndicat exhorte le gouvernement à ouvrir des négociations.",
            [("syndicat", "favor", "négociations")],
        ),
        ("Le syndicat exige que le gouvernement retire la réforme.", [("syndicat", "against", "réforme")]),
    ],
)
def test_a_verb_says_who_is_for_or_against_what(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre a appelé les élus au calme.", [("ministre", "favor", "calme")]),
        ("Le syndicat a demandé lundi de reconnaître la maladie.", [("syndicat", "favor", "maladie")]),
        (
            "Le syndicat réclame un médecin et un budget.",
            [("syndicat", "favor", "médecin"), ("syndicat", "favor", "budget")],
        ),
        ("Le maire s'en prend au préfet.", [("maire", "against", "préfet")]),
        ("Le maire ne partage pas cette analyse.", [("maire", "against", "analyse")]),
        ("Le maire partage un repas.", []),
        ("Certains critiquent la réforme.", [("Certains", "against", "réforme")]),
    ],
)
def test_demands_idioms_and_hedged_holders_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text) == expected


def test_several_holders_and_targets_each_have_their_stance() -> None:
    text = "La France et l'Italie soutiennent le plan et la réforme."
    found = triples(text, "fr", {"France": "GPE", "Italie": "GPE"})
    assert {(holder, target) for holder, _, target in found} == {
        ("France", "plan"), ("France", "réforme"), ("Italie", "plan"), ("Italie", "réforme")
    }  # fmt: skip


def test_accusations_of_each_other_go_both_ways() -> None:
    found = triples("Paris et Londres s'accusent de mentir.", "fr", NAMES)
    assert sorted(found) == [("Londres", "against", "Paris"), ("Paris", "against", "Londres")]


@pytest.mark.parametrize(
    "text",
    [
        "Le tribunal a condamné le maire à deux ans de prison.",
        "Le ministre soutient que la réforme est juste.",
        "La hausse des prix menace Paris.",
        "Le pilier soutient la voûte.",
        "Le maire a appelé le ministre.",
        "Le maire a été accusé de mensonge.",
        "Le maire appelle les habitants aux urnes.",
    ],
)
def test_the_same_verb_may_say_something_else(text: str) -> None:
    assert triples(text, "fr", {"Paris": "GPE"} if "Paris" in text else {}) == []


def test_english_phrasal_verbs_and_infinitives_are_read() -> None:
    assert triples("The senators came out against the bill.", "en") == [("senators", "against", "bill")]
    text = "The union urged the government to open talks."
    assert triples(text, "en") == [("union", "favor", "talks")]
    assert triples("The coach called for women to march.", "en") == []


def test_a_word_that_is_no_verb_is_not_read() -> None:
    here = scene("Le soutien scolaire est utile.")
    assert list(read_verb(here, node(here, "soutien"))) == []
