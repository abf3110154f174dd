"""Sentences with a verb put into them, as attributions."""

import pytest

from annotation.detectors._attributions.incises import find_incises
from annotation.detectors._attributions.inserted import read_incise
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Le vote est clos, répond le maire, mais il doute encore.",
            ["Le vote est clos", "mais il doute encore"],
        ),
        ("Luc Roy jubile : « Un but pareil », a-t-il rigolé.", ["« Un but pareil »"]),
        ("Il pleut ; le car partira lundi, dit le maire.", ["le car partira lundi"]),
        ("Oui, dit le maire.", []),
    ],
)
def test_the_content_is_what_belongs_to_the_incise(text: str, content: list[str]) -> None:
    here = passage(text)
    (incise,) = find_incises(here, 0, len(here.tokens))
    found = read_incise(here, incise, 0, len(here.tokens))
    assert (words(here, *found.content) if found else []) == content
