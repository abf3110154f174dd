"""How records look in the text: marks by role, chips from the codebook, arcs for references."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from annotation.codebook import Codebook, Layer
from annotation.entities import Name
from annotation.fields import Field, kind_of
from annotation.records import Annotation, Json, VisibleRecords, is_suggestion, place_of
from gui.theme import Theme, mix
from gui.widgets.marked_text import Arc, Mark, MarkPalette, PageColours, mark_palette

_SEPARATOR = "\x1f"
_SELECTION = 0.3
"""How much of the accent lies under selected words."""
DRAFT = "draft"
"""The id of the record that is being made."""


def mark_id(record: str, role: str) -> str:
    """The id of the mark for one role of a record."""
    return f"{record}{_SEPARATOR}{role}"


def record_of(mark: str) -> str:
    """The id of the record that a mark belongs to."""
    return mark.partition(_SEPARATOR)[0]


def role_of(mark: str) -> str:
    """The role of a record that a mark shows."""
    return mark.partition(_SEPARATOR)[2]


def anchor_role(record: Annotation, layer: Layer | None) -> str:
    """The first role of a record that marks any words; it carries the chip."""
    roles = layer.anchors if layer else tuple(record.spans)
    return next((role for role in roles if record.spans.get(role)), "")


def anchor_mark(record: Annotation, layer: Layer | None) -> str:
    """The id of the mark that carries a record's chip."""
    return mark_id(record.id, anchor_role(record, layer))


def marks_of(
    record: Annotation, layer: Layer | None, *, selected: bool = False, faded: bool = False
) -> list[Mark]:
    """A mark for every role of a record; those of a selected one with several say which role they are.

    The marks of a record with one role are the same whether it is selected or not, so that nothing moves.
    """
    anchor = anchor_role(record, layer)
    several = sum(1 for spans in record.spans.values() if spans) > 1
    glyph, text = chip_of(record, layer)
    hue = mark_hue(record, layer)
    marks = []
    for role, spans in record.spans.items():
        if spans:
            label = text if role == anchor else ""
            if selected and several:
                label = _role_text(layer, role)
            marks.append(
                Mark(
                    id=mark_id(record.id, role),
                    spans=tuple((span.start, span.end) for span in spans),
                    hue=hue,
                    group=record.layer,
                    label=label,
                    glyph=glyph if role == anchor else "",
                    ghost=is_suggestion(record),
                    faded=faded,
                    order=1 if selected and several else 0,
                )
            )
    return marks


def chip_of(record: Annotation, layer: Layer | None) -> tuple[str, str]:
    """What the chip of a record says: a glyph or "", and the first known value of its layer's chip fields."""
    found = layer.labelling(record.features) if layer else None
    if found is not None:
        field, value = found
        return glyph_of(field, value), kind_of(field).show(value, field)
    return "", layer.text if layer else record.layer


def hue_of(record: Annotation, layer: Layer | None) -> str:
    """The colour of a record ("#RRGGBB"): that of its tag, else of its layer; "" where that is not known."""
    return layer.hue_of(record.features) if layer else ""


def mark_hue(record: Annotation, layer: Layer | None) -> str:
    """The name in the palette of what a record is drawn in: its tag's colour, else its layer."""
    hue = hue_of(record, layer)
    return hue if layer is not None and hue != layer.hue else record.layer


def chip_fields(layer: Layer | None) -> Iterator[Field]:
    """The fields whose first known value labels a record of the layer."""
    fields = (layer.field(key) for key in layer.chip) if layer else iter(())
    return (field for field in fields if field is not None)


def glyph_of(field: Field, value: Json) -> str:
    """The sign of a tag that says without words or colour what it means, or ""."""
    tag = field.tag(value) if isinstance(value, str) else None
    return tag.glyph if tag else ""


def arcs_of(
    record: Annotation, codebook: Codebook, records: VisibleRecords, names: Callable[[], Sequence[Name]]
) -> list[Arc]:
    """Arcs for what a record points at: from holder to target where it links two, else from itself.

    `names` gives the names of the article; it is asked only where the record points at an entity.
    """
    layer = codebook.layer(record.layer)
    if layer is None:
        return []
    pointing = [field for field in codebook.features(record) if field.kind == "reference"]
    ends = {field.id: _end(field, record, codebook, records, names) for field in pointing}
    found = {key: end for key, end in ends.items() if end}
    linking = [field for field in layer.fields if field.id in found and len(field.to) > 1]
    arcs = []
    start = anchor_mark(record, layer)
    if len(linking) > 1:
        glyph, text = chip_of(record, layer)
        first, last = found.pop(linking[0].id), found.pop(linking[-1].id)
        arcs.append(
            Arc(source=first, target=last, label=f"{glyph} {text}".strip(), hue=mark_hue(record, layer))
        )
    texts = {field.id: field.text for field in pointing}
    arcs += [Arc(source=start, target=end, label=texts[key], hue=record.layer) for key, end in found.items()]
    return [arc for arc in arcs if arc.source != arc.target]


def _end(
    field: Field,
    record: Annotation,
    codebook: Codebook,
    records: VisibleRecords,
    names: Callable[[], Sequence[Name]],
) -> str:
    """The mark that a field of a record points at; "" where it is not in the text."""
    kind, value = kind_of(field), record.features[field.id]
    for id_ in kind.annotations(value):
        if target := records.standing_for(id_):
            return anchor_mark(target, codebook.layer(target.layer))
    for key in kind.entities(value):
        name = next((name for name in names() if name.entity == key), None)
        if name:
            mention = name.mention_near(place_of(record)[0])
            return anchor_mark(mention, codebook.layer(mention.layer))
    return ""


def _role_text(layer: Layer | None, role: str) -> str:
    found = layer.role(role) if layer else None
    return found.text if found else role


def palette_of(theme: Theme, layers: Iterable[Layer]) -> MarkPalette:
    """The colours of a theme for marks of some layers."""
    colours = theme.colours
    page = PageColours(
        paper=colours["paper"],
        ink=colours["ink"],
        muted=colours["muted"],
        accent=colours["accent"],
        selection=mix(colours["accent"], colours["paper"], _SELECTION),
        selection_ink=colours["ink"],
    )
    known = tuple(layers)
    hues = {layer.id: layer.hue for layer in known}
    hues |= {hue: hue for layer in known for hue in layer.tag_hues}
    rule = float(max(2, theme.rule))
    return mark_palette(page, hues, tint=theme.tint_share, rule=rule, lanes=[layer.id for layer in known])
