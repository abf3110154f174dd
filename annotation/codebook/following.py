"""What in a codebook's tables names a part of it, and follows when that is renamed or removed."""

from collections.abc import Callable, Mapping
from typing import Any

Table = Mapping[str, Any]
Place = tuple[str, ...]
_Change = Callable[[str], str | None]
_CONDITIONS = ("visible_when", "required_when")


def follow_renamed(document: Table, place: Place, id_: str) -> Table:
    """The tables with every mention of the part at `place` changed to its new id; the part itself is not."""
    return _followed(document, place, lambda old: id_ if old == place[-1] else old)


def follow_removed(document: Table, place: Place) -> Table:
    """The tables without mentions of the part at `place`; a field keeps the tagset that it lost.

    Tags below a removed one are then below its parent.
    """
    if len(place) == 3 and place[0] == "tagset":
        above = document["tagset"][place[1]][place[2]].get("parent")
        document = _each_tag(document, place, lambda old: above if old == place[2] else old)
        return _tag_mentions(document, place, lambda old: None if old == place[2] else old)
    if len(place) == 2 and place[0] == "tagset":
        return document
    return _followed(document, place, lambda old: None if old == place[-1] else old)


def _followed(document: Table, place: Place, change: _Change) -> Table:
    match place:
        case ("layer", _):
            return _each_field(document, lambda _layer, field: _listed(field, "layers", change))
        case ("layer", layer, "role", _):
            return _in_layer(document, layer, lambda table: _role_mentions(table, change))
        case ("layer", layer, "field", _):
            return _in_layer(document, layer, lambda table: _field_mentions(table, change))
        case ("tagset", _):
            return _each_field(document, lambda _layer, field: _named(field, "tagset", change))
        case ("tagset", _, _):
            return _tag_mentions(_each_tag(document, place, change), place, change)
    return document


def _role_mentions(layer: Table, change: _Change) -> Table:
    return _listed(_named(layer, "selection", change), "sentence", change)


def _field_mentions(layer: Table, change: _Change) -> Table:
    made = _listed(_listed(layer, "chip", change), "sentence", change)
    return {
        **made,
        "field": {id_: _conditions(field, change, lambda _f, v: v) for id_, field in made["field"].items()},
    }


def _tag_mentions(document: Table, place: Place, change: _Change) -> Table:
    """Fields of the tagset mention a tag as their default; conditions on such a field, as a value."""

    def changed(layer: Table) -> Table:
        here = {id_ for id_, field in layer["field"].items() if field.get("tagset") == place[1]}
        if not here:
            return layer
        fields = {}
        for id_, field in layer["field"].items():
            made = _conditions(
                field, lambda key: key, lambda f, v: change(v) if f in here and isinstance(v, str) else v
            )
            if id_ in here:
                default = made.get("default")
                made = (
                    _listed(made, "default", change)
                    if isinstance(default, list)
                    else _named(made, "default", change)
                )
            fields[id_] = made
        return {**layer, "field": fields}

    layers = {name: changed(layer) for name, layer in document["layer"].items()}
    return {**document, "layer": layers}


def _conditions(field: Table, change: _Change, value: Callable[[str, Any], Any]) -> Table:
    """The field with other fields named, and other values asked, in its conditions; empty ones go."""
    made = dict(field)
    for key in _CONDITIONS:
        if key not in made:
            continue
        asked = {
            name: [new for one in values if (new := value(other, one)) is not None]
            for other, values in made[key].items()
            if (name := change(other)) is not None
        }
        kept = {name: values for name, values in asked.items() if values}
        made = {**made, key: kept} if kept else {name: one for name, one in made.items() if name != key}
    return made


def _each_tag(document: Table, place: Place, change: _Change) -> Table:
    tags = {id_: _named(tag, "parent", change) for id_, tag in document["tagset"][place[1]].items()}
    return {**document, "tagset": {**document["tagset"], place[1]: tags}}


def _each_field(document: Table, change: Callable[[Table, Table], Table]) -> Table:
    layers = {
        name: {**layer, "field": {id_: change(layer, field) for id_, field in layer["field"].items()}}
        for name, layer in document["layer"].items()
    }
    return {**document, "layer": layers}


def _in_layer(document: Table, name: str, change: Callable[[Table], Table]) -> Table:
    return {**document, "layer": {**document["layer"], name: change(document["layer"][name])}}


def _named(part: Table, key: str, change: _Change) -> Table:
    """The part with what one key names changed; without the key where that is None."""
    if key not in part or not isinstance(part[key], str):
        return part
    new = change(part[key])
    return {name: new if name == key else value for name, value in part.items() if name != key or new}


def _listed(part: Table, key: str, change: _Change) -> Table:
    """The part with what a list of names holds changed; without the key where nothing is left."""
    if key not in part:
        return part
    new = [name for one in part[key] if (name := change(one)) is not None]
    return {name: new if name == key else value for name, value in part.items() if name != key or new}
