"""Names of newspapers without the numbers of their issues."""

import pytest

from annotation.importers._reading.outlets import clean_outlet


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Magazine 1, no. 5968", "Magazine 1"),
        ("Le Monde, no. 24 511", "Le Monde"),
        ("La Croix, n° 43018", "La Croix"),
        ("  Newspaper   ", "Newspaper"),
        ("Le Figaro (site web)", "Le Figaro (site web)"),
        ("The Guardian(London)", "The Guardian(London)"),
        ("20 Minutes", "20 Minutes"),
        ("Nouvelle Revue", "Nouvelle Revue"),
        ("no. 12", "no. 12"),
        ("", ""),
    ],
)
def test_the_issue_is_no_part_of_the_name(said: str, name: str) -> None:
    assert clean_outlet(said) == name
