"""The tables of a codebook in the one form in which they are edited and compared."""

from collections.abc import Mapping
from typing import Any

from annotation.codebook.loading import parse_document, read_codebook

_LABELS = ("label", "plural", "help", "guide")
_LISTS = ("examples", "counterexamples")
_CONDITIONS = ("visible_when", "required_when")


def open_document(toml: str) -> dict[str, Any]:
    """The tables of a codebook, tidied. Raises CodebookError where it cannot be used."""
    document = parse_document(toml)
    read_codebook(document)
    return tidy(document)


def tidy(document: Mapping[str, Any]) -> dict[str, Any]:
    """The tables with every text by language and every condition as a list; keys nobody knows are kept."""
    found = {key: value for key, value in document.items() if key not in ("tagset", "layer", "reason")}
    return {
        **_part(found),
        "tagset": {name: _parts(tags) for name, tags in document.get("tagset", {}).items()},
        "layer": {name: _layer(layer) for name, layer in document.get("layer", {}).items()},
        "reason": {name: _labels(label) for name, label in document.get("reason", {}).items()},
    }


def _layer(layer: Mapping[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in layer.items() if key not in ("role", "field")}
    return {
        **_part(plain),
        "role": _parts(layer.get("role", {})),
        "field": _parts(layer.get("field", {})),
    }


def _parts(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _part(part) for name, part in parts.items()}


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _value(key, value) for key, value in part.items()}


def _value(key: str, value: Any) -> Any:
    if key in _LABELS:
        return _labels(value)
    if key in _LISTS:
        return {lang: [text] if isinstance(text, str) else text for lang, text in _labels(value).items()}
    if key in _CONDITIONS:
        return {other: one if isinstance(one, list) else [one] for other, one in value.items()}
    if key in ("least", "most", "version"):
        return str(value)
    return value


def _labels(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {"en": value}
