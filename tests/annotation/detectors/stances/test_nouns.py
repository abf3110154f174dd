"""Stances in nouns, adjectives and prepositions."""

import pytest

from annotation.detectors._stances.nouns import adjectives, copula, read_noun, read_predicate, read_state
from tests.annotation.detectors.stances.reader import node, scene, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a apporté son soutien aux grévistes.", [("maire", "favor", "grévistes")]),
        ("Le maire a exprimé sa colère contre la fermeture.", [("maire", "against", "fermeture")]),
        ("Le maire a retiré son soutien au projet.", [("maire", "against", "projet")]),
        ("Le projet a reçu le soutien de la région.", [("région", "favor", "projet")]),
        ("Le maire est favorable au projet.", [("maire", "favor", "projet")]),
        ("Le maire n'est pas favorable au projet.", [("maire", "against", "projet")]),
        ("Le maire reste opposé au projet.", [("maire", "against", "projet")]),
        ("Le maire se dit inquiet de la situation.", [("maire", "against", "situation")]),
        ("Les élus sont contre le projet.", [("élus", "against", "projet")]),
        ("Le maire est en faveur du projet.", [("maire", "favor", "projet")]),
        ("Le maire n'a pas caché son hostilité au projet.", [("maire", "against", "projet")]),
        ("Le maire a caché son hostilité au projet.", []),
        ("Hostile au projet, le maire a démissionné.", [("maire", "against", "projet")]),
        ("Le maire est peu favorable au projet.", [("maire", "against", "projet")]),
        ("Le maire a voté une motion de soutien aux grévistes.", [("maire", "favor", "grévistes")]),
        ("Le maire a fait part de son hostilité au projet.", [("maire", "against", "projet")]),
        ("Le maire ne fait pas mystère de son hostilité au projet.", [("maire", "against", "projet")]),
        ("Le projet suscite la colère des habitants.", [("habitants", "against", "projet")]),
        ("La condamnation du maire par le tribunal est connue.", []),
        ("Le maire est prêt à partir.", []),
        ("Les élus sont arrivés pour la fête.", []),
        ("L'association propose du soutien aux élèves.", []),
    ],
)
def test_nouns_and_adjectives_say_who_is_for_or_against_what(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert triples(text) == expected


def test_a_noun_with_its_owner_is_a_stance_where_the_owner_is_named() -> None:
    text = "Le soutien de Paris à Kiev reste entier."
    assert triples(text, "fr", {"Paris": "GPE", "Kiev": "GPE"}) == [("Paris", "favor", "Kiev")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor voiced his support for the strike.", [("mayor", "favor", "strike")]),
        ("The mayor is in favour of the strike.", [("mayor", "favor", "strike")]),
        ("The mayor is critical of the strike.", [("mayor", "against", "strike")]),
        ("The senators are against the strike.", [("senators", "against", "strike")]),
    ],
)
def test_english_nouns_and_adjectives_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text, "en") == expected


def test_an_adjective_is_looked_up_without_its_endings() -> None:
    here = scene("Elles sont opposées au projet.")
    assert "oppose" in adjectives(node(here, "opposées"))


def test_the_copula_of_an_adjective_stands_before_it() -> None:
    here = scene("Le maire est favorable au projet.")
    found = copula(here, node(here, "favorable"))
    assert found is not None
    assert found.text == "est"
    assert copula(here, node(here, "maire")) is None


def test_words_of_other_kinds_are_not_read() -> None:
    here = scene("Le maire parle.")
    verb = node(here, "parle")
    assert not [*read_noun(here, verb), *read_state(here, verb), *read_predicate(here, verb)]
