"""The guideline as annotators read it: a few plain words where they point, Markdown where they read on."""

import re
from collections.abc import Iterable, Iterator, Mapping

from annotation.codebook.layer import Layer, Role
from annotation.codebook.validation import visible_fields
from annotation.fields import Field, Guide, Tag
from annotation.i18n import _, pick
from annotation.records import Json

Guided = Layer | Role | Field | Tag
_LONGEST = 420
"""Code points of plain words; who wants more reads the guideline."""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~])")
_BREAKS = re.compile(r"[ \t\r\n]+")
"""White space at which a line may break: what holds words together stays."""
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def tip_of(part: Guided) -> str:
    """What is said of a part where somebody points at it: its help and an example of either kind; or ""."""
    lines = [pick(part.help) or _plain(_first(pick(part.guide.text)))]
    for sign, labels in (("✓", part.guide.yes), ("✗", part.guide.no)):
        example = _plain(_first(pick(labels)))
        lines += [f"{sign} {example}"] if example else []
    words = "\n".join(line for line in lines if line)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def guide_of_layer(layer: Layer, features: Mapping[str, Json]) -> str:
    """The guideline for a record of a layer as Markdown: the layer, its roles, the fields that apply.

    The tags that the record has are told of with their fields.
    """
    return "\n\n".join(_sections(layer, features))


def guide_of_layers(layers: Iterable[Layer]) -> str:
    """The guideline of all layers, each with what its fields say of their tags."""
    return "\n\n".join(part for layer in layers for part in _whole(layer))


def _sections(layer: Layer, features: Mapping[str, Json]) -> Iterator[str]:
    yield from _part("###", layer.text, pick(layer.help), layer.guide)
    for role in layer.roles:
        if role.guide or role.help:
            yield from _part("####", role.text, pick(role.help), role.guide)
    for field in visible_fields(layer, features):
        chosen = features.get(field.id)
        tags = [tag for tag in field.tags if tag.id in (chosen if isinstance(chosen, list) else [chosen])]
        if field.guide or field.help or any(tag.guide or tag.help for tag in tags):
            yield from _part("####", field.text, pick(field.help), field.guide)
            for tag in tags:
                yield from _part("#####", tag.text, pick(tag.help), tag.guide)


def _whole(layer: Layer) -> Iterator[str]:
    yield from _part("###", layer.text, pick(layer.help), layer.guide)
    parts: list[Role | Field] = [*layer.roles, *layer.fields]
    for part in parts:
        tags = part.tags if isinstance(part, Field) else ()
        if part.guide or part.help or any(tag.guide or tag.help for tag in tags):
            yield from _part("####", part.text, pick(part.help), part.guide)
            for tag in tags:
                if tag.guide or tag.help:
                    yield from _part("#####", tag.text, pick(tag.help), tag.guide)


def _part(mark: str, name: str, help_: str, guide: Guide) -> Iterator[str]:
    yield f"{mark} {escape(name)}"
    if help_:
        yield escape(help_)
    if text := pick(guide.text).strip():
        yield text
    for title, sign, labels in ((_("Examples"), "✓", guide.yes), (_("Not meant"), "✗", guide.no)):
        lines = [line.strip() for line in pick(labels).split("\n") if line.strip()]
        if lines:
            yield f"*{title}*"
            yield "\n".join(f"- {sign} {line}" for line in lines)


def escape(text: str) -> str:
    """Plain words as Markdown that reads like them, on one line."""
    return _SIGNS.sub(r"\\\1", _BREAKS.sub(" ", text).strip())


def _first(text: str) -> str:
    return next((line for line in text.split("\n") if line.strip()), "")


def _plain(markdown: str) -> str:
    """Markdown without the commonest of its signs."""
    return _BOLD.sub(r"\1", markdown).strip(" #*_`-")
