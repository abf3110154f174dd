"""Adjusting the selected record from the article: its ends, its roles, what it points to."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from annotation.fields import Field
from annotation.i18n import _
from annotation.operations import EditSpans
from annotation.records import Annotation, Difference, Span, is_suggestion, place_of
from gui.editors import Offer
from gui.views.article import ArticleView
from gui.views.article_text import Nudge
from gui.views.codebook_actions import applying_fields
from gui.views.desk import Desk
from gui.views.hand import MOVE, Hand
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
        self.fix: Annotation | None = None
        """The selected suggestion with other words, shown but not decided about yet."""
        article.text.nudged.connect(self.nudge)
        desk.selected.connect(self._leave)
        desk.changed.connect(self._follow)
        desk.opened.connect(self._forget)

    def nudge(self, wish: Nudge) -> None:
        """Move an end of the record's words, the one nearest to the caret or the other one.

        Those of a suggestion are only shown so until it is accepted, or left: both make one step.
        """
        record = self.fix or self._desk.record
        end = nearest_end(record.spans, self._article.text.caret) if record else None
        if record is None or end is None or not self._desk.editable:
            return
        end = other_end(record.spans, end) if wish.other else end
        moved = nudge(record.spans, end, self._article.words, forward=wish.forward, by_word=wish.by_word)
        if moved is None:
            return
        if is_suggestion(record):
            self.fix = replace(record, spans={**record.spans, moved.role: moved.spans})
            self._article.preview(self.fix)
            self._hand.said.emit(_("Enter accepts it with these words, Esc takes them back."))
        else:
            self._hand.set_spans({moved.role: moved.spans})
        self._article.text.set_caret(moved.offset)

    def accept(self) -> bool:
        """Accept the suggestion with its other words, in one step, and go on; False where it has none."""
        fix = self._take_fix()
        if fix is None:
            return False
        with self._desk.selecting_once():
            if self._hand.do(self._storing(fix), self._hand.named(MOVE, fix)):
                self._hand.go_on(place_of(fix))
        return True

    def take_back(self) -> bool:
        """Show the suggestion with its own words again; False where it has no others."""
        fix, record = self._take_fix(), self._desk.record
        if fix is not None and record is not None:
            self._article.preview(record)
        return fix is not None

    def store(self) -> None:
        """Keep the other words of a suggestion that is left, as its correction."""
        fix = self._take_fix()
        if fix is not None:
            self._hand.do(self._storing(fix), self._hand.named(MOVE, fix))

    def _storing(self, fix: Annotation) -> EditSpans:
        return EditSpans(annotation=fix.id, spans=fix.spans, actor=self._hand.me)

    def _take_fix(self) -> Annotation | None:
        fix, self.fix = self.fix, None
        return fix

    def _forget(self) -> None:
        self.fix = None

    def _leave(self) -> None:
        """Another record is selected, or none."""
        record = self._desk.record
        if self.fix is not None and (record is None or record.id != self.fix.id):
            self.store()

    def _follow(self, difference: Difference) -> None:
        """Let go of the words of a suggestion that was decided about, or give them to what it became."""
        if self.fix is None or self._desk.records.get(self.fix.id):
            return
        fix, born = self._take_fix(), difference.here
        heir = next((one for one in born if fix is not None and one.basis == fix.id), None)
        if fix is not None and heir is not None:
            self._hand.do(EditSpans(annotation=heir.id, spans=fix.spans, actor=self._hand.me))

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
