"""Agreement article by article."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.agreement.by_article import COLUMNS, article_rows, by_article, write_articles
from annotation.measures import MEASURES, Row, Unit, Units
from annotation.records import Span
from tests.annotation.agreement.labels import CODEBOOK


def unit(start: int, value: str = "PER") -> Unit:
    return Unit(spans={"mention": (Span(start, start + 3),)}, value=value)


def row(article: str, **said: Unit) -> Row:
    return Row(article=article, units=said)


ROWS = (
    row("good", anna=unit(0), ben=unit(0)),
    row("bad", anna=unit(0), ben=unit(0, "ORG")),
    row("bad", anna=unit(9)),
    row("half", anna=unit(0), ben=unit(0)),
    row("half", ben=unit(9)),
    row("alone", anna=unit(0)),
)
BOTH = frozenset({"anna", "ben"})
UNITS = Units(
    layer="entity",
    annotators=("anna", "ben"),
    rows=ROWS,
    workers={**dict.fromkeys(("good", "bad", "half", "none"), BOTH), "alone": frozenset({"anna"})},
)


def test_the_worst_article_comes_first_and_who_worked_alone_is_left_out() -> None:
    found = by_article(UNITS, MEASURES["f1-exact"])
    assert [one.article for one in found] == ["bad", "half", "good", "none"]
    assert [one.coefficient.value for one in found] == [0.0, pytest.approx(2 / 3), 1.0, None]
    assert [(one.coefficient.used, one.coefficient.total) for one in found][:2] == [(3, 3), (3, 3)]
    assert str(found[-1].coefficient.note)


def test_differences_are_told_by_their_place_in_the_table() -> None:
    found = {one.article: one.differing for one in by_article(UNITS, MEASURES["f1-exact"])}
    assert found == {"bad": (2,), "half": (4,), "good": (), "none": ()}
    values = {one.article: one for one in by_article(replace(UNITS, feature="type"), MEASURES["percent"])}
    assert values["bad"].differing == (1, 2)
    assert values["bad"].coefficient.value == 0.0


@pytest.mark.parametrize("name", [name for name in MEASURES.names if not name.startswith("gamma")])
def test_the_articles_use_together_what_the_corpus_uses(name: str) -> None:
    units = replace(UNITS, feature="type" if MEASURES[name].takes == "values" else None)
    whole = MEASURES[name].compute(units)
    found = by_article(units, MEASURES[name])
    assert sum(one.coefficient.used for one in found) == whole.used
    assert sum(one.coefficient.total for one in found) == whole.total - 1


def test_the_table_is_written_with_titles(tmp_path: Path) -> None:
    write_articles(article_rows({("entity", None): UNITS}, CODEBOOK, {"bad": "Budget"}), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [rows[0][key] for key in ("article", "title", "measure", "differing")] == [
        "bad", "Budget", "f1_overlap", "1",
    ]  # fmt: skip
    assert rows[-1]["value"] == ""
