"""The registry as a table: nothing is lost on the way out and in, and what a table would do is said first."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import ImportEntities, OperationError, PutEntity, Revert
from annotation.operations.entity_checks import tidied
from annotation.operations.entity_table import (
    COLUMNS,
    EntityPlan,
    export_entities,
    plan_import,
    plan_words,
    read_entities,
    write_table,
)
from annotation.project import Project, create_project
from annotation.records import Entity
from tests.annotation.newsroom import ENTITIES, dump

ODD = st.sampled_from(["=1+1", "a|b", "a\\", "'x", " | ", "\\|"])
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
ENTRIES = st.lists(
    st.builds(
        Entity,
        id=st.text(alphabet="abc=-'|\\é", min_size=1, max_size=5),
        name=WORDS.filter(lambda name: bool(name.split())),
        type=st.sampled_from(["", "PER", "ORG"]),
        aliases=st.lists(
            st.one_of(WORDS, st.sampled_from(["=1+1", "a|b", "a\\", "'x", " | ", "\\|"])), max_size=3
        ).map(tuple),
        wikidata=st.sampled_from(["", "Q1", "Q142"]),
        note=st.one_of(WORDS, st.sampled_from(["-1", "@x", "a\nb", '"', "'=1"])),
        origin=st.sampled_from(["", "entities/1"]),
    ).map(tidied),
    unique_by=lambda entity: entity.id,
    max_size=6,
)


@given(entries=ENTRIES)
def test_a_table_read_again_gives_every_entity_as_it_was(entries: list[Entity]) -> None:
    written = write_table(entries)
    plan = plan_import([], written)
    assert list(plan.added) == entries
    assert not plan.bad
    again = plan_import(entries, written)
    assert (again.added, again.changed, again.unchanged, again.bad) == ((), (), len(entries), ())


@given(entries=ENTRIES)
def test_no_cell_begins_as_a_formula_does(entries: list[Entity]) -> None:
    rows = list(csv.reader(io.StringIO(write_table(entries), newline="")))
    assert rows[0] == list(COLUMNS)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def table(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_a_table_adds_changes_and_leaves(project: Project) -> None:
    known = list(project.read.entities())
    plan = plan_import(
        known, table("key,name,aliases", "roux,Nina Roux,Mme Roux", "otan,OTAN,NATO | Alliance", ",ONU,")
    )
    assert plan.unchanged == 1
    ((before, after),) = plan.changed
    assert (before.id, after.aliases, after.wikidata) == ("otan", ("NATO", "Alliance"), "Q7184")
    assert [(one.id, one.name) for one in plan.added] == [("onu", "ONU")]
    assert plan_words(plan) == "1 new, 1 changed, 1 as they are, 0 lines left out"


def test_nothing_is_written_before_the_plan_is_done_and_one_step_takes_it_back(project: Project) -> None:
    before = dump(project.path)
    plan = plan_import(list(project.read.entities()), table("key,name", "roux,Nina Rousse", "onu,ONU"))
    assert dump(project.path) == before
    changes = project.apply(ImportEntities(plan=plan))
    assert project.read.get(Entity, "roux").name == "Nina Rousse"
    assert project.read.get(Entity, "onu").name == "ONU"
    assert str(changes.title) == "Import 2 names"
    project.apply(Revert(changes=changes))
    assert dump(project.path) == before


def test_what_a_table_changes_is_a_persons_and_what_is_new_keeps_its_origin(
    project: Project,
) -> None:
    project.apply(PutEntity(entity=Entity(id="m", name="M", origin="e/1")))
    written = table("key,name,origin", "m,Meuse,e/1", "n,Nied,e/1")
    project.apply(ImportEntities(plan=plan_import(list(project.read.entities()), written)))
    assert [project.read.get(Entity, key).origin for key in "mn"] == ["", "e/1"]


def test_a_row_without_a_key_is_the_entity_of_its_name_or_a_new_one(project: Project) -> None:
    known = [*ENTITIES, Entity(id="a", name="Port", type="LOC"), Entity(id="b", name="Port", type="LOC")]
    plan = plan_import(
        known, table("name,type,note", "otan,ORG,x", "OTAN,EVENT,y", "Port,LOC,z", "Port,ORG,")
    )
    assert [(after.id, after.name) for _before, after in plan.changed] == [("otan", "OTAN")]
    assert [one.id for one in plan.added] == ["otan-2", "port"]
    assert [(bad.line, "Several names" in bad.reason) for bad in plan.bad] == [(4, True)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("x,,", "cannot be empty"),
        ("x,X,W12", "no Wikidata id"),
        ("x,X,Q1,more", "more cells"),
        ("otan,Again,", "Line 2 has the same name already"),
    ],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_are_taken(line: str, reason: str) -> None:
    plan = plan_import(
        [], table("key,name,wikidata", "otan,OTAN,Q7184", line, "", '"roux","Nina\nRoux",', "z,,")
    )
    assert [bad.line for bad in plan.bad] == [3, 7]
    assert reason in plan.bad[0].reason
    assert [one.name for one in plan.added] == ["OTAN", "Nina Roux"]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "table is empty"),
        ("key,label\na,b\n", "“name” among them"),
        ("name,name\na,b\n", "stands in the table twice"),
        ('name\n"open', "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused(written: str, reason: str) -> None:
    with pytest.raises(OperationError, match=reason):
        plan_import([], written)


def test_semicolons_part_cells_as_well() -> None:
    (found,) = plan_import([], "name;aliases\nONU;UN | Nations, unies\n").added
    assert found.aliases == ("UN", "Nations, unies")


def test_a_file_is_written_whole_and_read_into_another_project(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "names.csv"
    assert export_entities(project.read, out) == 2
    with create_project(tmp_path / "other.selon") as other:
        plan = read_entities(other.read, out)
        other.apply(ImportEntities(plan=plan))
        bare = [replace(one, created="", updated="") for one in other.read.entities()]
        assert bare == [replace(one, created="", updated="") for one in project.read.entities()]
        assert read_entities(other.read, out) == EntityPlan(unchanged=2)
        assert not other.apply(ImportEntities(plan=EntityPlan()))
    assert not list(tmp_path.glob(".~names*"))


def test_a_spreadsheets_mark_before_the_head_is_passed_over(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes("\ufeffname\r\nONU\r\n".encode())
    assert [one.name for one in read_entities(project.read, path).added] == ["ONU"]


def test_a_file_that_cannot_be_read_or_written_is_told_in_words(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("name\nÉté\n".encode("latin-1"))
    with pytest.raises(OperationError, match="in UTF-8"):
        read_entities(project.read, path)
    with pytest.raises(OperationError, match="cannot be read"):
        read_entities(project.read, tmp_path / "none.csv")
    with pytest.raises(OperationError, match="cannot be written"):
        export_entities(project.read, tmp_path / "no" / "folder.csv")
