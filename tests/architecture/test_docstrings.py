"""Every public thing says in its first line what the caller gets."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Documented, Function, program


def public_things(node: Documented, name: str) -> Iterator[tuple[str, Documented]]:
    """The node and the public classes, functions and methods in it, with their dotted names."""
    yield name, node
    if isinstance(node, Function):
        return
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            yield from public_things(child, f"{name}.{child.name}")


def is_declared_elsewhere(node: Documented) -> bool:
    """Whether it is one of the typed faces of an overloaded function, which says it all once."""
    decorators = [] if isinstance(node, ast.Module) else node.decorator_list
    return any(ast.unparse(decorator).split(".")[-1] in ("overload", "setter") for decorator in decorators)


def test_every_public_thing_has_a_docstring() -> None:
    silent = [
        f"{module.where(node)} {name}"
        for module in program()
        for name, node in public_things(module.tree, module.name)
        if not is_declared_elsewhere(node) and not (ast.get_docstring(node) or "").strip()
    ]
    assert not silent


def test_a_thing_without_a_docstring_is_found() -> None:
    tree = ast.parse('"""Module."""\nclass A:\n    """A."""\n    def f(self): ...\n    def _g(self): ...\n')
    names = [name for name, node in public_things(tree, "m") if not ast.get_docstring(node)]
    assert names == ["m.A.f"]
