"""The benchmark of copies measures time and quality."""

from tests.benchmarks import run


def test_a_quick_run_finds_what_is_known_and_nothing_else() -> None:
    found = {one.metric: one for one in run.measure(["duplicates"], quick=True)}
    assert set(found) == {"recall", "precision", "find", "mark"}
    assert found["recall"].median >= 95
    assert found["precision"].median == 100
    assert (found["recall"].ratio or 0) > 1
