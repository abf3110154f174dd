"""The rows of a format's options: lists and lines, swapped with the format."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotation.exporters import EXPORTERS
from annotation.i18n import use_language
from gui.dialogs.export_options import CalmBox, CalmNumber, OptionRows
from gui.theme import ThemeSwitch


@pytest.fixture
def rows(qtbot: QtBot, themes: ThemeSwitch) -> OptionRows:
    made = OptionRows()
    qtbot.addWidget(made)
    made.set_options(EXPORTERS["conll"].options, {})
    made.show()
    return made


def test_choices_are_lists_and_free_text_is_a_line(rows: OptionRows) -> None:
    assert {name: type(field) for name, field in rows.fields.items()} == {
        "scheme": CalmBox,
        "edges": CalmBox,
        "layer": QLineEdit,
    }
    assert rows.values == {"scheme": "bio", "edges": "widen", "layer": "entity"}
    assert rows.chosen == {}


def test_what_is_chosen_is_told_and_trimmed(rows: OptionRows, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.changed):
        QTest.keyClick(rows.fields["scheme"], Qt.Key.Key_Down)
    layer = rows.fields["layer"]
    assert isinstance(layer, QLineEdit)
    layer.selectAll()
    with qtbot.waitSignal(rows.changed):
        QTest.keyClicks(layer, " source ")
    assert rows.chosen == {"scheme": "bioes", "layer": "source"}


def test_other_options_take_the_place_with_what_was_chosen_of_them(rows: OptionRows) -> None:
    rows.set_options(EXPORTERS["csv"].options, {"separator": "tab", "mark": "no such choice", "gone": "x"})
    assert rows.values == {"separator": "tab", "mark": "no", "texts": "no"}
    rows.set_options((), {})
    assert (rows.values, rows.isVisible()) == ({}, False)


def test_the_wheel_turns_only_what_has_the_focus(rows: OptionRows) -> None:
    nowhere, up = QPointF(5, 5), QPoint(0, -120)
    event = QWheelEvent(nowhere, nowhere, QPoint(), up, Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    box = rows.fields["scheme"]
    rows.fields["layer"].setFocus()
    QApplication.sendEvent(box, event)
    assert rows.chosen == {}
    rows.activateWindow()
    box.setFocus()
    QApplication.sendEvent(box, event)
    assert rows.chosen == {"scheme": "bioes"}


def test_the_wheel_leaves_a_number_alone_that_has_no_focus(qtbot: QtBot, themes: ThemeSwitch) -> None:
    box = CalmNumber(5, 0, 10)
    qtbot.addWidget(box)
    box.show()
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    box.clearFocus()
    QApplication.sendEvent(box, event)
    assert box.value() == 5
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QApplication.sendEvent(box, event.clone())
    assert box.value() == 6


def test_options_speak_french(rows: OptionRows) -> None:
    use_language("fr")
    rows.set_options(EXPORTERS["csv"].options, {})
    box = rows.fields["separator"]
    assert isinstance(box, CalmBox)
    assert box.itemText(0) == "Virgule"
    assert box.accessibleName() == "Entre les cellules"


def test_headings_part_what_options_are_about(rows: OptionRows) -> None:
    assert not headings(rows)
    rows.set_options(EXPORTERS["graphml"].options, {})
    assert headings(rows) == [one.heading for one in EXPORTERS["graphml"].options if one.heading]
    assert "Time windows" in headings(rows)
    rows.set_options(EXPORTERS["conll"].options, {})
    assert not headings(rows)


def headings(rows: OptionRows) -> list[str]:
    return [one.text() for one in rows.findChildren(QLabel) if one.property("role") == "section"]
