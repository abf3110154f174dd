"""Reading a codebook from its TOML: what is wrong in it is said with the place where it stands."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer, Role
from annotation.codebook.section import CodebookError, Section
from annotation.codebook.soundness import check_soundness
from annotation.fields import FIELD_KINDS, Field, InvalidValue, Tag, kind_of
from annotation.i18n import _
from annotation.records import Json
from resources import RESOURCES

Tagsets = Mapping[str, tuple[Tag, ...]]
_HUE = re.compile(r"#[0-9A-Fa-f]{6}")
_PLAIN_HUE = "#0072B2"


def built_in_codebook(name: str = "default") -> str:
    """The TOML of a codebook that comes with the program."""
    return (RESOURCES / "codebooks" / f"{name}.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def load_codebook(toml: str) -> Codebook:
    """The codebook that the TOML defines. Raises CodebookError saying where it is wrong."""
    root = Section(_parsed(toml))
    tagsets = {one.id: tuple(map(_tag, root.table("tagset").tables(one.id))) for one in root.tables("tagset")}
    codebook = Codebook(
        id=root.text("id", "codebook"),
        version=root.text("version", "1"),
        label=root.labels("label"),
        layers=tuple(_settled(_layer(row, tagsets)) for row in root.tables("layer")),
        reasons=tuple((id_, root.table("reason").labels(id_)) for id_ in root.table("reason").values),
    )
    check_soundness(codebook, tagsets)
    return codebook


def _parsed(toml: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CodebookError(
            "The codebook is not valid TOML ({error}): mend that line.", error=error
        ) from error


def _tag(row: Section) -> Tag:
    return Tag(
        id=row.id,
        label=row.labels("label"),
        help=row.labels("help"),
        parent=row.text("parent"),
        key=row.letter("key"),
        glyph=row.text("glyph"),
    )


def _layer(row: Section, tagsets: Tagsets) -> Layer:
    hue = row.text("hue", _PLAIN_HUE)
    if not _HUE.fullmatch(hue):
        raise row.wrong("hue", _("a colour such as #0072B2"))
    return Layer(
        id=row.id,
        label=row.labels("label"),
        plural=row.labels("plural"),
        help=row.labels("help"),
        key=row.letter("key"),
        hue=hue,
        roles=tuple(map(_role, row.tables("role"))),
        fields=tuple(_field(one, tagsets) for one in row.tables("field")),
        chip=row.texts("chip"),
        selection=row.text("selection"),
    )


def _role(row: Section) -> Role:
    return Role(id=row.id, label=row.labels("label"), help=row.labels("help"), required=row.flag("required"))


def _field(row: Section, tagsets: Tagsets) -> Field:
    kind, tagset = row.text("kind", "text"), row.text("tagset")
    if kind not in FIELD_KINDS:
        raise row.wrong("kind", _("one of {known}", known=", ".join(FIELD_KINDS.names)))
    if tagset and tagset not in tagsets:
        raise row.wrong("tagset", _("a tagset that the codebook defines, not “{name}”", name=tagset))
    return Field(
        id=row.id,
        kind=kind,
        label=row.labels("label"),
        help=row.labels("help"),
        tags=tagsets.get(tagset, ()),
        required=row.flag("required"),
        multiple=row.flag("multiple"),
        visible_when=_conditions(row.table("visible_when")),
        to=row.texts("to", ("annotation",)),
        layers=row.texts("layers"),
        default=_json(row.values.get("default")),
    )


def _conditions(row: Section) -> dict[str, tuple[Json, ...]]:
    return {
        other: tuple(map(_json, value if isinstance(value, list) else [value]))
        for other, value in row.values.items()
    }


def _settled(layer: Layer) -> Layer:
    """The layer with every value that its definition mentions in the form in which it is stored."""
    return replace(layer, fields=tuple(_settled_field(layer, found) for found in layer.fields))


def _settled_field(layer: Layer, field: Field) -> Field:
    where = f"{layer.id}.{field.id}"
    conditions = {
        other: tuple(_stored(where, replace(asked, multiple=False), value) for value in values)
        if (asked := layer.field(other))
        else values
        for other, values in field.visible_when.items()
    }
    default = None if field.default is None else _stored(where, field, field.default)
    return replace(field, visible_when=conditions, default=default)


def _stored(where: str, field: Field, value: Json) -> Json:
    try:
        return kind_of(field).check(value, field)
    except InvalidValue as error:
        raise CodebookError("The field {field}: {reason}", field=where, reason=error) from error


def _json(value: Any) -> Json:
    """A value of TOML as JSON has it: dates and times are texts."""
    if isinstance(value, list):
        return [_json(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _json(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | None) else str(value)
