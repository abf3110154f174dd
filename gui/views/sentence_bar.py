"""The bar under selected words in which a record is typed like a sentence, left to right."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import Annotation, Span, Spans, overlap
from gui.views.article_text import Nudge
from gui.views.desk import Desk
from gui.views.draft import Draft
from gui.views.offers import ArticleOffers
from gui.views.sentence_slots import RoleSlot, SlotWidget, slot_widget
from gui.views.spans import SpanEnd, nudge, other_end
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.marked_text.words import Words
from gui.widgets.popover import Popover


class SentenceBar(QObject):
    """Opens a bar over the window of `owner` for one draft at a time.

    Emits `changed(record)` with the draft as it looks now, `committed(draft)`, and `closed` in the end in any
    case. Enter goes from place to place and commits in the last one; Esc leaves no trace.
    """

    changed = Signal(object)
    committed = Signal(object)
    closed = Signal()

    def __init__(self, owner: QWidget, desk: Desk, offers: ArticleOffers) -> None:
        super().__init__(owner)
        self._owner = owner
        self._desk = desk
        self._offers = offers
        self._panel: Popover | None = None
        self._words: Words | None = None
        self._last_role: RoleSlot | None = None
        self.draft: Draft | None = None
        self.slots: list[SlotWidget] = []

    @property
    def is_open(self) -> bool:
        """Whether a draft is being made."""
        return self._panel is not None

    def open(self, draft: Draft, rect: QRect, words: Words) -> None:
        """Open under a rectangle of the owner, for a draft whose words are among `words`."""
        self.close()
        self.draft, self._words = draft, words
        self._offers.near = draft.words.start
        self.slots = [slot_widget(slot, draft, self._desk, self._offers) for slot in draft.slots]
        self._panel = Popover(self._owner, self._make_content(draft))
        self._panel.stays = True
        self._panel.closed.connect(self._end)
        for place, slot in enumerate(self.slots):
            self._wire(slot, place)
        self._tell()
        self._panel.open_under(rect, self._owner)
        self._start().enter()

    def close(self) -> None:
        """Leave no trace, if a draft is being made."""
        if self._panel is not None:
            self._panel.dismiss()

    def take(self, span: Span) -> bool:
        """Give words that were selected in the article to the sentence's role; whether it has one."""
        if self._last_role is None:
            return False
        self._last_role.take(span)
        return True

    # ------------------------------------------------------------ going on

    def _start(self) -> SlotWidget:
        """Where the keyboard begins: at the left, so that what was guessed is seen before it is taken."""
        return self.slots[0]

    def _go_on(self, place: int) -> None:
        if place + 1 < len(self.slots):
            self.slots[place + 1].enter()
        else:
            self._commit()

    def _filled(self, place: int) -> None:
        """A value was taken: go on to the next place; in the last one wait for Enter."""
        if place + 1 < len(self.slots):
            self.slots[place + 1].enter()

    def _commit(self) -> None:
        """Commit, or go to the first place that must be filled and is not."""
        draft = self.draft
        if draft is None:
            return
        for slot in self.slots:
            if draft.lacks(slot.slot):
                self._hint.setText(_("{field} is missing.", field=slot.slot.text))
                slot.enter()
                return
        self.committed.emit(draft)
        self.close()

    def _end(self) -> None:
        panel, self._panel = self._panel, None
        self.draft, self._last_role, self.slots = None, None, []
        self._offers.near = None
        if panel is not None:
            panel.deleteLater()
        self.closed.emit()

    # ------------------------------------------------------------ words

    def _nudge(self, slot: SlotWidget, wish: Nudge) -> None:
        """Move an end of the words of a place: the last one, or the first."""
        role = slot.slot.role
        spans: Spans = {role.id: self.draft.spans.get(role.id, ())} if role and self.draft else {}
        if role is None or self.draft is None or self._words is None or not spans[role.id]:
            return
        span = spans[role.id][-1]
        end = SpanEnd(role.id, len(spans[role.id]) - 1, True, span.end)
        end = other_end(spans, end) if wish.other else end
        moved = nudge(spans, end, self._words, forward=wish.forward, by_word=wish.by_word)
        if moved is not None:
            self.draft.spans[role.id] = moved.spans
            slot.show_draft()
            self._tell()

    def _pick(self, slot: RoleSlot, forward: bool) -> None:
        """Mark the next word, or the one before: beside what is marked, else beside the selected words."""
        if self.draft is None or self._words is None:
            return
        held = self.draft.spans.get(slot.role)
        from_ = held[0] if held else self.draft.words
        found = self._words.next(from_.end) if forward else self._words.previous(from_.start)
        if found is not None and overlap([Span(*found)], [self.draft.words]):
            edge = self.draft.words
            found = self._words.next(edge.end) if forward else self._words.previous(edge.start)
        if found is not None:
            slot.take(Span(*found))

    def _tell(self) -> None:
        article = self._desk.article
        if self.draft is not None and article is not None:
            record: Annotation = self.draft.record(article.id, self._desk.session.me)
            self.changed.emit(record)

    # ------------------------------------------------------------ making

    def _wire(self, slot: SlotWidget, place: int) -> None:
        slot.changed.connect(self._tell)
        slot.filled.connect(lambda: self._filled(place))
        slot.advanced.connect(lambda: self._go_on(place))
        slot.nudged.connect(lambda wish: self._nudge(slot, wish))
        slot.left.connect(self.close)
        if isinstance(slot, RoleSlot):
            slot.picked.connect(lambda forward: self._pick(slot, forward))
            self._last_role = self._last_role or slot

    def _make_content(self, draft: Draft) -> QWidget:
        content = QWidget()
        row = QHBoxLayout()
        row.setSpacing(10)
        for slot in self.slots:
            row.addWidget(slot, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self._hint = label(_("Enter: go on · Esc: leave no trace"), "small")
        foot.addWidget(self._hint, 1)
        self.doer = button(_("Add"), "primary")
        self.doer.clicked.connect(self._commit)
        foot.addWidget(self.doer)
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(foot)
        return content
