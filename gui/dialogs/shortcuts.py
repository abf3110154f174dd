"""The dialog in which a person gives actions other keys: found, pressed, taken from others, reset."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from gui.actions import ActionTable, BoundAction, native
from gui.actions.keymap import Keys, problem_with, with_defaults, with_key, without_key
from gui.actions.listing import place_words, plain_words
from gui.dialogs.shortcuts_capture import KeyCapture
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button, icon_button
from gui.widgets.label import ElidedLabel, label
from gui.widgets.ranking import folded

_SIZE = (720, 600)
_PASSING = {"project.recent"}
"""Families whose members come and go, so that a key of theirs would mean nothing tomorrow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRow:
    """One action as the table shows it."""

    id: str
    text: str
    place: str
    keys: tuple[str, ...]
    """As people write them."""
    changed: bool

    def has(self, wanted: str) -> bool:
        """Whether a folded text is in what the action is called, or is one of its keys."""
        return wanted in folded(f"{self.text} {self.place}") or wanted in map(folded, self.keys)


class ShortcutsDialog(QDialog):
    """Lists every action with its keys. Emits `chosen(keys)` at each change, which holds at once.

    `importing` and `exporting` ask for a file of keys.
    """

    chosen = Signal(object)
    importing = Signal()
    exporting = Signal()

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change keys"))
        self.resize(*_SIZE)
        self._actions = table
        self._asked = ""
        """The key that another action has, until a person says whether it is to be taken."""
        self.search = QLineEdit()
        self.model = RecordTable[KeyRow](
            [
                Column(title=_("Action"), text=lambda row: row.text),
                Column(title=_("Where"), text=lambda row: row.place),
                Column(title=_("Keys"), text=lambda row: "   ".join(row.keys)),
            ],
            key=lambda row: row.id,
        )
        self.table = QTableView()
        self.capture = KeyCapture()
        self.name = ElidedLabel("", "heading")
        self.said = label("", "small", wrap=True)
        self.take = button(_("Use it here"))
        self.reset = button(_("Reset"), "link")
        self.reset_all = button(_("Reset all"))
        self._caps = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.fill()

    @property
    def bound(self) -> BoundAction | None:
        """The action that is chosen in the table."""
        index = self.table.currentIndex()
        return self._actions.find(self.model.record(index).id) if index.isValid() else None

    def fill(self) -> None:
        """List the actions that the search finds, as their keys are now."""
        wanted, chosen = folded(self.search.text()).strip(), self.bound
        listed = (bound for bound in self._actions if bound.spec.id not in _PASSING)
        rows = [row for row in map(self._row, listed) if row.has(wanted)]
        self.model.update(rows)
        place = self.model.row_of(chosen.id) if chosen else None
        if rows:
            self.table.selectRow(place or 0)
        self.reset_all.setEnabled(bool(self._actions.own_keys))
        self.show_chosen()

    def choose(self, action: str) -> None:
        """Choose an action in the table, if it is listed."""
        row = self.model.row_of(action)
        if row is not None:
            self.table.selectRow(row)

    def show_chosen(self) -> None:
        """Show the keys of the action that is chosen."""
        bound = self.bound
        self._ask("")
        self.capture.setEnabled(bound is not None)
        self.name.setText(plain_words(bound) if bound else "")
        self.reset.setEnabled(bound is not None and bound.id in self._actions.own_keys)
        while (item := self._caps.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for key in bound.keys if bound else ():
            self._caps.addWidget(label(native(key), "keycap"))
            self._caps.addWidget(self._remover(key.toString(), native(key)))
        if bound is not None and not bound.keys:
            self._caps.addWidget(label(_("no key"), "muted"))

    def tell(self, what: str) -> None:
        """Say something under the keys."""
        self.said.setText(what)

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Find an action, or a key"))
        self.search.setAccessibleName(_("Find an action, or a key"))
        self.search.setClearButtonEnabled(True)
        self._furnish_table()
        keys = QHBoxLayout()
        keys.setSpacing(8)
        self._caps.setSpacing(4)
        keys.addWidget(self.name, 1)
        keys.addLayout(self._caps)
        keys.addWidget(self.capture)
        keys.addWidget(self.reset)
        conflict = QHBoxLayout()
        conflict.addWidget(self.said, 1)
        conflict.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(keys)
        column.addLayout(conflict)
        column.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        self.import_button, self.export_button = button(_("Read from a file…")), button(_("Write to a file…"))
        self.close_button = button(_("Close"), "primary")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.reset_all, self.import_button, self.export_button):
            part.setAutoDefault(False)
            foot.addWidget(part)
        foot.addStretch()
        foot.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        return foot

    def _furnish_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(_("Actions and their keys"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        heads = table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        heads.setMinimumSectionSize(120)
        heads.setSectionsClickable(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.fill())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.show_chosen())
        self.table.doubleClicked.connect(lambda _index: self.capture.wait())
        self.capture.captured.connect(self._captured)
        self.take.clicked.connect(lambda: self._give(self._asked))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(lambda: self._choose({}))
        self.import_button.clicked.connect(self.importing)
        self.export_button.clicked.connect(self.exporting)
        self.close_button.clicked.connect(self.accept)
        self._actions.rekeyed.connect(self.fill)

    # ------------------------------------------------------------ changing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the table waits for a key, Del takes the keys of the action away. For Qt."""
        bound = self.bound
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if bound is not None:
                self.capture.wait()
        elif event.key() == Qt.Key.Key_Delete and bound is not None and self.table.hasFocus():
            self._choose({**self._now, bound.id: ()})
        else:
            super().keyPressEvent(event)

    @property
    def _now(self) -> Keys:
        return {action: tuple(keys) for action, keys in self._actions.own_keys.items()}

    def _captured(self, key: str) -> None:
        """A key was pressed: it is given at once where nobody has it."""
        bound = self.bound
        if bound is None:
            return
        if problem := problem_with(key, bound, self._actions):
            self._ask("")
            self.tell(problem)
        elif holders := self._actions.holders(key, bound):
            self._ask(key)
            names = _listed([plain_words(one) for one in holders])
            self.tell(_("{key} is the key of {action} now.", key=native(QKeySequence(key)), action=names))
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give(key)

    def _ask(self, key: str) -> None:
        self._asked = key
        self.take.setVisible(bool(key))
        self.said.setText("")

    def _give(self, key: str) -> None:
        bound = self.bound
        if bound is not None and key:
            self._choose(with_key(self._actions, bound, key))
            self.table.setFocus()

    def _reset(self) -> None:
        bound = self.bound
        if bound is not None:
            self._choose(with_defaults(self._actions, bound))

    def _remove(self, key: str) -> None:
        bound = self.bound
        if bound is not None:
            self._choose(without_key(self._actions, bound, key))

    def _choose(self, keys: Keys) -> None:
        self.chosen.emit(keys)

    def _remover(self, key: str, shown: str) -> QWidget:
        made = icon_button("x", _("Take {key} away", key=shown), size=12)
        made.clicked.connect(lambda: self._remove(key))
        return made

    def _row(self, bound: BoundAction) -> KeyRow:
        keys = tuple(dict.fromkeys(native(key) for key in bound.keys))
        return KeyRow(
            id=bound.id,
            text=plain_words(bound),
            place=place_words(bound, self._actions),
            keys=keys,
            changed=bound.id in self._actions.own_keys,
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(_("“{name}”", name=name) for name in names)
