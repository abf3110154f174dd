"""What is dropped on the window: a project is opened, files and folders are imported, the rest is let be."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.files import files_in
from gui.drops import FileDrops


class Target:
    """A widget on which things are dropped, and what came of it."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget
        self.imported: list[list[Path]] = []
        self.opened: list[Path] = []
        self.drops = FileDrops(widget, lambda paths: self.imported.append(list(paths)), self.opened.append)

    def drop(self, dragged: QMimeData) -> tuple[bool, bool]:
        """Whether it may be dropped there, and whether it was taken."""
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dragged, left, none)
        entering.ignore()
        QApplication.sendEvent(self.widget, entering)
        dropping = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dragged, left, none)
        dropping.ignore()
        QApplication.sendEvent(self.widget, dropping)
        return entering.isAccepted(), dropping.isAccepted()


@pytest.fixture
def target(qtbot: QtBot) -> Target:
    widget = QWidget()
    qtbot.addWidget(widget)
    return Target(widget)


def files(*names: str) -> QMimeData:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(f"/texts/{name}") for name in names])
    return dragged


@pytest.mark.parametrize("name", ["press.selon", "PRESS.SELON"])
def test_a_project_is_opened(name: str, target: Target) -> None:
    assert target.drop(files(name)) == (True, True)
    assert (target.opened, target.imported) == ([Path("/texts") / name], [])


@pytest.mark.parametrize("names", [["a.txt"], ["a.txt", "b.jsonl"], ["folder"], ["p.selon", "a.txt"]])
def test_files_and_folders_are_imported(names: list[str], target: Target) -> None:
    assert target.drop(files(*names)) == (True, True)
    assert (target.opened, target.imported) == ([], [[Path("/texts") / name for name in names]])


def test_nothing_is_let_be(target: Target) -> None:
    assert target.drop(QMimeData()) == (False, False)
    words = QMimeData()
    words.setText("words")
    assert target.drop(words) == (False, False)
    assert (target.opened, target.imported) == ([], [])


def test_addresses_of_the_web_are_let_be_and_files_beside_them_are_taken(target: Target) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl("https://example.org/a.txt")])
    assert target.drop(dragged) == (False, False)
    dragged.setUrls([QUrl("https://example.org/a.txt"), QUrl.fromLocalFile("/texts/b.txt")])
    assert target.drop(dragged) == (True, True)
    assert target.imported == [[Path("/texts/b.txt")]]


def test_names_with_any_signs_come_as_they_are() -> None:
    name = "été 100 % & « notes » #2.txt"
    assert files_in(files(name)) == [Path("/texts") / name]


def test_several_projects_are_collected_where_somebody_collects(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    collected: list[list[Path]] = []
    target = Target(widget)
    target.drops._collect = lambda paths: collected.append(list(paths))
    assert target.drop(files("ben.selon", "zoe.SELON")) == (True, True)
    assert collected == [[Path("/texts/ben.selon"), Path("/texts/zoe.SELON")]]
    target.drop(files("ben.selon", "notes.txt"))
    assert len(target.imported) == 1
    assert target.opened == []
