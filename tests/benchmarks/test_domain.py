"""The benchmarks of the domain measure something."""

import pytest

from tests.benchmarks import run

DOMAIN = [
    "entity_linking",
    "learning",
    "project_file",
    "codebook",
    "boards",
    "registry",
    "propagate",
    "sets",
    "export",
    "panel",
]


@pytest.mark.parametrize("name", DOMAIN)
def test_a_quick_run_of_a_benchmark_of_the_domain_measures_something(name: str) -> None:
    found = list(run.measure([name], quick=True))
    assert found
    assert all(one.benchmark == name and one.median > 0 and one.p99 >= one.median for one in found)
