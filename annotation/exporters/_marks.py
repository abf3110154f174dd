"""The neutral form for programs that know labelled words and links between them, but no records with roles.

A record of a layer with one role is one mark, labelled by its first tag, or by its layer where it relates
others, as a stance does. One with several roles, such as an attribution, is a mark for each role that has
words; the others hang on one of them, its hub, by links that are called like their roles. Fields that point
at other records become links as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotation.codebook import Layer
from annotation.exporters._sheet import Sheet
from annotation.fields import Field, kind_of
from annotation.records import Annotation, Span

_HUBS = ("cue", "content")
"""Roles that carry a record of several roles, the first that has words; else its anchor does."""
_RECORDS = {"source": "attribution"}
ROLE = "role"
"""The feature that says which role the words of a hub have, where that is not the usual one."""
_LINKS = {("stance", "attribution"): "carriedBy", ("figure", "source"): "vouchedBy"}
"""What a link is called where its field's name says too little, or something else elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Labelled words."""

    key: str
    """The record's id, and after a dot the role where the record has several marks."""
    label: str
    role: str
    spans: tuple[Span, ...]
    record: Annotation
    is_hub: bool = True
    """Whether it carries the record's fields."""
    features: Mapping[str, str] = field(default_factory=dict)
    """The fields of a hub that are neither its label nor a link, as text, entities by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two marks, named by their keys."""

    label: str
    source: str
    target: str
    is_role: bool = False
    """Whether the target is words of the same record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSheet:
    """The marks and links of an article, and the records that have no words to mark."""

    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    wordless: tuple[Annotation, ...]
    dangling: int
    """References to records that are not among those that were chosen."""


def mark_up(sheet: Sheet, records: Sequence[Annotation] | None = None) -> MarkedSheet:
    """The neutral form of the records of a sheet, or of some of them."""
    chosen = sheet.records if records is None else records
    marks: list[Mark] = []
    links: list[Link] = []
    hubs: dict[str, str] = {}
    for record in chosen:
        made = list(_marks(sheet, record))
        marks += made
        hub = next((mark.key for mark in made if mark.is_hub), None)
        if hub is not None:
            hubs[record.id] = hub
            links += [
                Link(label=mark.role, source=hub, target=mark.key, is_role=True)
                for mark in made
                if not mark.is_hub
            ]
    pointing = [link for record in chosen if record.id in hubs for link in _pointing(sheet, record)]
    found = [
        Link(label=label, source=hubs[record], target=hubs[target])
        for record, label, target in pointing
        if target in hubs
    ]
    return MarkedSheet(
        marks=tuple(marks),
        links=(*links, *found),
        wordless=tuple(record for record in chosen if record.id not in hubs),
        dangling=len(pointing) - len(found),
    )


def label_of(layer: Layer, record: Annotation) -> tuple[str, str]:
    """The label of a record and the field that it comes from: its first chip value, else its layer and ""."""
    for key in layer.chip:
        value = record.features.get(key)
        if isinstance(value, str) and value:
            return value, key
    return layer.id, ""


def record_name(layer: Layer) -> str:
    """What records of a layer are called: its id, or another word where a role has that name."""
    return _RECORDS.get(layer.id, f"{layer.id}-record") if layer.role(layer.id) else layer.id


def is_relation(layer: Layer) -> bool:
    """Whether records of a layer say something about others: a field points at more than annotations."""
    return any(one.kind == "reference" and one.to != ("annotation",) for one in layer.fields)


def _marks(sheet: Sheet, record: Annotation) -> Iterator[Mark]:
    layer = sheet.book.layer(record)
    roles = [role for role in (layer.anchors if layer else tuple(record.spans)) if record.spans.get(role)]
    if layer is None or not roles:
        return
    several = len(layer.roles) > 1
    label, labelling = (record_name(layer), "") if several or is_relation(layer) else label_of(layer, record)
    hub = _hub(roles)
    for role in roles:
        yield Mark(
            key=f"{record.id}.{role}" if several else record.id,
            label=label if role == hub else role,
            role=role,
            spans=record.spans[role],
            record=record,
            is_hub=role == hub,
            features=dict(_hub_features(sheet, record, layer, labelling, roles)) if role == hub else {},
        )


def _hub(roles: Sequence[str]) -> str:
    return next((role for role in _HUBS if role in roles), roles[0])


def _hub_features(
    sheet: Sheet, record: Annotation, layer: Layer, labelling: str, roles: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The fields of a record, and the role of its hub where readers would take another for granted."""
    yield from _features(sheet, record, layer, labelling)
    if len(layer.roles) == 1:
        return
    hub, usual = _hub(roles), _HUBS[0] if len(roles) > 1 else layer.selection_role
    bare = {role: {_bare(sheet.text, span) for span in record.spans[role]} for role in roles}
    same = any(bare[hub] <= bare[role] for role in roles if role != hub)
    if hub != usual or same:
        yield ROLE, hub


def _bare(text: str, span: Span) -> tuple[int, int]:
    """Where the words of a span stand without white space around them, which some formats do not hold."""
    words = text[span.start : span.end]
    return span.end - len(words.lstrip()), span.start + len(words.rstrip())


def _features(sheet: Sheet, record: Annotation, layer: Layer, labelling: str) -> Iterator[tuple[str, str]]:
    features = record.features
    for one in layer.fields:
        value = features.get(one.id)
        if value is not None and one.id != labelling and not kind_of(one).annotations(value):
            yield one.id, sheet.told(value, one)


def _pointing(sheet: Sheet, record: Annotation) -> Iterator[tuple[str, str, str]]:
    """(record, name of the link, id pointed at) for each reference of a record."""
    for one, target in sheet.book.codebook.references(record):
        yield record.id, link_name(record.layer, one), target


def link_name(layer: str, one: Field) -> str:
    """What a reference field's links are called."""
    return _LINKS.get((layer, one.id), one.id)
