"""Contents that are clauses."""

import pytest

from annotation.detectors._attributions.clauses import (
    is_infinitive,
    leads_to_infinitive,
    read_action,
    read_clause,
    read_infinitive,
    read_question,
)
from tests.annotation.detectors.attributions.reader import group, passage, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Elle dit que tout va bien.", ["que tout va bien"]),
        ("Elle dit lundi à la presse que tout va bien.", ["que tout va bien"]),
        ("Elle dit, dans un sourire, que tout va bien.", ["que tout va bien"]),
        ("Elle dit plus que moi.", []),
        ("Elle dit oui. Que faire ?", []),
    ],
)
def test_a_clause_with_que_is_found(text: str, content: list[str]) -> None:
    here = passage(text)
    assert words(here, read_clause(here, group(here, "dit"), len(here.tokens))) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Elle dit comment faire.", ["comment faire"]),
        ("Elle dit ce qui va mal.", ["ce qui va mal"]),
        ("Elle dit ce mot.", []),
        ("Elle dit à quoi cela sert.", ["à quoi cela sert"]),
        ("Elle dit à Luc de partir.", []),
    ],
)
def test_an_indirect_question_is_found(text: str, content: list[str]) -> None:
    here = passage(text)
    assert words(here, read_question(here, group(here, "dit"), len(here.tokens))) == content


def test_an_infinitive_may_follow_somebody_who_is_told() -> None:
    here = passage("Il a juré aux enquêteurs n'en avoir jamais vu.")
    assert words(here, read_infinitive(here, group(here, "jure"), len(here.tokens))) == [
        "n'en avoir jamais vu"
    ]


def test_an_action_is_not_taken_from_behind_another_verb() -> None:
    here = passage("Il promet la paix et menace de partir.")
    assert read_action(here, group(here, "promet"), len(here.tokens)) is None


def test_infinitives_are_told_from_nouns() -> None:
    here = passage("de ne pas partir de septembre")
    assert leads_to_infinitive(here, 0, len(here.tokens))
    assert not leads_to_infinitive(here, 4, len(here.tokens))
    assert not is_infinitive(here, len(here.tokens), len(here.tokens))
