"""One entry of the actions table become a QAction with its keys."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotation.i18n import _
from gui.actions.spec import ActionSpec

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_WINDOW = Qt.ShortcutContext.WindowShortcut
_FUNCTION = re.compile(r"F\d+")


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
        self.needs = spec.conditions | (item.when if item else frozenset())
        """The conditions that must all hold for the action to be enabled."""
        self.action = QAction(window)
        self.action.setObjectName(f"{spec.id}:{item.key}" if item else spec.id)
        self.action.setCheckable(spec.checkable)
        self._own_text = ""
        self._window = window
        self._keyed = self.action
        self._twin: QAction | None = None
        self.refused: tuple[str, ...] = ()
        self.use_defaults(taken)

    @property
    def id(self) -> str:
        """The name by which the table finds it: the entry's, in a family with the item's key after it."""
        return self.action.objectName()

    @property
    def defaults(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys that it has while nobody changed them: for the whole window, and for the article."""
        found = self.item or self.spec
        return found.shortcuts, found.keys

    def use_defaults(self, taken: AbstractSet[str] = frozenset()) -> None:
        """Be triggered by the keys of the table, those left out that others have `taken`."""
        shortcuts, keys = self.defaults
        self.refused = tuple(key for key in (*shortcuts, *keys) if portable(key) in taken)
        free = [[key for key in some if key not in self.refused] for some in (shortcuts, keys)]
        self._set_keys(*free)

    def use(self, wanted: Sequence[str]) -> None:
        """Be triggered by other keys: plain ones work in the article, the others in the whole window."""
        single = {portable(key) for key in self.defaults[1]}
        keys = [key for key in wanted if is_plain(key) or portable(key) in single]
        self.refused = ()
        self._set_keys([key for key in wanted if key not in keys], keys)

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

    def detach(self, widget: QWidget) -> None:
        """Let no keys work in `widget` any more."""
        if self._keyed.shortcutContext() == _HERE:
            widget.removeAction(self._keyed)

    def set_text(self, text: str) -> None:
        """Show `text`, already translated, until it is "": then the table's own text again."""
        if text != self._own_text:
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

    def _set_keys(self, shortcuts: Sequence[str], keys: Sequence[str]) -> None:
        """Have these keys and no others; the tooltip names the first."""
        both = bool(shortcuts and keys)
        if both and self._twin is None:
            self._twin = QAction(self.action)
            self._twin.triggered.connect(self.action.trigger)
        if self._twin is not None:
            self._twin.setEnabled(self.action.isEnabled())
            _give(self._twin, keys if both else (), _HERE)
        self._keyed = self._twin if both and self._twin is not None else self.action
        _give(self.action, shortcuts or keys, _WINDOW if shortcuts or not keys else _HERE)
        if shortcuts:
            self._window.addAction(self.action)
        else:
            self._window.removeAction(self.action)
        self.retranslate()

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


def is_plain(key: str) -> bool:
    """Whether a key types something, or walks, where text is written: it has no modifier but Shift."""
    last = portable(key).removeprefix("Shift+")
    held = any(part in portable(key) for part in ("Ctrl+", "Alt+", "Meta+"))
    return not held and not _FUNCTION.fullmatch(last)


def _give(action: QAction, keys: Sequence[str], reach: Qt.ShortcutContext) -> None:
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(reach)
