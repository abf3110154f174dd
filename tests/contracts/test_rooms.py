"""Every file of a plug room is a plug that its room can use."""

import importlib
import inspect
import typing
from collections.abc import Iterator
from typing import Any

import pytest

from annotation.registry import Registry
from tests.architecture.source import PLUG_ROOMS, plugs

PROTOCOLS = {
    "adjudication.strategies": "Strategy",
    "detectors": "Detector",
    "exporters": "Exporter",
    "fields": "FieldKind",
    "importers": "Importer",
    "measures": "Measure",
}
EVERY_PLUG = [(room, name) for room in PLUG_ROOMS for name in Registry[object](room).names]


def protocol(room: str) -> type:
    found = getattr(importlib.import_module(f"annotation.{room}._base"), PROTOCOLS[room])
    assert isinstance(found, type)
    return found


def attributes(kind: type) -> dict[str, Any]:
    """The types of the attributes that a protocol asks for."""
    return {name: hint for name, hint in typing.get_type_hints(kind).items() if not name.startswith("_")}


def methods(kind: type) -> Iterator[tuple[str, Any]]:
    for name, member in vars(kind).items():
        if inspect.isfunction(member) and not name.startswith("_"):
            yield name, member


@pytest.mark.parametrize("room", PLUG_ROOMS)
def test_a_room_offers_one_plug_a_file(room: str) -> None:
    files = {plug.name.rpartition(".")[2].replace("_", "-") for plug in plugs(room)}
    assert files
    assert files <= set(Registry[object](room).names)


@pytest.mark.parametrize(("room", "name"), EVERY_PLUG)
def test_a_plug_is_called_what_its_file_is_called(room: str, name: str) -> None:
    assert getattr(Registry[Any](room)[name], "name", name) == name


@pytest.mark.parametrize(("room", "name"), EVERY_PLUG)
def test_a_plug_has_what_its_room_asks_for(room: str, name: str) -> None:
    plug, asked = Registry[Any](room)[name], protocol(room)
    lacking = [key for key, hint in attributes(asked).items() if not fits(getattr(plug, key, None), hint)]
    assert not lacking
    for key, member in methods(asked):
        wanted = list(inspect.signature(member).parameters)[1:]
        assert list(inspect.signature(getattr(plug, key)).parameters) == wanted, key


def fits(value: object, hint: Any) -> bool:
    """Whether a value has the type that a hint names, as far as plain types and containers go."""
    kind = typing.get_origin(hint) or hint
    return isinstance(value, kind) if isinstance(kind, type) else value is not None


def test_a_plug_of_the_wrong_shape_is_found() -> None:
    assert fits((".txt",), tuple[str, ...])
    assert not fits(".txt", tuple[str, ...])
    assert not fits(None, str)
