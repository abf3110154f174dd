"""Plugs are found by their file, or by their entry point; a broken outsider breaks nothing else."""

import sys
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from annotation import registry
from annotation.errors import PlugError
from annotation.registry import Registry


@pytest.fixture
def outsiders(monkeypatch: pytest.MonkeyPatch) -> list[EntryPoint]:
    """The entry points that other packages bring, for all rooms."""
    points: list[EntryPoint] = []

    def found(group: str) -> list[EntryPoint]:
        return [point for point in points if point.group == group]

    monkeypatch.setattr(registry, "entry_points", found)
    return points


def bring(
    outsiders: list[EntryPoint], name: str, value: str = "outsiders_of_a_test:plug", room: str = "exporters"
) -> None:
    outsiders.append(EntryPoint(name, value, f"selon.{room}"))


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A module of somebody else that can be imported, with a plug."""
    module = SimpleNamespace(plug="a plug")
    monkeypatch.setitem(sys.modules, "outsiders_of_a_test", module)
    return module


def test_a_file_of_the_room_is_a_plug() -> None:
    exporters: Registry[object] = Registry("exporters")
    assert "jsonl" in exporters
    assert exporters["jsonl"] is exporters["jsonl"]


def test_a_private_file_is_no_plug() -> None:
    assert not any(name.startswith(("_", "-")) for name in Registry("exporters").names)


def test_an_unknown_name_is_answered_with_those_that_exist() -> None:
    with pytest.raises(PlugError, match=r"no “nope” among exporters: choose one of .*jsonl"):
        Registry("exporters")["nope"]


@pytest.mark.parametrize("name", ["_base", "__init__", "", "jsonl.x", "JSONL"])
def test_only_plugs_have_names(name: str) -> None:
    exporters: Registry[object] = Registry("exporters")
    assert name not in exporters
    with pytest.raises(PlugError):
        exporters[name]


def test_an_outsider_is_a_plug_after_the_built_in_ones(
    outsiders: list[EntryPoint], package: SimpleNamespace
) -> None:
    bring(outsiders, "another")
    exporters: Registry[object] = Registry("exporters")
    assert exporters.names[-1] == "another"
    assert exporters["another"] == "a plug"
    assert exporters.all()["another"] == "a plug"


def test_an_outsider_of_another_room_stays_there(
    outsiders: list[EntryPoint], package: SimpleNamespace
) -> None:
    bring(outsiders, "another", room="importers")
    assert "another" not in Registry("exporters")


def test_an_outsider_cannot_take_the_name_of_a_built_in_plug(
    outsiders: list[EntryPoint], package: SimpleNamespace
) -> None:
    bring(outsiders, "jsonl")
    exporters: Registry[object] = Registry("exporters")
    assert exporters.names.count("jsonl") == 1
    assert exporters["jsonl"] != "a plug"


@pytest.mark.parametrize("value", ["there_is_no_such_module:plug", "outsiders_of_a_test:missing"])
def test_a_broken_outsider_is_an_error_in_words_and_leaves_the_others_alone(
    value: str, outsiders: list[EntryPoint], package: SimpleNamespace
) -> None:
    bring(outsiders, "broken", value)
    bring(outsiders, "whole")
    exporters: Registry[object] = Registry("exporters")
    with pytest.raises(PlugError, match="“broken” does not load"):
        exporters["broken"]
    assert "broken" not in exporters.all()
    assert {"jsonl", "whole"} <= set(exporters.all())
    assert list(exporters.broken) == ["broken"]


def test_nothing_is_imported_before_it_is_asked_for(
    outsiders: list[EntryPoint], package: SimpleNamespace
) -> None:
    bring(outsiders, "broken", "there_is_no_such_module:plug")
    exporters: Registry[object] = Registry("exporters")
    assert "broken" in exporters.names
    assert exporters.broken == {}
