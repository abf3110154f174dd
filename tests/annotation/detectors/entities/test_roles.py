"""What somebody is."""

import pytest

from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._entities.roles import read_roles
from annotation.detectors._language import load_language
from annotation.detectors._tokens import tokenize


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "le secrétaire général de l'OTAN parle", ["secrétaire général de l'OTAN"]),
        ("fr", "la ministre a dit non", ["ministre"]),
        ("fr", "le président Macron", []),
        ("fr", "un ministre des Affaires étrangères", ["ministre des Affaires étrangères"]),
        ("en", "the secretary-general of NATO spoke", ["secretary-general of NATO"]),
        ("en", "the mayor left", ["mayor"]),
        ("fr", "il préside", []),
    ],
)
def test_a_role_is_found_with_what_completes_it(code: str, text: str, found: list[str]) -> None:
    roles = read_roles(tokenize(text, code), load_language(code), load_gazetteer(code))
    assert [text[item.start : item.end] for item in roles] == found
