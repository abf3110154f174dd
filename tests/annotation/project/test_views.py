"""Analysts read the project with plain SQLite, and every quote is what the text holds."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotation.operations import Accept, AddAnnotations, Assign, Decide, EditFeatures, MarkProgress
from annotation.project import open_project
from annotation.records import AssignmentState, Decision, Json, Outcome
from tests.annotation.newsroom import ANN, BOB, TEXTS, annotation, named, newsroom_file

Rows = list[dict[str, Any]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project in which Ann has accepted the stance and Bob has made one of his own."""
    path = newsroom_file(tmp_path)
    with open_project(path) as project:
        project.apply(Accept(annotations=(named(project, "t1").id, named(project, "s1").id), actor=ANN.id))
        features: dict[str, Json] = {
            "holder": {"annotation": named(project, "s1").id},
            "target": {"concept": "la trêve"},
            "polarity": "against",
        }
        pieces = {"evidence": ["tiendrons", "👍", "soldats"]}
        stance = replace(annotation("t9", BOB.id, "stance", pieces), features=features)
        project.apply(AddAnnotations(annotations=(stance,), actor=BOB.id))
        project.apply(Assign(articles=["a1", "a2", "a3"], annotator=ANN.id))
        project.apply(MarkProgress(article="a1", annotator=ANN.id, state=AssignmentState.DONE))
    return path


@pytest.fixture
def rows(file: Path) -> Iterator[Any]:
    """What plain SQLite, which trusts the file, answers to a query."""
    db = sqlite3.connect(file)
    db.row_factory = sqlite3.Row

    def query(sql: str, *values: object) -> Rows:
        return [dict(row) for row in db.execute(sql, values)]

    yield query
    db.close()


def test_every_quote_is_what_the_text_holds(rows: Any) -> None:
    for view, column in (("v_entities", "mention"), ("v_figures", "mention")):
        found = rows(f"SELECT * FROM {view}")
        assert found
        for row in found:
            assert row[column] == TEXTS[row["article"]][row["start"] : row["end"]]


def test_every_role_of_an_attribution_has_its_quote_and_its_place(rows: Any) -> None:
    (row,) = rows("SELECT * FROM v_sources WHERE annotator = 'Ann'")
    assert (row["source"], row["cue"], row["content"]) == ("Nina Roux", "a déclaré", "« Nous tiendrons 👍 »")
    for role in ("source", "cue", "content"):
        assert TEXTS["a1"][row[f"{role}_start"] : row[f"{role}_end"]] == row[role]
    assert row["addressee"] is row["addressee_start"] is None
    assert (row["start"], row["end"]) == (row["source_start"], row["source_end"])
    assert (row["speech"], row["speaker"], row["speaker_name"]) == ("direct", "roux", "Nina Roux")


def test_words_in_several_pieces_are_joined_by_an_ellipsis(rows: Any) -> None:
    (row,) = rows("SELECT * FROM v_stances WHERE annotator = 'Bob'")
    assert row["evidence"] == "tiendrons […] 👍 […] soldats"
    assert TEXTS["a1"][row["start"] : row["end"]].startswith("tiendrons 👍")
    assert TEXTS["a1"][row["start"] : row["end"]].endswith("soldats")


def test_holders_and_targets_are_named_whatever_they_are(rows: Any) -> None:
    named_so = {row["annotator"]: (row["holder"], row["target"]) for row in rows("SELECT * FROM v_stances")}
    assert named_so == {
        "machine": ("Nina Roux", "OTAN"),
        "Ann": ("Nina Roux", "OTAN"),
        "Bob": ("Nina Roux", "la trêve"),
    }


def test_a_holder_without_an_entity_is_named_by_its_words(file: Path, rows: Any) -> None:
    with open_project(file) as project:
        mention = named(project, "e1").id
        project.apply(EditFeatures(annotation=mention, features={"entity": None}, actor=BOB.id))
        own = next(one.id for one in project.read.annotations("a1", [BOB.id]) if one.basis == mention)
        project.apply(EditFeatures(annotation="t9", features={"holder": {"annotation": own}}, actor=BOB.id))
        project.apply(
            EditFeatures(annotation="t9", features={"target": {"entity": "unheard-of"}}, actor=BOB.id)
        )
    (row,) = rows("SELECT holder, target FROM v_stances WHERE annotator = 'Bob'")
    assert row == {"holder": "Nina Roux", "target": "unheard-of"}


def test_figures_have_their_exact_values_as_text(rows: Any) -> None:
    (row,) = rows("SELECT * FROM v_figures")
    assert (row["kind"], row["comparator"], row["value"]) == ("cardinal", ">", "10000")
    assert row["mention"] == "Plus de 10\u202f000 soldats"


def test_the_day_that_a_figure_names_is_a_column(file: Path, rows: Any) -> None:
    with open_project(file) as project:
        figure = next(one for one in project.read.annotations("a1") if one.layer == "figure")
        features = {"kind": "date", "date": "2024-12-04"}
        project.apply(EditFeatures(annotation=figure.id, features=features, actor=BOB.id))
    assert rows("SELECT date FROM v_figures WHERE annotator = 'Bob'") == [{"date": "2024-12-04"}]


def test_what_was_accepted_names_the_suggestion_that_it_was_made_from(rows: Any) -> None:
    (own,) = rows("SELECT * FROM v_stances WHERE annotator = 'Ann'")
    (suggestion,) = rows("SELECT * FROM v_stances WHERE id = ?", own["basis"])
    assert (own["status"], suggestion["status"]) == ("accepted", "suggested")
    labels = rows("SELECT * FROM v_stances WHERE status IN ('accepted', 'edited')")
    assert {row["annotator"] for row in labels} == {"Ann", "Bob"}


def test_every_record_has_one_row(rows: Any) -> None:
    views = {"entity": "v_entities", "figure": "v_figures", "source": "v_sources", "stance": "v_stances"}
    for layer, view in views.items():
        (count,) = rows("SELECT count(*) AS n FROM annotations WHERE layer = ?", layer)
        assert len(rows(f"SELECT id FROM {view}")) == count["n"]


def test_progress_is_counted_by_annotator(rows: Any) -> None:
    assert rows("SELECT * FROM v_progress") == [
        {"annotator": "Ann", "assigned": 3, "done": 1, "started": 0, "todo": 2, "skipped": 0, "flagged": 0,
         "annotations": 2}
    ]  # fmt: skip


def test_gold_is_an_annotator_like_any(file: Path, rows: Any) -> None:
    with open_project(file) as project:
        gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG")
        decision = Decision(
            id="d1", article="a1", layer="entity", reviewer=BOB.id, outcome=Outcome.ADDED, records=()
        )
        project.apply(Decide(decision=decision, gold=gold, actor=BOB.id))
    (row,) = rows("SELECT mention, type, entity_name FROM v_entities WHERE annotator = 'gold'")
    assert row == {"mention": "OTAN", "type": "ORG", "entity_name": None}


def test_no_view_has_two_columns_of_one_name(rows: Any, file: Path) -> None:
    db = sqlite3.connect(file)
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        columns = [column[0] for column in db.execute(f"SELECT * FROM {name}").description]
        assert len(columns) == len(set(columns))
        assert not any(":" in column for column in columns)
    db.close()
