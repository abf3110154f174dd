"""Reading a codebook from its TOML: what is wrong in it is said with the place where it stands."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer, Role
from annotation.errors import AnnotationError
from annotation.fields import FIELD_KINDS, Field, Tag
from annotation.fields._base import Labels
from resources import RESOURCES

Table = Mapping[str, Any]


class CodebookError(AnnotationError):
    """A codebook cannot be used."""


def built_in_codebook(name: str = "default") -> str:
    """The TOML of a codebook that comes with the program."""
    return (RESOURCES / "codebooks" / f"{name}.toml").read_text(encoding="utf-8")


@cache
def load_codebook(toml: str) -> Codebook:
    """The codebook that the TOML defines. Raises CodebookError saying where it is wrong."""
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(
            "The codebook is not valid TOML ({error}): mend that line.", error=error
        ) from error
    tagsets = {name: _tags(rows, name) for name, rows in table.get("tagset", {}).items()}
    layers = tuple(_layer(id_, row, tagsets) for id_, row in table.get("layer", {}).items())
    if not layers:
        raise CodebookError("The codebook defines no layer: add at least one [layer.NAME] table.")
    _check_keys(layers)
    return Codebook(
        id=str(table.get("id", "codebook")),
        version=str(table.get("version", "1")),
        label=_labels(table.get("label"), "codebook"),
        layers=layers,
        reasons=tuple((id_, _labels(row, id_)) for id_, row in table.get("reason", {}).items()),
    )


def _check_keys(layers: tuple[Layer, ...]) -> None:
    keys = [layer.key.upper() for layer in layers if layer.key]
    for key in keys:
        if keys.count(key) > 1:
            raise CodebookError("Two layers of the codebook have the key {key}: give one another.", key=key)


def _layer(id_: str, row: Table, tagsets: Mapping[str, tuple[Tag, ...]]) -> Layer:
    roles = tuple(
        Role(
            id=role,
            label=_labels(r.get("label"), role),
            help=_labels(r.get("help"), role),
            required=bool(r.get("required")),
        )
        for role, r in row.get("role", {}).items()
    )
    fields = tuple(_field(key, r, id_, tagsets) for key, r in row.get("field", {}).items())
    layer = Layer(
        id=id_,
        label=_labels(row.get("label"), id_),
        plural=_labels(row.get("plural"), id_),
        help=_labels(row.get("help"), id_),
        key=str(row.get("key", "")),
        hue=str(row.get("hue", "#0072B2")),
        roles=roles,
        fields=fields,
        chip=tuple(row.get("chip", ())),
        selection=str(row.get("selection", "")),
    )
    _check_layer(layer)
    return layer


def _check_layer(layer: Layer) -> None:
    if not layer.roles:
        raise CodebookError("The layer {layer} has no role: add [layer.{layer}.role.NAME].", layer=layer.id)
    known = {found.id for found in layer.fields}
    used = [*layer.chip, *(key for found in layer.fields for key in found.visible_when)]
    for key in used:
        if key not in known:
            raise CodebookError(
                "The layer {layer} names a field {field} that it does not define.", layer=layer.id, field=key
            )
    if layer.selection and not layer.role(layer.selection):
        raise CodebookError(
            "The layer {layer} names a role {role} that it does not define.",
            layer=layer.id,
            role=layer.selection,
        )


def _field(key: str, row: Table, layer: str, tagsets: Mapping[str, tuple[Tag, ...]]) -> Field:
    kind, tagset = str(row.get("kind", "text")), str(row.get("tagset", ""))
    if kind not in FIELD_KINDS:
        raise CodebookError(
            "The field {layer}.{field} has the unknown kind “{kind}”: choose one of {known}.",
            layer=layer, field=key, kind=kind, known=", ".join(FIELD_KINDS.names),
        )  # fmt: skip
    if tagset and tagset not in tagsets:
        raise CodebookError(
            "The field {layer}.{field} names the tagset “{tagset}”, which the codebook does not define.",
            layer=layer, field=key, tagset=tagset,
        )  # fmt: skip
    where = f"{layer}.{key}"
    conditions = row.get("visible_when", {})
    return Field(
        id=key,
        kind=kind,
        label=_labels(row.get("label"), where),
        help=_labels(row.get("help"), where),
        tags=tagsets.get(tagset, ()),
        required=bool(row.get("required")),
        multiple=bool(row.get("multiple")),
        visible_when={other: tuple(v if isinstance(v, list) else [v]) for other, v in conditions.items()},
        to=tuple(row.get("to", ("annotation",))),
        layers=tuple(row.get("layers", ())),
        default=row.get("default"),
    )


def _tags(rows: Any, tagset: str) -> tuple[Tag, ...]:
    return tuple(
        Tag(
            id=tag,
            label=_labels(row.get("label"), f"{tagset}.{tag}"),
            help=_labels(row.get("help"), f"{tagset}.{tag}"),
            parent=str(row.get("parent", "")),
            key=str(row.get("key", "")),
            glyph=str(row.get("glyph", "")),
        )
        for tag, row in rows.items()
    )


def _labels(value: Any, where: str) -> Labels:
    if value is None:
        return {}
    if isinstance(value, str):
        return {"en": value}
    if isinstance(value, Mapping) and all(isinstance(text, str) for text in value.values()):
        return dict(value)
    raise CodebookError('The label of {where} must be a text or {{en = "…", fr = "…"}}.', where=where)
