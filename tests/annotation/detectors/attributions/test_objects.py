"""Contents that are noun phrases."""

import pytest

from annotation.detectors._attributions.objects import (
    read_about,
    read_blame,
    read_call,
    read_feeling,
    read_object,
    read_predicate,
    read_view,
)
from tests.annotation.detectors.attributions.reader import group, passage, words


@pytest.mark.parametrize(
    ("text", "verb", "content"),
    [
        ("Elle condamne l'attaque de lundi.", "condamne", ["l'attaque de lundi"]),
        ("Elle condamne, lors d'un débat, l'attaque.", "condamne", ["l'attaque"]),
        ("Elle annonce deux mesures, dont deux taxes.", "annonce", ["deux mesures, dont deux taxes"]),
        ("Elle condamne.", "condamne", []),
    ],
)
def test_an_object_has_all_that_belongs_to_it(text: str, verb: str, content: list[str]) -> None:
    here = passage(text)
    assert words(here, read_object(here, group(here, verb), len(here.tokens))) == content


def test_somebody_is_accused_of_something() -> None:
    here = passage("Elle accuse la ville de mentir.")
    assert words(here, read_blame(here, group(here, "accuse"), len(here.tokens))) == ["la ville de mentir"]


def test_somebody_is_called_on_to_do_something() -> None:
    here = passage("Elle appelle la ville à agir.")
    found = read_call(here, group(here, "appelle"), len(here.tokens))
    assert found is not None
    assert words(here, *found) == ["à agir", "la ville"]


def test_in_english_whoever_is_to_act_belongs_to_the_content() -> None:
    here = passage("She urged the council to act.", "en")
    found = read_call(here, group(here, "urged"), len(here.tokens))
    assert found is not None
    assert words(here, found[0]) == ["the council to act"]


def test_what_is_said_of_something_belongs_to_it() -> None:
    here = passage("Elle juge la loi « injuste ».")
    assert words(here, read_predicate(here, group(here, "juge"), len(here.tokens))) == ["la loi « injuste »"]
    here = passage("Elle juge la loi.")
    assert read_predicate(here, group(here, "juge"), len(here.tokens)) is None


def test_a_feeling_is_somebodys_own() -> None:
    here = passage("Elle dit sa colère.")
    assert words(here, read_feeling(here, group(here, "dit"), len(here.tokens))) == ["sa colère"]
    here = passage("Elle dit son nom.")
    assert read_feeling(here, group(here, "dit"), len(here.tokens)) is None


def test_a_view_begins_with_what_is_seen() -> None:
    here = passage("Elle y voit un signe.")
    assert words(here, read_view(here, group(here, "voit"), len(here.tokens))) == ["un signe"]


def test_a_preposition_leads_to_what_a_verb_is_about() -> None:
    here = passage("Elle s'oppose à la loi.")
    assert words(here, read_about(here, group(here, "oppose"), len(here.tokens))) == ["à la loi"]


def test_somebody_is_called_to_something() -> None:
    here = passage("Le maire appelle les habitants au calme.", parse=True)
    found = read_call(here, group(here, "appelle"), len(here.tokens))
    assert found is not None
    assert words(here, *found) == ["au calme", "les habitants"]
    here = passage("Le maire appelle les habitants de Lens.", parse=True)
    assert read_call(here, group(here, "appelle"), len(here.tokens)) is None
