"""Conditions of the search in words, for chips and lists."""

from collections.abc import Iterable

from annotation.codebook import Codebook
from annotation.errors import AnnotationError
from annotation.fields import Field
from annotation.i18n import _
from annotation.project.query import AllOf, AnyOf, Comparison, Not, Query, Term, Value, parse_query
from annotation.project.search_keys import article_key, label_key
from gui.models.corpus_table import state_words
from gui.widgets.dates import language_words, number_words

_SIGNS = {">=": "≥", "<=": "≤"}


def condition_words(typed: str, codebook: Codebook) -> str:
    """A condition as people say it; as it was typed where it is words, or cannot be read."""
    try:
        query = parse_query(typed)
    except AnnotationError:
        return typed
    return _words(query, codebook) if query else typed


def _words(query: Query, codebook: Codebook) -> str:
    if isinstance(query, Not):
        return _("not {condition}", condition=_words(query.part, codebook))
    if isinstance(query, AllOf):
        return ", ".join(_words(part, codebook) for part in query.parts)
    if isinstance(query, AnyOf):
        return _either(_words(part, codebook) for part in query.parts)
    if isinstance(query, Comparison):
        sign = _SIGNS.get(query.sign, query.sign)
        return f"{key_words(query.key, codebook)} {sign} {number_words(query.number)}"
    if isinstance(query, Term):
        values = _either(value_words(query.key, value, codebook) for value in query.values)
        return _("{key}: {values}", key=key_words(query.key, codebook), values=values)
    return f"“{query.text}{'…' if query.prefix else ''}”"


def _either(words: Iterable[str]) -> str:
    return f" {_('or')} ".join(words)


def key_words(name: str, codebook: Codebook) -> str:
    """What a key is called in the user's language."""
    known = article_key(name)
    if known is not None:
        return name.partition(".")[2] if known.id == "meta" else _key_names().get(known.id, known.id)
    found = label_key(codebook, name)
    if found is None:
        return name
    layer = codebook.layer(found.layers[0])
    if layer is None or not found.field:
        return layer.texts if layer else name
    part = layer.field(found.field) or layer.role(found.field)
    return f"{layer.text}, {part.text}" if part else name


def _key_names() -> dict[str, str]:
    return {
        "title": _("Title"), "text": _("Text"), "outlet": _("Outlet"), "author": _("Author"),
        "section": _("Section"), "lang": _("Language"), "url": _("Address"), "file": _("Source file"),
        "date": _("Date"), "before": _("Before"), "after": _("From"), "imported": _("Imported"),
        "length": _("Characters"), "status": _("Progress"), "assigned": _("Assigned to"),
        "annotator": _("Annotator"), "tag": _("Tag"), "has": _("With"), "suggested": _("With suggestions of"),
        "is": _("Is"), "reason": _("Reason"), "id": _("Id"),
    }  # fmt: skip


def value_words(key: str, value: Value, codebook: Codebook) -> str:
    """A value as people say it."""
    known = article_key(key)
    text = f"{value.text}{'…' if value.prefix else ''}"
    if known is None:
        return _tag_words(key, value.text, codebook) or text
    if value.text == "none" and not value.exact:
        return _("none")
    if value.text == "*":
        return _("any")
    if known.id == "status":
        state, _at, name = value.text.partition("@")
        return " · ".join(part for part in (state_words(state) or state, name) if part)
    if known.id == "lang":
        return language_words(value.text)
    if known.id in ("has", "suggested"):
        layer = codebook.layer(value.text)
        return layer.texts if layer else _thing_words().get(value.text, text)
    if known.id in ("is", "assigned"):
        return _thing_words().get(value.text, text)
    return text


def _thing_words() -> dict[str, str]:
    return {
        "labels": _("labels"), "suggestions": _("suggestions"), "notes": _("notes"), "tags": _("tags"),
        "duplicates": _("duplicates"), "nobody": _("nobody"), "label": _("label"),
        "suggestion": _("suggestion"), "flagged": _("flagged"), "duplicate": _("duplicate"),
    }  # fmt: skip


def _tag_words(key: str, value: str, codebook: Codebook) -> str:
    found = label_key(codebook, key)
    layers = [layer for layer in codebook.layers if found and layer.id in found.layers]
    fields: list[Field] = [one for layer in layers for one in layer.fields]
    tags = (tag for one in fields if found and found.field in ("", one.id) for tag in one.tags)
    return next((tag.text for tag in tags if tag.id == value), "")
