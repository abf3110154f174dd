"""An editor in a shown window, and what it told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from annotation.codebook import built_in_codebook, load_codebook
from annotation.fields import Field, Tag
from annotation.operations import PutEntity
from annotation.records import Entity, Json
from gui.editors import Editor, Offer, editor_for
from gui.widgets.choice_list import Choice
from tests.gui.focus import focus

CODEBOOK = load_codebook(built_in_codebook())
KEYS = {
    "Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Tab": Qt.Key.Key_Tab, "Down": Qt.Key.Key_Down,
    "Right": Qt.Key.Key_Right, "Left": Qt.Key.Key_Left, "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
}  # fmt: skip


def field_of(layer: str, key: str) -> Field:
    """A field of the default codebook."""
    found = CODEBOOK.layer(layer)
    wanted = found.field(key) if found else None
    assert wanted
    return wanted


def tagged(*tags: str, multiple: bool = False, kind: str = "choice") -> Field:
    """A field with tags of its own; "b<a" is b below a."""
    made = (tag.partition("<") for tag in tags)
    found = tuple(Tag(id=id_, parent=parent, key=str(n)) for n, (id_, _sep, parent) in enumerate(made, 1))
    return Field(id="own", kind=kind, tags=found, multiple=multiple)


class Names:
    """Offers two names, a new one, and remembers what was to be picked in the text."""

    def __init__(self) -> None:
        self.picked: list[str] = []

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        known = [
            Offer(choice=Choice(key=key, title=key.title()), value={"entity": key}) for key in ("ana", "ben")
        ]
        found = [offer for offer in known if offer.choice.title.lower().startswith(typed.lower())]
        entity = Entity(id=typed, name=typed)
        new = Offer(
            choice=Choice(key="new", title=f"Add {typed}"),
            value={"entity": typed},
            first=(PutEntity(entity=entity),),
        )
        return [*found, *([new] if typed else [])]

    def shown(self, field: Field, value: Json) -> Choice | None:
        if not isinstance(value, dict):
            return None
        return Choice(key=str(value), title=str(value["entity"]).title())

    def pick(self, field: Field) -> None:
        self.picked.append(field.id)


@dataclass
class Desk:
    """One editor, and everything it told."""

    page: QWidget
    editor: Editor
    names: Names
    values: list[Json] = field(default_factory=list)
    first: list[object] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard."""
        for key in keys:
            QTest.keyClick(focus(), KEYS.get(key) or Qt.Key(ord(key)))

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for char in text:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(focus(), event)


Open = Callable[..., Desk]


@pytest.fixture
def edit(shown: Callable[[QWidget], QWidget]) -> Open:
    """Shows an editor of a field with a value; like the inspector, it is shown what it commits."""

    def open_editor(of: Field, value: Json = None) -> Desk:
        names = Names()
        editor = editor_for(of, names)
        page = QWidget()
        made = Desk(page, editor, names)

        def keep(committed: Json, first: object) -> None:
            made.values.append(committed)
            made.first.append(first)
            editor.show_value(committed)

        editor.committed.connect(keep)
        editor.left.connect(lambda: made.left.append(True))
        column = QVBoxLayout(page)
        column.addWidget(editor)
        column.addWidget(QLineEdit())
        page.resize(320, 200)
        shown(page)
        editor.show_value(value)
        editor.setFocus()
        return made

    return open_editor
