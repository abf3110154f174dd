"""The names of a paragraph that the lists know."""

from annotation.detectors._entities.listed import read_listed
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of


def listed(text: str) -> list[tuple[str, str, str]]:
    line = line_of(text)
    found = read_listed(line, GAZETTEER)
    return [(line.text[item.start : item.end], item.type, item.evidence[0]) for item in found]


def test_the_longest_name_counts() -> None:
    assert listed("Le Conseil de sécurité de l’ONU vote.") == [
        ("Conseil de sécurité de l'ONU", "ORG", "list")
    ]


def test_a_name_within_a_longer_word_is_left() -> None:
    assert listed("La France-Antarctique n’existe plus.") == []


def test_a_people_with_a_capital_is_a_mention_and_an_adjective_is_not() -> None:
    assert listed("Deux Polonais et un marin polonais.") == [("Polonais", "NORP", "people")]


def test_what_may_be_a_given_name_is_weak() -> None:
    assert listed("Maurice est venu.") == [("Maurice", "GPE", "weak")]


def test_a_short_acronym_says_nothing_in_a_headline() -> None:
    assert listed("UN PS EN CRISE APRES LA DEFAITE DU CONGRES") == []
    assert listed("L’UE ET LA POLOGNE SIGNENT UN ACCORD")[-1][:2] == ("POLOGNE", "GPE")
