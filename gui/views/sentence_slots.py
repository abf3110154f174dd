"""The places of a sentence bar: somebody to name, a tag to choose, words to mark."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotation.codebook import Slot
from annotation.fields import Field, kind_of
from annotation.i18n import _
from annotation.records import Json, Span
from gui.editors import Editor, Offer, editor_for
from gui.editors.choice import ChoiceEditor
from gui.views.article_text import Nudge
from gui.views.desk import Desk
from gui.views.draft import Draft
from gui.views.offers import ArticleOffers
from gui.views.speaker_offers import SpeakerOffers, WordsOffer
from gui.widgets.choice_list import Choice
from gui.widgets.completer_line import CompleterLine
from gui.widgets.label import label

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def nudge_of(event: QKeyEvent) -> Nudge | None:
    """The wish to move an end of the words that a key means: Alt with Left or Right."""
    if not event.modifiers() & _ALT or event.key() not in _SIDEWAYS:
        return None
    by_word = not event.modifiers() & _CONTROL
    return Nudge(_SIDEWAYS[Qt.Key(event.key())], by_word=by_word, other=bool(event.modifiers() & _SHIFT))


class SlotWidget(QWidget):
    """One place, under its name. Emits `filled` when a value was taken, `advanced` for Enter on what is.

    `changed` tells that the draft is another one, `nudged(Nudge)` that an end of its words is to move,
    `left` that Esc was pressed.
    """

    filled = Signal()
    advanced = Signal()
    changed = Signal()
    nudged = Signal(object)
    left = Signal()

    def __init__(self, slot: Slot, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self.draft = draft
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(label(slot.text, "section"))

    def enter(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def show_draft(self) -> None:
        """Show what the draft holds here."""
        raise NotImplementedError

    def _put(self, widget: QWidget) -> None:
        widget.setAccessibleName(self.slot.text)
        self._column.addWidget(widget)
        self.setFocusProxy(widget)


class SlotLine(CompleterLine):
    """A completer line whose Esc goes to the bar, and that knows when Tab takes a row."""

    nudged = Signal(object)

    def __init__(self, rank: Callable[[str], Sequence[Choice]]) -> None:
        super().__init__(rank)
        self.is_tabbing = False

    def event(self, event: QEvent) -> bool:
        """Remember that Tab is pressed. For Qt."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        self.is_tabbing = pressed and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # type: ignore[attr-defined]
        try:
            return super().event(event)
        finally:
            self.is_tabbing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the bar; Alt with arrows moves the words. For Qt."""
        if wish := nudge_of(event):
            self.nudged.emit(wish)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_list()
            event.ignore()
        else:
            super().keyPressEvent(event)


class NameSlot(SlotWidget):
    """Somebody or something to name, by typing a few letters."""

    def __init__(self, slot: Slot, field: Field, draft: Draft, offers: ArticleOffers) -> None:
        super().__init__(slot, draft)
        self._field = field
        self._offers = offers
        self._offered: dict[str, Offer] = {}
        self.line = SlotLine(self._rank)
        self.line.setMinimumWidth(150)
        self.line.chosen.connect(self._take)
        self.line.accepted.connect(self._accept)
        self.line.nudged.connect(self.nudged)
        self._put(self.line)
        self.show_draft()

    def enter(self) -> None:
        """Take the keyboard; an empty place shows what is likeliest."""
        super().enter()
        self.line.selectAll()
        if not self.line.text():
            self.line.open_list()

    def show_draft(self) -> None:
        """Show who is named."""
        self.line.set_choice(self._shown())
        self.line.setCursorPosition(0)

    def _shown(self) -> Choice | None:
        return self._offers.shown(self._field, self.draft.features.get(self._field.id))

    def _rank(self, typed: str) -> Sequence[Choice]:
        elsewhere = [value for key, value in self.draft.features.items() if key != self._field.id]
        found = [offer for offer in self._find(typed) if offer.value is None or offer.value not in elsewhere]
        self._offered = {offer.choice.key: offer for offer in found}
        return [offer.choice for offer in found]

    def _find(self, typed: str) -> Sequence[Offer]:
        return self._offers.offers(self._field, typed)

    def _take(self, choice: Choice) -> None:
        self._hold(self._offered[choice.key])
        self.changed.emit()
        self.show_draft()
        if not self.line.is_tabbing:
            self.filled.emit()

    def _hold(self, offer: Offer | None) -> None:
        self.draft.set_value(self._field, offer)

    def _accept(self) -> None:
        """Enter: an emptied line names nobody; what was typed and not found is forgotten."""
        if not self.line.text().strip():
            self._hold(None)
            self.changed.emit()
        self.show_draft()
        self.advanced.emit()


class SpeakerSlot(NameSlot):
    """Who speaks: the words of the text that say it, and the entity that they name."""

    def __init__(self, slot: Slot, field: Field, draft: Draft, desk: Desk, offers: ArticleOffers) -> None:
        self._desk = desk
        self._speakers = SpeakerOffers(desk, offers, draft.words)
        self._role = slot.role.id if slot.role else ""
        super().__init__(slot, field, draft, offers)

    def _shown(self) -> Choice | None:
        words = self._desk.quote(self.draft.spans.get(self._role, ()))
        return super()._shown() or (Choice(key="words", title=words) if words else None)

    def _find(self, typed: str) -> Sequence[Offer]:
        return self._speakers.offers(self._field, typed)

    def _hold(self, offer: Offer | None) -> None:
        super()._hold(offer)
        if offer is None:
            self.draft.spans.pop(self._role, None)
        elif isinstance(offer, WordsOffer):
            self.draft.spans[self._role] = offer.spans


class ChoiceSlot(SlotWidget):
    """A tag to choose by digit, first letter or arrows."""

    def __init__(self, slot: Slot, field: Field, draft: Draft, offers: ArticleOffers) -> None:
        super().__init__(slot, draft)
        self._field = field
        self.editor = ChoiceEditor(field, offers)
        self.editor.committed.connect(self._take)
        self.editor.left.connect(self.left)
        if self.editor.row is not None:
            self.editor.row.enter_goes_on = True
            self.editor.row.entered.connect(self.advanced)
        if self.editor.line is not None:
            self.editor.line.accepted.connect(self.advanced)
            self.editor.line.setMinimumWidth(130)
        self._put(self.editor)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the tag."""
        self.editor.show_value(self.draft.features.get(self._field.id))

    def _take(self, value: Json, _first: object) -> None:
        shown = Choice(key="", title="")
        self.draft.set_value(self._field, Offer(choice=shown, value=value))
        self.show_draft()
        self.changed.emit()
        if value is not None:
            self.filled.emit()


class EditorSlot(SlotWidget):
    """Any other field, in its own editor."""

    def __init__(self, slot: Slot, field: Field, draft: Draft, offers: ArticleOffers) -> None:
        super().__init__(slot, draft)
        self._field = field
        self.editor: Editor = editor_for(field, offers)
        self.editor.committed.connect(self._take)
        self.editor.left.connect(self.left)
        self.editor.setMinimumWidth(120)
        self._put(self.editor)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the value."""
        self.editor.show_value(self.draft.features.get(self._field.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, which the editor has taken the value with, goes on. For Qt."""
        if event.key() in _ENTER:
            self.editor.commit()
            self.advanced.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, value: Json, first: object) -> None:
        shown = Choice(key="", title="")
        self.draft.set_value(self._field, Offer(choice=shown, value=value))
        self.show_draft()
        self.changed.emit()


class RoleSlot(SlotWidget):
    """Words to mark: Left and Right pick a word, with Shift more or fewer words, Del none.

    Emits `picked(forward)` for the arrows.
    """

    picked = Signal(bool)

    def __init__(self, slot: Slot, draft: Draft, desk: Desk) -> None:
        super().__init__(slot, draft)
        self._desk = desk
        self.role = slot.role.id if slot.role else ""
        self.line = RoleLine()
        self.line.setPlaceholderText(_("← → to pick words"))
        self.line.setMinimumWidth(120)
        self.line.picked.connect(self.picked)
        self.line.nudged.connect(self.nudged)
        self.line.cleared.connect(self._clear)
        self.line.returnPressed.connect(self.advanced)
        self._put(self.line)
        self.show_draft()

    def show_draft(self) -> None:
        """Show the words."""
        self.line.setText(self._desk.quote(self.draft.spans.get(self.role, ())))
        self.line.setCursorPosition(0)

    def take(self, span: Span) -> None:
        """Mark these words."""
        self.draft.spans[self.role] = (span,)
        self.show_draft()
        self.changed.emit()

    def _clear(self) -> None:
        self.draft.spans.pop(self.role, None)
        self.show_draft()
        self.changed.emit()


class RoleLine(QLineEdit):
    """Shows words of the text; its keys pick others."""

    picked = Signal(bool)
    nudged = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick, move, clear; the rest is Qt's. For Qt."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if wish := nudge_of(event):
            self.nudged.emit(wish)
        elif key in _SIDEWAYS and held == _SHIFT:
            self.nudged.emit(Nudge(_SIDEWAYS[key], by_word=True, other=False))
        elif key in _SIDEWAYS:
            self.picked.emit(_SIDEWAYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


def slot_widget(slot: Slot, draft: Draft, desk: Desk, offers: ArticleOffers) -> SlotWidget:
    """The widget for a place of a sentence."""
    field = slot.field
    if slot.role is not None:
        return SpeakerSlot(slot, field, draft, desk, offers) if field else RoleSlot(slot, draft, desk)
    assert field is not None, "a place has a field or a role"
    widget = kind_of(field).widget
    if widget in ("entity", "reference"):
        return NameSlot(slot, field, draft, offers)
    if widget in ("choice", "tree"):
        return ChoiceSlot(slot, field, draft, offers)
    return EditorSlot(slot, field, draft, offers)
