"""An article as one typed row: its records are lists of objects in it, a list for each layer."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from annotation.codebook import Codebook, Layer
from annotation.exporters._shapes import Shape, Typed, distinct_names
from annotation.exporters._sheet import Sheet
from annotation.exporters._tables import layer_plural
from annotation.fields import Field, kind_of
from annotation.records import Annotation, Json, Span

_POINTING = ("entity", "reference")
_TEXTS: list[Shape] = ["string"]
_ARTICLE: dict[str, Shape] = {
    **dict.fromkeys(("id", "title", "text", "lang", "outlet"), "string"),
    "authors": _TEXTS,
    **dict.fromkeys(("published", "section", "page", "url", "source_file", "duplicates"), "string"),
    "tags": _TEXTS,
    "text_sha256": "string",
    "metadata": "string",
}
_RECORD: dict[str, Shape] = {
    **dict.fromkeys(("id", "annotator", "status", "origin"), "string"),
    "confidence": "float64",
    **dict.fromkeys(("note", "why", "basis", "created", "updated"), "string"),
    "more": "string",
}
"""`more` holds, as JSON, the fields that the codebook does not have."""
_SPAN: list[Shape] = [{"start": "int64", "end": "int64", "quote": "string"}]
_ANY: dict[str, Shape] = {**_RECORD, "layer": "string", "spans": "string"}


class NestedArticles:
    """The columns of a codebook's articles, and the row of each."""

    def __init__(self, codebook: Codebook) -> None:
        """Lay the columns out: the article's own, one for each layer, and one for layers unknown to it."""
        self._layers = [_LayerShape(layer) for layer in codebook.layers]
        plurals = [layer_plural(one.layer) for one in self._layers]
        names = list(distinct_names([*plurals, "others"], _ARTICLE))
        self.layers = dict(zip([one.layer.id for one in self._layers], names, strict=False))
        """{layer: its column}"""
        self.columns = [
            *(Typed(name, shape) for name, shape in _ARTICLE.items()),
            *(Typed(name, [one.shape]) for name, one in zip(names, self._layers, strict=False)),
            Typed(names[-1], [_ANY]),
        ]

    def row(self, sheet: Sheet) -> list[Any]:
        """The cells of an article, in the order of the columns."""
        article = sheet.article
        by_layer: dict[str, list[dict[str, Any]]] = {one.layer.id: [] for one in self._layers}
        others: list[dict[str, Any]] = []
        known = {one.layer.id: one for one in self._layers}
        for record in sheet.records:
            if found := known.get(record.layer):
                by_layer[record.layer].append(found.told(sheet, record))
            else:
                others.append({**_common(sheet, record, ()), "layer": record.layer, "spans": _places(record)})
        own: dict[str, Any] = {
            "text": sheet.text,
            "authors": list(article.authors),
            "tags": list(article.tags),
        }
        own["metadata"] = _written(dict(article.metadata))
        cells = (own[name] if name in own else getattr(article, name) for name in _ARTICLE)
        return [*cells, *by_layer.values(), others]


class _LayerShape:
    """What an object of one layer holds."""

    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        roles = [role.id for role in layer.roles]
        names = list(distinct_names([*roles, *(one.id for one in layer.fields)], _RECORD))
        self._roles = list(zip(roles, names, strict=False))
        fields = list(zip(layer.fields, names[len(roles) :], strict=True))
        self._by_id = {one.id: (one, name) for one, name in fields}
        self.shape: dict[str, Shape] = {**_RECORD, **{name: _SPAN for _role, name in self._roles}}
        self.shape |= {name: _field_shape(one) for one, name in fields}

    def told(self, sheet: Sheet, record: Annotation) -> dict[str, Any]:
        """The object for a record."""
        cells = _common(sheet, record, self._by_id)
        for role, name in self._roles:
            cells[name] = [_span(sheet, span) for span in record.spans.get(role, ())]
        for key, value in record.features.items():
            if key in self._by_id:  # a field that is not told is None
                one, name = self._by_id[key]
                cells[name] = _value(sheet, value, one)
        return cells


def _common(sheet: Sheet, record: Annotation, own: Collection[str]) -> dict[str, Any]:
    more = {key: value for key, value in record.features.items() if key not in own}
    return {
        "id": record.id,
        "annotator": sheet.book.annotator(record),
        "status": record.status.value,
        "origin": record.origin,
        "confidence": record.confidence,
        "note": record.note,
        "why": record.why,
        "basis": record.basis,
        "created": record.created,
        "updated": record.updated,
        "more": _written(more),
    }


def _written(value: dict[str, Any]) -> str | None:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else None


def _places(record: Annotation) -> str | None:
    return _written({role: [[one.start, one.end] for one in spans] for role, spans in record.spans.items()})


def _span(sheet: Sheet, span: Span) -> dict[str, Any]:
    said = sheet.text[span.start : span.end] if sheet.is_quoted else None
    return {"start": span.start, "end": span.end, "quote": said}


# fields


def _field_shape(one: Field) -> Shape:
    if one.kind == "entity":
        shape: Shape = {"key": "string", "name": "string"}
    elif one.kind == "reference":
        shape = {**dict.fromkeys(one.to, "string"), "name": "string"}
    else:
        shape = "bool" if one.kind == "boolean" else "string"
    return [shape] if one.multiple else shape


def _value(sheet: Sheet, value: Json, one: Field) -> Any:
    """The value as the shape of its field has it; None where there is none."""
    if value is None:
        return None
    if one.multiple:
        items = value if isinstance(value, list) else [value]
        return [_one_value(sheet, item, one) for item in items]
    return _one_value(sheet, value, one)


def _one_value(sheet: Sheet, value: Json, one: Field) -> Any:
    if one.kind not in _POINTING and type(value) is str and one.kind != "boolean":
        return value
    if one.kind == "entity":
        return {"key": str(value), "name": sheet.told(value, one)}
    if one.kind == "reference":
        return {**dict(_pointed(value, one)), "name": sheet.told(value, one)}
    if one.kind == "boolean":
        return value if isinstance(value, bool) else None
    return value if isinstance(value, str) else sheet.told(value, one)


def _pointed(value: Json, one: Field) -> Iterator[tuple[str, str]]:
    """What a reference points at: one of annotation, entity, concept."""
    if isinstance(value, dict):
        yield from ((to, str(what)) for to, what in value.items() if to in one.to)
    else:
        for id_ in kind_of(one).annotations(value) or (str(value),):
            yield one.to[0], id_
