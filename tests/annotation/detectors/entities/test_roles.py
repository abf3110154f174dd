"""Roles as mentions of their own."""

import pytest

from annotation.detectors._entities.gazetteer import load_nouns
from annotation.detectors._entities.roles import read_roles
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of, read, typed


def roles(text: str) -> list[str]:
    line = line_of(text)
    return [line.text[item.start : item.end] for item in read_roles(line, GAZETTEER, load_nouns("fr"))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le secrétaire général de l’ONU parle.", "secrétaire général de l'ONU"),
        ("La ministre de la Santé parle.", "ministre de la Santé"),
        ("La ministre vardane des Affaires étrangères parle.", "ministre"),
        (
            "La ministre polonaise des Affaires étrangères parle.",
            "ministre polonaise des Affaires étrangères",
        ),
        ("Le président français sortant parle.", "président français sortant"),
        ("Le président du groupe Gauche unie parle.", "président du groupe Gauche unie"),
        ("Le maire Paul Morin parle.", "maire"),
        ("Élu ministre Paul Morin reste.", "ministre"),
        ("Paul Morin, président de la Vardanie, parle.", "président de la Vardanie"),
        ("L’ancien chef d’état-major parle.", "chef d'état-major"),
    ],
)
def test_a_role_takes_in_what_completes_it(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize("text", ["Il préside le conseil.", "Président !", "Les maisons de la rue."])
def test_a_noun_without_its_article_is_no_role(text: str) -> None:
    assert roles(text) == []


def test_an_english_genitive_announces_a_role() -> None:
    found = typed(read("Gerald Finch, the clinic's chief operating officer, left.", "en"))
    assert ("chief operating officer", "ROLE") in found
