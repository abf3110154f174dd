"""The command says what was chosen, and nothing that is as usual."""

from pathlib import Path

import pytest

from annotation.operations.sets import About, SetWish, command_words
from annotation.operations.splitting import Division
from annotation.records import Shown, Status


def said(wish: SetWish) -> str:
    return " ".join(command_words(Path("a.selon"), Path("out"), wish)[7:])


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (SetWish(), "--set all"),
        (SetWish(annotator="gold"), "--set gold"),
        (SetWish(annotator="Ann"), "--set annotator Ann"),
        (SetWish(statuses=frozenset({Status.EDITED})), "--set all --status edited"),
        (SetWish(suggestions=False), "--set all --no-suggestions"),
        (SetWish(suggestions=True, layers=("source",)), "--set all --suggestions --layer source"),
        (SetWish(filter="lang:fr", options={"a": "b"}), "--set all --filter lang:fr --option a=b"),
        (
            SetWish(division=Division(shares="8/1/1", stratify=("outlet",), groups=("copies", "day"))),
            "--set all --split 8/1/1 --seed 1 --stratify outlet --group day",
        ),
        (SetWish(division=Division(folds=5, seed=3)), "--set all --folds 5 --seed 3"),
        (SetWish(division=Division(seed=3, stratify=("lang",))), "--set all"),
        (SetWish(shown=Shown.NOTHING, anonymise=True), "--set all --anonymise --no-texts"),
        (SetWish(shown=Shown.QUOTES, provenance=False), "--set all --no-texts --quotes --no-provenance"),
        (
            SetWish(manifest=True, card=True, croissant=True, agreement=False),
            "--set all --manifest --card --croissant --no-agreement",
        ),
        (
            SetWish(about=About(title="T", licence="MIT", creators=("A", "B"), version="2")),
            "--set all --title T --licence MIT --dataset-version 2 --creator A --creator B",
        ),
    ],
)
def test_every_choice_has_its_words(wish: SetWish, words: str) -> None:
    assert said(wish) == words


def test_the_command_begins_with_project_format_and_place() -> None:
    words = command_words(Path("a.selon"), Path("out"), SetWish(format="csv"))
    assert words[:7] == ["selon", "export", "a.selon", "--format", "csv", "--out", "out"]
