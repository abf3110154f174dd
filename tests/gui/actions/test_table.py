import logging
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotation.i18n import use_language
from gui.actions import ActionTable, Item, load_actions, room_condition
from gui.theme import ThemeSwitch

HELD = {"selection", "suggestions", "suggestion-selected", "article-open", "record-selected", "writable"}
ANNOTATING = frozenset({*HELD, room_condition("annotate")})
HANDLED = {"suggestion.next", "suggestion.accept", "record.delete", "article.find", "go.command"}
Show = Callable[[QWidget], QWidget]


class Page(QWidget):
    """A window with an article in which keys work, and a line in which they are typed."""

    def __init__(self) -> None:
        super().__init__()
        self.article = QTextEdit("The minister said so.")
        self.article.setReadOnly(True)
        self.article.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.line = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.article)
        column.addWidget(self.line)
        self.table = ActionTable(self)
        self.table.attach("annotate", self.article)
        self.said: list[str] = []
        for action in HANDLED:
            self.table.connect_to(action, partial(self.said.append, action))
        self.table.update(ANNOTATING)


@pytest.fixture
def page(shown: Show, themes: ThemeSwitch) -> Page:
    made = Page()
    shown(made)
    made.article.setFocus()
    return made


def items(*keys: str) -> list[Item]:
    return [Item(key=key.lower(), text=f"New {key}", keys=(key,)) for key in keys]


def test_a_single_key_works_while_the_article_has_the_focus(page: Page) -> None:
    QTest.keyClick(page.article, Qt.Key.Key_J)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        QTest.keyClick(page.article, key)
    accepted, deleted = ["suggestion.accept"] * 2, ["record.delete"] * 2
    assert page.said == ["suggestion.next", *accepted, *deleted]


def test_a_single_key_is_a_letter_while_text_is_typed(page: Page) -> None:
    page.line.setFocus()
    QTest.keyClicks(page.line, "j/")
    assert (page.said, page.line.text()) == ([], "j/")


def test_a_line_inside_the_article_takes_its_letters_too(page: Page) -> None:
    inside = QLineEdit(page.article)
    inside.show()
    inside.setFocus()
    QTest.keyClicks(inside, "j")
    assert (page.said, inside.text()) == ([], "j")


def test_an_action_with_a_key_and_a_shortcut_answers_both(page: Page) -> None:
    QTest.keyClick(page.article, Qt.Key.Key_Slash)
    page.line.setFocus()
    QTest.keyClick(page.line, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.said == ["article.find", "article.find"]


def test_a_shortcut_works_wherever_the_focus_is(page: Page) -> None:
    for widget in (page.article, page.line):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert page.said == ["go.command", "go.command"]


def test_nothing_happens_where_a_condition_fails(page: Page) -> None:
    page.table.update(ANNOTATING - {"suggestions", "article-open"})
    QTest.keyClick(page.article, Qt.Key.Key_J)
    QTest.keyClick(page.article, Qt.Key.Key_Slash)
    assert page.said == []
    assert not page.table["suggestion.next"].isEnabled()


def test_actions_of_a_room_are_disabled_in_another(page: Page) -> None:
    page.table.update({*ANNOTATING, room_condition("review")} - {room_condition("annotate")})
    assert not page.table["suggestion.next"].isEnabled()
    assert page.table["go.command"].isEnabled()


def test_a_family_stands_for_what_it_is_filled_with(page: Page) -> None:
    made: list[str] = []
    page.table.fill("record.new", items("E", "T"), made.append)
    QTest.keyClick(page.article, Qt.Key.Key_T)
    assert made == ["t"]
    page.table.fill("record.new", items("F"), made.append)
    QTest.keyClick(page.article, Qt.Key.Key_T)
    QTest.keyClick(page.article, Qt.Key.Key_F)
    assert made == ["t", "f"]
    with pytest.raises(KeyError):
        page.table["record.new:t"]


def test_a_family_follows_the_conditions_it_was_filled_under(page: Page) -> None:
    page.table.update(frozenset())
    page.table.fill("record.new", items("E"), print)
    assert not page.table["record.new:e"].isEnabled()
    page.table.update(ANNOTATING)
    assert page.table["record.new:e"].isEnabled()


def test_an_item_may_wait_for_more_than_its_family(page: Page) -> None:
    page.table.fill("record.new", [Item(key="e", text="E", when=frozenset({"idle"}))], print)
    assert not page.table["record.new:e"].isEnabled()
    page.table.update({*ANNOTATING, "idle"})
    assert page.table["record.new:e"].isEnabled()


def test_a_key_that_is_taken_is_left_out_and_logged(page: Page, caplog: pytest.LogCaptureFixture) -> None:
    made: list[str] = []
    with caplog.at_level(logging.WARNING):
        page.table.fill("record.new", items("J", "E", "E"), made.append)
    assert len(caplog.records) == 2
    QTest.keyClick(page.article, Qt.Key.Key_J)
    QTest.keyClick(page.article, Qt.Key.Key_E)
    assert (page.said, made) == (["suggestion.next"], ["e"])


def test_a_widget_that_is_gone_takes_no_more_keys(page: Page, qtbot: QtBot) -> None:
    other = QTextEdit(page)
    page.table.attach("annotate", other)
    with qtbot.waitSignal(other.destroyed):
        other.deleteLater()
    page.table.fill("record.new", items("E"), print)
    assert page.table["record.new:e"].isEnabled()


def test_one_of_a_checkable_family_is_ticked(page: Page) -> None:
    themes = [Item(key=key, text=key, checked=key == "light") for key in ("light", "dark")]
    page.table.fill("view.theme", themes, print)
    assert page.table["view.theme:light"].isChecked()
    page.table["view.theme:dark"].trigger()
    assert not page.table["view.theme:light"].isChecked()
    page.table.check("view.theme", "light")
    assert not page.table["view.theme:dark"].isChecked()


def test_a_tooltip_says_what_and_by_which_key(page: Page) -> None:
    assert page.table["suggestion.accept"].toolTip() == "Accept (Enter)\nMake the suggestion a label"


def test_texts_follow_the_language(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.actions.bound._", lambda text: f"<{text}>")
    page.table.retranslate()
    assert page.table["suggestion.accept"].text() == "<Accept>"
    use_language("en")


def test_a_text_can_be_lent_to_an_action_and_taken_back(page: Page) -> None:
    page.table.set_text("edit.undo", "Undo: label 14 mentions")
    assert page.table["edit.undo"].text() == "Undo: label 14 mentions"
    assert page.table["edit.undo"].toolTip().startswith("Undo: label 14 mentions (Ctrl+Z)")
    page.table.set_text("edit.undo", "")
    assert page.table["edit.undo"].text() == "Undo"


def test_a_handler_connected_later_takes_over(page: Page) -> None:
    page.table.connect_to("suggestion.next", partial(page.said.append, "the new room"))
    QTest.keyClick(page.article, Qt.Key.Key_J)
    assert page.said == ["the new room"]


def test_what_nobody_handles_is_known(page: Page) -> None:
    everything = {spec.id for spec in load_actions().actions}
    assert page.table.unhandled() == everything - HANDLED


@pytest.mark.parametrize("wrong", ["no.such", "record.new"])
def test_a_handler_needs_an_action_that_is_there(page: Page, wrong: str) -> None:
    with pytest.raises(KeyError):
        page.table.connect_to(wrong, print)


def test_a_family_that_is_filled_with_the_same_keeps_its_actions_and_calls_the_new_slot(
    shown: Show, qtbot: QtBot
) -> None:
    page = Page()
    shown(page)
    items = [Item(key="PER", text="Person", keys=("1",)), Item(key="ORG", text="Organisation", keys=("2",))]
    called: list[str] = []
    page.table.fill("record.label", items, lambda key: called.append(f"old {key}"))
    before = [bound.action for bound in page.table.members("record.label")]
    with qtbot.assertNotEmitted(page.table.filled):
        page.table.fill("record.label", list(items), lambda key: called.append(f"new {key}"))
    assert [bound.action for bound in page.table.members("record.label")] == before
    QTest.keyClick(page.article, Qt.Key.Key_2)
    assert called == ["new ORG"]
    with qtbot.waitSignal(page.table.filled):
        page.table.fill("record.label", items[:1], called.append)
    assert len(page.table.members("record.label")) == 1


def test_the_tick_of_a_family_that_is_filled_with_the_same_is_the_one_asked_for(shown: Show) -> None:
    page = Page()
    shown(page)
    items = [Item(key="light", text="Light", checked=True), Item(key="dark", text="Dark")]
    for _time in range(2):
        page.table.fill("view.theme", items, lambda _key: None)
        assert page.table["view.theme:light"].isChecked()
        page.table.check("view.theme", "dark")
