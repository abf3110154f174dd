"""Showing one record in its text, wherever in the window somebody asks for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotation.errors import AnnotationError
from annotation.records import Annotation, Span, place_of
from gui.session import Session
from gui.views.annotate import AnnotateRoom

Enter = Callable[[str], AnnotateRoom | None]
"""Opens an article in the Annotate room and gives the room; an article that is long comes a moment later."""


class RecordOpening(QObject):
    """Opens articles at a record: selected where the annotator sees it, else its words are marked."""

    def __init__(self, session: Session, enter: Enter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._enter = enter
        self._wanted: tuple[str, str | Span] | None = None
        self._room: AnnotateRoom | None = None

    def open(self, article: str, record: str) -> None:
        """Show a record of an article."""
        self._go(article, record)

    def open_words(self, article: str, words: Span) -> None:
        """Show some words of an article, selected."""
        self._go(article, words)

    def _go(self, article: str, what: str | Span) -> None:
        self._wanted = (article, what)
        room = self._enter(article)
        if room is None:
            return
        if room.desk.article is not None and room.desk.article.id == article:
            self._show(room)
        else:
            self._room = room
            room.desk.opened.connect(self._arrived)

    def _arrived(self) -> None:
        """A long article has been read; another one may have been asked for meanwhile."""
        room, self._room = self._room, None
        if room is None:
            return
        room.desk.opened.disconnect(self._arrived)
        if self._wanted and room.desk.article is not None and room.desk.article.id == self._wanted[0]:
            self._show(room)

    def _show(self, room: AnnotateRoom) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if isinstance(wanted[1], Span):
            room.desk.select(None)
            room.article.text.set_selection(wanted[1].start, wanted[1].end)
            return
        shown = room.desk.records.standing_for(wanted[1])
        if shown is not None:
            room.desk.select(shown.id)
            return
        room.desk.select(None)
        self._mark_words(room, wanted[1])

    def _mark_words(self, room: AnnotateRoom, record: str) -> None:
        """Select the words of a record of somebody else, which the room does not show."""
        try:
            found = self._session.read(lambda reader: reader.find(Annotation, record))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return
        if found is not None:
            layer = self._session.codebook.layer(found.layer)
            anchor = found.anchor(layer.anchors if layer else tuple(found.spans))
            start, end, _id = place_of(found)
            room.article.text.set_selection(*((anchor[0].start, anchor[-1].end) if anchor else (start, end)))
