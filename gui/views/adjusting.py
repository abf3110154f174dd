"""Adjusting the selected record from the article: its ends, its roles, what it points to."""

from functools import partial

from PySide6.QtCore import QObject

from annotation.fields import Field
from annotation.records import Span
from gui.editors import Offer
from gui.views.article import ArticleView
from gui.views.article_text import Nudge
from gui.views.codebook_actions import applying_fields
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.marks import mark_id
from gui.views.offers import ArticleOffers
from gui.views.picker import Picker
from gui.views.spans import nearest_end, nudge, other_end
from gui.widgets.numbered_menu import NumberedMenu


class Adjuster(QObject):
    """Changes words and references of the record that the desk has selected."""

    def __init__(self, desk: Desk, hand: Hand, offers: ArticleOffers, article: ArticleView) -> None:
        super().__init__(article)
        self._desk = desk
        self._hand = hand
        self._article = article
        self.picker = Picker(desk, article, offers, self._take_picked)
        article.text.nudged.connect(self.nudge)

    def nudge(self, wish: Nudge) -> None:
        """Move an end of the record's words, the one nearest to the caret or the other one."""
        record = self._desk.record
        end = nearest_end(record.spans, self._article.text.caret) if record else None
        if record is None or end is None or not self._desk.editable:
            return
        end = other_end(record.spans, end) if wish.other else end
        moved = nudge(record.spans, end, self._article.words, forward=wish.forward, by_word=wish.by_word)
        if moved is not None:
            self._hand.set_spans({moved.role: moved.spans})
            self._article.text.set_caret(moved.offset)

    def take_role(self, role: str) -> None:
        """Give a role the words that are selected."""
        selected = self._article.text.selection()
        if selected is not None:
            self._article.text.clear_selection()
            self._hand.set_spans({role: (Span(*selected),)})

    def jump_to_role(self, role: str) -> None:
        """Show the words of a role, the caret after the first of them."""
        record = self._desk.record
        spans = record.spans.get(role, ()) if record else ()
        if record is not None and spans:
            self._article.text.set_caret(spans[0].end)
            self._article.text.select_mark(mark_id(record.id, role))

    def ask(self) -> None:
        """Let a role take the selected words, else pick a reference; ask which where there are several."""
        record, layer = self._desk.record, self._desk.layer
        if record is None or layer is None or not self._desk.editable:
            return
        if self._article.text.selection() is not None:
            choices = [(role.text, partial(self.take_role, role.id)) for role in layer.roles]
        else:
            fields = applying_fields(layer, record)
            choices = [(field.text, partial(self.picker.begin, field)) for field in fields]
        if len(choices) == 1:
            choices[0][1]()
        elif choices:
            text = self._article.text
            NumberedMenu(text, choices).open_under(text.cursorRect(), text.viewport())

    def _take_picked(self, field: Field, offer: Offer) -> None:
        self._hand.set_feature(field, offer.value, offer.first)
