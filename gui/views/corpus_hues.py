"""Which colour stands beside what in the Corpus room: that of a tag, else of its layer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon

from annotation.codebook import Codebook, Layer
from annotation.errors import AnnotationError
from annotation.operations import tag_hues
from annotation.operations.tagging import HUES
from annotation.project import CorpusRow
from annotation.project.query import AllOf, AnyOf, Comparison, Not, Query, Term, parse_query
from annotation.project.search_keys import article_key, label_key
from annotation.records import Changes, Setting
from gui.session import Session
from gui.widgets.hue_mark import tag_icon

COUNTS = ("labels.", "suggestions.")
"""What the names of columns that count records of a layer begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hues:
    """The colours of a codebook, and those that people gave the tags of articles."""

    codebook: Codebook
    tags: Mapping[str, str] = field(default_factory=dict)

    def of_condition(self, typed: str) -> str:
        """The "#RRGGBB" of what a condition of the search is about; "" for none, or for several."""
        try:
            query = parse_query(f"{typed}*" if typed.endswith(":") else typed)
        except AnnotationError:
            return ""
        found = set(self._of(query)) if query else set()
        return found.pop() if len(found) == 1 else ""

    def of_column(self, name: str) -> str:
        """The colour of the layer that a column counts, "" for any other column."""
        layer = next((self.codebook.layer(name[len(one) :]) for one in COUNTS if name.startswith(one)), None)
        return layer.hue if layer else ""

    def _of(self, query: Query) -> Iterator[str]:
        if isinstance(query, Not):
            yield from self._of(query.part)
        elif isinstance(query, AllOf | AnyOf):
            for part in query.parts:
                yield from self._of(part)
        elif isinstance(query, Comparison | Term):
            values = [value.text for value in query.values] if isinstance(query, Term) else [""]
            for value in values:
                yield self._of_value(query.key, value)

    def _of_value(self, key: str, value: str) -> str:
        known = article_key(key)
        if known is not None:
            layer = self.codebook.layer(value) if known.id in ("has", "suggested") else None
            return layer.hue if layer else self.tags.get(value, "") if known.id == "tag" else ""
        found = label_key(self.codebook, key)
        layers = [layer for layer in self.codebook.layers if found and layer.id in found.layers]
        own = (
            field.hue_of(value)
            for layer in layers
            for field in layer.fields
            if found and found.field in ("", field.id)
        )
        return next(filter(None, own), "") or _only(layers)


class CorpusHues(QObject):
    """The colours of the open project, read when they are asked for and anew after a change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Hues | None = None
        session.changed.connect(self._follow)

    @property
    def now(self) -> Hues:
        """The colours that hold now."""
        if self._known is None:
            codebook = self._session.codebook
            self._known = Hues(codebook=codebook, tags=self._session.read(tag_hues))
        return self._known

    def condition(self, typed: str) -> str:
        """The colour of what a condition is about, "" for none."""
        return self.now.of_condition(typed) if self._session.is_open else ""

    def mark(self, row: CorpusRow, column: str) -> QIcon | None:
        """What stands before the words of a cell: the colour of the first tag that has one."""
        if column != "tags" or not self._session.is_open:
            return None
        return tag_icon(next(filter(None, map(self.now.tags.get, row.tags)), "") or "")

    def head(self, column: str) -> QIcon | None:
        """What stands before the head of a column: the colour of the layer that it counts."""
        return tag_icon(self.now.of_column(column)) if self._session.is_open else None

    def _follow(self, changes: Changes) -> None:
        if self._known is None:
            return
        painted = any(change.record.id == HUES for change in changes.of(Setting))
        if painted or self._known.codebook is not self._session.codebook:
            self._known = None


def _only(layers: list[Layer]) -> str:
    hues = {layer.hue for layer in layers}
    return hues.pop() if len(hues) == 1 else ""
