"""The window of the codebook editor, by mouse and keyboard."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from annotation.codebook import Draft, built_in_codebook
from gui.views.codebook.conditions import ConditionsInput
from gui.views.codebook.hue_picker import HueInput
from gui.views.codebook.inputs import ChoiceInput, KeyInput, LabelsInput
from gui.views.codebook.order_input import OrderInput
from gui.views.codebook.outline import PLACE
from gui.views.codebook.window import CodebookWindow
from gui.views.codebook.workspace import Workspace
from tests.annotation.codebook.drafts import SMALL
from tests.gui.views.codebook.works import MOOD, TONE, small, told

Open = Callable[..., CodebookWindow]


@pytest.fixture
def opened(qtbot: QtBot, shown: Callable[[QWidget], QWidget]) -> Open:
    """Opens the window on the small codebook, or another workspace."""

    def open_(work: Workspace | None = None) -> CodebookWindow:
        window = CodebookWindow(work or small(), "Test")
        shown(window)
        return window

    return open_


def key(widget: QWidget, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for one in keys:
        QTest.keyClick(widget, one, held)


def rows(window: CodebookWindow) -> list[str]:
    tops = (window.outline.topLevelItem(row) for row in range(window.outline.topLevelItemCount()))
    return [item.text(0) for item in tops if item is not None]


def current(window: CodebookWindow) -> QTreeWidgetItem:
    item = window.outline.currentItem()
    assert item is not None
    return item


def test_the_parts_are_shown_from_the_top_down(opened: Open) -> None:
    window = opened()
    assert rows(window) == ["Codebook", "Layers", "Tagsets", "Reasons of reviewers"]
    assert (*TONE, "hot") in window.outline.shown
    assert not window.apply.isEnabled()


def test_typing_a_name_changes_the_draft_the_tree_and_the_title(opened: Open) -> None:
    window = opened()
    window.work.select(MOOD)
    row = window.form.row("label")
    assert row is not None
    assert isinstance(row.input, LabelsInput)
    QTest.keyClicks(row.input.lines["en"], "Feeling")
    assert window.work.draft.at((*MOOD, "label")) == {"en": "Feeling"}
    assert current(window).text(0) == "Feeling"
    assert window.apply.isEnabled()
    key(row.input.lines["en"], Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert told(window.work) == []
    assert row.input.lines["en"].text() == ""


def test_the_keyboard_alone_adds_names_moves_and_removes_a_tag(opened: Open) -> None:
    window = opened()
    window.work.select((*TONE, "cold"))
    window.outline.setFocus()
    key(window.outline, Qt.Key.Key_Insert)
    assert window.work.place == (*TONE, "new")
    line = window.focusWidget()
    QTest.keyClicks(line, "Luke warm")
    key(line, Qt.Key.Key_Return)
    assert window.work.place == (*TONE, "luke-warm")
    window.outline.setFocus()
    key(window.outline, Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert window.work.draft.ids(TONE) == ("warm", "hot", "luke-warm", "cold")
    key(window.outline, Qt.Key.Key_Right, held=Qt.KeyboardModifier.AltModifier)
    assert window.work.draft.parents((*TONE, "luke-warm")) == ["warm"]
    key(window.outline, Qt.Key.Key_D, held=Qt.KeyboardModifier.ControlModifier)
    assert window.work.place == (*TONE, "luke-warm-2")
    key(window.outline, Qt.Key.Key_Delete)
    key(window.outline, Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert (*TONE, "luke-warm-2")[-1] in window.work.draft.ids(TONE)


def test_a_renamed_part_stays_selected_and_a_taken_id_is_refused_in_its_place(opened: Open) -> None:
    window = opened()
    window.work.select((*MOOD, "field", "tone"))
    line = window.form.id_line
    assert line is not None
    line.setText("since")
    key(line, Qt.Key.Key_Return)
    assert window.said.text() == "“since” is there already: choose another id."
    assert line.text() == "tone"
    line.setText("heat")
    key(line, Qt.Key.Key_Return)
    assert window.work.place == (*MOOD, "field", "heat")
    assert window.work.is_sound


def test_a_fault_is_said_beside_the_value_and_in_the_list_which_leads_there(opened: Open) -> None:
    window = opened()
    window.work.select((*TONE, "hot"))
    row = window.form.row("key")
    assert row is not None
    assert isinstance(row.input, KeyInput)
    row.input.line.selectAll()
    QTest.keyClicks(row.input.line, "1")
    assert "same key 1" in row.fault.text()
    assert window.problems.isVisible()
    assert not window.apply.isEnabled()
    window.work.select(MOOD)
    item = window.problems.list.item(0)
    QTest.mouseClick(
        window.problems.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=window.problems.list.visualItemRect(item).center(),
    )
    assert window.work.place == (*TONE, "hot")
    window.work.undo()
    assert not window.problems.isVisible()


def test_the_search_leaves_what_is_called_so_and_what_is_around_it(opened: Open) -> None:
    window = opened()
    QTest.keyClicks(window.search, "chaude")
    assert window.outline.shown == [("tagset",), TONE, (*TONE, "warm"), (*TONE, "hot")]
    key(window.search, Qt.Key.Key_Return)
    assert window.work.place == (*TONE, "hot")
    key(window, Qt.Key.Key_Escape)
    assert len(window.outline.shown) > 10
    assert window.isVisible()


def test_a_condition_is_built_by_choosing(opened: Open) -> None:
    window = opened()
    place = (*MOOD, "field", "why")
    window.work.select(place)
    row = window.form.row("visible_when")
    assert row is not None
    shown = row.input
    assert isinstance(shown, ConditionsInput)
    QTest.mouseClick(shown.add, Qt.MouseButton.LeftButton)
    assert window.work.draft.at((*place, "visible_when")) == {"tone": ["warm"]}
    shown.lines[0].ticks.toggled.emit("cold")
    assert window.work.draft.at((*place, "visible_when")) == {"tone": ["warm", "cold"]}
    shown.lines[0].ticks.toggled.emit("warm")
    shown.lines[0].ticks.toggled.emit("cold")
    assert window.work.draft.at((*place, "visible_when")) == {"tone": ["cold"]}, "one value stays"
    QTest.mouseClick(shown.lines[0].gone, Qt.MouseButton.LeftButton)
    assert window.work.draft.at((*place, "visible_when")) is None
    assert shown.lines == []


def test_the_form_of_a_field_follows_its_kind(opened: Open) -> None:
    window = opened()
    window.work.select((*MOOD, "field", "since"))
    row = window.form.row("kind")
    assert row is not None
    assert isinstance(row.input, ChoiceInput)
    assert window.form.row("tagset") is None
    row.input.box.setCurrentIndex(row.input.box.findData("choice"))
    row.input.box.activated.emit(row.input.box.currentIndex())
    tagset = window.form.row("tagset")
    assert tagset is not None
    assert "needs a tagset" in tagset.fault.text()
    assert isinstance(tagset.input, ChoiceInput)
    tagset.input.box.setCurrentIndex(tagset.input.box.findData("tone"))
    tagset.input.box.activated.emit(tagset.input.box.currentIndex())
    assert window.work.is_sound


def test_a_colour_that_cannot_be_read_is_not_taken(opened: Open) -> None:
    window = opened()
    window.work.select(MOOD)
    row = window.form.row("hue")
    assert row is not None
    assert isinstance(row.input, HueInput)
    row.input.line.selectAll()
    QTest.keyClicks(row.input.line, "#FFFF00")
    assert "cannot be read" in row.input.said.text()
    assert window.work.draft.at((*MOOD, "hue")) is None
    QTest.mouseClick(row.input.swatches["#00795C"], Qt.MouseButton.LeftButton)
    assert window.work.draft.at((*MOOD, "hue")) == "#00795C"


def test_the_sentence_is_put_together_part_by_part(opened: Open) -> None:
    window = opened()
    window.work.select(MOOD)
    row = window.form.row("sentence")
    assert row is not None
    shown = row.input
    assert isinstance(shown, OrderInput)
    shown.add.setCurrentIndex(shown.add.findData("why"))
    shown.add.activated.emit(shown.add.currentIndex())
    assert window.work.draft.at((*MOOD, "sentence")) == ["cue", "tone", "why"]


def test_a_guideline_with_examples_is_written_in_each_language(opened: Open) -> None:
    window = opened()
    window.work.select(MOOD)
    guide = window.form.guide
    assert guide is not None
    QTest.keyClicks(guide.texts["guide"], "Mark it")
    guide.switch.chosen.emit("fr")
    guide.texts["examples"].setPlainText("une\ndeux")
    assert window.work.draft.at((*MOOD, "guide")) == {"en": "Mark it"}
    assert window.work.draft.at((*MOOD, "examples")) == {"fr": ["une", "deux"]}
    assert window.work.is_sound


def test_the_preview_follows_and_can_be_tried_out(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    window.work.select(MOOD)
    qtbot.waitUntil(lambda: window.preview.layer is not None and window.preview.layer.id == "mood")
    qtbot.waitUntil(lambda: window.preview.form is not None and window.preview.form.layer.id == "mood")
    form = window.preview.form
    assert form is not None
    assert not form.editors["since"].isVisibleTo(form)
    field = form.layer.field("tone")
    form.committed.emit(field, "hot", ())
    assert form.editors["since"].isVisibleTo(form)
    assert len(window.preview.slots) == 2
    assert window.preview.text is not None
    assert "Hot" in [mark.label for mark in window.preview.text.marks()]


def test_only_looking_changes_nothing(opened: Open) -> None:
    window = opened(small(editable=False))
    window.work.select(MOOD)
    row = window.form.row("label")
    assert row is not None
    assert not row.input.isEnabled()
    assert not window.apply.isVisible()
    window.outline.setFocus()
    key(window.outline, Qt.Key.Key_Delete)
    key(window.outline, Qt.Key.Key_Insert)
    assert told(window.work) == []


def test_a_part_is_dragged_to_another_place(opened: Open) -> None:
    window = opened()
    window.outline.dropped.emit(
        (*TONE, "cold"), (*TONE, "warm"), window.outline.DropIndicatorPosition.AboveItem
    )
    assert window.work.draft.ids(TONE) == ("cold", "warm", "hot")


def test_a_drop_by_mouse_moves_the_part_and_the_rows_follow(opened: Open) -> None:
    window = opened()
    outline = window.outline
    window.work.select((*TONE, "cold"))
    rows_of = {tuple(item.data(0, PLACE)): item for item in iterate(outline)}
    target, moved = rows_of[*TONE, "hot"], rows_of[*TONE, "cold"]
    outline.scrollToItem(target)
    mime = outline.model().mimeData([outline.indexFromItem(moved)])
    place = QPointF(outline.visualItemRect(target).center())
    event = QDropEvent(
        place, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    outline.dropEvent(event)
    assert window.work.draft.parents((*TONE, "cold")) == ["hot", "warm"]
    assert outline.currentItem() is not None
    parent = current(window).parent()
    assert parent is not None
    assert tuple(parent.data(0, PLACE)) == (*TONE, "hot")


def iterate(outline: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    yield from outline.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)


def test_a_thousand_tags_are_quick(opened: Open, qtbot: QtBot) -> None:
    toml = (
        SMALL
        + "\n[tagset.many]\n"
        + "\n".join(f"t{n} = {{parent = 't{n // 2}'}}" if n else "t0 = {}" for n in range(1000))
    )
    window = opened(small(toml=toml))
    window.work.select(("tagset", "many", "t999"))
    row = window.form.row("label")
    assert row is not None
    assert isinstance(row.input, LabelsInput)
    QTest.keyClicks(row.input.lines["en"], "Quick")
    assert current(window).data(0, PLACE)[-1] == "t999"
    QTest.keyClicks(window.search, "t999")
    assert [place[-1] for place in window.outline.shown if len(place) == 3][-1] == "t999"


def test_the_window_fits_a_small_screen(opened: Open) -> None:
    window = opened(Workspace(Draft.of(built_in_codebook())))
    for place in (MOOD, ("layer", "figure", "field", "unit"), ("layer", "source")):
        window.work.select(place)
    assert window.minimumSizeHint().width() <= 1240
    assert window.minimumSizeHint().height() <= 740


def test_tab_goes_through_the_form(opened: Open) -> None:
    window = opened()
    window.work.select((*TONE, "hot"))
    window.form.focus_name()
    seen = set()
    for _ in range(8):
        widget = window.focusWidget()
        seen.add(widget)
        key(widget, Qt.Key.Key_Tab)
    assert len(seen) >= 6


def visible_rows(window: CodebookWindow) -> Iterator[str]:
    yield from (row.input.place[-1] for row in window.form.rows)


def test_each_part_has_the_rows_that_it_needs(opened: Open) -> None:
    window = opened()
    found = {}
    for place in (
        (),
        MOOD,
        (*MOOD, "role", "cue"),
        (*MOOD, "field", "tones"),
        (*MOOD, "field", "why"),
        (*TONE, "hot"),
    ):
        window.work.select(place)
        found[place] = list(visible_rows(window))
    assert found[()] == ["label", "id", "version"]
    assert found[MOOD] == ["label", "plural", "hue", "key", "selection", "chip", "sentence"]
    assert found[*MOOD, "role", "cue"] == ["label", "required"]
    assert found[*MOOD, "field", "tones"] == [
        "label", "kind", "tagset", "multiple", "required", "required_when", "visible_when", "least", "most",
    ]  # fmt: skip
    assert found[*MOOD, "field", "why"] == [
        "label", "kind", "to", "layers", "required", "required_when", "visible_when",
    ]  # fmt: skip
    assert found[*TONE, "hot"] == ["label", "key", "glyph", "hue", "parent"]
    window.work.select(("reason", "clear"))
    assert [type(row.input) for row in window.form.rows] == [LabelsInput]
    window.work.select(("layer",))
    assert window.form.rows == []
    assert window.form.row("x") is None


def test_the_menu_of_additions_offers_what_has_a_place(opened: Open) -> None:
    window = opened()
    window.work.select((*TONE, "hot"))
    menu = window.add.menu()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if a.isEnabled()] == [
        "Layer", "Tagset", "Tag", "Tag below this one", "Reason",
    ]  # fmt: skip
    menu.actions()[0].trigger()
    assert window.work.place == ("layer", "new")
