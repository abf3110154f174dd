"""The columns of a layer's table, and the cells of each record."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotation.codebook import Layer
from annotation.exporters._shapes import Typed, distinct_names
from annotation.exporters._sheet import Sheet
from annotation.fields import Field
from annotation.records import Annotation, Json, Span

Cell = str | int | float | bool | None

_COMMON = ("id", "article", "title", "outlet", "published", "lang", "layer", "annotator", "status", "origin",
           "confidence")  # fmt: skip
_LAST = ("note", "why", "basis", "created", "updated", "more")
"""`more` holds, as JSON, the fields that the codebook does not have, and words of layers that it lacks."""
_SHAPES = {str: "string", int: "int64", float: "float64", bool: "bool"}
_POINTING = ("entity", "reference")
_NO_WORDS: list["Cell"] = [None, None, None, None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what its cells hold."""

    name: str
    kind: type[str | int | float | bool] = str
    is_flag: bool = False
    """Whether some of its cells are yes or no."""

    @property
    def typed(self) -> Typed:
        """The column as formats with types have it."""
        return Typed(self.name, _SHAPES[self.kind])


def columns_of(names: Sequence[str]) -> list[Column]:
    """The columns of what every record, article or decision has."""
    kinds: dict[str, type[int | float | bool]] = {"length": int, "confidence": float, "automatic": bool}
    return [Column(name, kinds.get(name, str), name in kinds and kinds[name] is bool) for name in names]


STRANGE = (*columns_of(_COMMON), *columns_of(_LAST))
"""The columns of a record whose layer the codebook does not have."""


class LayerCells:
    """The columns of one layer; names that a role and a field share are told apart by an underscore."""

    def __init__(self, layer: Layer) -> None:
        """Lay the columns of a layer out."""
        made = [column for role in layer.roles for column in _role_columns(role.id)]
        made += [column for one in layer.fields for column in _field_columns(one)]
        names = distinct_names([column.name for column in made], (*_COMMON, *_LAST))
        own = [Column(name, column.kind, column.is_flag) for name, column in zip(names, made, strict=True)]
        self.columns: tuple[Column, ...] = (*columns_of(_COMMON), *own, *columns_of(_LAST))
        self._roles = [role.id for role in layer.roles]
        self._fields = [(one.id, one, one.kind in _POINTING) for one in layer.fields]
        self._ids = frozenset(one.id for one in layer.fields)

    def of(self, sheet: Sheet, record: Annotation) -> list[Cell]:
        """The cells of a record of the layer, in the order of the columns."""
        cells, features = _common(sheet, record), record.features
        for role in self._roles:
            cells += _role_cells(sheet, record.spans.get(role, ()))
        for key, one, is_pointing in self._fields:
            value = features.get(key)
            if is_pointing:
                cells += (None, None) if value is None else (_pointer(value), sheet.told(value, one))
            elif value is None or type(value) is bool:
                cells.append(value)
            else:
                cells.append(value if type(value) is str else sheet.told(value, one))
        return [*cells, *_last(record, {key: features[key] for key in features.keys() - self._ids})]


def strange_cells(sheet: Sheet, record: Annotation) -> list[Cell]:
    """The cells of a record whose layer the codebook does not have, in the order of `STRANGE`."""
    places = {role: [[one.start, one.end] for one in spans] for role, spans in record.spans.items()}
    return [*_common(sheet, record), *_last(record, {**record.features, "spans": places})]


def written(value: Mapping[str, Any]) -> str | None:
    """Some object as JSON; None for an empty one."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None


def _role_columns(role: str) -> list[Column]:
    return [Column(role), Column(f"{role}_start", int), Column(f"{role}_end", int), Column(f"{role}_spans")]


def _field_columns(one: Field) -> list[Column]:
    if one.kind in _POINTING:
        return [Column(one.id), Column(f"{one.id}_name")]
    is_flag = one.kind == "boolean" and not one.multiple
    return [Column(one.id, bool if is_flag else str, is_flag)]


def _common(sheet: Sheet, record: Annotation) -> list[Cell]:
    article = sheet.article
    return [
        *(record.id, record.article, article.title, article.outlet, article.published, article.lang),
        *(record.layer, sheet.book.annotator(record), record.status.value, record.origin, record.confidence),
    ]


def _last(record: Annotation, more: Mapping[str, Any]) -> tuple[Cell, ...]:
    return record.note, record.why, record.basis, record.created, record.updated, written(more)


def _role_cells(sheet: Sheet, spans: Sequence[Span]) -> list[Cell]:
    if not spans:
        return _NO_WORDS
    places = ";".join([f"{span.start}-{span.end}" for span in spans])
    return [sheet.words(spans), spans[0].start, spans[-1].end, places]


def _pointer(value: Json) -> str:
    """A reference in a cell: "annotation:…", "entity:…", "concept:…", or the bare id or key."""
    if isinstance(value, dict):
        return ";".join(f"{to}:{what}" for to, what in value.items())
    return "|".join(_pointer(one) for one in value) if isinstance(value, list) else str(value)
