"""A reader finds the tests of a module where the module is."""

import ast
from pathlib import Path

from tests.architecture.source import (
    PLUG_ROOMS,
    REPOSITORY,
    Function,
    Module,
    called,
    modules,
)


def does_something(module: Module) -> bool:
    """Whether it has a function that is more than a declaration of a protocol."""
    return any(not is_declaration(function) for function in module.functions)


def is_declaration(function: Function) -> bool:
    return all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in function.body)


def is_tested_by_contract(module: Module) -> bool:
    """Whether it is a plug whose room has tests that run over all its plugs."""
    room = module.path.parts[1]
    is_plug = room in PLUG_ROOMS and not module.path.name.startswith("_")
    return is_plug and (REPOSITORY / "tests" / "contracts" / f"test_{room}.py").is_file()


def mirror(module: Module) -> Path:
    """Where the tests of a module are."""
    return bare(Path("tests", *module.path.parts[:-1], f"test_{module.path.stem.lstrip('_')}.py"))


def bare(path: Path) -> Path:
    """A path without the underscores that make its parts private: tests need not repeat them."""
    return Path(*(part.lstrip("_") for part in path.parts))


def test_every_module_has_its_tests_in_the_mirrored_place() -> None:
    there = {bare(module.path) for module in modules("tests")}
    alone = [
        str(mirror(module))
        for module in modules("annotation")
        if module.path.name != "__init__.py" and does_something(module)
        if not is_tested_by_contract(module) and mirror(module) not in there
    ]
    assert not alone


def test_tests_are_plain_functions() -> None:
    classes = [
        module.where(node)
        for module in modules("tests")
        for node in module.tree.body
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test")
    ]
    assert not classes


def test_every_test_states_something_and_so_can_fail() -> None:
    idle = [
        f"{module.where(function)} {function.name}"
        for module in modules("tests")
        for function in module.functions
        if function.name.startswith("test_") and not can_fail(function)
    ]
    assert not idle


def can_fail(test: Function) -> bool:
    """Whether it states something: an assertion, an expected error, a wait for a condition."""
    nodes = list(ast.walk(test))
    calls = {called(node) for node in nodes if isinstance(node, ast.Call)}
    waits = {"raises", "warns", "fail", "waitUntil", "waitSignal", "waitSignals", "assertNotEmitted"}
    states = any(name in waits or name.startswith(("assert", "check", "run_state_machine")) for name in calls)
    return states or any(isinstance(node, ast.Assert) for node in nodes)
