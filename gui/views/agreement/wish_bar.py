"""The strip above the room: layer, field, measures, annotators, articles and dates of what is measured."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from annotation.agreement import SPANS
from annotation.codebook import Codebook
from annotation.i18n import _
from annotation.measures import MEASURES
from gui.views.agreement.desk import AgreementDesk, Outlook
from gui.views.agreement.wish import Wish
from gui.views.agreement.words import measure_words
from gui.views.boards.date_range import DateRange
from gui.widgets.button import icon_button
from gui.widgets.check_menu import CheckMenu

_OVERLAP, _TRAINING = "\0overlap", "\0training"
_SHORTEST, _WIDEST = 6, 176
"""Letters of a choice that are shown at least, and px at most."""


class WishBar(QWidget):
    """Shows and changes what a desk is to compute."""

    def __init__(self, desk: AgreementDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.layers, self.fields, self.articles = QComboBox(), QComboBox(), QComboBox()
        self.measures = CheckMenu(_("More measures"))
        self.people = CheckMenu(_("Annotators"))
        self.dates = DateRange()
        self.reset = icon_button("undo-2", _("Compare everybody’s work on all articles"))
        self._lay_out()
        self.measures.set_entries([(name, measure_words(name)) for name in MEASURES.names])
        self.layers.activated.connect(self._choose_layer)
        self.fields.activated.connect(lambda _place: self._tell(field=self.fields.currentData()))
        self.articles.activated.connect(self._choose_articles)
        self.measures.chosen.connect(lambda ticked: self._tell(measures=ticked))
        self.people.chosen.connect(lambda ticked: self._tell(annotators=ticked))
        self.dates.chosen.connect(lambda since, until: self._tell(since=since, until=until))
        self.reset.clicked.connect(self.show_everything)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box, name in (
            (self.layers, _("Layer")),
            (self.fields, _("Field")),
            (self.articles, _("Articles")),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_SHORTEST)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMaximumWidth(_WIDEST)
        self.dates.setToolTip(_("When the work on an article ended"))
        self.measures.setToolTip(_("Each question has the measure that says most; choose others beside it"))
        parts = (self.layers, self.fields, self.measures, self.people, self.articles, self.dates, self.reset)
        for part in parts:
            row.addWidget(part)

    # ------------------------------------------------------------ what there is

    def show_outlook(self, outlook: Outlook, codebook: Codebook) -> None:
        """Offer the layers and fields of a codebook, and the people and filters that there are."""
        self.people.set_entries([(one.id, one.name) for one in outlook.people])
        self.articles.clear()
        self.articles.addItem(_("All articles"), "")
        self.articles.addItem(_("Handed out to several"), _OVERLAP)
        self.articles.setItemData(1, _("The overlap set: articles that two or more were given"), 3)
        self.articles.addItem(_("Training rounds too"), _TRAINING)
        trained = _("What annotators labelled in rounds of training is compared as well")
        self.articles.setItemData(2, trained, 3)
        for one in outlook.filters:
            self.articles.addItem(one.name, one.name)
        self.layers.clear()
        self.layers.addItem(_("All layers"), "")
        for layer in codebook.layers:
            self.layers.addItem(layer.text, layer.id)
        self.refresh(codebook)

    def refresh(self, codebook: Codebook) -> None:
        """Show what is wished for."""
        wish = self._desk.wish
        self._show_fields(codebook, wish.layer)
        for box, value in (
            (self.layers, wish.layer),
            (self.fields, wish.field),
            (self.articles, _OVERLAP if wish.overlap else _TRAINING if wish.training else wish.filter),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))
        self.measures.set_ticked(wish.measures)
        self.people.set_ticked(wish.annotators)
        self.dates.show_range(wish.since, wish.until)
        self.reset.setVisible(wish.narrows)

    def _show_fields(self, codebook: Codebook, layer: str) -> None:
        known = codebook.layer(layer)
        with QSignalBlocker(self.fields):
            self.fields.clear()
            self.fields.addItem(_("Words and fields"), "")
            self.fields.addItem(_("Words alone"), SPANS)
            for field in known.fields if known else ():
                self.fields.addItem(field.text, field.id)

    # ------------------------------------------------------------ choosing

    def show_everything(self) -> None:
        """Compare everybody's work on all articles again."""
        wish, kept = Wish(), self._desk.wish
        self._choose(replace(wish, layer=kept.layer, field=kept.field, measures=kept.measures))

    def _choose_layer(self, _place: int) -> None:
        field = self._desk.wish.field
        self._tell(layer=self.layers.currentData(), field=field if field == SPANS else "")

    def _choose_articles(self, _place: int) -> None:
        key = self.articles.currentData()
        kept = "" if key in (_OVERLAP, _TRAINING) else key
        self._tell(overlap=key == _OVERLAP, training=key == _TRAINING, filter=kept)

    def _tell(self, **parts: object) -> None:
        self._choose(replace(self._desk.wish, **parts))  # type: ignore[arg-type]  # each is one of its fields

    def _choose(self, wish: Wish) -> None:
        self._desk.choose(wish)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab reaches, in order."""
        return (self.layers, self.fields, self.measures, self.people, self.articles, self.dates)
