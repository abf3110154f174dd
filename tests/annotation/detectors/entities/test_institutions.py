"""Institutions whose names are ordinary words."""

import pytest

from annotation.detectors._entities.gazetteer import load_gazetteer, load_institutions
from annotation.detectors._entities.institutions import read_institutions
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of, read, typed


def institutions(text: str, lang: str = "fr") -> list[str]:
    line = line_of(text, lang)
    found = read_institutions(line, load_gazetteer(lang), load_institutions(lang))
    return [line.text[item.start : item.end] for item in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le tribunal administratif de Morinville tranche.", "tribunal administratif de Morinville"),
        ("Selon le parquet de Saint-Orin, rien.", "parquet de Saint-Orin"),
        ("L'agence régionale de santé se tait.", "agence régionale de santé"),
        ("La chambre d'agriculture du Gard proteste.", "chambre d'agriculture du Gard"),
        ("Le ministère de l'intérieur répond.", "ministère de l'intérieur"),
        ("Le ministère de la Santé répond.", "ministère de la Santé"),
        ("Le ministère du travail et de la santé répond.", "ministère du travail et de la santé"),
        ("La fédération française de rugby vote.", "fédération française de rugby"),
        ("À l'hôpital Saint-Orin, on attend.", "hôpital Saint-Orin"),
        ("Une lettre à la mairie de Lyon.", "mairie de Lyon"),
    ],
)
def test_an_institution_goes_up_to_what_completes_its_name(text: str, name: str) -> None:
    assert institutions(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le tribunal tranche.",
        "Un hôpital de Lyon brûle.",
        "Le ministère répond.",
        "La fédération vote.",
        "Les mairies de France votent.",
        "LE TRIBUNAL ADMINISTRATIF DE LILLE A TRANCHÉ HIER",
        "",
        "Le parquet de",
        "La chambre d'",
    ],
)
def test_a_noun_alone_or_with_an_indefinite_article_names_no_institution(text: str) -> None:
    assert institutions(text) == [] if text else not load_institutions("en").known_by


def test_english_names_are_left_to_capitals() -> None:
    assert institutions("The ministry of health answers.", "en") == []


def test_the_town_in_an_institution_is_a_place_of_its_own() -> None:
    found = typed(read("Hier, le parquet de Lyon et la mairie de Morinville ont répondu."))
    assert ("parquet de Lyon", "ORG") in found
    assert ("Lyon", "GPE") in found
    assert ("mairie de Morinville", "ORG") in found
    assert ("Morinville", "GPE") in found


def test_whose_name_an_institution_has_is_no_town() -> None:
    found = typed(read("On attend à l'hôpital de Marie, puis au lycée du Morin."))
    assert not [words for words, kind in found if kind == "GPE"]


def test_the_heads_of_institutions_are_told_apart() -> None:
    heads = load_institutions("fr").heads
    assert heads.find(["tribunal"], 0) == (1, "name")
    assert heads.find(["ministere"], 0) == (1, "field")
    assert GAZETTEER.guesses_places
