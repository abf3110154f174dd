"""Making records of selected words: at once, or in a bar that is typed like a sentence."""

from PySide6.QtCore import QObject, QRect, Signal

from annotation.codebook import Layer
from annotation.records import Span
from gui.views.article import ArticleView
from gui.views.desk import Desk
from gui.views.draft import Draft, begin_draft
from gui.views.hand import Hand
from gui.views.offers import ArticleOffers
from gui.views.selection_bar import SelectionBar
from gui.views.sentence_bar import SentenceBar


class Maker(QObject):
    """Turns what is selected into records. Emits `made` when the keyboard is to be in the article."""

    made = Signal()

    def __init__(self, desk: Desk, hand: Hand, offers: ArticleOffers, article: ArticleView) -> None:
        super().__init__(article)
        self._desk = desk
        self._hand = hand
        self._offers = offers
        self._article = article
        self.sentence = SentenceBar(article.text, desk, offers)
        self.bar: SelectionBar | None = None
        """The light bar by selected words, while it is open."""
        self.sentence.changed.connect(article.show_draft)
        self.sentence.committed.connect(self._store)
        self.sentence.closed.connect(lambda: article.show_draft(None))
        article.words_selected.connect(self._offer_layers)
        article.text.selection_changed.connect(self.close_bar)
        article.text.verticalScrollBar().valueChanged.connect(self.close_bar)
        desk.opened.connect(self.stop)

    def make(self, layer: str, tag: str = "") -> None:
        """Make a record of a layer on the selected words: at once, with a tag if named, or in the bar."""
        found, selected = self._desk.codebook.layer(layer), self._article.text.selection()
        if found is None or selected is None or not self._desk.editable:
            return
        self.stop()
        rect = self._article.rect_with_room_below()
        self._article.text.clear_selection()
        draft = begin_draft(self._desk, self._offers, found, Span(*selected))
        if len(draft.slots) < 2:
            self._hand.make(found, draft.words, tag)
            self.made.emit()
        else:
            self._open_sentence(draft, rect)

    def stop(self) -> None:
        """Leave no trace of what is being made."""
        self.close_bar()
        self.sentence.close()

    def close_bar(self) -> None:
        """Take the light bar away."""
        bar, self.bar = self.bar, None
        if bar is not None:
            bar.hide()
            bar.deleteLater()

    def _open_sentence(self, draft: Draft, rect: QRect) -> None:
        self._desk.select(None)
        self.sentence.open(draft, rect, self._article.words)

    def _store(self, draft: Draft) -> None:
        """Store the draft as one step, and select what came of it."""
        article, annotator = self._desk.article, self._desk.session.annotator
        if article is None:
            return
        self._article.show_draft(None)
        origin = annotator.name if annotator else ""
        operations, id_ = draft.operations(article.id, self._hand.me, origin)
        if self._hand.do_together(draft.title, operations):
            self._desk.select(id_)
            if self._desk.record:
                self._hand.say(self._desk.record)

    def _offer_layers(self, rect: QRect) -> None:
        """The mouse was released over selected words: a role takes them, or the layers are offered."""
        selected = self._article.text.selection()
        if self.sentence.is_open and selected is not None:
            if self.sentence.take(Span(*selected)):
                self._article.text.clear_selection()
        elif self._desk.editable and not self._article.text.picking:
            self.close_bar()
            self.bar = SelectionBar(self._article.text, self._desk.codebook.layers, self._make_of)
            self.bar.open_at(rect)

    def _make_of(self, layer: Layer) -> None:
        self.make(layer.id)
