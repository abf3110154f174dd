"""The mouse: selections snap to words, clicks find marks, hovering tells what is there."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.marked_text import Mark, MarkedText
from tests.gui.widgets.marked_text.samples import (
    LONG_TEXT,
    TEXT,
    ShowPage,
    mark_on,
    middle_of,
    rect_of,
    selected_text,
)

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def send(page: MarkedText, kind: QEvent.Type, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """A mouse event at a point of the viewport."""
    down = LEFT if kind == QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    at = QPointF(point)
    QApplication.sendEvent(
        page.viewport(), QMouseEvent(kind, at, page.viewport().mapToGlobal(at), button, down, held)
    )


def hover(page: MarkedText, point: QPoint) -> None:
    """The mouse moves to a point of the viewport, no button down."""
    at, none = QPointF(point), Qt.MouseButton.NoButton
    QApplication.sendEvent(
        page.viewport(),
        QMouseEvent(QEvent.Type.MouseMove, at, page.viewport().mapToGlobal(at), none, none, NONE),
    )


def drag(page: MarkedText, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> str:
    send(page, QEvent.Type.MouseButtonPress, start, held)
    send(page, QEvent.Type.MouseMove, (start + end) / 2, held)
    send(page, QEvent.Type.MouseMove, end, held)
    send(page, QEvent.Type.MouseButtonRelease, end, held)
    return selected_text(page)


def click(page: MarkedText, point: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(page.viewport(), LEFT, held, point)


def chip_of(page: MarkedText, name: str) -> QPoint:
    """The middle of a mark's chip in the viewport."""
    for block in range(page.positions.block_count):
        for chip in page._layout.scene(block).chips:
            if [mark.id for mark in chip.marks] == [name]:
                place = chip.rect.translated(page._layout.origin(block))
                return page._surface.to_viewport(place).center()
    raise LookupError(name)


def test_a_drag_takes_whole_words_without_the_article(page: MarkedText) -> None:
    start = middle_of(page, "OTAN")
    assert drag(page, start, middle_of(page, "invité")) == "OTAN a invité"


def test_a_drag_backwards_takes_the_same_words_with_the_caret_in_front(page: MarkedText) -> None:
    assert drag(page, middle_of(page, "invité"), middle_of(page, "OTAN")) == "OTAN a invité"
    assert page.caret == TEXT.index("OTAN")


def test_with_alt_a_drag_is_free(page: MarkedText) -> None:
    word = rect_of(page, TEXT.index("Corée"), TEXT.index("Corée") + 2)
    end = rect_of(page, TEXT.index("Corée") + 3, TEXT.index("Corée") + 4)
    chosen = drag(page, QPoint(word.left(), word.center().y()), QPoint(end.left(), end.center().y()), ALT)
    assert chosen == "Cor"


def test_a_drag_over_blanks_only_selects_nothing(page: MarkedText) -> None:
    gap = rect_of(page, TEXT.index(" Kim"), TEXT.index(" Kim") + 1)
    assert drag(page, gap.bottomLeft() + QPoint(0, -6), gap.bottomRight() + QPoint(1, -6)) == ""


def test_a_small_tremble_is_a_click(page: MarkedText) -> None:
    start = middle_of(page, "OTAN")
    assert drag(page, start, start + QPoint(2, 1)) == ""


def test_a_click_places_the_caret_and_clears_the_selection(page: MarkedText) -> None:
    page.set_selection(3, 9)
    click(page, middle_of(page, "essais"))
    assert page.selection() is None
    assert TEXT.index("essais") < page.caret < TEXT.index("essais") + 6


def test_a_double_click_takes_the_word_and_a_third_the_paragraph(page: MarkedText) -> None:
    point = middle_of(page, "porte-parole")
    click(page, point)
    QTest.mouseDClick(page.viewport(), LEFT, NONE, point)
    assert selected_text(page) == "porte-parole"
    click(page, point)
    assert selected_text(page) == TEXT.split("\n")[1]


def test_a_third_click_elsewhere_only_places_the_caret(page: MarkedText) -> None:
    QTest.mouseDClick(page.viewport(), LEFT, NONE, middle_of(page, "porte-parole"))
    click(page, middle_of(page, "OTAN"))
    assert page.selection() is None


def test_a_double_click_and_drag_go_on_by_words(page: MarkedText) -> None:
    start, end = middle_of(page, "Corée"), middle_of(page, "Nord")
    send(page, QEvent.Type.MouseButtonPress, start)
    send(page, QEvent.Type.MouseButtonRelease, start)
    send(page, QEvent.Type.MouseButtonDblClick, start)
    send(page, QEvent.Type.MouseMove, end)
    send(page, QEvent.Type.MouseButtonRelease, end)
    assert selected_text(page) == "Corée du Nord"


def test_a_click_with_shift_extends_the_selection(page: MarkedText) -> None:
    page.set_selection(TEXT.index("Corée"), TEXT.index("Corée") + 5)
    click(page, middle_of(page, "essais"), SHIFT)
    assert selected_text(page) == "Corée du Nord à rendre compte de ses essais"
    click(page, middle_of(page, "Nord"), SHIFT)
    assert selected_text(page) == "Corée du Nord"


def test_a_new_selection_is_told_with_its_place_on_the_screen(page: MarkedText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.selection_released) as told:
        drag(page, middle_of(page, "OTAN"), middle_of(page, "invité"))
    corner = page.viewport().mapToGlobal(page.rect_of_selection().topLeft())
    assert told.args == [QRect(corner, page.rect_of_selection().size())]


def test_a_click_is_not_told_as_a_selection(page: MarkedText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.selection_released):
        click(page, middle_of(page, "OTAN"))


def test_a_click_on_a_marked_word_or_its_chip_tells_the_mark(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    for point in (middle_of(page, "OTAN"), chip_of(page, "OTAN")):
        with qtbot.waitSignal(page.mark_clicked) as told:
            click(page, point)
        assert told.args == ["OTAN"]


def test_a_click_beside_marks_tells_nothing(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    with qtbot.assertNotEmitted(page.mark_clicked):
        click(page, middle_of(page, "essais"))


def test_clicking_again_goes_from_the_innermost_mark_outwards(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "Corée du Nord"), mark_on(TEXT, "la Corée du Nord à rendre"))
    page.mark_clicked.connect(page.select_mark)
    seen = []
    for _ in range(3):
        click(page, middle_of(page, "Corée"))
        page._pointer._double_clicked = None
        seen.append(page.current_mark)
    assert seen == ["Corée du Nord", "la Corée du Nord à rendre", "Corée du Nord"]


def test_a_drag_that_starts_on_a_chip_selects_no_text(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    assert drag(page, chip_of(page, "OTAN"), middle_of(page, "essais")) == ""


def test_hovering_tells_the_mark_once_and_leaving_tells_none(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    told: list[tuple[object, QRect]] = []
    page.mark_hovered.connect(lambda name, rect: told.append((name, rect)))
    for offset in (0, 1, 2):
        hover(page, middle_of(page, "OTAN") + QPoint(offset, 0))
    hover(page, chip_of(page, "OTAN"))
    place = page.rect_of_mark("OTAN")
    assert told == [("OTAN", QRect(page.viewport().mapToGlobal(place.topLeft()), place.size()))]
    QApplication.sendEvent(page, QEvent(QEvent.Type.Leave))
    assert told[1:] == [(None, QRect())]


def test_a_card_has_to_go_when_the_page_scrolls_or_the_mark_is_removed(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT, mark_on(LONG_TEXT, "OTAN"))
    told: list[object] = []
    page.mark_hovered.connect(lambda name, rect: told.append(name))
    hover(page, middle_of(page, "OTAN"))
    page.verticalScrollBar().setValue(5)
    hover(page, middle_of(page, "OTAN"))
    page.remove_mark("OTAN")
    assert told == ["OTAN", None, "OTAN", None]


def test_over_a_chip_the_pointer_is_a_hand(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    hover(page, chip_of(page, "OTAN"))
    assert page.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(page, middle_of(page, "essais"))
    assert page.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_a_selection_drawn_below_the_edge_scrolls_on(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(LONG_TEXT)
    send(page, QEvent.Type.MouseButtonPress, middle_of(page, "OTAN"))
    send(page, QEvent.Type.MouseMove, QPoint(200, page.viewport().height() + 120))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 200)
    send(page, QEvent.Type.MouseMove, QPoint(200, 200))
    send(page, QEvent.Type.MouseButtonRelease, QPoint(200, 200))
    stopped = page.verticalScrollBar().value()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == stopped
    assert len(selected_text(page)) > 500


def test_a_context_menu_is_asked_for_with_its_place(page: MarkedText, qtbot: QtBot) -> None:
    point = middle_of(page, "essais")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, page.viewport().mapToGlobal(point))
    with qtbot.waitSignal(page.context_requested) as told:
        QApplication.sendEvent(page.viewport(), event)
    offset, place = told.args
    assert TEXT.index("essais") <= offset <= TEXT.index("essais") + 6
    assert place == event.globalPos()


def test_a_context_menu_by_key_is_asked_for_at_the_caret(page: MarkedText, qtbot: QtBot) -> None:
    page.set_caret(5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(page.context_requested) as told:
        QApplication.sendEvent(page.viewport(), event)
    assert told.args == [5, page.viewport().mapToGlobal(page.cursorRect().bottomLeft())]


def test_the_wheel_with_ctrl_zooms_and_without_it_scrolls(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT)
    for held in (Qt.KeyboardModifier.ControlModifier, NONE):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, 120 if held else -120),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.viewport(), event)
    assert page.zoom > 1
    assert page.verticalScrollBar().value() > 0


def test_another_text_forgets_what_the_mouse_was_doing(show_page: ShowPage) -> None:
    page = show_page(TEXT, Mark(id="m", spans=((0, 40),), hue="sea"))
    send(page, QEvent.Type.MouseButtonPress, middle_of(page, "OTAN"))
    page.set_text("court")
    send(page, QEvent.Type.MouseMove, QPoint(300, 300))
    send(page, QEvent.Type.MouseButtonRelease, QPoint(300, 300))
    assert page.selection() is None


def test_a_click_with_control_or_shift_joins_and_does_not_click(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    joined: list[tuple[str, bool]] = []
    page.mark_joined.connect(lambda name, whole: joined.append((name, whole)))
    page.mark_clicked.connect(lambda name: joined.append((f"clicked {name}", False)))
    click(page, middle_of(page, "OTAN"), Qt.KeyboardModifier.ControlModifier)
    click(page, chip_of(page, "OTAN"), SHIFT)
    click(page, middle_of(page, "essais"), Qt.KeyboardModifier.ControlModifier)
    assert joined == [("OTAN", False), ("OTAN", True)]
