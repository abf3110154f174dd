"""The kinds of statements of Discourse Network Analyzer that layers become, and the variables of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotation.codebook import Codebook, Layer
from annotation.exporters._networks.events import SOURCE, STANCE
from annotation.exporters._networks.parties import CONCEPT

PERSON, ORGANIZATION, AGREEMENT, TARGET = "person", "organization", "agreement", "target"
SHORT, LONG, INTEGER, BOOLEAN = "short text", "long text", "integer", "boolean"
NAMED = (PERSON, ORGANIZATION, CONCEPT)
"""Variables whose values have attributes: what the registry knows of them."""
WORDS_OF = "words of "
"""Before the name of a role, where a record has words of several."""
_TEXTS = ("text", "date", "reference")
_READ = {STANCE: {"holder", TARGET, CONCEPT, "polarity", ORGANIZATION, AGREEMENT}, SOURCE: {"speaker"}}
"""Fields that become variables of another name."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a kind of statement; `field` is the field that fills it, "" for those made otherwise."""

    name: str
    type: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class StatementType:
    """A kind of statement."""

    layer: str
    label: str
    hue: str
    variables: tuple[Variable, ...]


def statement_types(
    codebook: Codebook, labels: tuple[str, str], *, every: bool, scale: bool
) -> Iterator[StatementType]:
    """The kinds for stances and attributions, called as `labels` say; with `every` for other layers too."""
    named = dict(zip((STANCE, SOURCE), labels, strict=True))
    for layer in sorted(codebook.layers, key=lambda one: (one.id != STANCE, one.id != SOURCE)):
        if every or layer.id in named:
            made = [*_first(layer.id, scale=scale), *_roles(layer), *_fields(layer)]
            distinct = {one.name.casefold(): one for one in reversed(made)}
            kept = tuple(one for one in made if distinct[one.name.casefold()] is one)
            yield StatementType(
                layer.id, named.get(layer.id, layer.id), layer.hue, (*kept, Variable("note", LONG))
            )


def _first(layer: str, *, scale: bool) -> Iterator[Variable]:
    """What networks are made of."""
    if layer in (STANCE, SOURCE):
        yield from (Variable(PERSON, SHORT), Variable(ORGANIZATION, SHORT))
    if layer == STANCE:
        yield from (Variable(CONCEPT, SHORT), Variable(AGREEMENT, INTEGER if scale else BOOLEAN))
        yield Variable(TARGET, SHORT)


def _roles(layer: Layer) -> Sequence[Variable]:
    """The words of each role, where there are several."""
    return [Variable(f"{WORDS_OF}{role.id}", LONG) for role in layer.roles] if len(layer.roles) > 1 else []


def _fields(layer: Layer) -> Iterator[Variable]:
    for one in layer.fields:
        if one.id not in _READ.get(layer.id, ()):
            yield Variable(one.id, LONG if one.kind in _TEXTS else SHORT, one.id)
