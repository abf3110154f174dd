"""What is said without quotation marks."""

import pytest

from annotation.detectors._attributions.clauses import read_clauses, read_incise
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("fr", "Il a dit que la porte était ouverte.", ["que la porte était ouverte"]),
        ("fr", "Il dit vouloir partir.", ["vouloir partir"]),
        ("fr", "Le maire accuse la région de mentir.", ["la région de mentir"]),
        ("fr", "Elle refuse de signer.", ["de signer"]),
        ("en", "She said the door was open all day.", ["the door was open all day"]),
        ("en", "They pledged to leave.", ["to leave"]),
    ],
)
def test_the_content_of_a_frame_is_found(code: str, text: str, content: list[str]) -> None:
    here = passage(text, code)
    assert [words(here, *item.content) for item in read_clauses(here, 0, len(here.tokens))] == [content]


def test_two_verbs_of_one_subject_share_it() -> None:
    here = passage("Le préfet a dit que tout irait bien et a promis de revenir.")
    found = list(read_clauses(here, 0, len(here.tokens)))
    assert [words(here, *item.source) for item in found] == [["Le préfet"], ["Le préfet"]]


@pytest.mark.parametrize(
    "text", ["On ignore si le vote aura lieu.", "Plus que jamais, il faut agir.", "Le dit accord est signé."]
)
def test_nobody_is_credited_for_nothing(text: str) -> None:
    here = passage(text)
    assert list(read_clauses(here, 0, len(here.tokens))) == []


def test_a_verb_put_into_a_sentence_takes_all_around_it() -> None:
    here = passage("Le barrage, a prévenu la ville, pourrait céder.")
    found = read_incise(here, 0, len(here.tokens))
    assert found is not None
    assert words(here, *found.content) == ["Le barrage", "pourrait céder"]
    assert words(here, *found.source) == ["la ville"]
