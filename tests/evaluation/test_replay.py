"""A researcher who decides as the gold has it finds ever more of it suggested."""

from typing import Any

import pytest

from annotation.records import Annotation, Span, Suggestion
from tests.evaluation.replay import Researcher, Tally, likeness, main

TEXT = "Orange parle. Zorg se tait. Menace plane."


def article(number: int) -> dict[str, Any]:
    rows = [("Orange", "ORG"), ("Zorg", "PER")]
    found = [{"id": f"g{n}", "layer": "entity", "spans": {"mention": [[at, at + len(words)]]},
              "features": {"type": kind}}
             for n, (words, kind) in enumerate(rows) for at in [TEXT.index(words)]]  # fmt: skip
    return {"id": f"a{number}", "text": TEXT, "annotations": found}


def heard() -> list[Suggestion]:
    return [
        Suggestion(key=f"e/{n}", layer="entity", spans={"mention": (Span(at, at + len(words)),)},
                   features={"type": "LOC"}, confidence=0.7, origin="e/1")
        for n, words in enumerate(["Orange", "Menace"]) for at in [TEXT.index(words)]
    ]  # fmt: skip


def test_corrected_added_and_rejected_words_are_right_from_then_on() -> None:
    researcher = Researcher("entity")
    researcher.read(article(1), heard())
    assert (researcher.taught.right, researcher.taught.found) == (0, 2)
    researcher.read(article(2), heard())
    assert (researcher.taught.right, researcher.taught.found) == (2, 5)
    researcher.read(article(3), heard())
    assert (researcher.taught.right, researcher.taught.found) == (4, 7)
    assert (researcher.plain.right, researcher.plain.found, researcher.plain.gold) == (0, 6, 6)


def test_an_attribution_is_known_by_its_content() -> None:
    item = Suggestion(key="a/1", layer="source", spans={"content": (Span(0, 10),)})
    gold = Annotation(id="g", article="a", annotator="p", layer="source", spans={"content": (Span(5, 10),)})
    assert likeness(item, gold) == 0.5


def test_nothing_named_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "entity" in capsys.readouterr().err
    assert Tally().text == "P 0.000 R 0.000 F1 0.000 (0 for 0)"
