"""The panel of filters: what the articles have in common, with counts, to choose from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Codebook
from annotation.i18n import _
from annotation.project.facets import FacetValue
from annotation.project.query import Not, Term, Value, parse_query, term
from annotation.project.search_keys import article_key
from gui.views.corpus_terms import value_words
from gui.widgets.button import button, icon_button
from gui.widgets.dates import number_words
from gui.widgets.fold import Fold
from gui.widgets.hue_mark import HueMark, hue_icon
from gui.widgets.label import ElidedLabel, label
from gui.widgets.spin import Spin

WIDTH = 232
_FIRST = 8
"""Values that are shown before a person asks for more."""
_MORE = 100
Answer = Callable[[Sequence[FacetValue]], object]
Ask = Callable[[str, str, Answer], object]
"""Asks for the values of a facet, leaving out the filters of a key, and hands them on when they are there."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet, the key that filters by it, and what it is called."""

    name: str
    key: str
    title: str


def facets() -> tuple[Facet, ...]:
    """All facets in the order of the panel."""
    return (
        Facet("outlet", "outlet", _("Outlet")),
        Facet("year", "date", _("Year")),
        Facet("lang", "lang", _("Language")),
        Facet("state", "status", _("My progress")),
        Facet("assigned", "assigned", _("Assigned to")),
        Facet("tags", "tag", _("Tags")),
        Facet("layers", "has", _("Labels")),
        Facet("section", "section", _("Section")),
        Facet("source_file", "file", _("Source file")),
    )


class FacetRow(QWidget):
    """One value: ticked while it is chosen, a dash while it is left out. Emits `picked(left_out)`."""

    picked = Signal(bool)

    def __init__(self, text: str, articles: int, hue: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(f"{text}, {number_words(articles)}")
        self.words = ElidedLabel(text)
        self.setToolTip(_("Click to show these alone; with Alt, to leave them out"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 1, 8, 1)
        row.setSpacing(4)
        row.addWidget(self.box)
        self.square = HueMark(hue)
        self.square.setVisible(bool(hue))
        row.addWidget(self.square)
        row.addWidget(self.words, 1)
        row.addWidget(label(number_words(articles), "small"))
        self.box.clicked.connect(lambda: self.picked.emit(False))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release. For Qt."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row counts. For Qt."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.picked.emit(bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def show_choice(self, chosen: bool, left_out: bool) -> None:
        """Show whether it is chosen, or left out."""
        self.box.setTristate(left_out)
        states = Qt.CheckState
        self.box.setCheckState(
            states.PartiallyChecked if left_out else states.Checked if chosen else states.Unchecked
        )


class FacetList(QWidget):
    """The values of one facet. Emits `picked(value, left_out)`."""

    picked = Signal(str, bool)

    def __init__(
        self,
        facet: Facet,
        say: Callable[[str], str],
        hue: Callable[[str], str] = lambda _value: "",
        parent: QWidget | None = None,
    ) -> None:
        """`say` calls a value by its name, `hue` gives its colour."""
        super().__init__(parent)
        self._facet = facet
        self._say = say
        self._hue = hue
        self._values: Sequence[FacetValue] = ()
        self._most = _FIRST
        self._chosen: frozenset[str] = frozenset()
        self._left_out: frozenset[str] = frozenset()
        self.rows: dict[str, FacetRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(0)

    def set_values(self, values: Sequence[FacetValue]) -> None:
        """Show these values."""
        self._values = values
        self._show()

    def set_chosen(self, chosen: frozenset[str], left_out: frozenset[str]) -> None:
        """Show which values are chosen and which are left out."""
        self._chosen, self._left_out = chosen, left_out
        for value, row in self.rows.items():
            row.show_choice(value in chosen, value in left_out)

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for one in self._values[: self._most]:
            row = self.rows[one.value] = FacetRow(
                self._say(one.value), one.articles, self._hue(one.value), self
            )
            row.picked.connect(lambda left_out, value=one.value: self.picked.emit(value, left_out))
            self._column.addWidget(row)
        if not self._values:
            self._column.addWidget(_indented(label(_("nothing"), "small")))
        elif len(self._values) > self._most:
            more = button(_("Show more"), "link")
            more.clicked.connect(self._show_more)
            self._column.addWidget(_indented(more))
        self.set_chosen(self._chosen, self._left_out)

    def _show_more(self) -> None:
        self._most += _MORE
        self._show()


def _indented(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(18, 2, 8, 2)
    row.addWidget(widget)
    row.addStretch()
    return holder


class FacetPanel(QScrollArea):
    """Facets that open and close. Emits `chosen(filters)`, all filters as they are to be from now on."""

    chosen = Signal(object)

    def __init__(
        self,
        codebook: Codebook,
        ask: Ask,
        hue: Callable[[str], str] = lambda _condition: "",
        parent: QWidget | None = None,
    ) -> None:
        """`hue` gives the colour of what a condition is about, "" for none."""
        super().__init__(parent)
        self._codebook = codebook
        self._hue = hue
        self._ask = ask
        self._filters: Sequence[str] = ()
        self.lists: dict[str, FacetList] = {}
        self.folds: dict[str, Fold] = {}
        self.dates = (QLineEdit(), QLineEdit())
        self.layer, self.least = QComboBox(), Spin(_("At least so many labels"), 1, 9999)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(180)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 0, 12)
        column.setSpacing(2)
        for facet in facets():
            found = self.lists[facet.name] = FacetList(facet, self._namer(facet), self._painter(facet))
            found.picked.connect(
                lambda value, left_out, facet=facet: self._pick(facet, value, left_out=left_out)
            )
            content: QWidget = found
            if facet.name == "year":
                content = self._beside(found, self._make_dates())
            elif facet.name == "layers":
                content = self._beside(found, self._make_counts())
            fold = self.folds[facet.name] = Fold(facet.title, content)
            fold.opened.connect(lambda facet=facet: self.load(facet.name))
            column.addWidget(fold)
        column.addStretch()
        self.setWidget(inside)

    def _namer(self, facet: Facet) -> Callable[[str], str]:
        def say(value: str) -> str:
            return value_words(facet.key, Value(value or "none", exact=bool(value)), self._codebook)

        return say

    def _painter(self, facet: Facet) -> Callable[[str], str]:
        return lambda value: self._hue(_written(facet.key, [value])) if value else ""

    def _beside(self, first: QWidget, second: QWidget) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(first)
        column.addWidget(second)
        return both

    def _make_dates(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 0, 8, 8)
        row.setSpacing(4)
        for line, prompt in zip(self.dates, (_("from"), _("to")), strict=True):
            line.setPlaceholderText(prompt)
            line.setAccessibleName(_("Date") + ", " + prompt)
            line.setToolTip(_("A year, month or day, such as 2024, 2024-05 or 2024-05-31; then Enter"))
            line.returnPressed.connect(self._take_dates)
            row.addWidget(line)
        return holder

    def _make_counts(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 0, 8, 8)
        row.setSpacing(4)
        for layer in self._codebook.layers:
            self.layer.addItem(hue_icon(layer.hue), layer.texts, layer.id)
        self.layer.setMinimumWidth(80)
        self.layer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.layer.setAccessibleName(_("Layer"))
        self.least.setPrefix("≥ ")
        take = icon_button("plus", _("Add"))
        take.clicked.connect(self._take_count)
        row.addWidget(self.layer, 1)
        row.addWidget(self.least)
        row.addWidget(take)
        return holder

    # ------------------------------------------------------------ what is chosen

    def load(self, name: str) -> None:
        """Ask for the values of a facet, if it is open."""
        if self.folds[name].is_open:
            key = next(facet.key for facet in facets() if facet.name == name)
            self._ask(name, key, self.lists[name].set_values)

    def reload(self) -> None:
        """Ask for the values of every open facet."""
        for name in self.folds:
            self.load(name)

    def show_filters(self, filters: Sequence[str]) -> None:
        """Tick what these filters choose."""
        self._filters = filters
        for facet in facets():
            self.lists[facet.name].set_chosen(
                self._values(facet, left_out=False), self._values(facet, left_out=True)
            )

    def _values(self, facet: Facet, *, left_out: bool) -> frozenset[str]:
        """The values of a facet that filters choose, or leave out."""
        found: set[str] = set()
        for one in self._filters:
            asked = term_of(one, facet.key, left_out=left_out)
            if asked is not None:
                found |= {_stored(value) for value in asked.values}
        return frozenset(found)

    def _pick(self, facet: Facet, value: str, *, left_out: bool) -> None:
        """Choose a value, or let go of it; of several chosen values of a facet one must hold."""
        others = [one for one in self._filters if term_of(one, facet.key, left_out=left_out) is None]
        chosen = self._values(facet, left_out=left_out) ^ {value}
        if left_out:
            made = [f"-{_written(facet.key, [one])}" for one in sorted(chosen)]
        else:
            others = [one for one in others if one != f"-{_written(facet.key, [value])}"]
            made = [_written(facet.key, sorted(chosen))] if chosen else []
        self.chosen.emit([*others, *made])

    def _take_dates(self) -> None:
        start, end = (line.text().strip() for line in self.dates)
        others = [one for one in self._filters if term_of(one, "date", left_out=False) is None]
        self.chosen.emit([*others, f"date:{start}..{end}"] if start or end else others)

    def _take_count(self) -> None:
        added = f"{self.layer.currentData()}>={self.least.value()}"
        self.chosen.emit(list(dict.fromkeys([*self._filters, added])))


def term_of(condition: str, key: str, *, left_out: bool) -> Term | None:
    """The one term of a condition, if it is of a key; or what it leaves out, if that is."""
    query = parse_query(condition)
    if left_out:
        query = query.part if isinstance(query, Not) else None
    known = article_key(query.key) if isinstance(query, Term) else None
    return query if isinstance(query, Term) and known and known.id == key else None


def _stored(value: Value) -> str:
    return "" if value.text == "none" and not value.exact else value.text


def _written(key: str, values: Sequence[str]) -> str:
    """A term for values of a facet, of which "" means that there is none."""
    parts = [term(key, value).partition(":")[2] if value else "none" for value in values]
    return f"{key}:{','.join(parts)}"
