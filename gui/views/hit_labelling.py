"""Labelling what the search of the corpus found: every mention of its words, looked through before."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from annotation.codebook import Codebook, Layer
from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations import Likeness, Mention
from annotation.project.query import AllOf, Query, Words, parse_query
from annotation.records import Annotation, Json, Span, Status, new_id
from gui.session import Session
from gui.views.propagation import Like, PropagationPanel
from gui.views.propagation_search import Propagation
from gui.widgets.hue_mark import hue_icon
from gui.widgets.label import label


class LabelChoice(QWidget):
    """A layer, and one of the tags that its chip shows. Emits `changed`."""

    changed = Signal()

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = codebook.layers
        self.layers, self.tags = QComboBox(), QComboBox()
        self.layers.setAccessibleName(_("Layer"))
        self.tags.setAccessibleName(_("Tag"))
        for layer in self._layers:
            self.layers.addItem(hue_icon(layer.hue), layer.text, layer.id)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(_("Label as"), "muted"))
        row.addWidget(self.layers)
        row.addWidget(self.tags)
        row.addStretch()
        self._fill()
        self.layers.currentIndexChanged.connect(self._turn)
        self.tags.currentIndexChanged.connect(lambda _place: self.changed.emit())

    @property
    def layer(self) -> Layer:
        """The layer that is chosen."""
        return self._layers[max(0, self.layers.currentIndex())]

    @property
    def features(self) -> dict[str, Json]:
        """What the tag that is chosen says; {} for none."""
        tag = self.tags.currentData()
        return {self.layer.chip[0]: tag} if tag and self.layer.chip else {}

    def _turn(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self.tags.blockSignals(True)
        self.tags.clear()
        self.tags.addItem(_("no tag"), "")
        for tag in self.layer.tags:
            self.tags.addItem(hue_icon(tag.hue or self.layer.hue), f"{tag.glyph} {tag.text}".strip(), tag.id)
        self.tags.setVisible(bool(self.layer.tags))
        self.tags.blockSignals(False)


class HitLabeller(Propagation):
    """Opens the panel for the words of a search. Emits `said(words)`, and `wanted(article, Span)`."""

    said = Signal(str)
    wanted = Signal(str, object)

    def __init__(self, owner: QWidget, session: Session, listed: Callable[[], Sequence[str]]) -> None:
        """`listed` gives the ids of the articles that are listed."""
        super().__init__(owner, session)
        self._listed = listed
        self.choice: LabelChoice | None = None
        self._articles: tuple[str, ...] = ()

    def open(self, search: str) -> None:
        """Open the panel for what was typed into the search; nothing happens where that has no words."""
        words = phrase_of(search)
        if not words or not self._session.is_open or not self._session.codebook.layers:
            return
        self.close()
        self._articles = tuple(self._listed())
        choice = self.choice = LabelChoice(self._session.codebook)
        choice.changed.connect(self._choose)
        like = Like(words=words, label="", hue=choice.layer.hue)
        panel = PropagationPanel(like, self.rows(), self._owner, here=_("Articles listed"), asked=choice)
        panel.likeness.select(Likeness.FOLDED.value)  # as the search finds words
        self.begin(panel, self._pattern(choice), None)

    def narrow(self) -> Sequence[str]:
        """The articles that were listed."""
        return self._articles

    def jump(self, mention: Mention) -> None:
        """Ask for the article, at the mention."""
        self.wanted.emit(mention.article, mention.span)

    def say(self, words: str) -> None:
        """Tell the room."""
        self.said.emit(words)

    def leave(self) -> None:
        """Give the keyboard to the room."""
        self._owner.setFocus()

    def _choose(self) -> None:
        """Another layer or tag: other places are free, or others stay as they are."""
        panel, choice = self.panel, self.choice
        if panel is None or choice is None:
            return
        self._record = self._pattern(choice)
        panel.mark.set_hue(choice.layer.hue_of(choice.features))
        panel.searching.emit()

    def _pattern(self, choice: LabelChoice) -> Annotation:
        """The record that all are to be like: it stands nowhere."""
        return Annotation(
            id=new_id(),
            article="",
            annotator=self._session.me,
            layer=choice.layer.id,
            spans={choice.layer.selection_role: (Span(0, 0),)},
            features=choice.features,
            status=Status.ACCEPTED,
        )


def phrase_of(search: str) -> str:
    """The words that a search looks for in the text, as one phrase; "" for none."""
    try:
        query = parse_query(search)
    except AnnotationError:
        return ""
    return " ".join(_words(query)) if query else ""


def _words(query: Query) -> list[str]:
    if isinstance(query, Words):
        return [query.text]
    if isinstance(query, AllOf):
        return [part.text for part in query.parts if isinstance(part, Words)]
    return []
