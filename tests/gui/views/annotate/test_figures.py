"""What the grammar makes of selected words."""

import pytest

from annotation.codebook import Layer, built_in_codebook, load_codebook
from annotation.i18n import use_language
from annotation.records import Json
from gui.views.figures import read_figure

CODEBOOK = load_codebook(built_in_codebook())


def layer(name: str) -> Layer:
    found = CODEBOOK.layer(name)
    assert found
    return found


@pytest.mark.parametrize(
    ("words", "lang", "features"),
    [
        ("12\u00a0%", "fr", {"kind": "percent", "value": "12"}),
        ("1\u202f200 euros", "fr", {"kind": "money", "value": "1200", "unit": "EUR"}),
        ("300 people", "en", {"kind": "cardinal", "value": "300", "counted": "people"}),
    ],
)
def test_value_and_unit_are_read(words: str, lang: str, features: dict[str, Json]) -> None:
    found = read_figure(words, lang, layer("figure"))
    assert {key: found.get(key) for key in features} == features


def test_a_language_without_a_grammar_is_read_in_that_of_the_window() -> None:
    use_language("fr")
    assert read_figure("douze élus", "xx", layer("figure"))["value"] == "12"


def test_other_layers_and_other_words_have_no_figure() -> None:
    assert read_figure("12 %", "fr", layer("entity")) == {}
    assert read_figure("rien", "fr", layer("figure")) == {}
