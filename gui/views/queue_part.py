"""Which part of the queue is worked through, and in which order: chosen in a menu, shown in words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from annotation.i18n import _
from annotation.operations import saved_filters
from annotation.project import QueueWish
from gui.dialogs.wording import WordingDialog
from gui.session import Session
from gui.views.corpus_terms import condition_words
from gui.widgets.button import icon_button
from gui.widgets.label import ElidedLabel

_OPEN = "-status:done -status:skipped"
_FIRST = "copies:none"
"""Only articles that stand for their copies, and those that have none."""


class QueuePart(QObject):
    """Makes the button and the line for `panel`; calls `take` with what is chosen."""

    def __init__(self, session: Session, take: Callable[[QueueWish], object], panel: QWidget) -> None:
        super().__init__(panel)
        self._session = session
        self._take = take
        self._panel = panel
        self._wish = QueueWish()
        self.button = icon_button("funnel", _("Which articles, and in which order"))
        self.button.clicked.connect(self.open_menu)
        self.words = ElidedLabel("", "small")
        cross = icon_button("x", _("The whole queue in its order"), size=12)
        cross.clicked.connect(lambda: self._take(QueueWish()))
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(16, 0, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(cross)
        self.line.hide()

    def show_wish(self, wish: QueueWish) -> None:
        """Say which part is shown."""
        self._wish = wish
        parts = [self._filter_words(wish.filters)] if wish.filters else []
        parts += [_("not only mine")] if wish.everything else []
        parts += [_("uncertain ones first")] if wish.uncertain_first else []
        self.words.setText(", ".join(parts))
        self.line.setVisible(bool(parts))

    def _filter_words(self, query: str) -> str:
        known = {
            _OPEN: _("to do"),
            _FIRST: _("without copies"),
            f"{_OPEN} {_FIRST}": _("to do, without copies"),
        }
        if query in known:
            return known[query]
        names = {one.query: one.name for one in self._session.read(saved_filters)}
        return names.get(query) or condition_words(query, self._session.codebook)

    def open_menu(self) -> None:
        """Offer what can be chosen."""
        if not self._session.is_open:
            return
        menu = self.menu()
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What can be chosen, the chosen things ticked; it deletes itself when it closes."""
        menu = QMenu(self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        wish = self._wish
        self._add(menu, _("The whole queue"), replace(wish, filters=""), on=not wish.filters)
        self._add(menu, _("What is to do"), replace(wish, filters=_OPEN), on=wish.filters == _OPEN)
        self._add(menu, _("Without copies"), replace(wish, filters=_FIRST), on=wish.filters == _FIRST)
        both = f"{_OPEN} {_FIRST}"
        self._add(
            menu, _("What is to do, without copies"), replace(wish, filters=both), on=wish.filters == both
        )
        known = self._session.read(saved_filters)
        if known:
            menu.addSeparator()
        for one in known:
            self._add(menu, one.name, replace(wish, filters=one.query), on=wish.filters == one.query)
        menu.addAction(_("Another filter…")).triggered.connect(lambda _on=False: self._ask())
        menu.addSeparator()
        everything = replace(wish, everything=not wish.everything)
        self._add(menu, _("Not only what is assigned to me"), everything, on=wish.everything)
        menu.addSeparator()
        in_order = replace(wish, uncertain_first=False)
        self._add(menu, _("In the order of the queue"), in_order, on=not wish.uncertain_first)
        uncertain = replace(wish, uncertain_first=True)
        self._add(menu, _("Most uncertain suggestions first"), uncertain, on=wish.uncertain_first)
        return menu

    def _add(self, menu: QMenu, text: str, wish: QueueWish, *, on: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on=False: self._take(wish))
        return action

    def _ask(self) -> None:
        """Take a filter that is typed as in the search of the Corpus room."""
        prompt = _("Words, or conditions such as outlet:… tag:… stance:against, as in the Corpus room")
        asked = WordingDialog(_("Another filter"), prompt, self._panel.window(), text=self._wish.filters)
        if asked.exec():
            self._take(replace(self._wish, filters=asked.text))
        asked.deleteLater()
