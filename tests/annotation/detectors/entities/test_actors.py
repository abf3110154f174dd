"""Companies and clubs that a model took for places."""

import pytest

from annotation.detectors._entities.actors import judge_actor
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._entities.mention import Mention
from tests.annotation.detectors.entities.reader import line_of


def actor(
    text: str, words: str, *codes: str, parse: bool = False, lang: str = "fr", kind: str = "GPE"
) -> str:
    line = line_of(text, lang, parse=parse)
    start = line.text.index(words)
    item = Mention(start, start + len(words), kind, codes or ("model",), key="some")
    made = judge_actor(line, item, load_gazetteer(lang))
    return made.type + made.key if made else ""


@pytest.mark.parametrize(
    "text",
    [
        "Battus par Morinville (0-2), ils partent.",
        "Une défaite contre Morinville au terme du match.",
        "Le match face à Morinville, un championnat relevé.",
    ],
)
def test_a_town_that_plays_is_a_club_and_no_known_place(text: str) -> None:
    assert actor(text, "Morinville", "list", "model") == "ORG"


@pytest.mark.parametrize(
    "text",
    [
        "Le match se joue à Morinville, en championnat.",
        "La Morinville (0-2) du match et du championnat.",
        "Un recours contre Morinville est prévu.",
        "Un habitant de Morinville (12 ans) est tombé.",
    ],
)
def test_a_town_where_something_happens_stays_a_town(text: str) -> None:
    assert actor(text, "Morinville", "list") == ""


def test_an_unknown_name_that_announces_is_a_company() -> None:
    text = "Hier, Vernilia a annoncé la suppression de cent postes."
    assert actor(text, "Vernilia", parse=True) == "ORGsome"
    assert actor(text, "Vernilia", "list", parse=True) == ""
    assert actor(text, "Vernilia") == ""


def test_a_town_with_a_hyphen_is_not_taken_for_a_company() -> None:
    assert actor("Hier, Saint-Vernil a annoncé un budget.", "Saint-Vernil", parse=True) == ""


def test_english_models_need_no_help() -> None:
    assert actor("Beaten by Morinville (0-2), they left.", "Morinville", lang="en") == ""


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Velmor a produit des vitres pendant vingt ans.", "Velmor", "ORGsome"),
        ("Velmor pense à ses vitres depuis vingt ans.", "Velmor", ""),
        ("Claire a produit des vitres pendant vingt ans.", "Claire", ""),
        ("Anne Velmor a produit des vitres pendant vingt ans.", "Anne Velmor", ""),
        ("La Velmor a produit des vitres pendant vingt ans.", "Velmor", ""),
    ],
)
def test_a_lone_name_that_does_what_companies_alone_do_is_no_person(
    text: str, words: str, expected: str
) -> None:
    assert actor(text, words, parse=True, kind="PER") == expected
