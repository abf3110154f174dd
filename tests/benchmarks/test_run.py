"""The benchmarks run, one object a line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import run
from tests.benchmarks._measure import Measurement, milliseconds, percentile, times

KEYS = ["benchmark", "size", "metric", "unit", "median", "p99", "runs", "baseline", "ratio"]


def test_every_benchmark_is_found_by_its_file() -> None:
    assert {"article_open", "article_scroll", "article_mark", "article_keys"} <= set(run.names())
    assert not [name for name in run.names() if name.startswith(("_", "test_")) or name == "run"]


@pytest.mark.parametrize(
    "name", [name for name in run.names() if name.startswith("article_") and name != "article_room"]
)
def test_a_quick_run_of_a_benchmark_of_the_article_measures_something(qapp: QApplication, name: str) -> None:
    found = list(run.measure([name], quick=True))
    assert found
    assert all(one.benchmark == name and one.median > 0 and one.p99 >= one.median for one in found)


def test_the_command_prints_one_object_a_line(repository: object) -> None:
    command = [sys.executable, "tests/benchmarks/run.py", "article_keys", "--quick", "--json"]
    done = subprocess.run(command, cwd=str(repository), capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines
    assert all(list(line) == KEYS for line in lines)


def test_a_name_that_is_no_benchmark_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run.main(["nothing"]) == 2
    known = ", ".join(run.names())
    assert f"There is no benchmark called nothing; there are: {known}" in capsys.readouterr().err


def test_a_number_of_articles_reaches_the_benchmarks_that_take_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
        asked.append(articles)
        return iter(())

    def plain(*, quick: bool) -> Iterator[Measurement]:
        asked.append(-1)
        return iter(())

    benchmarks = {"counting": SimpleNamespace(run=counting), "plain": SimpleNamespace(run=plain)}
    monkeypatch.setattr(run, "load", benchmarks.__getitem__)
    assert list(run.measure(["counting", "plain"], quick=True, articles=7)) == []
    assert list(run.measure(["counting"], quick=True)) == []
    assert asked == [7, -1, 0]


def test_a_measurement_can_be_read_by_eyes_as_well() -> None:
    one = milliseconds("b", "5 kB", "paint", [0.001, 0.002, 0.003], baseline=("plain", [0.004]))
    assert one == Measurement(
        benchmark="b",
        size="5 kB",
        metric="paint",
        unit="ms",
        median=2.0,
        p99=3.0,
        runs=3,
        baseline="plain",
        ratio=0.5,
    )
    assert "0.500 of plain" in one.as_text()
    assert "of" not in milliseconds("b", "5 kB", "paint", [0.001]).as_text()


def test_times_are_taken_without_what_comes_before() -> None:
    calls: list[str] = []
    found = times(lambda: calls.append("run"), 2, before=lambda: calls.append("before"))
    assert calls == ["before", "run", "before", "run"]
    assert len(found) == 2


def test_the_99th_percentile_of_a_hundred_is_the_largest_but_none_between() -> None:
    assert percentile([float(n) for n in range(100)], 0.99) == 99
    assert percentile([5.0], 0.99) == 5
