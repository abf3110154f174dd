"""What nouns carry."""

import pytest

from annotation.detectors._attributions.nouns import read_nouns
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("fr", "La déclaration du ministre selon laquelle tout va bien surprend.", ["ministre"],
         "selon laquelle tout va bien surprend"),
        ("fr", "Elle a émis l'hypothèse que le vent change.", ["Elle"], "que le vent change"),
        ("fr", "L'annonce que l'usine fermera surprend.", [], "que l'usine fermera surprend"),
    ],
)  # fmt: skip
def test_whose_noun_it_is_and_its_clause_are_found(
    code: str, text: str, source: list[str], content: str
) -> None:
    here = passage(text, code)
    found = list(read_nouns(here, 0, len(here.tokens)))
    assert [(words(here, *item.source), words(here, *item.content)) for item in found] == [
        (source, [content])
    ]


def test_a_noun_with_a_relative_clause_carries_nothing() -> None:
    here = passage("Le message que Luc a lu est long.")
    assert list(read_nouns(here, 0, len(here.tokens))) == []
