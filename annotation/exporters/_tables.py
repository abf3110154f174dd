"""A project as tables: one row a record, one table a layer, and one wide table of everything."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotation.codebook import Codebook, Layer
from annotation.exporters._shapes import Typed
from annotation.exporters._sheet import Sheet
from annotation.fields import Field
from annotation.records import Annotation, Json, Reader, Span

Cell = str | int | float | bool | None

_COMMON = ("id", "article", "title", "outlet", "published", "lang", "layer", "annotator", "status", "origin",
           "confidence")  # fmt: skip
_LAST = ("note", "why", "basis", "created", "updated", "more")
"""`more` holds, as JSON, the fields that the codebook does not have, and words of layers that it lacks."""
_ARTICLE = ("id", "title", "outlet", "authors", "published", "lang", "section", "page", "url", "source_file",
            "duplicates", "tags", "metadata", "length", "text_sha256")  # fmt: skip
_DECISION = ("id", "article", "layer", "reviewer", "outcome", "records", "gold", "taken", "reason", "comment",
             "automatic", "created", "updated")  # fmt: skip
_PLURALS = {"entity": "entities", "figure": "figures", "source": "sources", "stance": "stances"}


_SHAPES = {str: "string", int: "int64", float: "float64", bool: "bool"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what its cells hold."""

    name: str
    kind: type[str | int | float | bool] = str

    @property
    def typed(self) -> Typed:
        """The column as formats with types have it."""
        return Typed(self.name, _SHAPES[self.kind])


@dataclass(frozen=True, slots=True)
class Table:
    """A table and how an article's rows of it are made."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Sheet], Iterator[list[Cell]]]

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def lay_out(codebook: Codebook) -> list[Table]:
    """The tables of a codebook: articles, one for each layer, decisions, and everything."""
    layers = [_layer_table(layer) for layer in codebook.layers]
    return [_articles(), *layers, _decisions(), everything(codebook)]


def everything(codebook: Codebook) -> Table:
    """One wide table: a row a record, a column for each role and field of any layer."""
    columns = _distinct(column for layer in codebook.layers for column in _layer_columns(layer))
    places = {column.name: place for place, column in enumerate(columns)}

    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        for record in sheet.records:
            row: list[Cell] = [None] * len(columns)
            layer = sheet.book.layer(record)
            own = _layer_columns(layer) if layer else tuple(_columns_of((*_COMMON, *_LAST)))
            cells = _cells(sheet, record, layer)
            for column, cell in zip(own, cells, strict=False):
                row[places[column.name]] = cell
            yield row

    return Table("everything", columns, rows)


def with_texts(table: Table) -> Table:
    """The table of articles with their texts as its last column; any other table as it is."""
    if table.name != "articles":
        return table

    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        return ([*row, sheet.whole_text] for row in table.rows(sheet))

    return Table(table.name, (*table.columns, Column("text")), rows)


def typed(columns: Iterable[Column]) -> list[Typed]:
    """The columns as formats with types have them."""
    return [column.typed for column in columns]


def registry(reader: Reader) -> tuple[Sequence[Column], Iterator[list[Cell]]]:
    """The columns and rows of the table of canonical names."""
    columns = _columns_of(("key", "name", "type", "aliases", "wikidata", "note"))
    rows = (
        [entity.id, entity.name, entity.type, "|".join(entity.aliases), entity.wikidata, entity.note]
        for entity in reader.entities()
    )
    return columns, iter(list[Cell](row) for row in rows)


def _distinct(columns: Iterator[Column]) -> tuple[Column, ...]:
    """The columns by name; one that holds several kinds of things holds text."""
    found: dict[str, Column] = {}
    for column in columns:
        known = found.setdefault(column.name, column)
        if known.kind is not column.kind:
            found[column.name] = Column(column.name)
    return tuple(found.values())


def _columns_of(names: Sequence[str]) -> list[Column]:
    kinds: dict[str, type[int | float | bool]] = {"length": int, "confidence": float, "automatic": bool}
    return [Column(name, kinds.get(name, str)) for name in names]


# layers


def layer_plural(layer: Layer) -> str:
    """What the table of a layer is called."""
    return _PLURALS.get(layer.id, layer.id)


def _layer_table(layer: Layer) -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        return (_cells(sheet, record, layer) for record in sheet.records if record.layer == layer.id)

    return Table(layer_plural(layer), _layer_columns(layer), rows)


def _layer_columns(layer: Layer) -> tuple[Column, ...]:
    roles = [column for role in layer.roles for column in _role_columns(role.id)]
    fields = [column for one in layer.fields for column in _field_columns(one)]
    return _distinct(iter([*_columns_of(_COMMON), *roles, *fields, *_columns_of(_LAST)]))


def _role_columns(role: str) -> list[Column]:
    return [Column(role), Column(f"{role}_start", int), Column(f"{role}_end", int), Column(f"{role}_spans")]


def _field_columns(one: Field) -> list[Column]:
    if one.kind in ("entity", "reference"):
        return [Column(one.id), Column(f"{one.id}_name")]
    return [Column(one.id, bool if one.kind == "boolean" and not one.multiple else str)]


def _cells(sheet: Sheet, record: Annotation, layer: Layer | None) -> list[Cell]:
    """The cells of a record, in the order of its layer's columns."""
    cells: list[Cell] = [
        *(record.id, record.article, sheet.article.title, sheet.article.outlet, sheet.article.published),
        *(sheet.article.lang, record.layer, sheet.book.annotator(record), record.status.value),
        *(record.origin, record.confidence),
    ]
    last: list[Cell] = [record.note, record.why, record.basis, record.created, record.updated]
    if layer is None:
        places = {role: [[one.start, one.end] for one in spans] for role, spans in record.spans.items()}
        return [*cells, *last, _written({**record.features, "spans": places})]
    for role in layer.roles:
        cells += _role_cells(sheet, record.spans.get(role.id, ()))
    for one in layer.fields:
        cells += _field_cells(sheet, record.features.get(one.id), one)
    more = {key: value for key, value in record.features.items() if layer.field(key) is None}
    return [*cells, *last, _written(more)]


def _written(value: Mapping[str, Any]) -> str | None:
    """Some object as JSON; None for an empty one."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None


def _role_cells(sheet: Sheet, spans: Sequence[Span]) -> list[Cell]:
    if not spans:
        return [None, None, None, None]
    places = ";".join(f"{span.start}-{span.end}" for span in spans)
    return [sheet.words(spans), spans[0].start, spans[-1].end, places]


def _field_cells(sheet: Sheet, value: Json, one: Field) -> list[Cell]:
    if one.kind in ("entity", "reference"):
        if value is None:
            return [None, None]
        return [_pointer(value), sheet.told(value, one)]
    if value is None or isinstance(value, bool):
        return [value]
    return [sheet.told(value, one)]


def _pointer(value: Json) -> str:
    """A reference in a cell: "annotation:…", "entity:…", "concept:…", or the bare id or key."""
    if isinstance(value, dict):
        return ";".join(f"{to}:{what}" for to, what in value.items())
    return "|".join(_pointer(one) for one in value) if isinstance(value, list) else str(value)


# articles and decisions


def _articles() -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        article = sheet.article
        values = {**{name: getattr(article, name) for name in _ARTICLE}, "authors": "|".join(article.authors),
                  "tags": "|".join(article.tags), "metadata": _written(article.metadata)}  # fmt: skip
        yield [values[name] for name in _ARTICLE]

    return Table("articles", tuple(_columns_of(_ARTICLE)), rows)


def _decisions() -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        for decision in sheet.decisions:
            taken = sheet.book.people.get(decision.taken or "")
            values = {
                **{name: getattr(decision, name) for name in _DECISION},
                "reviewer": sheet.book.people[decision.reviewer].name,
                "outcome": decision.outcome.value,
                "records": "|".join(decision.records),
                "taken": taken.name if taken else None,
            }
            yield [values[name] for name in _DECISION]

    return Table("decisions", tuple(_columns_of(_DECISION)), rows)
