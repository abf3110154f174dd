"""Actions as data: what resources/actions.toml says of each, checked."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from resources import RESOURCES

ACTIONS = RESOURCES / "actions.toml"
GLOBAL = "global"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One entry of the table; the file's head says what each field means. Its texts are English."""

    id: str
    text: str
    tip: str = ""
    shortcuts: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    context: tuple[str, ...] = ()
    when: frozenset[str] = frozenset()
    scope: str = GLOBAL
    family: bool = False
    checkable: bool = False
    separator: bool = False

    @property
    def conditions(self) -> frozenset[str]:
        """All that must hold for the action to be enabled, its room being shown included."""
        return self.when if self.scope == GLOBAL else self.when | {room_condition(self.scope)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpecs:
    """The whole table: actions in their order, menus (English texts by id), names of conditions."""

    actions: tuple[ActionSpec, ...]
    menus: Mapping[str, str]
    conditions: frozenset[str]

    def __getitem__(self, action: str) -> ActionSpec:
        """The entry called `action`. Raises KeyError when there is none."""
        return next((spec for spec in self.actions if spec.id == action), None) or _no(action)

    def texts(self) -> tuple[str, ...]:
        """Every English text of the table that people read, for translators, each once."""
        written = (text for spec in self.actions for text in (spec.text, spec.tip))
        return tuple(dict.fromkeys(text for text in (*self.menus.values(), *written) if text))


def room_condition(room: str) -> str:
    """The name of the condition that holds while `room` is shown."""
    return f"room:{room}"


@cache
def load_actions() -> ActionSpecs:
    """The program's own table, read once."""
    return read_actions(ACTIONS)


def read_actions(path: Path) -> ActionSpecs:
    """The table in the TOML file `path`. Raises ValueError for an entry that contradicts the others."""
    data = tomllib.loads(path.read_text("utf-8"))
    specs = ActionSpecs(
        actions=tuple(_read(entry) for entry in data["actions"]),
        menus={entry["id"]: entry["text"] for entry in data["menus"]},
        conditions=frozenset(data["conditions"]),
    )
    for problem in _problems(specs):
        raise ValueError(f"{path.name}: {problem}")
    return specs


def _read(entry: Mapping[str, Any]) -> ActionSpec:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()
    }
    return ActionSpec(**{**values, "when": frozenset(entry.get("when", ()))})


def _problems(specs: ActionSpecs) -> list[str]:
    ids = [spec.id for spec in specs.actions]
    problems = [f"{name} stands twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    for spec in specs.actions:
        if unknown := spec.when - specs.conditions:
            problems.append(f"{spec.id} waits for unknown conditions: {', '.join(sorted(unknown))}")
        if spec.menu and spec.menu not in specs.menus:
            problems.append(f"{spec.id} stands in the unknown menu {spec.menu}")
    return problems


def _no(action: str) -> ActionSpec:
    raise KeyError(action)
