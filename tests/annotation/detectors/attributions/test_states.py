"""What adjectives say of somebody."""

import pytest

from annotation.detectors._attributions.states import read_states
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("fr", "L'Union est préoccupée par la hausse.", "L'Union", "la hausse"),
        ("fr", "Le maire n'est pas convaincu que cela suffise.", "Le maire", "que cela suffise"),
        ("fr", "La maire, favorable au projet, a signé.", "La maire", "au projet"),
        ("en", "The union is opposed to the deal.", "The union", "to the deal"),
    ],
)
def test_the_holder_and_the_content_are_found(code: str, text: str, source: str, content: str) -> None:
    here = passage(text, code)
    found = list(read_states(here, 0, len(here.tokens), []))
    assert [(words(here, *item.source), words(here, *item.content)) for item in found] == [
        ([source], [content])
    ]


def test_an_adjective_beside_a_noun_says_nothing() -> None:
    here = passage("Un homme prudent de la ville est parti.")
    assert list(read_states(here, 0, len(here.tokens), [])) == []
