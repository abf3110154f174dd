"""A preview shows the first articles as the format writes them, and leaves nothing behind."""

import tempfile
from pathlib import Path

import pytest

from annotation.exporters import EXPORTERS
from annotation.operations.sets import SetWish
from annotation.operations.sets.previewing import preview_set, read_beginning
from annotation.operations.splitting import Division
from annotation.project import Project, ProjectError, create_project
from annotation.records import Status


def test_the_first_articles_with_records_are_shown(decided: Project) -> None:
    preview = preview_set(decided, SetWish(division=Division(folds=3), card=True, manifest=True))
    assert [one.name for one in preview.files] == ["articles.jsonl", "entities.jsonl"]
    assert preview.articles == 3
    assert '"id": "a1"' in preview.files[0].text
    few = SetWish(statuses=frozenset({Status.ACCEPTED}))
    assert '"id": "a1"' in preview_set(decided, few).files[0].text.splitlines()[0]


def test_one_file_is_shown_as_one(decided: Project) -> None:
    preview = preview_set(decided, SetWish(format="csv"), one_file=True)
    (file,) = preview.files
    assert file.name == "newsroom.csv"
    assert file.text.startswith("id,article,title")


@pytest.mark.parametrize("format_", ["xlsx", "qdpx", "graphml", "brat", "tei", "html"])
def test_formats_of_every_kind_can_be_looked_at(format_: str, decided: Project) -> None:
    preview = preview_set(decided, SetWish(format=format_))
    assert preview.files
    assert all(one.text for one in preview.files if not one.name.endswith(".ann"))


def test_a_preview_leaves_nothing(decided: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(rooms))
    preview_set(decided, SetWish(format="csv"))
    assert list(rooms.iterdir()) == []


def test_a_wish_that_cannot_be_met_is_said(decided: Project) -> None:
    with pytest.raises(ProjectError, match="says nothing"):
        preview_set(decided, SetWish(filter="is:poem"))


def test_an_empty_project_has_an_empty_preview(tmp_path: Path) -> None:
    with create_project(tmp_path / "empty.selon") as project:
        preview = preview_set(project, SetWish())
    assert (preview.articles, preview.losses) == (0, ())


def test_a_file_is_read_to_a_measure(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("\ufeffé" + "a" * 1000 + "\r\n" + "line\n" * 100, "utf-8")
    lines = read_beginning(tmp_path / "x.txt").splitlines()
    assert len(lines) == 40
    assert lines[0].startswith("é")
    assert len(lines[0]) == 401
    assert lines[0].endswith("…")


def test_what_is_no_text_is_told_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF\xff\xfe")
    assert read_beginning(tmp_path / "x.pdf") == "6 bytes that only programs read."


def test_rows_of_parquet_are_shown(decided: Project) -> None:
    pytest.importorskip("pyarrow")
    assert "parquet" in EXPORTERS
    preview = preview_set(decided, SetWish(format="parquet"))
    articles = next(one for one in preview.files if one.name == "articles.parquet")
    assert articles.text.startswith("id\ttitle")
    assert "\na1\t" in articles.text
