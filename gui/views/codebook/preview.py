"""What annotators will see: a sentence with marks of the layer, its form, and the bar that asks for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotation.codebook import Layer, Slot, sentence_of
from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Annotation, Json
from gui.editors import Offer, editor_for
from gui.views.codebook.sample import Sample, sample_of
from gui.views.codebook.workspace import Workspace
from gui.views.record_form import RecordForm
from gui.views.specimen import Sentence, SpecimenText
from gui.widgets.choice_list import Choice
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import ElidedLabel, label

_SIZE, _CHARACTERS = 16, 60
"""Of the sentence: its letters, px, and how many stand in a line."""
_WAIT = 120
"""How long nobody types before the preview follows, ms."""


class SampleOffers:
    """What names and references offer in the preview: the words of the sentence."""

    def __init__(self) -> None:
        self.words: Sequence[str] = ()

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        """The words, as what the field holds."""
        found = [words for words in self.words if typed.casefold() in words.casefold()]
        return [
            Offer(choice=Choice(key=words, title=words), value=_as_value(field, words)) for words in found
        ]

    def shown(self, field: Field, value: Json) -> Choice | None:
        """The words that a value stands for."""
        words = next(iter(value.values()), None) if isinstance(value, dict) else value
        return Choice(key=str(words), title=str(words)) if words else None

    def pick(self, field: Field) -> None:
        """Nothing can be picked here."""


class Preview(QScrollArea):
    """Follows the workspace after a short while. Values can be tried out in the form; nothing keeps them."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._offers = SampleOffers()
        self._features: dict[str, dict[str, Json]] = {}
        self._shown: object = None
        self.text: SpecimenText | None = None
        self.form: RecordForm | None = None
        self.slots: list[QWidget] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.refresh)
        work.changed.connect(self._timer.start)
        work.selected.connect(self._timer.start)
        self.refresh()

    @property
    def layer(self) -> Layer | None:
        """The layer that is shown: the selected one, or one that has to do with what is selected."""
        codebook, place = self._work.codebook, self._work.place
        if codebook is None or not codebook.layers:
            return None
        if place[:1] == ("layer",) and len(place) > 1:
            return codebook.layer(place[1]) or codebook.layers[0]
        if place[:1] == ("tagset",) and len(place) > 1:
            using = (one for one in codebook.layers if any(f.tagset == place[1] for f in one.fields))
            return next(using, codebook.layers[0])
        return codebook.layers[0]

    def refresh(self) -> None:
        """Show the codebook as it is now; while it is unsound, as it was when it last was sound."""
        layer, place = self.layer, self._work.place
        state = (layer, place if place[:1] == ("tagset",) or len(place) == 4 else ())
        if state == self._shown:
            return
        self._shown = state
        self._build(layer)

    def _build(self, layer: Layer | None) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        self.text, self.form, self.slots = None, None, []
        if layer is None:
            column.addWidget(label(_("Add a layer to see what annotators will see."), "muted", wrap=True))
        else:
            self._fill(column, layer)
        column.addStretch()
        old = self.takeWidget()
        if old is not None:
            old.setParent(self)  # taken, it would go with its last reference, in the midst of its own signal
            old.hide()
            old.deleteLater()
        self.setWidget(content)

    def _fill(self, column: QVBoxLayout, layer: Layer) -> None:
        assert self._work.codebook is not None, "it has a layer"
        features = self._features.setdefault(layer.id, {})
        sample = sample_of(layer, self._work.place, features)
        self._offers.words = sample.names
        column.addWidget(label(_("In the text"), "section"))
        self.text = SpecimenText(
            Sentence(sample.text, sample.marks),
            self._work.codebook.layers,
            size=_SIZE,
            characters=_CHARACTERS,
        )
        column.addWidget(self.text)
        column.addWidget(label(_("When a record is made"), "section"))
        column.addWidget(self._bar(layer, sample))
        column.addWidget(label(_("In the inspector: try it out"), "section"))
        head = QHBoxLayout()
        mark = HueMark(layer.hue)
        head.addWidget(mark)
        head.addWidget(label(layer.text, "heading"), 1)
        column.addLayout(head)
        self.form = RecordForm(layer, self._offers)
        self.form.committed.connect(self._try)
        self.form.show_record(_record(layer, features), editable=True)
        column.addWidget(self.form)

    def _try(self, field: Field, value: Json, _first: object) -> None:
        layer = self.layer
        if layer is None or self.form is None:
            return
        features = self._features.setdefault(layer.id, {})
        features[field.id] = value
        self.form.show_record(_record(layer, features), editable=True)
        if self.text is not None:
            self.text.set_marks(sample_of(layer, self._work.place, features).marks)

    def _bar(self, layer: Layer, sample: Sample) -> QWidget:
        """The places of the sentence, one above the other where they are many."""
        bar = QFrame()
        bar.setProperty("surface", "raised")
        bar.setProperty("kind", "floating")
        column = QVBoxLayout(bar)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        places = sentence_of(layer)
        if len(places) < 2:
            column.addWidget(
                label(_("Nothing is asked: the key makes the record at once."), "small", wrap=True)
            )
            return bar
        for slot in places:
            shown = self._slot(slot, sample)
            self.slots.append(shown)
            column.addWidget(shown)
        return bar

    def _slot(self, slot: Slot, sample: Sample) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = label(slot.text, "section")
        name.setFixedWidth(92)
        row.addWidget(name)
        if slot.field is not None:
            editor = editor_for(slot.field, self._offers)
            editor.show_value(None)
            row.addWidget(editor, 1)
        else:
            words = sample.words.get(slot.role.id if slot.role else "", _("← → to pick words"))
            row.addWidget(ElidedLabel(words, "muted"), 1)
        return place


def _record(layer: Layer, features: dict[str, Json]) -> Annotation:
    known = {key: value for key, value in features.items() if layer.field(key)}
    return Annotation(id="sample", article="sample", annotator="sample", layer=layer.id, features=known)


def _as_value(field: Field, words: str) -> Json:
    if field.kind == "reference" and len(field.to) > 1:
        return {field.to[0]: words}
    return words
