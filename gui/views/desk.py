"""The open article as the panels of the Annotate room see it: text, records, and the one that is selected."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from annotation.codebook import Codebook, Layer, speaker_field
from annotation.entities import EntityIndex, Name, Names, fold_name, words_of
from annotation.errors import AnnotationError
from annotation.fields import Field, kind_of
from annotation.project import ProjectReader
from annotation.records import (
    Annotation,
    Article,
    Changes,
    CodebookVersion,
    Difference,
    Entity,
    Json,
    Place,
    Span,
    VisibleRecords,
    place_of,
    quote,
)
from gui.session import Session
from gui.views.filling import Filler
from gui.views.selecting import Selecting
from gui.views.sheet import Sheet, read_sheet
from gui.widgets.marked_text import MarkIndex, Positions

Question = Callable[[ProjectReader], object]


class Desk(Selecting):
    """Holds one article at a time and follows `Session.changed`; panels refresh from its signals alone."""

    opened = Signal()
    """Another article is open, or the same one is to be drawn afresh, or none is."""
    changed = Signal(object)
    """Difference: what came, went or looks different among the visible records."""
    renamed = Signal()
    """The registry, or what is known about the article, changed."""
    busy = Signal(bool)
    """The records of a long article are being read, or have been."""
    filled = Signal()
    """All records of a long article are there; `opened` was told when those of its beginning were."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.article: Article | None = None
        self.text = ""
        self.marks = _no_marks()
        """How the records looked when they were read."""
        self.drawn: Mapping[str, list[str]] = {}
        """{id of a record: ids of its marks} when they were read"""
        self._index: EntityIndex | None = None
        self._names: Names | None = None
        self._gathered: dict[tuple[str, ...], list[Name]] = {}
        self._filler = Filler(session, self)
        self._filler.filled.connect(self._fill)
        self._filler.failed.connect(self._fail)
        self._least = 0.0
        self.caret = 0
        """The code point that the caret stands before; the article view keeps it true."""
        session.changed.connect(self._follow)
        session.annotator_changed.connect(self.reload)
        session.closed.connect(self.close)

    # ------------------------------------------------------------ opening

    def open(self, article: str) -> None:
        """Open an article; at once where it is short, else when it has been read."""
        self._stop_reading()
        found = self._ask(lambda reader: reader.find(Article, article))
        if not isinstance(found, Article):
            return
        me = self.session.me
        sheet = self._ask(lambda reader: read_sheet(reader, found, me))
        if isinstance(sheet, Sheet):
            self._lay(sheet)
            if not sheet.whole:
                self.busy.emit(True)
                self._filler.start(sheet.article, sheet.text)

    def reload(self) -> None:
        """Read the open article again, as when somebody else annotates."""
        if self.article is not None and self.session.is_open:
            self.open(self.article.id)

    def close(self) -> None:
        """Have no article open."""
        self._stop_reading()
        self.article, self.text, self._selected, self._index = None, "", None, None
        self.records, self.marks, self.drawn = VisibleRecords("", ""), _no_marks(), {}
        self._chosen = ()
        self._forget_names()
        self.opened.emit()
        self.tell_selected()

    def _ask(self, question: Question) -> object:
        try:
            return self.session.read(question)
        except AnnotationError as error:
            self.session.failed.emit(error)
            return None

    def _fill(self, sheet: Sheet) -> None:
        """Take on all records, and what changed about them since they were asked for."""
        missed = list(self._filler.missed)
        self._filler.stop()
        self.busy.emit(False)
        self.records, self.marks, self.drawn = sheet.records, sheet.index, sheet.drawn
        self._forget_names()
        self.filled.emit()
        for changes in missed:
            if difference := self.records.follow(changes):
                self.changed.emit(difference)
        self._narrow()

    def _fail(self, error: Exception) -> None:
        self.busy.emit(False)
        self.session.failed.emit(error)

    def _stop_reading(self) -> None:
        if self._filler.is_on:
            self._filler.stop()
            self.busy.emit(False)

    def _lay(self, sheet: Sheet) -> None:
        kept = self._selected if self.article and self.article.id == sheet.article.id else None
        self.article, self.text, self.records = sheet.article, sheet.text, sheet.records
        self.marks, self.drawn = sheet.index, sheet.drawn
        self._selected = kept if self.records.get(kept) else None
        self._chosen = (self._selected,) if self._selected else ()
        self._forget_names()
        self.caret = 0
        self.opened.emit()
        self._narrow()
        self.tell_selected()

    # ------------------------------------------------------------ following

    def _follow(self, changes: Changes) -> None:
        if any(changes.of(Entity)):
            self._index = None
            self._forget_names()
        if any(changes.of(CodebookVersion)):
            self.reload()
            return
        if self.article is None:
            return
        if self._follow_article(changes):
            return
        self._filler.note(changes)
        difference = self.records.follow(changes)
        if difference:
            self._tell(difference)
        if any(changes.of(Entity)):
            self.renamed.emit()

    def _follow_article(self, changes: Changes) -> bool:
        """Whether the open article is gone, or has another text; what is known about it is taken over."""
        for change in changes.of(Article):
            if self.article is not None and change.record.id == self.article.id:
                if not isinstance(change.after, Article):
                    self.close()
                    return True
                if change.after.text_sha256 != self.article.text_sha256:
                    self.reload()
                    return True
                self.article = change.after
                self.renamed.emit()
        return False

    # ------------------------------------------------------------ what there is

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return self.session.codebook

    @property
    def is_whole(self) -> bool:
        """Whether all records of the open article have been read, not only those of its beginning."""
        return not self._filler.is_on

    @property
    def editable(self) -> bool:
        """Whether the open article can be annotated."""
        return self.article is not None and self.session.writable and bool(self.session.me)

    @property
    def layer(self) -> Layer | None:
        """The layer of the selected record."""
        record = self.record
        return self.layer_of(record) if record else None

    def layer_of(self, record: Annotation) -> Layer | None:
        """The layer of a record; None where the codebook has lost it."""
        return self.codebook.layer(record.layer)

    def show_from(self, least: float) -> None:
        """Show suggestions only from a confidence on, in every article; 0 shows all."""
        self._least = least
        self._narrow()

    def _narrow(self) -> None:
        difference = self.records.show_from(self._least)
        if difference:
            self._tell(difference)

    def _tell(self, difference: Difference) -> None:
        """Tell what differs, and stay on what is selected; conditions and panels follow once, in the end."""
        self._gathered.clear()
        with self.selecting_once():
            self.changed.emit(difference)
            self.follow_selected(difference, self.session.me)

    @property
    def suggestions(self) -> int:
        """How many suggestions wait for a decision."""
        return self.records.waiting

    def words(self, record: Annotation) -> str:
        """The words that a record is known by: those of its first role that has any, on one line."""
        layer = self.layer_of(record)
        spans = record.anchor(layer.anchors if layer else tuple(record.spans))
        return self.quote(spans)

    def quote(self, spans: Sequence[Span]) -> str:
        """What spans hold of the text, on one line; gaps are shown."""
        return " […] ".join(" ".join(part.split()) for part in quote(self.text, spans))

    # ------------------------------------------------------------ names

    @property
    def index(self) -> EntityIndex:
        """The registry, to look names up in."""
        if self._index is None:
            self._index = EntityIndex(self.session.read(lambda reader: list(reader.entities())))
        return self._index

    def _forget_names(self) -> None:
        self._names = None
        self._gathered.clear()

    def names(self, layers: Sequence[str] = ()) -> list[Name]:
        """Who and what is named in the article by records of some layers, or of all that name somebody."""
        key = tuple(layers)
        if self._names is None:
            self._names = Names(self.text, self.codebook, self.index)
        if key not in self._gathered:
            self._gathered[key] = self._names.gather(self.records, layers)
        return self._gathered[key]

    def records_named(self, words: str, layer: Layer) -> list[Annotation]:
        """The records of a layer that may have the same words as some others."""
        if speaker_field(layer) is None:
            return [record for record in self.records if record.layer == layer.id]
        folded = fold_name(words)
        names = (name for name in self.names() if any(fold_name(one) == folded for one in name.spellings))
        return [mention for name in names for mention in name.mentions if mention.layer == layer.id]

    def shown(self, field: Field, value: Json) -> str:
        """How a value reads: names for keys, words of the text for references."""
        kind = kind_of(field)
        for key in kind.entities(value):
            entity = self.index.get(key)
            return entity.name if entity else key
        for id_ in kind.annotations(value):
            record = self.records.meant_by(id_)
            return self.name_of(record) if record else "…"
        return kind.show(value, field)

    def name_of(self, record: Annotation) -> str:
        """What a record is called where others point at it: the words of its first role, else of any."""
        layer = self.layer_of(record)
        return (words_of(record, layer, self.text) if layer else "") or self.words(record)

    def place(self) -> Place:
        """Where the selected record stands in the reading order; the caret where none is selected."""
        record = self.record
        return place_of(record) if record else (self.caret, -1, "")


def _no_marks() -> MarkIndex:
    return MarkIndex(Positions(""))
