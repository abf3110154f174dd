"""One entry of the actions table become a QAction with its keys."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotation.i18n import _
from gui.actions.spec import ActionSpec

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One action of a family: its key (what the handler is given), and its texts, already translated.

    `keys` work in the article alone, `shortcuts` in the whole window. `when` adds to the family's conditions.
    """

    key: str
    text: str
    tip: str = ""
    shortcuts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    icon: str = ""
    hue: str = ""
    checked: bool = False
    when: frozenset[str] = frozenset()


class BoundAction:
    """A QAction of one entry (and, in a family, of one item), with the keys that trigger it.

    Qt gives a QAction's keys one reach. So an entry with shortcuts for the window as well as single keys for
    the article has its single keys on a twin action, which triggers the first.
    """

    def __init__(
        self,
        spec: ActionSpec,
        window: QWidget,
        item: Item | None = None,
        taken: AbstractSet[str] = frozenset(),
    ) -> None:
        self.spec = spec
        self.item = item
        self.action = QAction(window)
        self.action.setObjectName(f"{spec.id}:{item.key}" if item else spec.id)
        self.action.setCheckable(spec.checkable)
        self._own_text = ""
        shortcuts, keys = (item.shortcuts, item.keys) if item else (spec.shortcuts, spec.keys)
        self.refused = tuple(key for key in (*shortcuts, *keys) if portable(key) in taken)
        free = [[key for key in some if key not in self.refused] for some in (shortcuts, keys)]
        self._set_keys(window, *free)
        self.retranslate()

    @property
    def needs(self) -> frozenset[str]:
        """The conditions that must all hold for the action to be enabled."""
        return self.spec.conditions | (self.item.when if self.item else frozenset())

    @property
    def keys(self) -> tuple[QKeySequence, ...]:
        """Every key that triggers the action, those of the whole window first."""
        return tuple(key for action in self._both for key in action.shortcuts())

    def enable(self, conditions: frozenset[str]) -> None:
        """Enable the action if all that it needs is among `conditions`."""
        for action in self._both:
            action.setEnabled(self.needs <= conditions)

    def attach(self, widget: QWidget) -> None:
        """Let the single keys, if there are any, work in `widget`."""
        if self._keyed.shortcutContext() == _HERE:
            widget.addAction(self._keyed)

    def set_text(self, text: str) -> None:
        """Show `text`, already translated, until it is "": then the table's own text again."""
        self._own_text = text
        self.retranslate()

    def retranslate(self) -> None:
        """Show text and tooltip in the language spoken now; those of an item came translated."""
        text, tip = (self.item.text, self.item.tip) if self.item else (_(self.spec.text), _(self.spec.tip))
        self.action.setText(self._own_text or text)
        self.action.setToolTip(self._tooltip(tip))
        self.action.setStatusTip(tip)

    def discard(self) -> None:
        """Take the action out of every menu and widget for good."""
        self.action.setEnabled(False)
        self.action.deleteLater()

    @property
    def _both(self) -> tuple[QAction, ...]:
        return (self.action,) if self._keyed is self.action else (self.action, self._keyed)

    def _set_keys(self, window: QWidget, shortcuts: Sequence[str], keys: Sequence[str]) -> None:
        self._keyed = QAction(self.action) if shortcuts and keys else self.action
        if self._keyed is not self.action:
            self._keyed.triggered.connect(self.action.trigger)
        if keys:
            self._keyed.setShortcuts([QKeySequence(key) for key in keys])
            self._keyed.setShortcutContext(_HERE)
        if shortcuts:
            self.action.setShortcuts([QKeySequence(key) for key in shortcuts])
            window.addAction(self.action)

    def _tooltip(self, tip: str) -> str:
        title = self.action.text().removesuffix("…")
        shown = f"{title} ({native(self.keys[0])})" if self.keys else title
        return f"{shown}\n{tip}" if tip else shown


def native(key: QKeySequence) -> str:
    """A key as people of this system and language write it; both Enter keys are called Enter."""
    if key == QKeySequence(Qt.Key.Key_Return):
        key = QKeySequence(Qt.Key.Key_Enter)
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def portable(key: str) -> str:
    """A key in the one spelling that two spellings of it share."""
    return QKeySequence(key).toString()
