"""The benchmarks of the corpus measure something in their smallest size."""

import pytest

from tests.benchmarks import run


@pytest.mark.parametrize("name", ["corpus_search", "corpus_table"])
def test_a_benchmark_of_the_corpus_runs(name: str, qapp: object) -> None:
    found = list(run.load(name).run(quick=True))
    assert found
    assert all(one.median > 0 for one in found)
    assert any(one.baseline for one in found)
