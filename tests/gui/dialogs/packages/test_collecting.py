"""Looking into packages before they are merged."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from annotation.i18n import Message
from annotation.operations import Merged
from annotation.operations.merge_report import Advice
from gui.dialogs.packages.collecting import CollectDialog
from gui.theme import ThemeSwitch

BEN, BAD, ZOE = Path("/x/ben.selon"), Path("/x/bad.selon"), Path("/x/zoe.selon")


def reports() -> list[Merged]:
    ben = Merged(file=str(BEN), annotators=["Ben"], articles=2, added=3, changed=1, unchanged=7)
    ben.say("a7", Message("“A” has another text in the project."), Advice.OTHER_TEXT)
    ben.say(None, Message("Two people are called “Zoé”: rename one of them."), Advice.TWO_PEOPLE, person="z")
    return [
        ben,
        Merged(file=str(BAD), trouble=Message("It is damaged.")),
        Merged(file=str(ZOE), annotators=["Zoé"], articles=1, unchanged=4),
    ]


@pytest.fixture
def dialog(qtbot: QtBot, themes: ThemeSwitch) -> CollectDialog:
    made = CollectDialog()
    qtbot.addWidget(made)
    return made


def test_files_are_taken_once_and_looked_into(dialog: CollectDialog, qtbot: QtBot) -> None:
    assert not dialog.merge.isEnabled()
    with qtbot.waitSignal(dialog.look_wanted):
        dialog.take([BEN, BAD, Path("/x/notes.txt")])
    dialog.take([BEN, ZOE])
    assert dialog.paths == [BEN, BAD, ZOE]
    dialog.advance(1, 4)
    assert "Looking" in dialog.sentence.text()
    assert not dialog.merge.isEnabled()


def test_what_would_come_is_shown_and_only_good_files_are_ticked(dialog: CollectDialog) -> None:
    dialog.take([BEN, BAD, ZOE])
    dialog.show_reports(reports())
    assert dialog.chosen == [BEN, ZOE]
    assert dialog.sentence.text() == "2 files. 3 new, 1 changed, 0 removed, 11 as they were."
    assert [dialog.files.cell(str(path), 8) for path in dialog.paths] == [
        "Ready",
        "Cannot be read",
        "Nothing new",
    ]
    assert dialog.merge.isEnabled()
    dialog.files.check([str(ZOE)])
    assert not dialog.merge.isEnabled()


def test_a_conflict_leads_to_its_article_or_to_another_name(dialog: CollectDialog, qtbot: QtBot) -> None:
    dialog.take([BEN, BAD, ZOE])
    dialog.show_reports(reports())
    assert dialog.conflicts.rowCount() == 3
    dialog.table.selectRow(0)
    with qtbot.waitSignal(dialog.article_wanted) as wanted:
        dialog.opener.click()
    assert wanted.args == ["a7"]
    dialog.table.selectRow(1)
    assert not dialog.opener.isEnabled()
    with qtbot.waitSignal(dialog.rename_wanted) as renamed:
        dialog.rename.click()
    assert renamed.args == ["z"]
    dialog.files.setCurrentCell(2, 0)
    assert dialog.conflicts.rowCount() == 0


def test_what_was_merged_is_not_merged_again(dialog: CollectDialog) -> None:
    dialog.take([BEN])
    dialog.show_reports(reports()[:1], merged=True)
    assert "Collected. One file." in dialog.sentence.text()
    assert not dialog.merge.isEnabled()
    dialog.take([ZOE])
    assert dialog.paths == [ZOE]
    dialog.stop("It failed.")
    assert dialog.sentence.text() == "It failed."


def test_files_can_be_dropped(dialog: CollectDialog) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in (BEN, ZOE)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dragged, left, none))
    assert dialog.paths == [BEN, ZOE]
