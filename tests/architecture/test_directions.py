"""Imports go one way, and each library is known in one place."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import PLUG_ROOMS, REPOSITORY, Module, modules, plugs

LINTER = Path(sys.executable).with_name("lint-imports")
CONFIGURATION = REPOSITORY / "pyproject.toml"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(LINTER), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def little_house(tmp_path: Path) -> Path:
    """A house with the same contracts and a few empty rooms, to break rules in."""
    (tmp_path / "pyproject.toml").write_text(CONFIGURATION.read_text("utf-8"), "utf-8")
    for room in ("gui", "annotation", "resources", "annotation/project", "annotation/records"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    return tmp_path


def test_the_program_keeps_every_contract() -> None:
    done = lint(REPOSITORY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_house_in_order_keeps_every_contract(little_house: Path) -> None:
    (little_house / "annotation/project/file.py").write_text("import sqlite3\nimport annotation.records\n")
    (little_house / "gui/app.py").write_text("import PySide6\nimport annotation.project.file\n")
    done = lint(little_house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "imported"),
    [
        ("annotation/records/span.py", "annotation.project"),
        ("annotation/project/file.py", "gui"),
        ("annotation/project/file.py", "PySide6.QtCore"),
        ("annotation/records/span.py", "sqlite3"),
        ("gui/corpus.py", "sqlite_utils"),
    ],
)
def test_an_import_against_the_direction_is_found(file: str, imported: str, little_house: Path) -> None:
    (little_house / file).write_text(f"import {imported}\n")
    done = lint(little_house)
    assert done.returncode != 0
    assert "1 broken" in done.stdout


def test_every_room_has_its_place_in_the_direction() -> None:
    contracts = tomllib.loads(CONFIGURATION.read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    placed = " ".join(layer for contract in contracts for layer in contract.get("layers", ()))
    rooms = {".".join(module.name.split(".")[:2]) for module in modules("annotation")} - {"annotation"}
    assert rooms == {room for room in rooms if f"({room})" in placed}


@pytest.mark.parametrize("room", PLUG_ROOMS)
def test_plugs_do_not_know_each_other(room: str) -> None:
    names = {plug.name for other in PLUG_ROOMS for plug in plugs(other)}
    known = [
        f"{module.path}: {imported}"
        for plug in plugs(room)
        for module in files_of(plug)
        for imported in module.imports
        if any(within(imported, name) for name in names - {plug.name})
    ]
    assert not known


def files_of(plug: Module) -> list[Module]:
    return modules(str(plug.path.parent)) if plug.path.name == "__init__.py" else [plug]


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
