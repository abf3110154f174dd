"""Names by their capitals, without a model."""

import pytest

from annotation.detectors._entities.capitals import read_capitals
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of


def capitals(text: str) -> list[tuple[str, str]]:
    line = line_of(text)
    return [(line.text[item.start : item.end], item.type) for item in read_capitals(line, GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hier, Claire Morin a parlé.", ("Claire Morin", "PER")),
        ("Hier, Jean-Pierre Morin a parlé.", ("Jean-Pierre Morin", "PER")),
        ("Hier, Ursula von der Leyen a parlé.", ("Ursula", "PER")),
        ("Hier, Charles de Brévent a parlé.", ("Charles de Brévent", "PER")),
        ("Hier, J. Morin a parlé.", ("J. Morin", "PER")),
        ("Il va à Saint-Brévent.", ("Saint-Brévent", "LOC")),
        ("Le rapport de l’ANRV est là.", ("ANRV", "ORG")),
        ("On visite le Mont Aubier.", ("Mont Aubier", "LOC")),
        ("Un avis de l’Institut Meunier.", ("Institut Meunier", "ORG")),
    ],
)
def test_capitals_make_a_name_of_the_likeliest_type(text: str, name: tuple[str, str]) -> None:
    assert name in capitals(text)


def test_a_capital_that_begins_a_sentence_says_nothing() -> None:
    assert capitals("Demain il pleut. Personne ne sort.") == []


def test_a_headline_in_capitals_says_nothing() -> None:
    assert capitals("LE MAIRE REFUSE DE PARTIR") == []


def test_a_small_word_that_begins_a_sentence_is_left_out() -> None:
    assert capitals("Selon Claire Morin, tout va bien.") == [("Claire Morin", "PER")]
