"""Picking in the text which record another one points to, by mouse or with J, K and Enter."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Annotation, Json, Place, place_of
from gui.editors import Offer
from gui.views.article import ArticleView
from gui.views.desk import Desk
from gui.views.marks import anchor_mark, record_of
from gui.views.offers import ArticleOffers
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.marked_text import Visibility


class PickStrip(QWidget):
    """Says above the article what is being picked, and how. Emits `cancelled`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label("", wrap=True)
        closer = button(_("Cancel"), "quiet")
        closer.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(closer)
        self.hide()


class Picker(QObject):
    """Lets a person pick the value of one field in the article. Calls `take(field, offer)` in the end.

    While it is on, clicks and keys of the article mean candidates, and other layers stand back. Emits
    `ended` when the layers are to be shown as before.
    """

    ended = Signal()

    def __init__(
        self,
        desk: Desk,
        article: ArticleView,
        offers: ArticleOffers,
        take: Callable[[Field, Offer], object],
    ) -> None:
        super().__init__(article)
        self._desk = desk
        self._article = article
        self._offers = offers
        self._take = take
        self._field: Field | None = None
        self._at: Place = (0, 0, "")
        self.candidate: Annotation | None = None
        self.strip = PickStrip()
        self.strip.cancelled.connect(self.end)
        article.text.walked.connect(self.walk)
        article.text.picked.connect(self.pick)
        desk.opened.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether something is being picked."""
        return self._field is not None

    def begin(self, field: Field) -> None:
        """Let a person pick the value of a field of the selected record."""
        record = self._desk.record
        if record is None or not self._desk.editable:
            return
        self._field, self._at, self.candidate = field, place_of(record), None
        self._article.text.picking = True
        self.strip.words.setText(
            _("Pick for “{field}”: click, or walk with J and K and press Enter.", field=field.text)
        )
        self.strip.show()
        layers = self._desk.codebook.layers
        self._article.set_visibility(
            {
                layer.id: Visibility.SHOWN if self._points_to(layer.id) else Visibility.DIMMED
                for layer in layers
            }
        )
        self._article.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Pick no more."""
        if self._field is None:
            return
        self._field = self.candidate = None
        self._article.text.picking = False
        self.strip.hide()
        self._article.draw_selected()
        self.ended.emit()

    def walk(self, forward: bool) -> None:
        """Point at the next candidate, or at the one before."""
        look = self._desk.records.next if forward else self._desk.records.previous
        found = look(self._at, self.fits)
        if found is not None:
            self._point_at(found)

    def click(self, id_: str) -> None:
        """Take the record that was clicked, or one under it, if it can be picked."""
        text = self._article.text
        under = [record_of(mark.id) for mark in text.marks_at(text.caret)]
        found = (self._desk.records.get(one) for one in (id_, *under))
        record = next((one for one in found if one is not None and self.fits(one)), None)
        if record is not None:
            self._point_at(record)
            self.pick()

    def pick(self) -> None:
        """Take the record that is pointed at."""
        field, record = self._field, self.candidate
        if field is None or record is None:
            return
        offer = self._offer(field, record)
        self.end()
        if offer is not None:
            self._take(field, offer)

    def fits(self, record: Annotation) -> bool:
        """Whether the field can point at a record."""
        selected = self._desk.record
        return self._points_to(record.layer) and selected is not None and record.id != selected.id

    def _points_to(self, layer: str) -> bool:
        return self._field is not None and (not self._field.layers or layer in self._field.layers)

    def _point_at(self, record: Annotation) -> None:
        self.candidate, self._at = record, place_of(record)
        self._article.text.select_mark(anchor_mark(record, self._desk.layer_of(record)))

    def _offer(self, field: Field, record: Annotation) -> Offer | None:
        """The value that means a record: the entity that it is linked to, where the field takes one."""
        names = self._desk.names(field.layers) if "entity" in field.to else []
        name = next((name for name in names if name.entity and record in name.mentions), None)
        if name is not None:
            return self._offers.offer_for(field, {"entity": name.entity})
        value: Json = record.id if field.to == ("annotation",) else {"annotation": record.id}
        return self._offers.offer_for(field, value)
