"""A value of one field as a value of another, where it can be one."""

from collections.abc import Iterator

from annotation.fields import Field, InvalidValue, kind_of
from annotation.records import Json

_YES = frozenset({"true", "yes", "oui", "vrai", "1"})
_NO = frozenset({"false", "no", "non", "faux", "0"})


def fit(value: Json, old: Field, new: Field) -> Json:
    """The value in the form in which the new field stores it; None where it takes nothing like it."""
    for form in _forms(value, old, new):
        try:
            return kind_of(new).admit(form, new)
        except InvalidValue:
            continue
    return None


def _forms(value: Json, old: Field, new: Field) -> Iterator[Json]:
    """What the value may be written as, the likeliest first."""
    yield value
    if isinstance(value, list):
        if len(value) == 1:
            yield from _forms(value[0], old, new)
        elif new.kind == "text":
            yield ", ".join(str(one) for one in value)
        return
    if new.kind == "reference":
        yield from _pointing(value, old)
    elif isinstance(value, dict):
        yield from (inner for to, inner in value.items() if to == _POINTED_AT.get(new.kind, "concept"))
    elif isinstance(value, str):
        yield from _meant(value, old, new)
    elif new.kind == "text" and value is not None:
        yield str(value).lower() if isinstance(value, bool) else str(value)


_POINTED_AT = {"entity": "entity", "text": "concept"}


def _pointing(value: Json, old: Field) -> Iterator[Json]:
    """What the value says as a pointer."""
    if isinstance(value, dict):
        yield value.get("annotation")
    elif isinstance(value, str):
        to = {"entity": "entity", "reference": "annotation"}.get(old.kind, "concept")
        yield {to: value}


def _meant(value: str, old: Field, new: Field) -> Iterator[Json]:
    """What a text says as a tag, as yes or no, or without a tag's label."""
    folded = value.casefold().strip()
    if new.tags:
        labels = {value.casefold()} | {
            label.casefold() for tag in old.tags if tag.id == value for label in tag.label.values()
        }
        for tag in new.tags:
            if labels & {tag.id.casefold(), *(label.casefold() for label in tag.label.values())}:
                yield tag.id
    if new.kind == "boolean" and folded in _YES | _NO:
        yield folded in _YES
