"""What the queue lists and in which order: a button that opens the choices."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotation.adjudication import Kind, State, Wish
from annotation.i18n import Message, _
from gui.theme import set_icon
from gui.views.review.route import Route

_STATES = {
    State.OPEN: Message("Still open"),
    State.CHANGED: Message("Changed since decided"),
    State.ANSWERED: Message("Answered"),
    State.ASKED: Message("Waiting for an answer"),
    State.DECIDED: Message("Decided"),
    State.AUTOMATIC: Message("Decided automatically"),
}
Words = Sequence[tuple[str, str]]


class QueueFilter(QPushButton):
    """Holds the route through the queue. Emits `changed(Route)` when a person chooses another."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.route = Route()
        self.setProperty("kind", "quiet")
        self.setAccessibleName(_("Filter and order"))
        self.setToolTip(_("Choose what the queue lists, and what comes first"))
        set_icon(self, "funnel", "muted", 14)
        self.menu_shown = QMenu(self)
        self.setMenu(self.menu_shown)
        self._draw()

    def offer(self, layers: Words, people: Words) -> None:
        """Offer these layers and annotators, by id and name."""
        menu = self.menu_shown
        menu.clear()
        self._add_order(menu)
        wish = self.route.wish
        self._add_ticks(
            _("State"), [(state, str(text)) for state, text in _STATES.items()], wish.states, "states"
        )
        self._add_ticks(_("Layer"), layers, wish.layers, "layers")
        if len(people) > 1:
            self._add_ticks(_("Who stands alone"), people, wish.annotators, "annotators")
        menu.addSeparator()
        everything = menu.addAction(_("List everything"))
        everything.triggered.connect(lambda _checked=False: self.clear())
        everything.setEnabled(self._is_narrowed)

    def narrow_kinds(self, kinds: frozenset[Kind]) -> None:
        """List only these kinds; all where there are none."""
        self._take(replace(self.route.wish, kinds=frozenset(map(str, kinds))))

    def show_agreed(self, shown: bool) -> None:
        """List what all agree on as well, or not."""
        self._take(replace(self.route.wish, agreed=shown))

    def clear(self) -> None:
        """Ask for nothing in particular any more, but for kinds."""
        self._take(Wish(kinds=self.route.wish.kinds, agreed=self.route.wish.agreed))

    @property
    def _is_narrowed(self) -> bool:
        return replace(self.route.wish, kinds=frozenset()).narrows

    def _add_order(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for text, important in ((_("In the order of the text"), False), (_("What matters first"), True)):
            act = menu.addAction(text)
            act.setCheckable(True)
            act.setChecked(self.route.by_importance is important)
            group.addAction(act)
            act.triggered.connect(lambda _checked=False, on=important: self._order(on))

    def _add_ticks(self, title: str, words: Words, ticked: frozenset[str], part: str) -> None:
        self.menu_shown.addSeparator()
        heading = self.menu_shown.addAction(title)
        heading.setEnabled(False)
        for key, word in words:
            act = QAction(word, self.menu_shown)
            act.setCheckable(True)
            act.setChecked(key in ticked)
            act.toggled.connect(self._toggler(part, key))
            self.menu_shown.addAction(act)

    def _toggler(self, part: str, key: str) -> Callable[[bool], None]:
        def toggle(on: bool) -> None:
            before: frozenset[str] = getattr(self.route.wish, part)
            now = before | {key} if on else before - {key}
            changed: dict[str, frozenset[str]] = {part: now}
            self._take(replace(self.route.wish, **changed))  # type: ignore[arg-type]  # a part is a set of ids

        return toggle

    def _order(self, important: bool) -> None:
        self.route = replace(self.route, by_importance=important)
        self._tell()

    def _take(self, wish: Wish) -> None:
        if wish != self.route.wish:
            self.route = replace(self.route, wish=wish)
            self._tell()

    def _tell(self) -> None:
        self._draw()
        self.changed.emit(self.route)

    def _draw(self) -> None:
        order = _("What matters first") if self.route.by_importance else _("In the order of the text")
        self.setText(_("{order}, filtered", order=order) if self._is_narrowed else order)
