"""Where a name begins and ends."""

import pytest

from annotation.detectors._entities.edges import widen
from annotation.detectors._entities.mention import Mention
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of


def widened(text: str, words: str, kind: str) -> tuple[str, str]:
    line = line_of(text)
    start = line.text.index(words)
    item = widen(line, Mention(start, start + len(words), kind, ("model",)), GAZETTEER)
    return line.text[item.start : item.end], item.type


@pytest.mark.parametrize(
    ("text", "words", "kind", "name"),
    [
        ("Il habite rue Morin.", "Morin", "PER", ("rue Morin", "LOC")),
        ("Il habite rue de la Paix-Morin.", "Paix", "MISC", ("rue de la Paix-Morin", "LOC")),
        ("Au bord du lac de Vardanie.", "Vardanie", "LOC", ("lac de Vardanie", "LOC")),
        ("Le ministère de la Défense répond.", "Défense", "ORG", ("ministère de la Défense", "ORG")),
        (
            "Le tribunal correctionnel de Morinville.",
            "Morinville",
            "LOC",
            ("tribunal correctionnel de Morinville", "ORG"),
        ),
        ("La ville de Morinville.", "Morinville", "LOC", ("Morinville", "LOC")),
    ],
)
def test_a_noun_before_a_name_makes_one_name_with_it(
    text: str, words: str, kind: str, name: tuple[str, str]
) -> None:
    assert widened(text, words, kind) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hier M. Morin parlait.", "Morin", ("M. Morin", "PER")),
        ("Hier Mme Morin parlait.", "Morin", ("Mme Morin", "PER")),
        ("Hier Me Morin parlait.", "Morin", ("Morin", "PER")),
    ],
)
def test_a_civility_makes_a_person_and_is_kept_where_the_language_says_so(
    text: str, words: str, name: tuple[str, str]
) -> None:
    assert widened(text, words, "LOC") == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hier Ursula von der Leyen parlait.", "Ursula", "Ursula von der Leyen"),
        ("Hier Charles de Brévent parlait.", "Charles", "Charles de Brévent"),
        ("Hier van Morin parlait.", "Morin", "van Morin"),
        ("Hier Jean-Pierre Morin parlait.", "Pierre Morin", "Jean-Pierre Morin"),
        ("Hier Anne Morin-Duval parlait.", "Anne Morin", "Anne Morin-Duval"),
    ],
)
def test_particles_and_hyphens_belong_to_a_person(text: str, words: str, name: str) -> None:
    assert widened(text, words, "PER")[0] == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Des hameaux tels que La Morinière.", "Morinière", "La Morinière"),
        ("Le collectif « Les Deux Rives » proteste.", "Deux Rives", "Les Deux Rives"),
        ("La Morinière brûle.", "Morinière", "Morinière"),
        ("Il a dit : « La Vardanie ment. »", "Vardanie", "Vardanie"),
    ],
)
def test_an_article_belongs_to_a_name_where_its_capital_says_so(text: str, words: str, name: str) -> None:
    assert widened(text, words, "MISC")[0] == name


def test_a_people_is_left_as_it_is() -> None:
    assert widened("La rue des Polonais.", "Polonais", "NORP") == ("Polonais", "NORP")
