"""Known names."""

import pytest

from annotation.detectors._entities.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        ("fr", ["Corée", "du", "Nord"], "GPE"),
        ("fr", ["Moscou"], "GPE"),
        ("fr", ["OTAN"], "ORG"),
        ("fr", ["péninsule", "coréenne"], "LOC"),
        ("fr", ["Néerlandais"], "NORP"),
        ("fr", ["Ukrainiennes"], "NORP"),
        ("fr", ["RUSSIE"], "GPE"),
        ("en", ["White", "House"], "ORG"),
        ("en", ["Democrats"], "NORP"),
        ("en", ["Kyiv"], "GPE"),
    ],
)
def test_a_known_name_has_its_type(code: str, words: list[str], kind: str) -> None:
    assert load_gazetteer(code).names.find(words, 0) == (len(words), kind)


def test_capitals_count() -> None:
    assert load_gazetteer("fr").names.find(["moscou"], 0) is None
