"""Annotators' records made from quotes, as the tests of agreement and adjudication want them."""

from collections.abc import Mapping
from typing import Any

from annotation.codebook import Codebook, built_in_codebook, load_codebook
from annotation.records import Annotation, Span, Status

CODEBOOK: Codebook = load_codebook(built_in_codebook())
TEXT = (
    "Le Parlement de Brume a rejeté mardi le budget de l’Union. « Nous refusons ce texte », a déclaré "
    "Odile Vernay, qui accuse le ministre d’avoir caché 12 millions d’euros. Selon le ministre, rien n’est "
    "perdu."
)


def span(quote: str, text: str = TEXT) -> Span:
    """Where a quote first stands."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def record(id_: str, annotator: str, layer: str, /, **said: Any) -> Annotation:
    """A label whose roles are quotes, or lists of them, in `text`; what else is said are features."""
    known = CODEBOOK.layer(layer)
    text = said.pop("text", TEXT)
    assert known is not None
    own = {"status": said.pop("status", Status.ACCEPTED), "updated": said.pop("updated", "2026-01-01")}
    own |= {name: said.pop(name) for name in ("basis", "note", "origin") if name in said}
    spans = {
        role: spans_of(said.pop(role), text) for role in list(said) if known.role(role) and role in ROLES
    }
    return Annotation(
        id=id_, article="a", annotator=annotator, layer=layer, spans=spans, features=said, **own
    )


ROLES = {"mention", "source", "cue", "content", "addressee", "evidence"}


def spans_of(given: Any, text: str) -> tuple[Span, ...]:
    """The spans of one role, given as a quote, quotes, or (start, end) pairs."""
    if isinstance(given, str):
        return (span(given, text),)
    return tuple(span(one, text) if isinstance(one, str) else Span(*one) for one in given)


def mention(id_: str, annotator: str, quote: str, type_: str = "ORG", **said: Any) -> Annotation:
    """A label of the layer entity."""
    return record(id_, annotator, "entity", mention=quote, type=type_, **said)


def by_annotator(*records: Annotation) -> Mapping[str, list[Annotation]]:
    """The records of each annotator."""
    found: dict[str, list[Annotation]] = {}
    for one in records:
        found.setdefault(one.annotator, []).append(one)
    return found
