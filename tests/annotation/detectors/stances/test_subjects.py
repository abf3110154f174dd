"""Subjects, also where they are another verb's."""

import pytest

from tests.annotation.detectors.stances.reader import node, scene


def subject(text: str, verb: str, code: str = "fr") -> str:
    here = scene(text, code)
    found = here.syntax.subject(node(here, verb))
    return found.text if found is not None else ""


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("La France soutient l'accord.", "soutient", "France"),
        ("Le maire condamne l'attaque et soutient les victimes.", "soutient", "maire"),
        ("Le président a promis de soutenir la ville.", "soutenir", "président"),
        ("Des milliers de gens ont défilé pour dénoncer la loi.", "dénoncer", "milliers"),
        ("Le député, qui critique la loi, est absent.", "critique", "député"),
        ("Paul a quitté la salle en accusant le maire.", "accusant", "Paul"),
    ],
)
def test_the_subject_is_found_also_where_it_is_another_verbs(text: str, verb: str, expected: str) -> None:
    assert subject(text, verb) == expected


def test_an_english_relative_pronoun_stands_for_its_noun() -> None:
    assert subject("The senator, who opposes the bill, left.", "opposes", "en") == "senator"
