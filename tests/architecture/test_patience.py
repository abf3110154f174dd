"""Tests wait for what they expect, never for a time; how long something takes is what benchmarks tell."""

import ast

from tests.architecture.source import Module, called, modules

PAUSES = {"sleep", "msleep", "usleep", "qSleep", "qWait"}


def pauses(module: Module) -> list[str]:
    """The places where a module waits for a time to pass."""
    return [module.where(call) for call in module.calls if called(call) in PAUSES or is_wait_of_qtbot(call)]


def is_wait_of_qtbot(call: ast.Call) -> bool:
    return ast.unparse(call.func) == "qtbot.wait"


def test_no_test_sleeps() -> None:
    assert not [place for module in modules("tests") for place in pauses(module)]


def test_no_test_asserts_how_long_something_takes() -> None:
    clocks = [
        module.where(call)
        for module in modules("tests")
        if "benchmarks" not in module.path.parts
        for call in module.calls
        if called(call) in {"perf_counter", "process_time"}
    ]
    assert not clocks
