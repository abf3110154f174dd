"""What the labels of other programs mean in the codebook, by tables under resources/mappings/."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any

from annotation.codebook import Codebook, Layer, built_in_codebook, check_features, load_codebook
from annotation.errors import AnnotationError
from annotation.importers._base import NOBODY, Hearing, SourceFile
from annotation.records import Json
from resources import RESOURCES

MAPPINGS = RESOURCES / "mappings"
RAW_LABEL = "raw_label"
SKIP = "skip"
_DROPPED = str.maketrans("", "", "-_ ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a label stands for: a record of a layer with these features, or a role in one."""

    layer: str
    role: str = ""
    features: Mapping[str, Json] = field(default_factory=dict)
    known: bool = True
    """Whether a table says so; what no table knows is an entity of the type MISC that keeps its label."""


UNKNOWN = Meaning(layer="entity", features={"type": "MISC"}, known=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The tables for one format. Labels are compared without case, hyphens, underscores and spaces."""

    meanings: Mapping[str, Meaning]
    values: Mapping[tuple[str, str], Mapping[str, str]]
    """{(layer, field): {folded word of the file: tag of the codebook}}"""
    links: Mapping[str, str]
    """{folded label of a relation: "layer:role" or "layer.field"}"""
    fields: Mapping[str, str]
    """{folded name of an attribute: field of the codebook}"""
    structure: frozenset[str]
    triggers: Mapping[str, str]
    """{layer: role that the words of a mark take which others give their words to}"""
    label_features: tuple[str, ...]
    references: frozenset[str]
    roles: Mapping[str, str] = field(default_factory=dict)
    """{layer: role that takes the words of a mark without one}, where the project's codebook says so."""
    hearing: Hearing = NOBODY
    """Is told of every label that is read."""

    def meaning(self, label: str, group: str = "") -> Meaning | None:
        """What a label stands for, or the last part of its group where there is none; None for structure."""
        short = last_part(group)
        if group and self.is_structure(group):
            return None
        for candidate in (label, *_broader(label)) if label else (short,):
            if found := self.meanings.get(fold(candidate)):
                return None if found.layer == SKIP else found
        found = self.meanings.get(fold(short)) if short else None
        return found if found and found.layer != SKIP and not found.features else UNKNOWN

    def is_structure(self, type_: str) -> bool:
        """Whether a layer describes the text's structure, such as "Token" or "POS_NOUN", not labels."""
        short = last_part(type_)
        return fold(short) in self.structure or fold(short.partition("_")[0]) in self.structure

    def main_role(self, layer: str) -> str:
        """The role that takes the words of a mark which has none."""
        if layer in self.roles:
            return self.roles[layer]
        found = _default().layer(layer)
        return found.selection_role if found else "mention"

    def is_role(self, layer: str, role: str) -> bool:
        """Whether a layer of several roles has one of this name."""
        found = _default().layer(layer)
        return found is not None and len(found.roles) > 1 and role in found.anchors

    def fit(self, layer: str, key: str, value: Json) -> tuple[str, Json]:
        """The field and the stored form of an attribute that the codebook has, else the attribute as it is.

        An attribute that has a field's name but no value for it becomes `raw_NAME`.
        """
        found = _default().layer(layer)
        if found is None:
            return key, value
        name = self.fields.get(fold(key)) or _names(layer).get(fold(key), "")
        if not name:
            return key, value
        known = self.values.get((layer, name), {})
        wanted = known.get(fold(value), value) if isinstance(value, str) else value
        try:
            return name, check_features(found, {name: wanted})[name]
        except (AnnotationError, KeyError):
            return f"raw_{key}", value


@lru_cache(maxsize=4096)
def fold(label: str) -> str:
    """A label as tables compare it."""
    return label.casefold().translate(_DROPPED)


def last_part(name: str) -> str:
    """The last part of a dotted type: "NamedEntity" of "de.org.type.NamedEntity"."""
    return name.rpartition(".")[2].rpartition(":")[2]


def _broader(label: str) -> list[str]:
    """The label's first parts, from the longest: "pers" of "pers.ind", "person" of "/person/artist"."""
    parts = label.strip("/").replace("/", ".").replace(":", ".").split(".")
    return [".".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]


@cache
def _default() -> Codebook:
    return load_codebook(built_in_codebook())


@cache
def _names(layer: str) -> Mapping[str, str]:
    found = _default().layer(layer)
    return {fold(field.id): field.id for field in found.fields} if found else {}


def layer_called(name: str) -> Layer | None:
    """The layer of the codebook whose id is the name, compared as labels are."""
    return next((layer for layer in _default().layers if fold(layer.id) == fold(name)), None)


def load_labels(format_: str, file: SourceFile | None = None) -> Labels:
    """The tables for a format: those for all, over them those of the format, over both the user's choices.

    `file.choices["labels"]` is {label: "entity.type=PER", "source:cue", "stance" or "skip"}.
    """
    own = file.choices.get("labels") or {} if file else {}
    labels = _load(format_, tuple(sorted((str(label), str(meaning)) for label, meaning in own.items())))
    return replace(labels, roles=file.choices.get("roles") or {}, hearing=file.hearing) if file else labels


@cache
def _load(format_: str, own: tuple[tuple[str, str], ...]) -> Labels:
    tables = [_read("labels"), _read(format_)]
    meanings: dict[str, Meaning] = {}
    values: dict[tuple[str, str], dict[str, str]] = {}
    for table in tables:
        meanings |= _meanings(table, values)
    meanings |= {fold(label): parse_meaning(meaning) for label, meaning in own}
    return Labels(
        meanings=meanings,
        values=values,
        links=_inverted(tables, "link"),
        fields=_inverted(tables, "attribute"),
        triggers={layer: role for table in tables for layer, role in table.get("trigger", {}).items()},
        structure=frozenset(fold(name) for table in tables for name in table.get("structure", ())),
        label_features=tuple(name for table in reversed(tables) for name in table.get("label_features", ())),
        references=frozenset(name for table in tables for name in table.get("references", ())),
    )


def _read(name: str) -> dict[str, Any]:
    path = MAPPINGS / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _meanings(table: Mapping[str, Any], values: dict[tuple[str, str], dict[str, str]]) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for layer, fields in table.get("field", {}).items():
        for name, tags in fields.items():
            words = {fold(word): tag for tag, labels in tags.items() for word in (tag, *labels)}
            values[layer, name] = values.get((layer, name), {}) | words
    for layer, name in table.get("labelling", ()):
        for word, tag in values.get((layer, name), {}).items():
            found[word] = Meaning(layer=layer, features={name: tag})
    for layer, labels in table.get("record", {}).items():
        found |= {fold(label): Meaning(layer=layer) for label in (layer, *labels)}
    for layer, roles in table.get("role", {}).items():
        for role, labels in roles.items():
            found |= {fold(label): Meaning(layer=layer, role=role) for label in (role, *labels)}
    return found


def _inverted(tables: list[dict[str, Any]], section: str) -> dict[str, str]:
    rows = [row for table in tables for row in table.get(section, {}).items()]
    return {fold(label): meaning for meaning, labels in rows for label in labels}


def write_meaning(meaning: Meaning | None) -> str:
    """What `parse_meaning` reads: "entity.type=PER", "source:cue", "stance", or "skip" for None."""
    if meaning is None:
        return SKIP
    if meaning.role:
        return f"{meaning.layer}:{meaning.role}"
    for name, value in meaning.features.items():
        return f"{meaning.layer}.{name}={value}"
    return meaning.layer


def parse_meaning(written: str) -> Meaning:
    """The meaning that "entity.type=PER", "source:cue", "stance" or "skip" writes."""
    place, _equals, value = written.partition("=")
    layer, colon, role = place.partition(":")
    if colon:
        return Meaning(layer=layer, role=role)
    layer, _dot, name = place.partition(".")
    return Meaning(layer=layer, features={name: value} if name else {})
