"""The keys that a person gave to actions: as settings keep them, as a TOML file to share, and what fits."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from annotation.errors import AnnotationError
from annotation.i18n import _
from gui.actions.bound import BoundAction, is_plain, portable
from gui.actions.spec import GLOBAL, ActionSpec
from gui.actions.table import ActionTable

Keys = dict[str, tuple[str, ...]]
"""{id of an action: its keys as Qt writes them everywhere}; () where it is to have none"""

_HEAD = "# Keys of Selon. One line an action; an empty list takes its keys away.\n\n[keys]\n"
_TYPING = {"Esc", "Tab", "Shift+Tab", "Space"}
"""Keys that mean the same everywhere, and that no action can have."""


class KeysError(AnnotationError):
    """A file of keys that cannot be read."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of keys comes to, and the ids of actions in it that this program, or project, has not."""

    keys: Keys
    unknown: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    """Keys that an action cannot have, as "id: key"."""


def from_settings(kept: Mapping[str, str]) -> Keys:
    """The keys as settings keep them: a key a line."""
    return {action: tuple(key for key in keys.split("\n") if key) for action, keys in kept.items()}


def to_settings(keys: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What settings keep of keys."""
    return {action: "\n".join(found) for action, found in keys.items()}


def to_toml(table: ActionTable) -> str:
    """The keys of all actions that there are now as a TOML file."""
    kept = {bound.id: [key.toString() for key in bound.keys] for bound in table}
    kept |= {action: list(keys) for action, keys in table.own_keys.items()}
    lines = (
        f"{_quoted(action)} = [{', '.join(map(_quoted, keys))}]"
        for action, keys in sorted(kept.items())
        if keys or action in table.own_keys
    )
    return _HEAD + "\n".join(lines) + "\n"


def from_toml(text: str, table: ActionTable) -> Imported:
    """The keys that a TOML file gives to actions otherwise than the table does. Raises KeysError.

    What other actions would lose by them they do lose; of two that want one key the first has it.
    """
    try:
        entries = tomllib.loads(text)["keys"].items()
        wanted = {str(action): [portable(str(key)) for key in keys] for action, keys in entries}
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError) as error:
        raise KeysError(
            "The file has no keys that can be read ({reason}): choose one that Selon wrote.", reason=error
        ) from error
    return _fitting(wanted, table)


def _fitting(wanted: Mapping[str, Sequence[str]], table: ActionTable) -> Imported:
    keys: Keys = {}
    refused: list[str] = []
    given: list[tuple[BoundAction, str]] = []
    known = [(bound, wanted[bound.id]) for bound in table if bound.id in wanted]
    for bound, found in known:
        free = [key for key in found if not problem_with(key, bound, table) and _is_free(key, bound, given)]
        refused += [f"{bound.id}: {key}" for key in found if key not in free]
        given += [(bound, key) for key in free]
        keys[bound.id] = tuple(free)
    for bound in table:
        if bound.id not in keys:
            lost = [key for key in _default(bound) if not _is_free(key, bound, given)]
            keys[bound.id] = tuple(key for key in _default(bound) if key not in lost)
    changed = {id_: found for id_, found in keys.items() if list(found) != _default(table.find(id_))}
    return Imported(
        changed, tuple(sorted(set(wanted) - {bound.id for bound, _found in known})), tuple(refused)
    )


def _default(bound: BoundAction | None) -> list[str]:
    """The keys of an action while nobody changed them, but for those that others have."""
    if bound is None:
        return []
    shortcuts, keys = bound.defaults
    return [portable(key) for key in (*shortcuts, *keys) if key not in bound.refused]


def _is_free(key: str, bound: BoundAction, given: Iterable[tuple[BoundAction, str]]) -> bool:
    mine = bound.spec.scope
    return not any(
        taken == key and (one.spec.scope == mine or GLOBAL in (one.spec.scope, mine)) for one, taken in given
    )


def with_key(table: ActionTable, bound: BoundAction, key: str) -> Keys:
    """The keys of all when an action has one more, which it takes from those that had it."""
    keys: Keys = {action: tuple(found) for action, found in table.own_keys.items()}
    for holder in table.holders(key, bound):
        keys[holder.id] = tuple(one for one in keys_of(holder) if one != portable(key))
    keys[bound.id] = (*keys_of(bound), portable(key))
    return keys


def without_key(table: ActionTable, bound: BoundAction, key: str) -> Keys:
    """The keys of all when an action has one fewer."""
    kept = tuple(one for one in keys_of(bound) if one != portable(key))
    return {**{action: tuple(found) for action, found in table.own_keys.items()}, bound.id: kept}


def with_defaults(table: ActionTable, bound: BoundAction) -> Keys:
    """The keys of all when an action has those of the table again; who has one of them now loses it."""
    keys: Keys = {action: tuple(found) for action, found in table.own_keys.items() if action != bound.id}
    for key in (*bound.defaults[0], *bound.defaults[1]):
        for holder in table.holders(key, bound):
            if holder.id in keys:
                keys[holder.id] = tuple(one for one in keys_of(holder) if one != portable(key))
    return keys


def keys_of(bound: BoundAction) -> tuple[str, ...]:
    """The keys of an action as Qt writes them everywhere."""
    return tuple(key.toString() for key in bound.keys)


def problem_with(key: str, bound: BoundAction, table: ActionTable) -> str:
    """Why an action cannot have a key, in one sentence; "" where it can."""
    wanted = QKeySequence(key)
    if wanted.isEmpty() or wanted.count() != 1:
        return _("This is no key that an action can have.")
    if wanted.toString() in _TYPING:
        return _("This key means the same everywhere: choose another.")
    if is_plain(key) and not any(spec.keys or spec.family for spec in _of_scope(bound, table)):
        return _("Without Ctrl or Alt this key would be in the way of typing: add one of them.")
    return ""


def _of_scope(bound: BoundAction, table: ActionTable) -> list[ActionSpec]:
    """The entries whose single keys work where those of an action would: none for the whole window's."""
    if bound.spec.scope == GLOBAL:
        return []
    return [spec for spec in table.specs.actions if spec.scope == bound.spec.scope]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
