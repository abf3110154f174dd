"""Conditions, columns and tags of the Corpus room have the colours of what they are about."""

import pytest

from annotation.codebook import built_in_codebook, load_codebook
from gui.views.corpus_hues import Hues
from tests.gui.painted import RED, painted

PLAIN = load_codebook(built_in_codebook())
HUES = Hues(codebook=painted(PLAIN, "stance", "polarity", "against"), tags={"vu": "#00795C"})


@pytest.mark.parametrize(
    ("typed", "hue"),
    [
        ("stance:against", RED),
        ("polarity:against", RED),
        ("-stance:against", RED),
        ("stance:favor", "#8E3B76"),
        ("stance:against,favor", ""),
        ("stance>=3", "#8E3B76"),
        ("stance:", "#8E3B76"),
        ("has:source", "#00795C"),
        ("suggested:figure", "#B35C00"),
        ("has:tags", ""),
        ("tag:vu", "#00795C"),
        ("tag:autre", ""),
        ("outlet:Monde", ""),
        ("words", ""),
        ("", ""),
        ("(" * 100, ""),
    ],
)
def test_a_condition_has_the_colour_of_the_tag_else_of_the_layer(typed: str, hue: str) -> None:
    assert HUES.of_condition(typed) == hue


def test_a_column_that_counts_a_layer_has_its_colour() -> None:
    assert HUES.of_column("labels.entity") == HUES.of_column("suggestions.entity") == "#0072B2"
    assert HUES.of_column("labels") == HUES.of_column("outlet") == HUES.of_column("labels.gone") == ""
