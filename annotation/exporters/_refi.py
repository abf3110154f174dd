"""The code book of the REFI-QDA standard (version 1.5): a code for each layer, below it its roles or tags."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from annotation.codebook import Codebook, Layer
from annotation.exporters._marks import Mark, is_relation

ORIGIN = "Selon"
_UNFIT = {*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {0x9, 0xA, 0xD}
_PLAIN = dict.fromkeys(_UNFIT, "\ufffd")


def guid(*names: str) -> str:
    """The identifier of something, the same each time."""
    return str(uuid5(NAMESPACE_URL, "urn:selon:" + "/".join(names)))


def xml_text(text: str) -> str:
    """The text with a replacement sign for each code point that XML cannot hold."""
    return text.translate(_PLAIN)


def code_path(mark: Mark) -> tuple[str, ...]:
    """The names of the code of a mark and of those above it."""
    record, layer = mark.record, mark.record.layer
    if "." in mark.key:
        return (layer, mark.role)
    return (layer,) if mark.label in (layer, record.layer) else (layer, mark.label)


def codes(codebook: Codebook, extra: Mapping[tuple[str, ...], None] | None = None) -> Any:
    """The element `Codes` of a codebook, and of the paths of codes that are used beside it."""
    root = etree.Element("Codes")
    made: dict[tuple[str, ...], Any] = {}
    for layer in codebook.layers:
        made[layer.id,] = _code(root, (layer.id,), layer.hue, layer.text)
        for name, text in _children(layer):
            made[layer.id, name] = _code(made[layer.id,], (layer.id, name), layer.hue, text)
    for path in extra or ():
        _complete(root, made, path)
    return root


def _complete(root: Any, made: dict[tuple[str, ...], Any], path: tuple[str, ...]) -> None:
    for depth in range(1, len(path) + 1):
        part = path[:depth]
        if part not in made:
            made[part] = _code(made[path[: depth - 1]] if depth > 1 else root, part, "", "")


def _children(layer: Layer) -> Iterator[tuple[str, str]]:
    """(name, what it means) of the codes below a layer's."""
    if len(layer.roles) > 1:
        yield from ((role.id, role.text) for role in layer.roles)
    elif not is_relation(layer):
        yield from ((tag.id, tag.text) for tag in layer.tags)


def _code(parent: Any, path: tuple[str, ...], hue: str, told: str) -> Any:
    code = etree.SubElement(parent, "Code", guid=guid("code", *path), name=path[-1], isCodable="true")
    if hue:
        code.set("color", hue)
    if told and told != path[-1]:
        etree.SubElement(code, "Description").text = xml_text(told)
    return code
