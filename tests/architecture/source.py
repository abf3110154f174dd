"""The program's own source, parsed, as the tests of its architecture see it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ROOMS = ("adjudication.strategies", "detectors", "exporters", "fields", "importers", "measures")
PLUG_ROOMS = tuple(
    room for room in ROOMS if REPOSITORY.joinpath("annotation", *room.split("."), "_base.py").is_file()
)
"""The plug rooms that are furnished: they have a protocol."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


@dataclass(frozen=True)
class Module:
    """One Python file of the repository."""

    path: Path
    """Its path from the repository's folder on."""

    @cached_property
    def text(self) -> str:
        return (REPOSITORY / self.path).read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def name(self) -> str:
        """The dotted name by which it is imported."""
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def functions(self) -> list[Function]:
        """All functions and methods, nested ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def calls(self) -> list[ast.Call]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    @property
    def imports(self) -> Iterator[str]:
        """The dotted names of the modules, or of the things in modules, that it imports."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def where(self, node: ast.AST) -> str:
        """The place of a node, such as "gui/app.py:12"."""
        return f"{self.path.as_posix()}:{getattr(node, 'lineno', 1)}"


def modules(*folders: str) -> list[Module]:
    """The Python files of the given folders and files of the repository, in the order of their paths."""
    found: list[Path] = []
    for folder in folders:
        path = REPOSITORY / folder
        found += [path] if path.is_file() else path.rglob("*.py")
    return [Module(path.relative_to(REPOSITORY)) for path in sorted(found)]


def program() -> list[Module]:
    """The files that are installed."""
    return modules("main.py", "gui", "annotation", "resources")


def plugs(room: str) -> list[Module]:
    """The built-in plugs of a room, one a module or a package."""
    folder = REPOSITORY.joinpath("annotation", *room.split("."))
    found = [*folder.glob("[!_]*.py"), *folder.glob("[!_]*/__init__.py")]
    return [Module(path.relative_to(REPOSITORY)) for path in sorted(found)]


def called(call: ast.Call) -> str:
    """The last name of what is called: "sleep" for `time.sleep(1)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def length(node: Function) -> int:
    """The number of lines from `def` to the end, without decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
