"""A codebook as TOML that people can read and change by hand: the same tables when it is read again."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEAD = """\
# A codebook of Selon. Text in any language: {en = "…", fr = "…"}.
# Add a field: one entry in a [layer.LAYER.field]. Add a value: one entry in a [tagset.NAME].
# kind: text number choice tree boolean date entity reference"""
_FIRST = ("id", "version", "label")
_LONG = ("guide", "examples", "counterexamples")
"""Keys whose texts are long: what has one is written as a table of its own."""
_WIDTH = 78
_IN_LINE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f]')
_IN_LINES = re.compile(r'[\\"\x00-\x09\x0b-\x1f\x7f-\x9f]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_document(document: Mapping[str, Any]) -> str:
    """The TOML of a codebook's tables, with a heading for each part."""
    return "\n".join(_document(document)) + "\n"


def _document(document: Mapping[str, Any]) -> Iterator[str]:
    yield _HEAD
    yield ""
    values = {key: value for key, value in document.items() if not isinstance(value, Mapping)}
    texts = {"label": document["label"]} if "label" in document else {}
    first = {key: found for key in _FIRST if (found := {**values, **texts}.get(key)) is not None}
    yield from _lines({**first, **{key: value for key, value in values.items() if key not in first}})
    tagsets = document.get("tagset", {})
    if tagsets:
        yield from _heading("tagsets")
    for name, tags in tagsets.items():
        yield ""
        yield from _group(("tagset", name), tags)
    for name, layer in document.get("layer", {}).items():
        yield from _heading(name)
        yield from _layer(name, layer)
    if document.get("reason"):
        yield from _heading("reasons of reviewers")
        yield ""
        yield from _group(("reason",), document["reason"])
    for name, other in document.items():
        if isinstance(other, Mapping) and name not in ("tagset", "layer", "reason", "label"):
            yield ""
            yield from _group((name,), other)


def _heading(words: str) -> Iterator[str]:
    printable = " ".join(words.split())
    yield ""
    yield f"# {'-' * max(3, _WIDTH - len(printable))} {printable}"


def _layer(name: str, layer: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    yield f"[{_path(('layer', name))}]"
    yield from _lines({key: value for key, value in layer.items() if key not in ("role", "field")})
    for part in ("role", "field"):
        if part in layer:
            yield ""
            yield from _group(("layer", name, part), layer[part])


def _group(path: tuple[str, ...], entries: Mapping[str, Any]) -> Iterator[str]:
    """The entries of a table: one a line, or where one has long texts a table each."""
    yield f"[{_path(path)}]"
    if not any(isinstance(one, Mapping) and any(key in one for key in _LONG) for one in entries.values()):
        for key, value in entries.items():
            yield f"{_key(key)} = {_inline(value)}"
        return
    tables = {key: value for key, value in entries.items() if isinstance(value, Mapping)}
    yield from _lines({key: value for key, value in entries.items() if key not in tables})
    for key, value in tables.items():
        yield ""
        yield f"[{_path((*path, key))}]"
        yield from _lines(value)


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    """One line a key; long texts by language one line a language."""
    for key, value in values.items():
        if key in _LONG and isinstance(value, Mapping) and value:
            for lang, text in value.items():
                yield f"{_key(key)}.{_key(lang)} = {_long(text)}"
        else:
            yield f"{_key(key)} = {_inline(value)}"


def _long(value: Any) -> str:
    """A text over as many lines as it has, a list with one element a line."""
    if isinstance(value, str) and "\n" in value:
        escaped = "\n".join(_escaped(line) for line in value.split("\n"))
        return f'"""\n{escaped}"""'
    if isinstance(value, list) and len(value) > 1:
        return "[\n" + "".join(f"    {_inline(one)},\n" for one in value) + "]"
    return _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, int | float) else f'"{_escaped(str(value), line=True)}"'


def _path(parts: tuple[str, ...]) -> str:
    return ".".join(map(_key, parts))


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else f'"{_escaped(name, line=True)}"'


def _escaped(text: str, *, line: bool = False) -> str:
    """The text as it stands between quotation marks."""
    return (_IN_LINE if line else _IN_LINES).sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\U{ord(found[0]):08X}"
