"""Where the values of records go when a codebook changes: what follows of itself, and what is asked."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotation.codebook.conversion import Moves
from annotation.codebook.draft import Draft, Place, place_of_part
from annotation.codebook.section import CodebookError

_PARTS = ("role", "field")


def moves_of(old: Draft, new: Draft) -> dict[Place, str]:
    """Where values go of themselves: under the new ids of what was renamed since `old`."""
    moves: dict[Place, str] = {}
    for place in parts_of(old):
        now = place_of_part(place, new.renames)
        if now and now[-1] != place[-1] and new.at(now) is not None:
            moves[place] = now[-1]
    return moves


def removed_parts(old: Draft, new: Draft) -> list[Place]:
    """The layers, roles, fields and tags of `old` that are gone from `new`, whose values can be moved.

    What belonged to a removed layer is not told of: it goes where the layer goes. A removed tagset stands for
    all its tags.
    """
    found: list[Place] = []
    for place in parts_of(old):
        above = place[:2] if len(place) == 4 else place[:0]
        if above in found:
            continue
        now = place_of_part(place, new.renames)
        if not now or new.at(now) is None:
            found.append(place)
    return found


def parts_of(draft: Draft) -> Iterator[Place]:
    """The places of all layers, roles, fields and tags; those of values of records."""
    for layer, table in draft.document["layer"].items():
        yield ("layer", layer)
        for part in _PARTS:
            for id_ in table[part]:
                yield ("layer", layer, part, id_)
    for tagset, tags in draft.document["tagset"].items():
        for id_ in tags:
            yield ("tagset", tagset, id_)


def read_moves(toml: str) -> dict[Place, str]:
    """Moves as a file gives them. Raises CodebookError where it is no such file.

    [layer.figure] to = "number" moves a layer, [layer.figure.field] unit = "measure" a field, a role
    likewise, [tagset.polarity] mixed = "neutral" a tag; "" clears a field or a tag.
    """
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError("The file of moves is not valid TOML ({error}).", error=error) from error
    moves: dict[Place, str] = {}
    for layer, table in _tables(document, "layer"):
        if "to" in table:
            moves["layer", layer] = _text(table["to"], f"layer.{layer}.to")
        for part in _PARTS:
            for id_, to in _table(table, part).items():
                moves["layer", layer, part, id_] = _text(to, f"layer.{layer}.{part}.{id_}")
    for tagset, tags in _tables(document, "tagset"):
        for id_, to in tags.items():
            moves["tagset", tagset, id_] = _text(to, f"tagset.{tagset}.{id_}")
    return moves


def moves_of_words(words: Iterable[str], old: Draft) -> dict[Place, str]:
    """Moves written as PLACE=ID, such as layer.figure.field.unit=measure or tagset.polarity.mixed=.

    Ids may hold dots: a place is found by what `old` has. Raises CodebookError for what is not there.
    """
    known = {".".join(place): place for place in parts_of(old)}
    moves: dict[Place, str] = {}
    for written in words:
        where, sign, to = written.rpartition("=")
        if not sign:
            raise CodebookError("Write a move as PLACE=ID, not “{written}”.", written=written)
        if where not in known:
            raise CodebookError("“{where}” is not in the codebook that is in force.", where=where)
        moves[known[where]] = to
    return moves


def check_moves(moves: Moves, old: Draft, new: Draft) -> None:
    """Raise CodebookError for a move of what is not there, or to where nothing is."""
    for place, to in moves.items():
        where = ".".join(place)
        if old.at(place) is None:
            raise CodebookError("“{where}” is not in the codebook that is in force.", where=where)
        can_clear = place[0] == "tagset" or place[2:3] == ("field",)
        if to == "" and can_clear:
            continue
        if not any(to in new.ids(group) for group in _groups(place, moves, old, new)):
            raise CodebookError(
                "“{where}” cannot go to “{to}”: the new codebook has none there.", where=where, to=to
            )


def _groups(place: Place, moves: Moves, old: Draft, new: Draft) -> list[Place]:
    """The tables of the new codebook in which a part may go on."""
    if place[0] == "tagset":
        fields = (new.at(_now(field, moves)) for field in old.tag_fields(place[1]))
        return [place[:2], *(("tagset", field["tagset"]) for field in fields if field and "tagset" in field)]
    return [("layer",)] if len(place) == 2 else [_now(place, moves)[:-1]]


def _now(place: Place, moves: Moves) -> Place:
    """Where a part of a layer is when its layer and it have moved."""
    layer = moves.get(place[:2], place[1])
    return ("layer", layer, place[2], moves.get(place, place[3]))


def _tables(document: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in (around := _table(document, key)):
        yield name, _table(around, name)


def _table(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = document.get(key, {})
    if not isinstance(found, Mapping):
        raise CodebookError("“{where}” in the file of moves must be a table.", where=key)
    return found


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise CodebookError("“{where}” in the file of moves must be a text.", where=where)
    return value
