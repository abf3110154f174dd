"""“Why this suggestion?” in the reader's language: the sentences that stored reasons stand for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from annotation.codebook import Codebook, Layer
from annotation.detectors._reasons import Reason, read_reasons
from annotation.detectors._sentences import RULES
from annotation.i18n import Message
from annotation.records import Annotation

NameOf = Callable[[str], str | None]
"""{key of an entity: its name} as a function; None where there is no such entity."""

_MEMORY = {
    "memory.set": Message(
        "In this project, somebody chose “{value}” for {field} of these words.", {},
        "In this project, people chose “{value}” for {field} of these words {n} times.", 1),
    "memory.cleared": Message(
        "In this project, somebody cleared {field} of these words.", {},
        "In this project, people cleared {field} of these words {n} times.", 1),
    "memory.right": Message(
        "Such a suggestion was accepted once in this project.", {},
        "Such suggestions were accepted {n} times in this project.", 1),
    "memory.wrong": Message(
        "Such a suggestion was rejected once in this project.", {},
        "Such suggestions were rejected {n} times in this project.", 1),
    "memory.added": Message(
        "Somebody marked these words by hand in this project.", {},
        "People marked these words by hand {n} times in this project.", 1),
    "memory.marked": Message(
        "Suggested because somebody marked these words by hand elsewhere in this project.", {},
        "Suggested because people marked these words by hand {n} times in this project.", 1),
    "memory.pair-right": Message(
        "The same stance of the same holder towards the same target was accepted once in this project.", {},
        "The same stance of the same holder towards the same target was accepted {n} times in this project.",
        1),
    "memory.pair-wrong": Message(
        "The same stance of the same holder towards the same target was rejected once in this project.", {},
        "The same stance of the same holder towards the same target was rejected {n} times in this project.",
        1),
    "memory.pair-added": Message(
        "Somebody marked the same stance of the same holder towards the same target in this project.", {},
        "People marked the same stance of the same holder towards the same target {n} times in this project.",
        1),
    "memory.pair-other": Message(
        "For the same holder and target, another polarity was marked once in this project.", {},
        "For the same holder and target, another polarity was marked {n} times in this project.", 1),
}  # fmt: skip
"""{code of a reason: what it says}; `n` is how often."""


def explain(annotation: Annotation, codebook: Codebook | None = None, name_of: NameOf | None = None) -> str:
    """Why a suggestion was made and is as it is, in sentences; "" where nothing is known of it.

    With the codebook, fields and values are called as it calls them; `name_of` gives the name of an entity by
    its key.
    """
    layer = codebook.layer(annotation.layer) if codebook else None
    names = name_of or (lambda key: None)
    detector = annotation.origin.partition(" ")[0].partition("/")[0]
    return " ".join(str(found) for found in _sentences(annotation.why, detector, layer, names))


def _sentences(why: str, detector: str, layer: Layer | None, names: NameOf) -> Iterator[Message]:
    for reason in read_reasons(why):
        yield _remembered(reason, layer, names) or _ruled(detector, reason)


def _remembered(reason: Reason, layer: Layer | None, names: NameOf) -> Message | None:
    """What a reason of the memory says."""
    code = "memory.cleared" if reason.values.get("value") == "null" else reason.code
    message = _MEMORY.get(code)
    if message is None:
        return None
    n = reason.values.get("n", "1")
    values = {key: _called(key, reason.values, layer, names) for key in reason.values}
    return replace(message, values=values, n=int(n) if n.isdecimal() else 1)


def _called(key: str, values: Mapping[str, str], layer: Layer | None, names: NameOf) -> str:
    """A value as people call it: the label of a field or of a tag, the name of an entity."""
    value = values[key]
    field = layer.field(values.get("field", "")) if layer else None
    if field is None or key not in ("field", "value"):
        return value
    if key == "field":
        return f"“{field.text}”"
    tag = field.tag(value)
    return tag.text if tag else names(value) or value


def _ruled(detector: str, reason: Reason) -> Message:
    """What a detector's own reason says; as it is written where no sentence is known for it."""
    for pattern, message in RULES.get(detector, ()):
        found = pattern.fullmatch(reason.code)
        if found:
            return replace(message, values={**reason.values, **found.groupdict("")})
    return Message("Rule of the detector “{detector}”: {rule}.", {"detector": detector, "rule": reason.code})
