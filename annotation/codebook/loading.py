"""Reading a codebook from its TOML: what is wrong in it is said with the place where it stands."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar

from annotation.codebook.codebook import Codebook
from annotation.codebook.layer import Layer, Role
from annotation.codebook.remembering import Remembered
from annotation.codebook.section import CodebookError, Section
from annotation.codebook.soundness import find_misfits
from annotation.fields import FIELD_KINDS, Field, InvalidValue, Tag, kind_of
from annotation.i18n import _
from annotation.records import Json
from resources import RESOURCES

T = TypeVar("T")
Tagsets = Mapping[str, tuple[Tag, ...]]
Document = Mapping[str, Any]
"""A codebook as the tables of its TOML; dates in it are texts."""
PLAIN_HUE = "#0072B2"
HUE = re.compile(r"#[0-9A-Fa-f]{6}")
"""How a colour is written."""


def built_in_codebook(name: str = "default") -> str:
    """The TOML of a codebook that comes with the program."""
    return (RESOURCES / "codebooks" / f"{name}.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=16)
def load_codebook(toml: str) -> Codebook:
    """The codebook that the TOML defines. Raises CodebookError saying where it is wrong."""
    return read_codebook(parse_document(toml))


def read_codebook(document: Document) -> Codebook:
    """The codebook that the tables define. Raises CodebookError saying where they are wrong."""
    codebook, faults = examine(document)
    for fault in faults:
        raise fault
    assert codebook is not None, "there is no fault"
    return codebook


def examine(document: Document) -> tuple[Codebook | None, list[CodebookError]]:
    """The codebook that the tables define and all that is wrong in them.

    None where a part is not what it must be; then only such faults are given.
    """
    reading = _Reading()
    codebook = reading.attempt(lambda: reading.codebook(Section(document)))
    if reading.faults or codebook is None:
        return None, reading.faults
    return codebook, list(find_misfits(codebook, reading.tagsets))


def parse_document(toml: str) -> dict[str, Any]:
    """The tables of a codebook's TOML. Raises CodebookError where it is none."""
    try:
        return {key: as_json(value) for key, value in tomllib.loads(toml).items()}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CodebookError(
            "The codebook is not valid TOML ({error}): mend that line.", error=error
        ) from error


def as_json(value: Any) -> Any:
    """A value of TOML as JSON has it: dates and times are texts."""
    if isinstance(value, list):
        return [as_json(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): as_json(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | None) else str(value)


@dataclass(slots=True)
class _Reading:
    """Makes the parts of a codebook, and keeps what is wrong with those that cannot be made."""

    tagsets: dict[str, tuple[Tag, ...]] = field(default_factory=dict)
    faults: list[CodebookError] = field(default_factory=list)

    def attempt(self, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except CodebookError as error:
            self.faults.append(error)
            return None

    def each(self, rows: Iterable[Section], make: Callable[[Section], T]) -> tuple[T, ...]:
        """What is made of each row, without those that cannot be made."""
        made: list[T] = []
        with suppress(_Stopped):
            for row in self._rows(rows):
                one = self.attempt(lambda row=row: make(row))  # type: ignore[misc]  # a bound default
                made += [] if one is None else [one]
        return tuple(made)

    def _rows(self, rows: Iterable[Section]) -> Iterable[Section]:
        try:
            yield from rows
        except CodebookError as error:
            self.faults.append(error)
            raise _Stopped from error

    def codebook(self, root: Section) -> Codebook:
        for one in self.each(root.tables("tagset"), lambda row: row):
            self.tagsets[one.id] = self.each(root.table("tagset").tables(one.id), _known_tag)
        layers = self.each(root.tables("layer"), self._layer)
        reasons = root.table("reason")
        return Codebook(
            id=root.text("id", "codebook"),
            version=root.text("version", "1"),
            label=root.labels("label"),
            layers=layers,
            reasons=tuple((id_, reasons.labels(id_)) for id_ in reasons.values),
        )

    def _layer(self, row: Section) -> Layer:
        layer = Layer(
            id=row.id,
            label=row.labels("label"),
            plural=row.labels("plural"),
            help=row.labels("help"),
            key=row.letter("key"),
            hue=_hue(row, PLAIN_HUE) or PLAIN_HUE,
            roles=self.each(row.tables("role"), _role),
            fields=self.each(row.tables("field"), lambda one: _field(one, self.tagsets)),
            chip=row.texts("chip"),
            selection=row.text("selection"),
            sentence=row.texts("sentence"),
            guide=row.guide(),
        )
        settled = (self.attempt(lambda one=one: _settled(layer, one)) for one in layer.fields)  # type: ignore[misc]  # a bound default
        return replace(layer, fields=tuple(found for found in settled if found is not None))


class _Stopped(Exception):
    """The rows of a table cannot be read on."""


def _hue(row: Section, usual: str) -> str:
    hue = row.text("hue", usual)
    if hue and not HUE.fullmatch(hue):
        raise row.wrong("hue", _("a colour such as #0072B2"))
    return hue


def _tag(row: Section) -> Tag:
    return Tag(
        id=row.id,
        label=row.labels("label"),
        help=row.labels("help"),
        parent=row.text("parent"),
        key=row.letter("key"),
        glyph=row.text("glyph"),
        hue=_hue(row, ""),
        guide=row.guide(),
    )


_TAGS = Remembered(lambda values, path: _tag(Section(values, path)))


def _known_tag(row: Section) -> Tag:
    """The tag of a row, made once for each table: a codebook that is edited has the same ones again."""
    return _TAGS(row.values, row.path)


def _role(row: Section) -> Role:
    return Role(
        id=row.id,
        label=row.labels("label"),
        help=row.labels("help"),
        required=row.flag("required"),
        guide=row.guide(),
    )


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
        default=as_json(row.values.get("default")),
        tagset=tagset,
        required_when=_conditions(row.table("required_when")),
        least=row.text("least"),
        most=row.text("most"),
        guide=row.guide(),
    )


def _conditions(row: Section) -> dict[str, tuple[Json, ...]]:
    return {
        other: tuple(map(as_json, value if isinstance(value, list) else [value]))
        for other, value in row.values.items()
    }


def _settled(layer: Layer, field: Field) -> Field:
    """The field with every value that its definition mentions in the form in which it is stored."""
    place = ("layer", layer.id, "field", field.id)
    bounds = {key: _bound(place, field, key) for key in ("least", "most")}
    bounded = replace(field, **bounds)  # type: ignore[arg-type]  # both are texts
    return replace(
        bounded,
        visible_when=_settled_conditions(layer, field.visible_when, (*place, "visible_when")),
        required_when=_settled_conditions(layer, field.required_when, (*place, "required_when")),
        default=None
        if field.default is None
        else _stored((*place, "default"), lambda: kind_of(bounded).admit(field.default, bounded)),
    )


def _bound(place: tuple[str, ...], field: Field, key: str) -> str:
    written: str = getattr(field, key)
    return _stored((*place, key), lambda: kind_of(field).bound(written, field)) if written else ""


def _settled_conditions(
    layer: Layer, conditions: Mapping[str, tuple[Json, ...]], place: tuple[str, ...]
) -> dict[str, tuple[Json, ...]]:
    def settled(asked: Field, value: Json) -> Json:
        one = replace(asked, multiple=False, least="", most="")
        return _stored(place, lambda: kind_of(one).check(value, one))

    return {
        other: tuple(settled(asked, value) for value in values) if (asked := layer.field(other)) else values
        for other, values in conditions.items()
    }


def _stored(place: tuple[str, ...], make: Callable[[], T]) -> T:
    try:
        return make()
    except InvalidValue as error:
        where = f"{place[1]}.{place[3]}"
        raise CodebookError("The field {field}: {reason}", field=where, reason=error, place=place) from error
