"""Copies that come from elsewhere."""

from pathlib import Path

import pytest

from annotation.project import Project, ProjectError, open_project, outside
from annotation.project.errors import OlderVersion
from annotation.project.outside import opened_copy
from tests.annotation.newsroom import newsroom_file


def test_a_copy_is_only_read(tmp_path: Path) -> None:
    path = newsroom_file(tmp_path)
    with opened_copy(path) as copy:
        assert copy.read_only
        assert copy.read.count_articles() > 0


def test_one_of_an_older_version_is_read_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = newsroom_file(tmp_path)
    before = path.read_bytes()

    def refuse_to_read(at: Path, *, read_only: bool = False) -> Project:
        if read_only:
            raise OlderVersion("It is of an older version.")
        return open_project(at)

    monkeypatch.setattr(outside, "open_project", refuse_to_read)
    with opened_copy(path) as copy:
        assert copy.read.count_articles() > 0
        assert copy.path != path
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".before-update") == []


def test_what_is_no_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.selon").write_text("nothing")
    with pytest.raises(ProjectError, match="bad"), opened_copy(tmp_path / "bad.selon"):
        pass
