"""How compared records look in the text: a lane for each annotator in their own hue."""

from collections.abc import Iterator, Sequence

from annotation.adjudication import Cluster
from annotation.codebook import Codebook, Layer
from annotation.records import Annotation
from gui.theme import Theme
from gui.views.marks import anchor_role, chip_of, mark_id, record_of
from gui.views.review.people import Person
from gui.widgets.marked_text import Mark, MarkPalette, PageColours, mark_palette

AGREED = "agreed"
GOLD = "gold"

__all__ = ["cluster_marks", "first_mark", "record_of", "review_palette"]


def cluster_marks(
    cluster: Cluster, people: Sequence[Person], codebook: Codebook, *, current: bool
) -> Iterator[Mark]:
    """The marks of a cluster: one lane for all where it is calm, else one for each annotator."""
    layer = codebook.layer(cluster.layer)
    calm = not cluster.is_open or cluster.is_agreed
    if calm and not current:
        record = cluster.gold or next(iter(cluster.records.values()), None)
        if record is not None:
            yield from _marks(record, layer, GOLD if cluster.gold else AGREED, "", faded=True, order=0)
        return
    for place, person in enumerate(people):
        if record := cluster.records.get(person.id):
            order = len(people) - place + (10 if current else 0)
            yield from _marks(record, layer, person.id, person.initials, faded=False, order=order)


def first_mark(cluster: Cluster, people: Sequence[Person], codebook: Codebook) -> str | None:
    """The id of the mark that a reader is led to; None where the cluster has no words in the text."""
    layer = codebook.layer(cluster.layer)
    records = [*(cluster.records[p.id] for p in people if p.id in cluster.records)]
    record = next(iter(records), cluster.gold)
    role = anchor_role(record, layer) if record else ""
    return mark_id(record.id, role) if record and role else None


def review_palette(theme: Theme, people: Sequence[Person]) -> MarkPalette:
    """The colours of a theme for the lanes of these annotators."""
    colours = theme.colours
    page = PageColours(
        paper=colours["paper"],
        ink=colours["ink"],
        muted=colours["muted"],
        accent=colours["accent"],
        selection=colours["selected"],
        selection_ink=colours["on_selected"],
    )
    hues = {person.id: person.hue for person in people}
    calm = {AGREED: colours["muted"], GOLD: colours["success"]}
    return mark_palette(page, {**hues, **calm}, tint=theme.tint_share, rule=float(max(2, theme.rule)))


def _marks(
    record: Annotation, layer: Layer | None, hue: str, initials: str, *, faded: bool, order: int
) -> Iterator[Mark]:
    anchor = anchor_role(record, layer)
    _glyph, text = chip_of(record, layer)
    for role, spans in record.spans.items():
        if spans:
            yield Mark(
                id=mark_id(record.id, role),
                spans=tuple((span.start, span.end) for span in spans),
                hue=hue,
                glyph=initials if role == anchor else "",
                label=text if role == anchor and initials else "",
                faded=faded,
                order=order,
            )
