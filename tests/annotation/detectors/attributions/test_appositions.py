"""What is said more about a name."""

import pytest

from annotation.detectors._attributions.appositions import is_apposition, with_apposition
from tests.annotation.detectors.attributions.reader import passage


@pytest.mark.parametrize(
    ("text", "apposed"),
    [
        ("Luc Roy, ministre du Travail", True),
        ("Sophie, 34 ans", True),
        ("la ministre, Ana Roy", True),
        ("L'avocat, Me Jean Roy", True),
        ("Luc Roy, de l'université de Lens", True),
        ("Luc Roy, ajoutant que", False),
        ("Luc Roy, qui part", False),
        ("Luc Roy, lors d'un débat", False),
    ],
)
def test_more_about_somebody_is_told_from_other_words(text: str, apposed: bool) -> None:
    here = passage(text)
    comma = here.folds.index(",")
    assert is_apposition(here, comma + 1, len(here.tokens)) is apposed


def test_an_apposition_before_a_verb_ends_at_a_relative_clause() -> None:
    here = passage("Luc Roy, ministre du Travail, qui part, a dit")
    assert here.chars(0, with_apposition(here, 2, 10))[1] == len("Luc Roy, ministre du Travail")


def test_nothing_is_added_where_no_comma_follows() -> None:
    here = passage("Luc Roy a dit")
    assert with_apposition(here, 2, 2) == 2
