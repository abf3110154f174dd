"""Folders are taken with all in them, however they are made."""

import os
from pathlib import Path

import pytest

from annotation.operations.folders import files_in, is_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files in two folders, and hidden ones."""
    for name in ("b.txt", "a/c.txt", ".hidden.txt", ".git/x.txt", "a/.y.txt"):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(name, encoding="utf-8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_in([folder])]


def test_files_of_folders_come_in_order_without_hidden_ones(folder: Path) -> None:
    assert names(folder) == ["a/c.txt", "b.txt"]
    assert list(files_in([folder / "b.txt", folder / "gone.txt"])) == [folder / "b.txt", folder / "gone.txt"]


def test_links_in_circles_end(folder: Path) -> None:
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self").symlink_to("self")
    assert names(folder) == ["a/c.txt", "b.txt", "self"]


def test_a_folder_that_is_itself_a_link_is_followed(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "z"
    link.symlink_to(folder / "a", target_is_directory=True)
    assert list(files_in([link])) == [link / "c.txt"]


def test_a_closed_folder_stands_for_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(place: str) -> object:
        if str(place).endswith("/a"):
            raise PermissionError(13, "Permission denied", str(place))
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(folder) == ["a", "b.txt"]


@pytest.mark.parametrize("error", [PermissionError(13, "no"), ValueError("embedded null")])
def test_what_nobody_may_look_at_is_no_folder(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bool:
        raise error

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert not is_folder(Path("x"))
