"""The card that says all about a record while the pointer rests on it: what it is, what made it, and why."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotation.codebook import Layer, visible_fields
from annotation.codebook.guiding import tip_of
from annotation.i18n import _
from annotation.records import Annotation, Status
from gui.views.desk import Desk
from gui.views.marks import chip_fields, chip_of, hue_of
from gui.views.why import origin_words, why_words
from gui.widgets.floating import Floating
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

REST = 350
"""Milliseconds that the pointer rests on a record before its card shows."""
_WIDTH = 320
_QUOTE = 160


def status_words(record: Annotation) -> str:
    """What a person has decided about a record."""
    return {
        Status.SUGGESTED: _("Suggestion"),
        Status.ACCEPTED: _("Accepted") if record.basis else _("Made by hand"),
        Status.EDITED: _("Corrected"),
        Status.REJECTED: _("Rejected"),
    }[record.status]


class RecordCard(QWidget):
    """What a hover card holds."""

    def __init__(self, record: Annotation, desk: Desk) -> None:
        super().__init__()
        layer = desk.layer_of(record)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addLayout(self._head(record, layer))
        for quote in self._quotes(record, layer, desk):
            column.addWidget(label(quote, wrap=True))
        if layer is not None:
            column.addLayout(self._fields(record, layer, desk))
        for words in (_guide(record, layer), record.note, origin_words(record), why_words(record, desk)):
            if words:
                column.addWidget(label(words, "small", wrap=True))

    def _head(self, record: Annotation, layer: Layer | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        square = HueMark(hue_of(record, layer))
        row.addWidget(square)
        row.addWidget(label(layer.text if layer else record.layer, "heading"))
        row.addWidget(label(" ".join(chip_of(record, layer)).strip(), "muted"), 1)
        row.addWidget(label(status_words(record), "small"))
        return row

    def _quotes(self, record: Annotation, layer: Layer | None, desk: Desk) -> list[str]:
        """The marked words, said which role they have where there are several."""
        roles = [role for role in (layer.anchors if layer else record.spans) if record.spans.get(role)]
        quotes = [_shortened(desk.quote(record.spans[role])) for role in roles]
        if len(roles) < 2 or layer is None:
            return [_("“{words}”", words=quote) for quote in quotes]
        texts = [role.text for key in roles if (role := layer.role(key))]
        return [f"{text}: “{quote}”" for text, quote in zip(texts, quotes, strict=True)]

    def _fields(self, record: Annotation, layer: Layer, desk: Desk) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        for field in visible_fields(layer, record.features):
            value = record.features.get(field.id)
            if value not in (None, "", []):
                row = grid.rowCount()
                grid.addWidget(label(field.text, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(desk.shown(field, value), wrap=True), row, 1)
        return grid


class HoverCard:
    """Shows the card of a record over the window of `owner` after a rest; it takes no mouse or keyboard."""

    def __init__(self, owner: QWidget, desk: Desk) -> None:
        self._owner = owner
        self._desk = desk
        self._record = ""
        self._rect = QRect()
        self._panel: Floating | None = None
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._show)

    @property
    def record(self) -> str:
        """The id of the record whose card is shown, or ""."""
        return self._record if self._panel is not None else ""

    @property
    def text(self) -> str:
        """What the card says, line by line."""
        labels = self._panel.findChildren(QLabel) if self._panel is not None else []
        return "\n".join(one.text() for one in labels)

    def rest_on(self, record: str | None, rect: QRect) -> None:
        """The pointer is on a record now, which lies at a rectangle of the screen; or on none."""
        self.hide()
        if record:
            self._record, self._rect = record, rect
            self._timer.start()

    def hide(self) -> None:
        """Show no card."""
        self._timer.stop()
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def _show(self) -> None:
        record = self._desk.records.get(self._record)
        if record is None or not self._owner.isVisible():
            return
        self._panel = Floating(self._owner, RecordCard(record, self._desk))
        self._panel.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place = QRect(self._owner.mapFromGlobal(self._rect.topLeft()), self._rect.size())
        self._panel.place_under(place.adjusted(0, 0, 0, 14), self._owner)
        self._panel.show()


def _guide(record: Annotation, layer: Layer | None) -> str:
    """What the guideline says of the tag that the chip shows, in short."""
    values = ((field, record.features.get(field.id)) for field in chip_fields(layer))
    field, value = next(
        ((field, value) for field, value in values if value not in (None, "", [])), (None, None)
    )
    tag = field.tag(value) if field is not None and isinstance(value, str) else None
    return tip_of(tag) if tag else ""


def _shortened(text: str) -> str:
    return (
        text if len(text) <= _QUOTE else f"{text[: _QUOTE // 2].rstrip()} … {text[-_QUOTE // 2 :].lstrip()}"
    )
