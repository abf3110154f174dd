"""Places that act."""

import pytest

from tests.annotation.detectors.entities.reader import read


def acting(text: str, lang: str = "fr", *, parse: bool = True) -> dict[str, str]:
    """{words of a place that acts: the name of whom it means}."""
    found = read(text, lang, parse=parse)
    return {words: item.entity.name if item.entity else "" for words, item in found if item.acts_as == "ORG"}


@pytest.mark.parametrize(
    ("text", "place", "means"),
    [
        ("Moscou a démenti l’information.", "Moscou", "Russie"),
        ("Selon Washington, l’accord tient.", "Washington", "États-Unis"),
        ("L’Allemagne a condamné l’attaque.", "Allemagne", "Allemagne"),
        ("Le Kremlin a rejeté cette offre.", "Kremlin", "Kremlin"),
        ("Les relations entre Berlin et Varsovie se tendent.", "Berlin", "Allemagne"),
        ("Le soutien de Pékin ne suffit pas.", "Pékin", "Chine"),
    ],
)
def test_a_place_that_says_or_decides_acts(text: str, place: str, means: str) -> None:
    assert acting(text)[place] == means


@pytest.mark.parametrize(
    "text",
    [
        "Il pleut sur Moscou.",
        "Il vit en Allemagne.",
        "Un train entre Paris et Lyon.",
        "Un musée de Berlin ferme.",
    ],
)
def test_a_place_where_something_happens_does_not_act(text: str) -> None:
    assert acting(text) == {}


def test_whoever_is_accused_acts_as_well() -> None:
    assert acting("La Pologne a accusé la Russie de mensonge.") == {"Pologne": "Pologne", "Russie": "Russie"}


def test_small_words_tell_without_a_parse() -> None:
    assert acting("Selon Washington, l’accord tient.", parse=False) == {"Washington": "États-Unis"}


def test_english_places_act_too() -> None:
    assert acting("Moscow denied the report.", "en") == {"Moscow": "Russia"}
