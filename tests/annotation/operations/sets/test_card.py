"""The card tells what a set holds and lacks, in the language of who makes it."""

from dataclasses import replace

from annotation.exporters import Loss
from annotation.i18n import use_language
from annotation.operations.sets.card import limits, write_card
from annotation.operations.sets.outcome import Contents, Origin
from annotation.operations.sets.tally import Tally
from annotation.operations.sets.wish import About, SetWish
from annotation.project import Project
from annotation.records import Shown, Status


def card(origin: Origin, contents: Contents, wish: SetWish, project: Project) -> str:
    return write_card(origin, wish, "out", contents, project.read.codebook)


def test_it_is_filled_from_the_project(origin: Origin, contents: Contents, project: Project) -> None:
    about = About(title="Who says what", licence="CC-BY-4.0", creators=("A. B.",))
    told = card(origin, contents, SetWish(about=about, manifest=True), project)
    assert told.startswith('---\npretty_name: "Who says what"\nlanguage: ["fr"]\nlicense: "cc-by-4.0"\n')
    assert "| train | 3 | 10 |" in told
    assert "| test | 0 | 0 |" in told
    assert "3 groups of articles stay together, the largest of 2" in told
    assert "Entity, `type`: PER (4), ORG (2)" in told
    assert "- outlets: Le | Cadran (3)" in told
    assert "- published from 2026-03-02 to 2026-03-02" in told
    assert "| Ann | 2 |" in told
    assert "| Entity | type | alpha_nominal | 0.812 |" in told
    assert "Made by: A. B." in told
    assert "selon export press.selon --format jsonl" in told
    assert "codebook “News” in version 4, from a project of 30 articles" in told


def test_an_empty_set_has_a_card_too(origin: Origin, project: Project) -> None:
    empty = Contents(tallies={"": Tally()}, groups=0, largest=0, losses=(), agreement=())
    told = card(origin, empty, SetWish(), project)
    assert "# press" in told
    assert "0 news articles with 0 records" in told
    assert "Nothing." in told
    assert "None is named: ask whoever made the set" in told
    assert "no article has the work of two annotators" in told


def test_limits_say_what_was_chosen_and_left_out() -> None:
    wish = SetWish(annotator="gold", statuses=frozenset({Status.ACCEPTED}), suggestions=True,
                   layers=("source",), filter="lang:fr", shown=Shown.NOTHING, anonymise=True,
                   provenance=False)  # fmt: skip
    told = list(limits(wish))
    assert len(told) == 8
    assert told[0] == "- It holds the gold set alone: what reviewers decided."
    assert "- Its articles were chosen: `lang:fr`" in told
    assert list(limits(SetWish(suggestions=False))) == []
    assert list(limits(SetWish(annotator="Ann", suggestions=False))) == [
        "- It holds the records of Ann alone."
    ]


def test_losses_are_limits(contents: Contents) -> None:
    losses = (Loss(what="Notes", count=2, done="Cut."),)
    assert list(limits(SetWish(suggestions=False), replace(contents, losses=losses))) == ["- Notes: 2. Cut."]


def test_it_speaks_french(origin: Origin, contents: Contents, project: Project) -> None:
    use_language("fr")
    assert "## Limites" in card(origin, contents, SetWish(), project)
