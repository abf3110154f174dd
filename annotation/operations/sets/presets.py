"""Presets: wishes under a name, those that come along and those that a person keeps.

A preset says what is chosen and how it is written, never where to. Own ones are kept for all projects.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from annotation.i18n import _
from annotation.operations._base import OperationError
from annotation.operations.sets.wish import About, SetWish
from annotation.operations.splitting import Division
from annotation.records import Shown, Status
from resources import RESOURCES

_FILE = "export-presets.json"
_WISH = {one.name for one in fields(SetWish)} - {"division", "about", "shown"}
_ABOUT = {one.name for one in fields(About)} - {"title"}
_DIVISION = {"split": "shares", "folds": "folds", "seed": "seed", "stratify": "stratify", "group": "groups"}
"""{what a preset calls it: the field of a division}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A wish under a name."""

    id: str
    """Of those that come along; "" for own ones, which are known by their titles."""
    title: str
    text: str = ""
    wish: SetWish

    @property
    def name(self) -> str:
        """The title in the user's language."""
        return _(self.title) if self.id else self.title

    @property
    def explanation(self) -> str:
        """What it is for, in the user's language; "" where nobody says."""
        return _(self.text) if self.id else self.text


def all_presets() -> list[Preset]:
    """Those that come along, then a person's own in the order of the alphabet."""
    table = tomllib.loads((RESOURCES / "exports" / "presets.toml").read_text("utf-8"))
    return [*(_read(row, row["id"]) for row in table["preset"]), *own_presets()]


def own_presets() -> list[Preset]:
    """What a person saved; a file that cannot be read is passed over."""
    try:
        rows = json.loads(_place().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    found = (_readable(row) for row in (rows if isinstance(rows, list) else []))
    return sorted((one for one in found if one is not None), key=lambda one: one.title.casefold())


def find_preset(called: str) -> SetWish:
    """The wish of the preset with an id or a name, in English or in the user's language.

    Raises OperationError where there is none.
    """
    wanted = called.strip().casefold()
    for one in all_presets():
        if wanted in {text.casefold() for text in (one.id, one.title, one.name) if text}:
            return one.wish
    known = ", ".join(one.id or one.title for one in all_presets())
    raise OperationError("There is no preset “{name}”: choose one of {known}.", name=called, known=known)


def save_preset(name: str, wish: SetWish) -> Preset:
    """Keep a wish under a name; the own preset that had the name gives way.

    Raises OperationError for an empty name, one that a preset has which comes along, or a full disk.
    """
    title = _free_title(name)
    made = Preset(id="", title=title, wish=wish)
    _store([*(one for one in own_presets() if one.title.casefold() != title.casefold()), made])
    return made


def rename_preset(title: str, name: str) -> None:
    """Call an own preset by another name. Raises OperationError for a name that is empty or taken."""
    to = _free_title(name)
    known = own_presets()
    if any(one.title.casefold() == to.casefold() and one.title != title for one in known):
        raise OperationError("There is already a preset called “{name}”: choose another name.", name=to)
    _store([replace(one, title=to) if one.title == title else one for one in known])


def remove_preset(title: str) -> None:
    """Forget an own preset."""
    _store([one for one in own_presets() if one.title != title])


def wish_of(
    base: SetWish, changes: Mapping[str, Any], division: Mapping[str, Any], about: Mapping[str, Any]
) -> SetWish:
    """A wish with what is given of it, of its division and of its description; nothing is None, "" or ()."""
    return replace(
        base,
        **_given(changes),
        division=replace(base.division, **_given(division)),
        about=replace(base.about, **_given(about)),
    )


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    empty: tuple[Any, ...] = (None, "", (), frozenset(), {})
    return {key: value for key, value in values.items() if not any(value == one for one in empty)}


def _free_title(name: str) -> str:
    title = " ".join(name.split())
    if not title:
        raise OperationError("A preset needs a name: type one.")
    for one in all_presets():
        if one.id and title.casefold() in (one.title.casefold(), one.name.casefold(), one.id):
            raise OperationError(
                "There is already a preset called “{name}”: choose another name.", name=title
            )
    return title


# ---------------------------------------------------------------- as tables


def _place() -> Path:
    return user_config_path("selon", appauthor=False) / _FILE


def _store(presets: Sequence[Preset]) -> None:
    written = json.dumps(
        [{"title": one.title, **_row(one.wish)} for one in presets], ensure_ascii=False, indent=1
    )
    place = _place()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_name(f"{place.name}.new")
        new.write_text(written, "utf-8")
        new.replace(place)
    except OSError as error:
        raise OperationError(
            "The presets cannot be kept in “{path}” ({reason}).", path=place, reason=error.strerror or error
        ) from error


def _row(wish: SetWish) -> dict[str, Any]:
    """A wish as a table, without what is as usual."""
    usual = SetWish()
    row = {key: getattr(wish, key) for key in sorted(_WISH) if getattr(wish, key) != getattr(usual, key)}
    if "statuses" in row:
        row["statuses"] = sorted(status.value for status in wish.statuses)
    if wish.shown is not usual.shown:
        row["texts"] = wish.shown.value
    for key, name in _DIVISION.items():
        if getattr(wish.division, name) != getattr(usual.division, name):
            row[key] = getattr(wish.division, name)
    return row | {key: getattr(wish.about, key) for key in sorted(_ABOUT) if getattr(wish.about, key)}


def _readable(row: Any) -> Preset | None:
    """The preset of a row that a person's file holds; None where it is none."""
    try:
        return _read(row, "")
    except (TypeError, KeyError, ValueError, AttributeError):
        return None


def _read(row: Mapping[str, Any], id_: str) -> Preset:
    wish = {key: row[key] for key in _WISH & row.keys()}
    about = {key: row[key] for key in _ABOUT & row.keys()}
    if "statuses" in wish:
        wish["statuses"] = frozenset(map(Status, wish["statuses"]))
    for values, key in ((wish, "layers"), (about, "creators")):
        if key in values:
            values[key] = tuple(map(str, values[key]))
    division = {name: row[key] for key, name in _DIVISION.items() if key in row}
    division |= {key: tuple(map(str, division[key])) for key in ("stratify", "groups") if key in division}
    return Preset(
        id=id_,
        title=str(row["title"]),
        text=str(row.get("text", "")),
        wish=SetWish(
            **wish,
            shown=Shown(row.get("texts", Shown.WHOLE)),
            division=Division(**division),
            about=About(**about),
        ),
    )
