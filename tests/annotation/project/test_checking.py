"""Every kind of damage is found, and nothing else is called damage."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotation.operations import Accept, AddAnnotations, ApplyCodebook, Decide
from annotation.project import ReadOnly, Trouble, open_project
from annotation.records import Decision, Outcome
from tests.annotation.newsroom import ANN, BOB, annotation, named, newsroom, newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


def damaged(file: Path, *statements: str) -> list[Trouble]:
    """What a check finds after these statements of another program."""
    with closing(sqlite3.connect(file)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()
    with open_project(file) as project:
        return project.check()


def seen(found: list[Trouble]) -> set[tuple[str, str]]:
    return {(trouble.kind, trouble.where) for trouble in found}


def suggestion_id(file: Path, key: str) -> str:
    with open_project(file, read_only=True) as project:
        return named(project, key).id


def test_a_whole_project_has_no_trouble(file: Path) -> None:
    assert damaged(file) == []


def test_a_text_that_was_changed_is_found(file: Path) -> None:
    (trouble,) = damaged(file, "UPDATE texts SET text = replace(text, 'dépêche', 'lettre')")
    assert (trouble.kind, trouble.where) == ("text", "a3")
    assert str(trouble.what) == "The text of “Title a3” was changed from outside."


def test_a_text_that_is_lost_is_found(file: Path) -> None:
    sha = "(SELECT text_sha256 FROM articles WHERE id = 'a3')"
    found = damaged(file, f"DELETE FROM texts WHERE sha256 = {sha}")
    assert seen(found) == {("reference", "a3"), ("record", "a3")}
    assert any("points at a missing row of texts" in str(trouble.what) for trouble in found)


def test_a_length_that_does_not_fit_is_found(file: Path) -> None:
    assert seen(damaged(file, "UPDATE articles SET length = 7 WHERE id = 'a3'")) == {("text", "a3")}


@pytest.mark.parametrize(
    "spans", ['{"mention":[[0,999]]}', '{"mention":[[5,5]]}', '{"cue":[[0,3]],"mention":[[0,1]]}']
)
def test_spans_that_do_not_fit_are_found_also_of_suggestions(spans: str, file: Path) -> None:
    id_ = suggestion_id(file, "e1")
    assert seen(damaged(file, f"UPDATE annotations SET spans = '{spans}' WHERE id = '{id_}'")) == {
        ("annotation", id_)
    }


def test_a_value_that_does_not_fit_is_found(file: Path) -> None:
    id_ = suggestion_id(file, "e1")
    (trouble,) = damaged(
        file, f"""UPDATE annotations SET features = '{{"type":"ALIEN"}}' WHERE id = '{id_}'"""
    )
    assert (trouble.kind, trouble.where) == ("annotation", id_)
    assert "“ALIEN” does not fit the field Type" in str(trouble.what)


def test_a_reference_to_nothing_is_found(file: Path) -> None:
    gone, figure, stance = (suggestion_id(file, key) for key in ("s1", "f1", "t1"))
    found = damaged(file, f"DELETE FROM annotations WHERE id = '{gone}'")
    assert seen(found) == {("reference", figure), ("reference", stance)}
    assert {str(trouble.what) for trouble in found} == {
        "Vouched for by points at a missing annotation.",
        "Carried by points at a missing annotation.",
    }


def test_a_gold_record_that_is_lost_is_found(file: Path) -> None:
    with open_project(file) as project:
        gold = annotation("g1", "gold", "entity", {"mention": ["OTAN"]})
        decision = Decision(
            id="d1", article="a1", layer="entity", reviewer=BOB.id, outcome=Outcome.ADDED, records=()
        )
        project.apply(Decide(decision=decision, gold=gold, actor=BOB.id))
        assert project.check() == []
    assert seen(damaged(file, "DELETE FROM annotations WHERE id = 'g1'")) == {("reference", "d1")}


def test_rows_that_point_at_nothing_are_found(file: Path) -> None:
    found = damaged(file, "PRAGMA foreign_keys = OFF", "DELETE FROM annotators WHERE id = 'machine'")
    assert {trouble.kind for trouble in found} == {"reference"}
    assert len(found) == 6
    assert all("missing row of annotators" in str(trouble.what) for trouble in found)


@pytest.mark.parametrize("statement", [
    "UPDATE annotations SET spans = 'nonsense' WHERE id = '{id}'",
    "UPDATE annotations SET spans = '{{\"mention\":[[\"0\",1]]}}' WHERE id = '{id}'",
    "UPDATE annotations SET features = '[]' WHERE id = '{id}'",
    "UPDATE annotations SET features = '3' WHERE id = '{id}'",
])  # fmt: skip
def test_a_record_of_nonsense_is_found(statement: str, file: Path) -> None:
    id_ = suggestion_id(file, "e1")
    found = damaged(file, statement.format(id=id_))
    assert seen(found) == {("record", "a1")}
    assert id_ in str(found[0].what)


@pytest.mark.parametrize(
    "statement",
    [
        """INSERT INTO articles_fts (articles_fts, rowid, title, text)
           SELECT 'delete', number, title, text FROM article_texts WHERE number = 3""",
        "INSERT INTO articles_fts (rowid, title, text) VALUES (99, 'a', 'b')",
        "DELETE FROM articles_fts_docsize WHERE id = 3",
    ],
)
def test_a_search_index_out_of_step_is_found(statement: str, file: Path) -> None:
    assert {trouble.kind for trouble in damaged(file, statement)} == {"search"}


def test_a_codebook_that_cannot_be_read_is_found(file: Path) -> None:
    found = damaged(file, "UPDATE codebooks SET toml = 'nonsense'")
    assert seen(found) == {("codebook", "")}
    assert "not valid TOML" in str(found[0].what)
    assert seen(damaged(file, "DELETE FROM codebooks")) == {("codebook", "")}


def test_damage_that_the_disk_did_since_the_project_was_opened_is_found(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        (page,) = project.read.db.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'annotations'"
        ).fetchone()
        assert project.check() == []
        with project.path.open("r+b") as stream:
            stream.seek((page - 1) * 4096)
            stream.write(b"\xff" * 300)
        assert {trouble.kind for trouble in project.check()} == {"file"}


def test_a_label_that_is_not_complete_yet_is_no_damage(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        stance = annotation("x1", ANN.id, "stance", {"evidence": ["tiendrons"]})
        project.apply(AddAnnotations(annotations=(stance,)))
        project.apply(Accept(annotations=(named(project, "t1").id,), actor=ANN.id))
        assert project.check() == []


def test_a_value_that_a_new_codebook_does_not_allow_is_told(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        kept = [line for line in project.read.codebook_toml.splitlines() if not line.startswith("PER =")]
        project.apply(ApplyCodebook(toml="\n".join(kept)))
        assert {trouble.kind for trouble in project.check()} == {"annotation"}


class Cancelled(Exception):
    """What the caller raises to stop."""


def test_a_check_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        if done == 1:
            raise Cancelled

    with newsroom(tmp_path) as project:
        project.check(lambda *now: told.append(now))
        with pytest.raises(Cancelled):
            project.check(cancel)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM label_places WHERE article = 1",
        "UPDATE label_places SET decided = 3 - decided WHERE article = 1",
        "INSERT INTO label_places (word, article, record, decided) VALUES (1, 1, 7, 1)",
    ],
)
def test_an_index_that_says_otherwise_is_found_and_made_anew(file: Path, statement: str) -> None:
    found = damaged(file, statement)
    assert seen(found) == {("index", "a1")}
    assert "selon check --rebuild" in str(found[0].what)
    with open_project(file) as project:
        project.rebuild_indexes()
        assert project.check() == []


def test_attributions_that_the_index_lacks_are_found(file: Path) -> None:
    with open_project(file, read_only=True) as project:
        sources = [one.id for one in project.read.annotations("a1") if one.layer == "source"]
    assert sources
    assert seen(damaged(file, "DELETE FROM attribution_index")) >= {("index", id_) for id_ in sources}


def test_a_project_open_read_only_is_not_indexed_anew(file: Path) -> None:
    with open_project(file, read_only=True) as project, pytest.raises(ReadOnly):
        project.rebuild_indexes()
