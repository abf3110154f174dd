"""The index of who speaks follows every change, its undo and its redo."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.operations import (
    Discard,
    EditFeatures,
    PutEntity,
    TakeBack,
)
from annotation.project import Project, open_project
from annotation.project.boards.attribution_index import wrong_attributions
from annotation.project.boards.attributions import AttributionQuery, AttributionSort
from annotation.records import Entity
from tests.annotation.newsroom import ANN


def rows(project: Project) -> list[tuple[object, ...]]:
    return project.read.db.execute("SELECT * FROM attribution_index ORDER BY id").fetchall()


def afresh(project: Project) -> list[tuple[object, ...]]:
    """The rows as they would be made from the records."""
    assert list(wrong_attributions(project.read.db)) == []
    return rows(project)


def undo(project: Project, entry: int) -> int:
    return project.apply(TakeBack(steps=(project.changes(entry),), actor=ANN.id)).entry


@pytest.mark.parametrize("speaker", ["roux", "otan"])
def test_another_speaker_is_found_at_once_and_no_more_when_undone(project: Project, speaker: str) -> None:
    before = rows(project)
    done = project.apply(EditFeatures(annotation="s2", features={"speaker": speaker}, actor=ANN.id))
    afresh(project)
    entry = undo(project, done.entry)
    assert afresh(project) == before
    undo(project, entry)
    afresh(project)


def test_a_record_that_is_removed_is_gone_and_comes_back(project: Project) -> None:
    before = rows(project)
    done = project.apply(Discard(annotations=("s3",), actor=ANN.id))
    assert "s3" not in [row[0] for row in afresh(project)]
    undo(project, done.entry)
    assert afresh(project) == before


def test_renaming_an_entity_changes_the_order_and_not_the_index(project: Project) -> None:
    boards, before = project.read.boards, rows(project)
    query = AttributionQuery(sort=AttributionSort.WHO)
    first = boards.attributions(query)
    entity = next(one for one in project.read.entities() if one.id == "roux")
    project.apply(PutEntity(entity=Entity(id=entity.id, name="Zoé Zorn", type=entity.type)))
    assert boards.attributions(query) != first
    assert boards.attributions(AttributionQuery(search="zorn"))
    assert rows(project) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["s1", "s2", "s3"]), st.sampled_from(["roux", ""])), max_size=5))
def test_the_index_is_that_of_the_records_after_any_edits_and_undos(
    project: Project, edits: list[tuple[str, str]]
) -> None:
    before = afresh(project)
    entries = [
        project.apply(EditFeatures(annotation=id_, features={"speaker": who or None}, actor=ANN.id)).entry
        for id_, who in edits
    ]
    afresh(project)
    for entry in reversed([one for one in entries if one]):
        undo(project, entry)
    assert afresh(project) == before


def test_what_the_index_has_wrongly_or_lacks_is_told(project: Project, tmp_path: Path) -> None:
    path = project.path
    project.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE attribution_index SET words = '' WHERE id = 's1'")
        db.execute("DELETE FROM attribution_index WHERE id = 's2'")
        db.execute("UPDATE attribution_index SET id = 'gone' WHERE id = 's3'")
        db.commit()
    with open_project(path) as opened:
        assert set(wrong_attributions(opened.read.db)) == {"s1", "s2", "s3", "gone"}
