"""The keys of the search: those of articles (resources/search.toml), and layers and fields of a codebook."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from annotation.codebook import Codebook
from annotation.codebook.layer import Role
from annotation.fields import Field
from annotation.i18n import pick
from annotation.project.query import QueryError
from annotation.records import fold_name
from resources import RESOURCES

_FILE = RESOURCES / "search.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchKey:
    """What can stand before the colon."""

    id: str
    names: tuple[str, ...]
    kind: str
    """What its values are: column, choice, people, tag, layer, day, number or words."""
    values: tuple[str, ...] = ()
    """Values that are always understood."""
    help: Mapping[str, str]
    example: str

    @property
    def text(self) -> str:
        """What it is for, in the user's language."""
        return pick(self.help)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelKey:
    """A layer, or a field or role of some layers, as a key."""

    layers: tuple[str, ...]
    field: str = ""
    """"" for the layer as such: any field and role of it."""


@cache
def search_keys() -> Mapping[str, SearchKey]:
    """{id: key} of the keys of articles, in the order in which they are explained."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        id_: SearchKey(id=id_, **{**table, "names": tuple(table["names"]),
                                  "values": tuple(table.get("values", ()))})
        for id_, table in tables.items()
    }  # fmt: skip


@cache
def _by_name() -> Mapping[str, SearchKey]:
    return {fold_key(name): key for key in search_keys().values() for name in key.names}


def fold_key(name: str) -> str:
    """One spelling for names of keys: no capitals, no accents."""
    return fold_name(name) or name


def article_key(name: str) -> SearchKey | None:
    """The key of articles that somebody typed in any language; `meta.x` is meta."""
    return search_keys()["meta"] if name.startswith("meta.") else _by_name().get(fold_key(name))


def label_key(codebook: Codebook, name: str) -> LabelKey | None:
    """What a name means in a codebook, by id or in any language: a layer first, else a field or role."""
    wanted = fold_key(name)
    for layer in codebook.layers:
        if wanted in _spellings(layer.id, layer.label, layer.plural):
            return LabelKey(layers=(layer.id,))
    found: dict[str, list[str]] = {}
    for layer in codebook.layers:
        parts: tuple[Field | Role, ...] = (*layer.fields, *layer.roles)
        for part in parts:
            if wanted in _spellings(part.id, part.label):
                found.setdefault(part.id, []).append(layer.id)
    return next((LabelKey(layers=tuple(layers), field=id_) for id_, layers in found.items()), None)


def _spellings(id_: str, *labels: Mapping[str, str]) -> set[str]:
    return {fold_key(id_), *(fold_key(text) for one in labels for text in one.values())}


def unknown_key(codebook: Codebook, name: str) -> QueryError:
    """The error for a key that nothing has, with the likeliest one that there is."""
    layers = [layer.id for layer in codebook.layers]
    fields = [field.id for layer in codebook.layers for field in layer.fields]
    known = [*_by_name(), *layers, *fields]
    likely = next(iter(get_close_matches(fold_key(name), known, n=1, cutoff=0.6)), "outlet")
    return QueryError(
        "“{key}:” is nothing to search by: did you mean “{likely}:”? Put a space after the colon to look "
        "for the word.",
        key=name,
        likely=likely,
    )
