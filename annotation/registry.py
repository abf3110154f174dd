"""Finding plugs: one file in a plug room is one plug, and outsiders bring theirs as entry points.

A module `annotation/<room>/<name>.py` offers its plug as the module attribute `plug`; the plug's name is
the file's name with dashes. Modules that begin with `_` are not plugs. Nothing is imported before it is asked
for.
"""

import importlib
import pkgutil
from contextlib import suppress
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Generic, TypeVar, cast

from annotation.errors import PlugError

T = TypeVar("T")

ANNOTATION = Path(__file__).resolve().parent


class Registry(Generic[T]):
    """The plugs of one room by name, imported when first asked for."""

    def __init__(self, room: str) -> None:
        """Name the room, such as "exporters"; its entry-point group is "selon.exporters".

        A room within a room has a dot: "adjudication.strategies", whose group is "selon.strategies".
        """
        self.room = room
        self._loaded: dict[str, T] = {}
        self._all: dict[str, T] | None = None
        self.broken: dict[str, PlugError] = {}
        """Outsiders that did not load when they were asked for."""

    @cached_property
    def _modules(self) -> dict[str, str]:
        found = pkgutil.iter_modules([str(ANNOTATION.joinpath(*self.room.split(".")))])
        names = sorted(module.name for module in found if not module.name.startswith("_"))
        return {name.replace("_", "-"): f"annotation.{self.room}.{name}" for name in names}

    @cached_property
    def _outsiders(self) -> dict[str, EntryPoint]:
        found = entry_points(group=f"selon.{self.room.rpartition('.')[2]}")
        return {point.name: point for point in found if point.name not in self._modules}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every plug's name, the built-in ones first, each group in alphabetical order."""
        return (*self._modules, *sorted(self._outsiders))

    def __contains__(self, name: object) -> bool:
        """Whether a plug of this name exists."""
        return name in self._modules or name in self._outsiders

    def __getitem__(self, name: str) -> T:
        """The plug called `name`. Raises PlugError, naming those that exist, when there is none."""
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _load(self, name: str) -> T:
        if name in self._modules:
            return cast(T, importlib.import_module(self._modules[name]).plug)
        if name not in self._outsiders:
            known = ", ".join(self.names)
            raise PlugError("There is no “{name}” among {room}: choose one of {known}.",
                            name=name, room=self.room, known=known)  # fmt: skip
        return self._load_outsider(name)

    def _load_outsider(self, name: str) -> T:
        try:
            return cast(T, self._outsiders[name].load())
        except Exception as error:  # an outsider's code may fail in any way
            self.broken[name] = PlugError(
                "The extension “{name}” does not load ({error}): update or remove it.", name=name, error=error
            )
            raise self.broken[name] from error

    def all(self) -> dict[str, T]:
        """Every plug by name, imported. Outsiders that do not load are left out, and named in `broken`."""
        if self._all is None or len(self._all) + len(self.broken) < len(self.names):
            for name in self.names:
                if name not in self._loaded and name not in self.broken:
                    with suppress(PlugError):
                        self[name]
            self._all = {name: self._loaded[name] for name in self.names if name in self._loaded}
        return self._all.copy()
