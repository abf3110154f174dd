"""Every text of the program that is translated, and what the catalogues lack of them.

`python tests/architecture/messages.py` says what is missing and what is no longer used; with `--update`
it adds the missing texts to every catalogue, untranslated.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

import polib

REPOSITORY = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))

from tests.architecture.source import PLUG_ROOMS, Module, called, modules  # noqa: E402 found by the line above

TRANSLATIONS = REPOSITORY / "resources" / "translations"

TABLES = {
    "actions.toml": {"text", "tip"},
    "themes/*.toml": {"title"},
    "exports/formats.toml": {"title", "text"},
    "exports/presets.toml": {"title", "text"},
    "tour.toml": {"title", "text"},
}
"""Tables of the program under resources/, and the keys in them that hold texts for users, in English."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text as it stands in the code, in English; `many` is its plural form where it has one."""

    one: str
    many: str = ""
    file: str = ""


def texts() -> list[Text]:
    """Every translated text once, in the order of the files in which it first stands."""
    found: dict[str, Text] = {}
    for text in [*texts_in_code(), *texts_in_tables()]:
        if text.one not in found or text.many:
            found[text.one] = text
    return list(found.values())


def texts_in_code() -> Iterator[Text]:
    """The texts in calls of the translating functions, in errors, and in the labels of plugs."""
    program = modules("main.py", "gui", "annotation")
    errors = families({"AnnotationError"}, program)
    for module in program:
        yield from (Text(one, many, module.path.as_posix()) for one, many in texts_of(module, errors))


def texts_of(module: Module, errors: set[str]) -> Iterator[tuple[str, str]]:
    """The (singular, plural) texts of one module; `errors` are the classes whose first argument is a text."""
    for call in module.calls:
        name = called(call)
        if name in {"_", "Message", *errors} or (name == "__init__" and is_in_error(call, module, errors)):
            many = next(literals(argument(call, 2, "many")), "") if name == "Message" else ""
            yield from ((one, many) for one in literals(argument(call, 0, "one")))
        elif name == "ngettext":
            for one in literals(argument(call, 0, "one")):
                yield one, next(literals(argument(call, 1, "many")), "")
    if any(module.name.startswith(f"annotation.{room}.") for room in PLUG_ROOMS):
        yield from ((label, "") for label in labels(module))


def is_in_error(call: ast.Call, module: Module, errors: set[str]) -> bool:
    """Whether a call of `super().__init__` stands in one of the classes of errors."""
    classes = [
        node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef) and node.name in errors
    ]
    return any(call is node for found in classes for node in ast.walk(found))


def labels(module: Module) -> Iterator[str]:
    """What a plug calls itself: the values given to `label` and `heading`, in a class or in a call."""
    for node in ast.walk(module.tree):
        match node:
            case ast.Assign(targets=[ast.Name("label")]) | ast.AnnAssign(target=ast.Name("label")):
                yield from literals(node.value)
            case ast.keyword(arg="label" | "heading"):
                yield from literals(node.value)


def families(roots: set[str], program: list[Module]) -> set[str]:
    """The names of the classes that derive from the roots, the roots among them."""
    classes = [node for module in program for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    known = set(roots)
    while new := {node.name for node in classes if {*map(ast.unparse, node.bases)} & known} - known:
        known |= new
    return known


def argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    """The argument of a call at a position or of a name, if it is given."""
    if position < len(call.args):
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def literals(node: ast.expr | None) -> Iterator[str]:
    """The strings that an expression can come to, as far as they are written in it; "" is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value)


def texts_in_tables() -> Iterator[Text]:
    """The texts in the program's own tables under resources/."""
    for pattern, keys in TABLES.items():
        for path in sorted((REPOSITORY / "resources").glob(pattern)):
            found = values_of(tomllib.loads(path.read_text("utf-8")), keys)
            yield from (Text(text, file=path.relative_to(REPOSITORY).as_posix()) for text in found)


def values_of(table: Any, keys: set[str]) -> Iterator[str]:
    """The strings under any of the keys, at any depth of a table."""
    if isinstance(table, Mapping):
        for key, value in table.items():
            if key in keys and isinstance(value, str) and value:
                yield value
            else:
                yield from values_of(value, keys)
    elif isinstance(table, list):
        for value in table:
            yield from values_of(value, keys)


def placeholders(text: str) -> set[str]:
    """The names in braces that a text has."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def catalogues() -> list[Path]:
    """The files of all translations."""
    return sorted(TRANSLATIONS.glob("*.po"))


def missing(catalogue: polib.POFile, wanted: list[Text]) -> list[Text]:
    """The texts that the catalogue does not have at all, or without their plural form."""
    there = {(entry.msgid, entry.msgid_plural) for entry in catalogue if not entry.obsolete}
    return [text for text in wanted if (text.one, text.many) not in there]


def stale(catalogue: polib.POFile, wanted: list[Text]) -> list[str]:
    """The texts of the catalogue that stand nowhere in the program any more."""
    used = {(text.one, text.many) for text in wanted}
    return [entry.msgid for entry in catalogue if (entry.msgid, entry.msgid_plural) not in used]


def add(catalogue: polib.POFile, text: Text) -> None:
    """Put a text into the catalogue, to be translated."""
    plural = {"msgid_plural": text.many, "msgstr_plural": {0: "", 1: ""}} if text.many else {}
    old = catalogue.find(text.one)
    if old is not None:
        catalogue.remove(old)
    catalogue.append(polib.POEntry(msgid=text.one, occurrences=[(text.file, "")], **plural))


def main(arguments: list[str]) -> int:
    """Say what the catalogues lack, or add it with --update; 1 when something was lacking."""
    wanted, complete = texts(), True
    for path in catalogues():
        catalogue = polib.pofile(str(path), wrapwidth=110)
        lacking, unused = missing(catalogue, wanted), stale(catalogue, wanted)
        untranslated = [entry.msgid for entry in catalogue.untranslated_entries()]
        for kind, found in (("missing", [text.one for text in lacking]), ("unused", unused)):
            sys.stdout.writelines(f"{path.name}: {kind}: {text}\n" for text in found)
        sys.stdout.writelines(f"{path.name}: untranslated: {text}\n" for text in untranslated)
        complete = complete and not (lacking or unused or untranslated)
        if "--update" in arguments and lacking:
            for text in lacking:
                add(catalogue, text)
            catalogue.save()
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
