"""WebAnno TSV 3: the header's layers, the sentences' text, and the cells of tokens as annotations."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from annotation.importers._base import ImportFailure
from annotation.importers._marking.places import Utf16
from annotation.records import Span

_ROW = re.compile(r"^\d+-\d+(?:\.\d+)?\t\d+-\d+\t")
_NUMBERED = re.compile(r"^(?P<value>(?:\\.|[^\\])*?)\[(?P<id>\d+)\]$", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SIGN = re.compile(r"\\.|[|;]", re.DOTALL)
"""A sign that may part a cell, or one that an escape before it makes plain."""
_ESCAPES = {"t": "\t", "n": "\n", "r": "\r"}
EMPTY = "_"
NULL = "*"


@dataclass(frozen=True, slots=True)
class TsvLayer:
    """One layer of the header: its kind (SP span, RL relation, CH chain), type and columns."""

    kind: str
    type_: str
    columns: tuple[str, ...]
    first: int
    """The number of its first column among all."""

    @property
    def base(self) -> str:
        """The type that relations of this layer connect."""
        return next((name[3:] for name in self.columns if name.startswith("BT_")), "")


@dataclass(frozen=True, slots=True)
class Unit:
    """A token, or a part of one, with the raw cells of its row."""

    id: str
    start: int
    end: int
    form: str
    cells: tuple[str, ...]


@dataclass(slots=True)
class TsvDocument:
    """The whole file: layers, units with positions in UTF-16, and the text."""

    layers: list[TsvLayer] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    sentences: list[tuple[str, list[Unit]]] = field(default_factory=list)
    text: str = ""
    places: Utf16 = field(default_factory=lambda: Utf16(""))

    def span(self, units: Sequence[Unit]) -> Span | None:
        """The stretch from the first to the last of the units, in code points; None where it is none."""
        start = self.places.code_point(min(unit.start for unit in units))
        end = self.places.code_point(max(unit.end for unit in units))
        if start is None or end is None or not 0 <= start <= end <= len(self.text):
            return None
        return Span(start, end)


def parse_tsv3(name: str, written: str, known_text: str | None = None) -> TsvDocument:
    """The document. The file has no text between sentences: that comes from `known_text` where it fits.

    Old versions wrote backslashes as they are: where words do not fit with escapes, they are read without.
    Raises ImportFailure for a file whose words do not fit its text.
    """
    try:
        return _parse(name, written, known_text, _unescape)
    except ImportFailure:
        if "\\" not in written:
            raise
        return _parse(name, written, known_text, str)


def _parse(name: str, written: str, known_text: str | None, read: Callable[[str], str]) -> TsvDocument:
    document = TsvDocument()
    column = 0
    texts: list[str] = []
    for line in written.replace("\r\n", "\n").split("\n"):
        if line.startswith(("#T_SP=", "#T_RL=", "#T_CH=")):
            type_, *columns = line[6:].rstrip("\r").split("|")
            document.layers.append(TsvLayer(line[3:5], type_, tuple(columns) or ("",), column))
            column += len(columns) or 1
        elif line.startswith("#Text="):
            if not texts or document.sentences[-1][1]:
                document.sentences.append(("", []))
                texts = []
            texts.append(read(line[6:]))
            document.sentences[-1] = ("\n".join(texts), document.sentences[-1][1])
        elif _ROW.match(line):
            id_, place, form, *cells = line.split("\t")
            start, end = (int(part) for part in place.split("-"))
            unit = Unit(id_, start, end, read(form), tuple(cells))
            document.units.append(unit)
            if not document.sentences:
                document.sentences.append(("", []))
            document.sentences[-1][1].append(unit)
    document.text = _text(name, document, known_text)
    document.places = Utf16(document.text)
    return document


def _text(name: str, document: TsvDocument, known_text: str | None) -> str:
    """The text in which every sentence stands where its tokens say; what lies between them are line ends."""
    if known_text is not None and _fits(document, known_text):
        return known_text
    parts: list[bytes] = []
    length = 0
    for text, units in document.sentences:
        data = text.encode("utf-16-le", "surrogatepass")
        start = _start(data, units)
        if start is None or start < length:
            raise ImportFailure("“{name}” is damaged: its words do not fit its sentences.", name=name)
        gap = start - length
        parts += [("\n" if parts else " ").encode("utf-16-le") * gap, data]
        length = start + len(data) // 2
    return b"".join(parts).decode("utf-16-le", "replace")


def _start(data: bytes, units: Sequence[Unit]) -> int | None:
    """The UTF-16 position of a sentence, from where its words stand in it; None where they do not."""
    tokens = [
        (unit.start, unit.form.encode("utf-16-le", "surrogatepass")) for unit in units if "." not in unit.id
    ]
    if not tokens:
        return None if units else 0
    if any(
        unit.end - unit.start != len(unit.form.encode("utf-16-le", "surrogatepass")) // 2 for unit in units
    ):
        return None
    first, form = tokens[0]
    at = data.find(form)
    while at >= 0:
        start = first - at // 2
        if at % 2 == 0 and all(
            data[(place - start) * 2 : (place - start) * 2 + len(token)] == token for place, token in tokens
        ):
            return start
        at = data.find(form, at + 1)
    return None


def _fits(document: TsvDocument, text: str) -> bool:
    data = text.encode("utf-16-le", "surrogatepass")
    return all(
        data[unit.start * 2 : unit.end * 2] == unit.form.encode("utf-16-le", "surrogatepass")
        for unit in document.units
        if "." not in unit.id
    )


def split_cell(cell: str, separator: str) -> list[str]:
    """The parts of a cell between separators that are not escaped."""
    parts, start = [], 0
    for found in _SIGN.finditer(cell):
        if found[0] == separator:
            parts.append(cell[start : found.start()])
            start = found.end()
    return [*parts, cell[start:]]


def numbered(part: str) -> tuple[str, str]:
    """(value, disambiguation id) of "PERSON[3]"; the id is "" where there is none."""
    found = _NUMBERED.match(part)
    return (found["value"], found["id"]) if found else (part, "")


def value_of(part: str) -> str | None:
    """The value of a feature; None where it is not set."""
    return None if part in (NULL, EMPTY) else _unescape(part)


def _unescape(written: str) -> str:
    if "\\" not in written:
        return written
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), written)


@dataclass(slots=True)
class TsvAnnotation:
    """One annotation of a layer while its units are found."""

    layer: TsvLayer
    key: str
    units: list[Unit] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    """The raw parts of its columns, without disambiguation ids where they are its own."""


def annotations(document: TsvDocument) -> Iterator[TsvAnnotation]:
    """The annotations of every layer, in the order in which they begin."""
    found: dict[tuple[int, str], TsvAnnotation] = {}
    for unit in document.units:
        for layer in document.layers:
            cells = unit.cells[layer.first : layer.first + len(layer.columns)]
            if len(cells) < len(layer.columns) or all(cell in (EMPTY, "") for cell in cells):
                continue
            for key, values in _stacked(layer, unit, cells):
                one = found.setdefault((layer.first, key), TsvAnnotation(layer, key, [], values))
                one.units.append(unit)
    yield from found.values()


def _stacked(layer: TsvLayer, unit: Unit, cells: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """(key, values) of each of the annotations that lie on top of each other at one unit."""
    columns = [split_cell(cell, "|") for cell in cells]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else NULL for column in columns]
        if layer.kind == "CH":
            place = split_chain(parts[0])[1]
            yield f"{layer.type_} {place}", parts
            continue
        ids = {
            id_
            for name, part in zip(layer.columns, parts, strict=True)
            if own(layer, name) and (id_ := numbered(part)[1])
        }
        values = [
            numbered(part)[0] if own(layer, name) else part
            for name, part in zip(layer.columns, parts, strict=True)
        ]
        if layer.kind == "SP" and ids:
            yield f"{layer.type_} [{min(ids)}]", values
        else:
            yield f"{layer.type_} {unit.id}#{number}", values


def own(layer: TsvLayer, name: str) -> bool:
    """Whether the disambiguation ids in a column are the annotation's own, not those of what it points at."""
    before = layer.columns[layer.columns.index(name) - 1] if layer.columns.index(name) else ""
    return not name.startswith("BT_") and not before.startswith("ROLE_")


def split_chain(part: str) -> tuple[str, str]:
    """(relation, "chain-link") of "coref->1-2"."""
    relation, _arrow, place = part.rpartition("->")
    return relation, place
