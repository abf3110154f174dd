"""Filters of the Corpus room that a project keeps: saved, offered, renamed, removed."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMenu

from annotation.i18n import _
from annotation.operations import RemoveFilter, RenameFilter, SavedFilter, SaveFilter, saved_filters
from gui.dialogs.wording import WordingDialog
from gui.session import Session
from gui.shell import Shell
from gui.views.corpus import CorpusRoom
from gui.views.corpus_terms import condition_words

_NOTICE = "corpus"


class CorpusFilters(QObject):
    """Does what a room asks for with its filters, as long as the room is there."""

    def __init__(self, shell: Shell, session: Session, room: CorpusRoom) -> None:
        super().__init__(room)
        self._shell = shell
        self._session = session
        self._room = room
        room.saving.connect(self.save)
        room.parts.saved.clicked.connect(self.show)

    def save(self, query: str) -> None:
        """Keep a query under a name."""
        words = condition_words(query, self._session.codebook)
        if not query.strip():
            self._shell.messages.show_notice(_NOTICE, _("There is nothing to save: search or filter first."))
            return
        known = [one.name for one in self._session.read(saved_filters)]
        asked = WordingDialog(
            _("Save the filter"), _("Name of the filter “{filter}”", filter=words), self._shell, offers=known
        )
        if asked.exec() == QDialog.DialogCode.Accepted:
            self._session.apply(SaveFilter(name=asked.text, query=query, actor=self._session.me))
        asked.deleteLater()

    def show(self) -> None:
        """Offer the filters that are saved: to use, rename or remove."""
        room = self._room
        menu = QMenu(room)
        menu.aboutToHide.connect(menu.deleteLater)
        known = self._session.read(saved_filters)
        for one in known:
            self._offer(menu, one)
        if known:
            menu.addSeparator()
        menu.addAction(self._shell.actions_table["corpus.filter-save"])
        more = ((_("Rename a filter"), self.rename), (_("Remove a filter"), self.remove))
        for title, slot in more:
            within = menu.addMenu(title)
            within.setEnabled(bool(known) and self._session.writable)
            for one in known:
                within.addAction(one.name).triggered.connect(lambda _on=False, one=one, slot=slot: slot(one))
        menu.popup(room.parts.saved.mapToGlobal(room.parts.saved.rect().bottomLeft()))

    def _offer(self, menu: QMenu, one: SavedFilter) -> None:
        action = menu.addAction(one.name)
        action.setToolTip(condition_words(one.query, self._session.codebook))
        action.triggered.connect(lambda _on=False: self._room.show_query(one.query))

    def rename(self, one: SavedFilter) -> None:
        """Ask for another name of a filter."""
        asked = WordingDialog(_("Rename a filter"), _("New name of “{filter}”", filter=one.name), self._shell,
                              text=one.name)  # fmt: skip
        if asked.exec() == QDialog.DialogCode.Accepted:
            self._session.apply(RenameFilter(name=one.name, to=asked.text, actor=self._session.me))
        asked.deleteLater()

    def remove(self, one: SavedFilter) -> None:
        """Keep a filter no longer."""
        self._session.apply(RemoveFilter(name=one.name, actor=self._session.me))
