"""What was done to a record: who changed what, and when."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project import RecordEvent
from annotation.records import Annotation, Json
from gui.views.desk import Desk
from gui.views.hover_card import status_words
from gui.widgets.button import button
from gui.widgets.dates import moment_words
from gui.widgets.hue_mark import SIDE, paint_hue
from gui.widgets.label import label

_EMPTY: tuple[Json, ...] = (None, "", [], {})
_INDENT, _GAP = 12, 6
"""How far changes stand in, and the square from its words, px."""
_FIRST = 15
"""Events that are shown at first; the others when a person asks for them."""

Changed = tuple[str, str]
"""(what changed, in words; the colour of its own that the new value's tag has, "" for none)"""
Entry = tuple[str, Sequence[Changed]]
"""(when, who and what, the changes a line each)"""


def changes_in_words(event: RecordEvent, desk: Desk) -> list[Changed]:
    """What an event changed about a record, a line each."""
    before, after = event.change.before, event.change.after
    if not isinstance(after, Annotation):
        return [(_("Deleted"), "")]
    if not isinstance(before, Annotation):
        return [(status_words(after), "")]
    return list(_differences(before, after, desk))


def _differences(before: Annotation, after: Annotation, desk: Desk) -> Iterator[Changed]:
    layer = desk.layer_of(after)
    for field in layer.fields if layer else ():
        old, new = before.features.get(field.id), after.features.get(field.id)
        if old != new:
            shown = ["–" if value in _EMPTY else desk.shown(field, value) for value in (old, new)]
            words = _("{field}: {old} → {new}", field=field.text, old=shown[0], new=shown[1])
            yield words, field.hue_of(new)
    for role in layer.roles if layer else ():
        if before.spans.get(role.id) != after.spans.get(role.id):
            yield _("{role}: “{words}”", role=role.text, words=desk.quote(after.spans.get(role.id, ()))), ""
    if before.note != after.note:
        yield _("Note: {note}", note=after.note or "–"), ""
    if before.status != after.status:
        yield status_words(after), ""


class ChangeLine(QLabel):
    """One change in words, after the square of a colour where there is one."""

    def __init__(self, words: str, hue: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.hue = hue
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(_INDENT + (SIDE + _GAP if hue else 0), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the square, and the words. For Qt."""
        super().paintEvent(event)
        if self.hue:
            top = (self.fontMetrics().height() - SIDE) / 2
            paint_hue(QPainter(self), self.hue, QRectF(_INDENT, top, SIDE, SIDE))


class History(QWidget):
    """A button that unfolds the events of a record, newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: Annotation | None = None
        self.toggle = button(_("History"), "link")
        self.toggle.clicked.connect(self._toggle)
        self._events = QWidget()
        self._lines = QVBoxLayout(self._events)
        self._lines.setContentsMargins(4, 4, 0, 0)
        self._lines.setSpacing(2)
        self._events.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._events)

    @property
    def is_open(self) -> bool:
        """Whether the events are unfolded."""
        return self._events.isVisibleTo(self)

    @property
    def lines(self) -> list[str]:
        """What is written, line by line."""
        found = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget.text() for widget in widgets if isinstance(widget, QLabel)]

    def show_record(self, record: Annotation) -> None:
        """Stand for another record; what is unfolded is read again."""
        if record != self._record:
            self._record = record
            if self.is_open:
                self._read()

    def _toggle(self) -> None:
        self._events.setVisible(not self.is_open)
        if self.is_open:
            self._read()

    def _read(self) -> None:
        """Read the events in the background: a journal can be long."""
        record, project = self._record, self._desk.session.project
        if record is None:
            return
        self._desk.session.tasks.run(
            lambda _progress: project.ask(lambda reader: (reader.history(record), reader.annotators())),
            on_done=lambda found: self._list(
                record, found[0], {key: one.name for key, one in found[1].items()}
            ),
            on_error=self._fail,
            lane="project",
            receiver=self,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._write([("", [(str(error), "")])])

    def _list(self, record: Annotation, events: Sequence[RecordEvent], people: dict[str, str]) -> None:
        if record is self._record:
            self._write(
                [
                    (
                        " · ".join(
                            part
                            for part in (
                                moment_words(event.entry.at),
                                people.get(event.entry.actor, ""),
                                str(event.entry.title),
                            )
                            if part
                        ),
                        changes_in_words(event, self._desk),
                    )
                    for event in events
                ]
            )

    def _write(self, entries: Sequence[Entry]) -> None:
        """List entries, the first of them at once."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(entries[:_FIRST])
        rest = entries[_FIRST:]
        if rest:
            more = button(ngettext("Show one more", "Show {n} more", len(rest)), "link")
            more.clicked.connect(lambda: self._add_rest(more, rest))
            self._lines.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_rest(self, more: QWidget, rest: Sequence[Entry]) -> None:
        self._lines.removeWidget(more)
        more.hide()
        more.deleteLater()
        self._add(rest)

    def _add(self, entries: Sequence[Entry]) -> None:
        for head, lines in entries:
            self._lines.addWidget(label(head, "small", wrap=True))
            for words, hue in lines:
                self._lines.addWidget(ChangeLine(words, hue))
            self._lines.addSpacing(4 if lines else 0)
