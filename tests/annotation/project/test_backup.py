"""A backup is whole, or what was there stays."""

from pathlib import Path

import pytest

from annotation.operations import ChangeSetting
from annotation.project import ProjectError, ProjectLocked, open_project
from tests.annotation.newsroom import dump, newsroom, newsroom_file


@pytest.mark.parametrize("read_only", [True, False])
def test_a_backup_of_an_open_project_is_a_project(read_only: bool, tmp_path: Path) -> None:
    file, target = newsroom_file(tmp_path), tmp_path / "backup.selon"
    with open_project(file, read_only=read_only) as project:
        project.back_up(target)
        assert dump(target) == dump(file)
        with open_project(target) as copy:
            assert copy.check() == []
            assert copy.history() == project.history()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.selon", "newsroom.selon"]


def test_a_backup_is_taken_while_another_writes(tmp_path: Path) -> None:
    with newsroom(tmp_path) as writer, open_project(writer.path, read_only=True) as reader:
        writer.apply(ChangeSetting(key="a", value=1))
        reader.back_up(tmp_path / "backup.selon")
    with open_project(tmp_path / "backup.selon") as copy:
        assert copy.read.setting("a") == 1


def test_an_earlier_backup_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "backup.selon"
    with newsroom(tmp_path) as project:
        project.back_up(target)
        project.apply(ChangeSetting(key="a", value=1))
        project.back_up(target)
        assert dump(target) == dump(project.path)


@pytest.mark.parametrize("name", ["newsroom.selon", "link.selon", "./newsroom.selon"])
def test_a_backup_does_not_replace_the_project_itself(name: str, tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        (tmp_path / "link.selon").symlink_to(project.path)
        with pytest.raises(ProjectError, match="cannot replace the project itself"):
            project.back_up(tmp_path / name)
        assert project.apply(ChangeSetting(key="a", value=1))


def test_a_project_that_somebody_has_open_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with newsroom(tmp_path) as project, newsroom(tmp_path / "other") as other:
        other.apply(ChangeSetting(key="mine", value=1))
        with pytest.raises(ProjectLocked):
            project.back_up(other.path)
        assert other.read.setting("mine") == 1
    with open_project(tmp_path / "other" / "newsroom.selon") as opened:
        assert opened.read.setting("mine") == 1


def test_a_place_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        with pytest.raises(ProjectError, match=r"“x\.selon” cannot be opened: check that the folder exists"):
            project.back_up(tmp_path / "nowhere" / "x.selon")
        (tmp_path / "folder").mkdir()
        with pytest.raises(ProjectError, match="cannot be written"):
            project.back_up(tmp_path / "folder")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "newsroom.selon"]


def test_a_failure_leaves_the_earlier_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "backup.selon"
    with newsroom(tmp_path) as project:
        project.back_up(target)
        before = target.read_bytes()

        def fail(self: Path, target: Path) -> Path:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(ProjectError, match="No space left on device"):
            project.back_up(target)
    assert target.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2
