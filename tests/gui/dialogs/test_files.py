"""Asking for files: what the system's dialogs are told, and what becomes of their answers."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs import files


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


class Asked:
    """What a dialog was told, and what it answers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, answer: object) -> None:
        self.told: tuple[object, ...] = ()
        self._answer = answer
        monkeypatch.setattr(QFileDialog, name, self._ask)

    def _ask(self, *told: object, **_named: object) -> object:
        self.told = told
        return self._answer


@pytest.mark.parametrize(("answer", "path"), [("/p/a.selon", Path("/p/a.selon")), ("", None)])
def test_the_project_that_was_chosen(
    answer: str, path: Path | None, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, "getOpenFileName", (answer, ""))
    assert files.ask_for_project(parent) == path
    assert asked.told[3] == "Selon projects (*.selon);;All files (*)"


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ("/p/a.selon", "/p/a.selon"),
        ("/p/a", "/p/a.selon"),
        ("/p/v1.2", "/p/v1.2.selon"),
        ("/p/A.SELON", "/p/A.SELON"),
        ("", None),
    ],
)
def test_a_new_project_has_its_ending(
    answer: str, path: str | None, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, "getSaveFileName", (answer, ""))
    assert files.ask_for_new_project(parent) == (Path(path) if path else None)
    assert asked.told[2] == "Project.selon"


def test_the_articles_that_were_chosen(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch, "getOpenFileNames", (["/a.txt", "/b.html"], ""))
    assert files.ask_for_articles(parent) == [Path("/a.txt"), Path("/b.html")]
    filters = str(asked.told[3])
    assert filters.startswith("Articles (")
    assert all(ending in filters for ending in ("*.txt", "*.jsonl", "All files (*)"))
    Asked(monkeypatch, "getOpenFileNames", ([], ""))
    assert files.ask_for_articles(parent) == []


@pytest.mark.parametrize(("answer", "path"), [("/out", Path("/out")), ("", None)])
def test_the_folder_that_was_chosen(
    answer: str, path: Path | None, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, "getExistingDirectory", answer)
    assert files.ask_for_folder(parent, Path("/start")) == path
    assert asked.told[2] == "/start"


def test_what_is_there_and_what_may_not_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.is_there(tmp_path)
    assert not files.is_there(tmp_path / "none")

    def refuse(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refuse)
    assert not files.is_there(tmp_path)


@pytest.mark.parametrize(("answer", "path"), [("/p/a.csv", Path("/p/a.csv")), ("", None)])
def test_the_file_to_write_to(
    answer: str, path: Path | None, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, "getSaveFileName", (answer, ""))
    assert files.ask_for_file(parent, Path("/p/out.csv"), ".csv") == path
    assert asked.told[2:] == (str(Path("/p/out.csv")), "*.csv (*.csv);;All files (*)")


@pytest.mark.parametrize(
    ("answer", "path"),
    [("t.csv", "t.csv"), ("t.CSV", "t.CSV"), ("t", "t.csv"), ("v1.2", "v1.2.csv"), ("", None)],
)
def test_a_new_file_has_its_ending(
    answer: str, path: str | None, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch, "getSaveFileName", (str(tmp_path / answer) if answer else "", ""))
    found = files.ask_for_new_file(parent, tmp_path / "Sources.csv", ".csv")
    assert found == (tmp_path / path if path else None)
    assert asked.told[2:] == (str(tmp_path / "Sources.csv"), "*.csv (*.csv)")


@pytest.mark.parametrize("replace", [True, False])
def test_nobody_loses_a_file_by_an_ending_that_was_not_typed(
    replace: bool, parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "t.csv").touch()
    Asked(monkeypatch, "getSaveFileName", (str(tmp_path / "t"), ""))
    button = QMessageBox.StandardButton.Yes if replace else QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_asked: button)
    found = files.ask_for_new_file(parent, tmp_path / "t.csv", ".csv")
    assert found == (tmp_path / "t.csv" if replace else None)
