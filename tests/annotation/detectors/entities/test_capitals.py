"""Names by their capitals alone."""

import pytest

from annotation.detectors._entities.capitals import read_capitals
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._language import load_language
from annotation.detectors._tokens import tokenize


def read(text: str, code: str = "fr") -> list[tuple[str, str]]:
    found = read_capitals(text, tokenize(text, code), load_language(code), load_gazetteer(code))
    return [(text[item.start : item.end], item.type) for item in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le président Jean Morel est venu.", [("Jean Morel", "PER")]),
        ("Elle vit à Vierzon.", [("Vierzon", "LOC")]),
        ("Un rapport du CREPS.", [("CREPS", "ORG")]),
        ("Mme Anne-Marie Petit a dit oui.", [("Anne-Marie Petit", "PER")]),
        ("Demain il pleut.", []),
        ("TOUT EST EN CAPITALES", []),
        ("Hier, Charles de Gaulle parlait.", [("Charles de Gaulle", "PER")]),
    ],
)
def test_runs_of_capitals_get_the_type_of_their_surroundings(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found
