"""WebAnno TSV 3.3: tokens and their parts a row, the annotations on them in columns.

Every annotation has a number of its own, so that stacked ones, those of several tokens and those that
links point at are told apart. Text between sentences belongs to the sentence before, so that nothing of
the text is lost.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotation.exporters._tokens import TokenText
from annotation.exporters._utf16 import Utf16
from annotation.records import Span

_SIGNS = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_IN_TEXT = re.compile(r"[\\\t\r]")
_IN_CELL = re.compile(r"[\\\[\]|_;*\t\n\r]|->")
_ANY = "uima.tcas.Annotation"
_EMPTY, _NULL = "_", "*"


@dataclass(frozen=True, slots=True)
class Unit:
    """A token, or the part of one that an annotation covers: code points, half open."""

    token: int
    start: int
    end: int
    is_part: bool = False


@dataclass(slots=True)
class TsvAnnotation:
    """An annotation of a layer with what its columns hold."""

    number: int
    type: str
    units: tuple[Unit, ...]
    features: Mapping[str, str]
    links: dict[str, list["TsvAnnotation"]] = field(default_factory=dict)
    """{(feature of a slot): what it points at}; the role of each is the feature's own."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of links: the feature, the type of its links, the role that they have."""

    feature: str
    link_type: str
    role: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a layer that are used in a document."""

    type: str
    features: tuple[str, ...]
    slots: tuple[Slot, ...]

    def header(self) -> str:
        """The line of the layer at the top of the file."""
        slots = [f"ROLE_{self.type}:{one.feature}_{one.link_type}|{_ANY}" for one in self.slots]
        columns = [*self.features, *slots] or [""]
        return f"#T_SP={'|'.join([self.type, *columns])}"

    def count(self) -> int:
        """How many columns these are."""
        return max(1, len(self.features) + 2 * len(self.slots))


def units_of(span: Span, tokens: TokenText) -> tuple[Unit, ...]:
    """The words that a span covers, or the covered parts of them; () for white space alone."""
    fit = tokens.fit(span)
    if fit is None:
        return ()
    found = []
    for number in range(fit.first, fit.end):
        if not tokens.spaces[number]:
            first, last = tokens.starts[number], tokens.ends[number]
            start, end = max(first, span.start), min(last, span.end)
            found.append(Unit(number, start, end, end - start != last - first))
    return tuple(found)


def tsv_lines(
    text: str, tokens: TokenText, layers: Sequence[Columns], made: Iterable[TsvAnnotation]
) -> Iterator[str]:
    """The lines of a document, without their ends."""
    yield "#FORMAT=WebAnno TSV 3.3"
    yield from (one.header() for one in layers)
    yield ""
    table = _Table(text, tokens, layers, list(made))
    sentences = tokens.sentences
    starts = [tokens.starts[one[0]] for one in sentences]
    for number, sentence in enumerate(sentences):
        start = starts[number] if number else 0
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        yield ""
        yield from (f"#Text={_text(line)}" for line in text[start:end].split("\n"))
        for token in sentence:
            yield from table.rows(token)


class _Table:
    """The rows of the tokens, and the ids by which links point at them."""

    def __init__(
        self, text: str, tokens: TokenText, layers: Sequence[Columns], made: Sequence[TsvAnnotation]
    ) -> None:
        self._text = text
        self._places = Utf16(text)
        self._layers = layers
        self._at: defaultdict[tuple[Unit, str], list[TsvAnnotation]] = defaultdict(list)
        """{(unit, type): annotations}"""
        self._parts: defaultdict[int, set[Unit]] = defaultdict(set)
        self._ids: dict[Unit, str] = {}
        for one in made:
            for unit in one.units:
                self._at[unit, one.type].append(one)
                if unit.is_part:
                    self._parts[unit.token].add(unit)
        self._whole = {
            number: Unit(number, tokens.starts[number], tokens.ends[number])
            for sentence in tokens.sentences
            for number in sentence
        }
        self._name(tokens)

    def _name(self, tokens: TokenText) -> None:
        for number, sentence in enumerate(tokens.sentences, 1):
            for place, token in enumerate(sentence, 1):
                self._ids[self._whole[token]] = f"{number}-{place}"
                for part, unit in enumerate(self._parts_of(token), 1):
                    self._ids[unit] = f"{number}-{place}.{part}"

    def _parts_of(self, token: int) -> list[Unit]:
        return sorted(self._parts.get(token, ()), key=lambda unit: (unit.start, -unit.end))

    def rows(self, token: int) -> Iterator[str]:
        """The row of a token and those of its parts."""
        for unit in (self._whole[token], *self._parts_of(token)):
            place = f"{self._places.unit(unit.start)}-{self._places.unit(unit.end)}"
            cells = [cell for layer in self._layers for cell in self._cells(layer, unit)]
            yield "\t".join([self._ids[unit], place, _text(self._text[unit.start : unit.end]), *cells, ""])

    def _cells(self, layer: Columns, unit: Unit) -> Iterator[str]:
        held = self._at.get((unit, layer.type), ())
        if not held:
            yield from [_EMPTY] * layer.count()
            return
        if not layer.features and not layer.slots:
            yield "|".join(f"{_NULL}[{one.number}]" for one in held)
        for name in layer.features:
            yield "|".join(f"{_value(one.features.get(name, ''))}[{one.number}]" for one in held)
        for slot in layer.slots:
            yield "|".join(f"{self._roles(one, slot)}[{one.number}]" for one in held)
            yield "|".join(self._targets(one, slot) for one in held)

    def _roles(self, one: TsvAnnotation, slot: Slot) -> str:
        return ";".join(_value(slot.role) for _target in one.links.get(slot.feature, ())) or _EMPTY

    def _targets(self, one: TsvAnnotation, slot: Slot) -> str:
        targets = one.links.get(slot.feature, ())
        return ";".join(f"{self._ids[to.units[0]]}[{to.number}]" for to in targets) or _NULL


def _text(written: str) -> str:
    return _IN_TEXT.sub(lambda found: _SIGNS[found[0]], written)


def _value(written: str) -> str:
    """A value of a feature with the signs that mean something in a cell marked as plain."""
    return _IN_CELL.sub(lambda found: _SIGNS.get(found[0], f"\\{found[0]}"), written) or _NULL
