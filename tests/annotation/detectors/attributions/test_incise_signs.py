"""What stands around a verb put into speech."""

import pytest

from annotation.detectors._attributions.incise_signs import (
    begin_of,
    behind_quote,
    holds_verb,
    is_name,
    may_name,
    next_sign,
    resume_after,
)
from tests.annotation.detectors.attributions.reader import group, passage


def test_a_verb_behind_a_quotation_is_told() -> None:
    here = passage("« Non », a dit Luc. Il a ajouté")
    assert behind_quote(here, group(here, "dit"))
    assert not behind_quote(here, group(here, "ajoute"))


def test_an_incise_begins_with_its_auxiliary() -> None:
    here = passage("« Non », a-t-il dit")
    assert here.fold(begin_of(group(here, "dit"))) == "a"


@pytest.mark.parametrize(
    ("word", "names"), [("Luc", True), ("ministre", True), ("elle", True), ("table", False)]
)
def test_what_may_name_somebody_is_told(word: str, names: bool) -> None:
    assert may_name(passage(f"x {word}"), 1) is names
    assert not may_name(passage("x"), 1)


def test_a_clause_is_no_subject() -> None:
    here = passage("elle partirait demain")
    assert holds_verb(here, (0, 14))
    assert not holds_verb(here, (0, 4))


@pytest.mark.parametrize(
    ("text", "resumed"),
    [
        ("le maire, qui part, demain", "demain"),
        ("le maire, lors d'un débat, demain", "demain"),
        ("le maire, demain", "demain"),
        ("le maire, qui part.", ""),
    ],
)
def test_the_text_goes_on_after_what_is_about_the_speaking(text: str, resumed: str) -> None:
    here = passage(text)
    at = resume_after(here, 2, len(here.tokens))
    assert at is not None
    assert here.fold(at) == resumed


def test_the_sign_that_ends_an_incise_is_near() -> None:
    here = passage("le maire, et")
    assert next_sign(here, 0, len(here.tokens)) == 2
    here = passage("mot " * 60)
    assert next_sign(here, 0, len(here.tokens)) is None


def test_a_short_quotation_may_be_a_name() -> None:
    here = passage("« Les Rives » et « une phrase plus longue que tous les noms »")
    assert [is_name(here, at) for at in (0, 4, 5)] == [True, False, False]
