"""The list of formats: in groups, each with its sentence, found by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.exporters import EXPORTERS
from annotation.i18n import use_language
from gui.dialogs.export_formats import FormatList, groups_of
from gui.theme import ThemeSwitch


@pytest.fixture
def formats(qtbot: QtBot, themes: ThemeSwitch) -> FormatList:
    made = FormatList(EXPORTERS.all())
    qtbot.addWidget(made)
    made.choose("jsonl")
    made.show()
    return made


def test_every_format_of_the_program_stands_in_one_group_with_a_sentence() -> None:
    named = [name for group in groups_of(EXPORTERS.all()) for name in group.formats]
    assert sorted(named) == sorted(EXPORTERS.names)
    assert all(text for group in groups_of(EXPORTERS.all()) for text in group.formats.values())
    assert "Others" not in [group.title for group in groups_of(EXPORTERS.all())]


def test_what_somebody_else_wrote_stands_under_others_and_empty_groups_nowhere() -> None:
    plugs = {"jsonl": EXPORTERS["jsonl"], "mine": EXPORTERS["csv"]}
    assert [(group.title, list(group.formats)) for group in groups_of(plugs)] == [
        ("Read again by Selon", ["jsonl"]),
        ("Others", ["mine"]),
    ]


def test_arrows_walk_over_the_titles_of_groups(formats: FormatList) -> None:
    walked = []
    for _step in range(3):
        QTest.keyClick(formats.list, Qt.Key.Key_Down)
        walked.append(formats.format)
    assert walked == ["json", "csv", "xlsx"]


@pytest.mark.parametrize(
    ("typed", "found"), [("excel", "xlsx"), ("MAXQDA", "qdpx"), (".spacy", "docbin"), ("csv", "csv")]
)
def test_a_format_is_found_by_its_name_its_ending_and_what_it_is_for(
    typed: str, found: str, formats: FormatList
) -> None:
    QTest.keyClicks(formats.line, typed)
    assert found in formats.shown
    assert formats.format == found


def test_the_search_line_walks_the_list_and_enter_goes_there(formats: FormatList, qtbot: QtBot) -> None:
    formats.activateWindow()
    formats.line.setFocus()
    QTest.keyClicks(formats.line, "networks")
    first = formats.format
    QTest.keyClick(formats.line, Qt.Key.Key_Down)
    assert formats.format == formats.shown[1] != first
    QTest.keyClick(formats.line, Qt.Key.Key_Return)
    qtbot.waitUntil(formats.list.hasFocus)


def test_where_nothing_is_called_that_the_choice_stays(formats: FormatList) -> None:
    formats.line.setText("zzz")  # as pasted: letter by letter, the first ones are in some name
    assert (formats.shown, formats.format, formats.nothing.isVisible()) == ((), "jsonl", True)
    QTest.keyClick(formats.line, Qt.Key.Key_Down)
    assert formats.format == "jsonl"
    QTest.keyClick(formats.line, Qt.Key.Key_Escape)
    assert (len(formats.shown), formats.nothing.isVisible()) == (len(EXPORTERS.names), False)


def test_a_click_chooses_and_is_told(formats: FormatList, qtbot: QtBot) -> None:
    row = next(item for item in formats._formats() if item.text() == "CSV tables")
    middle = formats.list.visualItemRect(row).center()
    with qtbot.waitSignal(formats.chosen) as told:
        QTest.mouseClick(formats.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == ["csv"]
    assert formats.sentence.startswith("A table for each layer")


def test_the_list_speaks_french(qtbot: QtBot, themes: ThemeSwitch) -> None:
    use_language("fr")
    made = FormatList(EXPORTERS.all())
    qtbot.addWidget(made)
    QTest.keyClicks(made.line, "tableur")
    assert made.shown == ("csv", "network-csv")


def test_without_formats_nothing_is_chosen(qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = FormatList({})
    qtbot.addWidget(made)
    made.choose("csv")
    made.line.setText("x")
    assert (made.format, made.sentence, made.shown) == ("", "", ())
