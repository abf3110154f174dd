"""Presets come along as a table, and people keep their own."""

from pathlib import Path

import pytest

from annotation.exporters import EXPORTERS
from annotation.i18n import use_language
from annotation.operations import OperationError
from annotation.operations.sets import About, SetWish, presets
from annotation.operations.sets.presets import (
    all_presets,
    find_preset,
    own_presets,
    remove_preset,
    rename_preset,
    save_preset,
    wish_of,
)
from annotation.operations.splitting import Division
from annotation.records import Shown, Status

WISH = SetWish(
    format="csv",
    options={"separator": "tab"},
    annotator="gold",
    statuses=frozenset({Status.ACCEPTED}),
    suggestions=False,
    layers=("source", "stance"),
    filter="lang:fr",
    division=Division(shares="60/20/20", seed=7, stratify=("outlet",), groups=("copies", "day")),
    anonymise=True,
    shown=Shown.QUOTES,
    provenance=False,
    manifest=True,
    card=True,
    croissant=True,
    agreement=False,
    about=About(licence="CC-BY-4.0", creators=("A. B.",), description="News."),
)


def test_every_preset_that_comes_along_can_be_written() -> None:
    found = all_presets()
    assert {"spacy", "inception", "hugging-face", "statistics", "network"} <= {one.id for one in found}
    assert all(one.wish.format in EXPORTERS and one.explanation for one in found)
    assert find_preset("spacy").division.shares == "80/10/10"
    assert find_preset("deposit").shown is Shown.NOTHING


def test_a_preset_is_found_by_its_name_in_either_language() -> None:
    assert find_preset("Train spaCy") == find_preset("spacy")
    english = next(one for one in all_presets() if one.id == "statistics").name
    use_language("fr")
    french = next(one for one in all_presets() if one.id == "statistics").name
    assert french != english
    assert find_preset(french) == find_preset(english)
    use_language("en")
    with pytest.raises(OperationError, match="no preset “poem”: choose one of spacy, "):
        find_preset("poem")


def test_an_own_preset_comes_back_as_it_was() -> None:
    save_preset("  My   way ", WISH)
    (own,) = own_presets()
    assert (own.name, own.wish, own.id) == ("My way", WISH, "")
    assert find_preset("my way") == WISH
    save_preset("MY WAY", SetWish())
    assert [(one.title, one.wish) for one in own_presets()] == [("MY WAY", SetWish())]


def test_own_presets_are_renamed_and_removed() -> None:
    save_preset("One", WISH)
    save_preset("Two", SetWish())
    rename_preset("One", "Zebra")
    assert [one.title for one in own_presets()] == ["Two", "Zebra"]
    with pytest.raises(OperationError, match="already a preset called “TWO”"):
        rename_preset("Zebra", "TWO")
    rename_preset("Zebra", "ZEBRA")
    remove_preset("Two")
    assert [one.title for one in own_presets()] == ["ZEBRA"]


@pytest.mark.parametrize(("name", "sentence"), [("  ", "needs a name"), ("train SPACY", "already a preset")])
def test_a_name_that_cannot_be_is_refused(name: str, sentence: str) -> None:
    with pytest.raises(OperationError, match=sentence):
        save_preset(name, WISH)
    assert own_presets() == []


@pytest.mark.parametrize(
    "written", ["", "{", "{}", "[1]", '[{"title": "x", "statuses": ["no"]}]', '[{"no": 1}]']
)
def test_a_damaged_file_is_passed_over(written: str) -> None:
    save_preset("One", WISH)
    presets._place().write_text(written, "utf-8")
    assert own_presets() == []


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    with pytest.raises(OperationError, match=r"cannot be kept in .*\(Permission denied\)"):
        save_preset("One", WISH)


def test_what_is_given_changes_a_preset_and_the_rest_stays() -> None:
    changed = wish_of(WISH, {"format": None, "suggestions": None, "provenance": True, "layers": ()},
                      {"seed": 9, "folds": None}, {"licence": "", "title": "T"})  # fmt: skip
    assert changed.provenance
    assert changed.suggestions is False
    assert changed.division == Division(
        shares="60/20/20", seed=9, stratify=("outlet",), groups=("copies", "day")
    )
    assert (changed.about.licence, changed.about.title) == ("CC-BY-4.0", "T")
    assert (changed.format, changed.layers) == ("csv", ("source", "stance"))
