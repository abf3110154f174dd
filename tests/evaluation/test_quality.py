"""The quality of the detectors does not fall, by the project's own matching on its own gold."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from annotation.detectors import choose_package
from tests.evaluation.predictions import Predictor
from tests.evaluation.quality import Count, accuracies, count
from tests.evaluation.reports import own_gold, own_report

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
TEXT = "La ministre Ana Ruiz a promis 3 quais."


def article(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"id": "a", "text": TEXT, "annotations": [{"id": str(n), **row} for n, row in enumerate(rows)]}


def row(layer: str, features: dict[str, Any], **quotes: str) -> dict[str, Any]:
    spans = {role: [[TEXT.index(quote), TEXT.index(quote) + len(quote)]] for role, quote in quotes.items()}
    return {"layer": layer, "spans": spans, "features": features}


NAME = row("entity", {"type": "PER", "entity": "Ana Ruiz"}, mention="Ana Ruiz")
FIGURE = row("figure", {"kind": "cardinal", "value": "3"}, mention="3 quais")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_quality_does_not_fall(lang: str) -> None:
    if not choose_package(lang):
        pytest.skip("the language model is not installed")
    gold = next(gold for gold in own_gold("dev") if gold.name == f"own_{lang}_dev")
    predict = Predictor()
    found = list(predict(gold.articles))
    measured = {name: count(name, gold.articles, found).f1 for name in FLOORS[lang]}
    assert not predict.failures
    assert {name: f1 for name, f1 in measured.items() if f1 < FLOORS[lang][name]} == {}


def test_an_entity_needs_every_character_and_its_type() -> None:
    short = row("entity", {"type": "PER"}, mention="Ruiz")
    other = row("entity", {"type": "ORG"}, mention="Ana Ruiz")
    assert count("entity", [article(NAME)], [article(NAME)]).f1 == 1
    assert count("entity", [article(NAME)], [article(short)]).f1 == 0
    assert count("entity", [article(NAME)], [article(other)]).f1 == 0


def test_a_figure_needs_its_value() -> None:
    wrong = row("figure", {"kind": "cardinal", "value": "4"}, mention="3 quais")
    bare = row("figure", {"kind": "cardinal", "value": "3"}, mention="3 quai")
    assert count("figure", [article(FIGURE)], [article(wrong)]).hits == 0
    assert count("figure", [article(FIGURE)], [article(bare)]).hits == 1


def test_what_is_optional_counts_on_neither_side() -> None:
    name = row("entity", {"type": "PER", "doubtful": True}, mention="Ana Ruiz")
    assert count("entity", [article(name)], [article(NAME)]) == Count(hits=0, gold=0, found=0)
    assert count("entity", [article(name)], [article()]) == Count()


def test_nothing_found_and_nothing_demanded_is_no_division() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (0, 0, 0)


def test_a_canonical_name_is_judged_where_the_mention_is_right() -> None:
    other = {**NAME, "features": {"type": "PER", "entity": "Paul Martin"}}
    nameless = {**NAME, "features": {"type": "PER"}}
    said = [list(accuracies([article(NAME)], [article(found)]))[:2] for found in (NAME, other, nameless)]
    assert said == [
        [("entity: named", 1, 1), ("entity: right where named", 1, 1)],
        [("entity: named", 1, 1), ("entity: right where named", 0, 1)],
        [("entity: named", 0, 1), ("entity: right where named", 0, 0)],
    ]


def test_the_report_names_every_layer() -> None:
    gold = next(own_gold("dev"))
    report = own_report(gold, gold.articles)
    assert {numbers["f1"] for numbers in report["whole records"].values()} == {1.0}
    assert all(numbers["accuracy"] in (1.0, None) for numbers in report["names and features"].values())
