"""Dragging the ends of the selected record's words: shown as it goes, stored as one step when let go."""

from dataclasses import replace

from annotation.records import Annotation
from gui.views.marks import mark_id, role_of
from gui.views.spans import Nudged, SpanEnd, ends_of, resize
from gui.views.workbench import Workbench
from gui.widgets.marked_text import Handle


class Resizer:
    """Puts handles to the ends of the selected record and follows them."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._before: Annotation | None = None
        """The record as it was when a handle was taken."""
        self._moved: Nudged | None = None
        desk, text = bench.desk, bench.article.text
        text.handle_dragged.connect(self.drag)
        text.handle_dropped.connect(self.drop)
        desk.selected.connect(self.show)
        desk.chosen_changed.connect(self.show)
        desk.opened.connect(self.show)

    def show(self) -> None:
        """Show handles at the ends of the selected record, if it is alone and can be changed."""
        record, alone = self._bench.desk.record, len(self._bench.desk.chosen) == 1
        shown = record if alone and self._bench.desk.editable else None
        self._bench.article.text.set_handles(_handles_of(shown) if shown else ())

    def drag(self, handle: Handle, offset: int, free: bool) -> None:
        """Show the record as it would be if the handle were let go at a place."""
        record = self._before or self._bench.desk.record
        role = role_of(handle.mark)
        if record is None or handle.number >= len(record.spans.get(role, ())):
            return
        self._before = record
        end = SpanEnd(role, handle.number, handle.last, handle.offset)
        moved = resize(record.spans, end, offset, self._bench.article.words, by_word=not free)
        if self._moved is None or moved.spans != self._moved.spans:
            self._moved = moved
            self._preview(replace(record, spans={**record.spans, role: moved.spans}))

    def drop(self, handle: Handle, kept: bool) -> None:
        """Store the record as it is shown, or show it as it was."""
        before, moved = self._before, self._moved
        self._before = self._moved = None
        now = self._bench.desk.record
        if before is None or moved is None:
            return
        if kept and now == before and moved.spans != before.spans[moved.role]:
            self._bench.hand.set_spans({moved.role: moved.spans})
            self._bench.article.text.set_caret(moved.offset)
        record = self._bench.desk.record
        if record is not None:
            self._preview(record)

    def _preview(self, record: Annotation) -> None:
        self._bench.article.preview(record)
        self._bench.article.text.set_handles(_handles_of(record))


def _handles_of(record: Annotation) -> list[Handle]:
    return [
        Handle(mark=mark_id(record.id, end.role), number=end.number, last=end.last, offset=end.offset)
        for end in ends_of(record.spans)
    ]
