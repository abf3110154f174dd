from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.choice_list import Choice
from gui.widgets.completer_line import FREE, CompleterLine
from gui.widgets.popover import Popover
from gui.widgets.ranking import ranked

ACTORS = [Choice(key=name, title=name, hue="#0072B2") for name in ("Mark Rutte", "OTAN", "Russie", "Ukraine")]
Key = Qt.Key


def rank(text: str) -> Sequence[Choice]:
    return ranked(text, ACTORS, lambda choice: choice.title)


class Page(QWidget):
    """A window with a line to complete and another line."""

    def __init__(self) -> None:
        super().__init__()
        self.line = CompleterLine(rank, free=True)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.other)
        self.resize(500, 400)
        self.chosen: list[Choice] = []
        self.accepted = 0
        self.line.chosen.connect(self.chosen.append)
        self.line.accepted.connect(self._count)

    def _count(self) -> None:
        self.accepted += 1


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> Page:
    made = Page()
    shown(made)
    made.line.setFocus()
    return made


def titles(page: Page) -> list[str]:
    return [choice.title for choice in page.line.rows]


def test_typing_offers_what_it_may_mean(page: Page) -> None:
    QTest.keyClicks(page.line, "ru")
    assert page.line.is_open
    assert titles(page) == ["Russie", "Mark Rutte", "ru"]


def test_enter_takes_the_first_and_the_next_enter_goes_on(page: Page) -> None:
    QTest.keyClicks(page.line, "ru")
    QTest.keyClick(page.line, Key.Key_Return)
    assert ([choice.key for choice in page.chosen], page.line.text()) == (["Russie"], "Russie")
    assert (page.line.is_open, page.accepted) == (False, 0)
    QTest.keyClick(page.line, Key.Key_Return)
    assert (page.accepted, len(page.chosen)) == (1, 1)


def test_down_walks_and_tab_takes_and_goes_on(page: Page) -> None:
    QTest.keyClicks(page.line, "ru")
    QTest.keyClick(page.line, Key.Key_Down)
    QTest.keyClick(page.line, Key.Key_Tab)
    assert page.line.choice == ACTORS[0]
    assert page.other.hasFocus()


def test_down_in_an_empty_line_shows_the_likeliest(page: Page) -> None:
    QTest.keyClick(page.line, Key.Key_Down)
    assert titles(page) == [choice.title for choice in ACTORS]


def test_esc_closes_the_rows_and_keeps_what_is_typed(page: Page) -> None:
    QTest.keyClicks(page.line, "ru")
    QTest.keyClick(page.line, Key.Key_Escape)
    assert (page.line.is_open, page.line.text(), page.line.choice) == (False, "ru", None)


def test_the_second_esc_is_for_what_the_line_stands_in(page: Page) -> None:
    inside = CompleterLine(rank)
    popover = Popover(page.other, inside)
    popover.open_top()
    QTest.keyClicks(inside, "ru")
    QTest.keyClick(inside, Key.Key_Escape)
    assert popover.isVisible()
    QTest.keyClick(inside, Key.Key_Escape)
    assert not popover.isVisible()


def test_picking_a_row_by_mouse_keeps_the_popover_open(page: Page, qtbot: QtBot) -> None:
    inside = CompleterLine(rank)
    popover = Popover(page.other, inside)
    popover.open_top()
    QTest.keyClicks(inside, "ru")
    rows = inside._list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert popover.isVisible()
    assert inside.choice == ACTORS[0]


def test_what_no_row_is_called_can_be_taken_as_typed(page: Page) -> None:
    QTest.keyClicks(page.line, "peace")
    QTest.keyClick(page.line, Key.Key_Return)
    assert (page.chosen[0].key, page.chosen[0].title, page.chosen[0].free) == (FREE, "peace", True)


def test_a_title_typed_in_full_is_not_offered_twice(page: Page) -> None:
    QTest.keyClicks(page.line, "OTAN")
    assert titles(page) == ["OTAN"]


def test_without_free_text_what_is_unknown_offers_nothing(page: Page) -> None:
    line = CompleterLine(rank, page)
    line.show()
    QTest.keyClicks(line, "peace")
    assert (line.is_open, line.rows) == (False, [])


def test_changing_the_text_lets_go_of_the_choice(page: Page) -> None:
    page.line.set_choice(ACTORS[1])
    QTest.keyClick(page.line, Key.Key_Backspace)
    assert page.line.choice is None


def test_emptying_the_line_is_told(page: Page, qtbot: QtBot) -> None:
    page.line.set_choice(ACTORS[1])
    page.line.selectAll()
    with qtbot.waitSignal(page.line.cleared):
        QTest.keyClick(page.line, Key.Key_Delete)
    assert not page.line.is_open


def test_a_choice_set_by_the_program_tells_nobody(page: Page) -> None:
    page.line.set_choice(ACTORS[1])
    assert (page.line.text(), page.chosen) == ("OTAN", [])
    page.line.set_choice(None)
    assert (page.line.text(), page.line.choice) == ("", None)


def test_a_choice_shows_its_hue(page: Page) -> None:
    page.line.set_choice(Choice(key="x", title="OTAN"))
    bare = page.line.grab().toImage()
    page.line.set_choice(ACTORS[1])
    assert page.line.grab().toImage() != bare


def test_the_rows_go_when_the_keyboard_goes(page: Page) -> None:
    QTest.keyClicks(page.line, "ru")
    page.other.setFocus()
    assert not page.line.is_open


def test_it_can_offer_other_things(page: Page) -> None:
    page.line.set_rank(lambda _text: [Choice(key="a", title="Ada")])
    QTest.keyClicks(page.line, "ada")
    assert titles(page) == ["Ada", "ada"]
