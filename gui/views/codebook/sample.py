"""A sentence with a record of a layer in it, to show what the layer looks like."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from annotation.codebook import Layer, Place
from annotation.i18n import current_language, pick
from annotation.records import Annotation, Json, Span
from gui.views.marks import marks_of
from gui.widgets.marked_text import Mark
from resources import RESOURCES

_FILE = RESOURCES / "codebook_preview.toml"
_MARKED = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, the marks on it, what each role holds, and who and what is named."""

    text: str
    marks: tuple[Mark, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    names: Sequence[str] = ()


def sample_of(layer: Layer, place: Place, features: Mapping[str, Json]) -> Sample:
    """A record of the layer in its own first example, or in a sentence of the program's.

    It has the tag that is selected, else what was tried out, else the first tag that its chip can show.
    """
    table = _sentences()
    text, words, names = _own(layer, place) or _given(layer, table)
    spans = {
        role: (Span(text.index(found), text.index(found) + len(found)),) for role, found in words.items()
    }
    shown = {
        **_first_tags(layer),
        **{k: v for k, v in features.items() if v is not None},
        **_chosen(layer, place),
    }
    record = Annotation(
        id="sample", article="sample", annotator="sample", layer=layer.id, spans=spans, features=shown
    )
    return Sample(text, tuple(marks_of(record, layer)), words, names)


@cache
def _sentences() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _own(layer: Layer, place: Place) -> tuple[str, dict[str, str], Sequence[str]] | None:
    """The first example of what is selected, else of the layer, that says which words to mark."""
    for guide in (*_guides(layer, place), layer.guide):
        for line in pick(guide.yes).split("\n"):
            marked = _MARKED.findall(line)
            text = _MARKED.sub(r"\1", line).strip()
            if marked and text:
                order = [layer.selection_role, *(r for r in layer.anchors if r != layer.selection_role)]
                return text, dict(zip(order, marked, strict=False)), marked
    return None


def _guides(layer: Layer, place: Place) -> list[Any]:
    if place[:2] == ("layer", layer.id) and len(place) == 4:
        part = layer.role(place[3]) if place[2] == "role" else layer.field(place[3])
        return [part.guide] if part else []
    if len(place) == 3:
        tags = (one.tag(place[2]) for one in layer.fields if one.tagset == place[1])
        return [tag.guide for tag in tags if tag]
    return []


def _given(layer: Layer, table: dict[str, Any]) -> tuple[str, dict[str, str], Sequence[str]]:
    """The program's sentence: words for the roles of its own layers, for others one stretch each."""
    found = table.get(current_language(), table["en"])
    known: dict[str, str] = found["roles"].get(layer.id, {})
    words = {role: known[role] for role in layer.anchors if role in known}
    if not words:
        order = [layer.selection_role, *(r for r in layer.anchors if r != layer.selection_role)]
        words = dict(zip(order, found["parts"], strict=False))
    return found["text"], words, found["names"]


def _first_tags(layer: Layer) -> dict[str, Json]:
    first = layer.field(layer.chip[0]) if layer.chip else None
    return {first.id: first.tags[0].id} if first and first.tags else {}


def _chosen(layer: Layer, place: Place) -> dict[str, Json]:
    """The selected tag in the first field that can hold it."""
    if len(place) != 3 or place[0] != "tagset":
        return {}
    fields = [one for one in layer.fields if one.tagset == place[1] and one.tag(place[2])]
    return {one.id: [place[2]] if one.multiple else place[2] for one in fields[:1]}
