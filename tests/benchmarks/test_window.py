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
