"""A report on the sample."""

from collections.abc import Iterator

import pytest

from annotation.agreement import Survey
from annotation.agreement.reports import Report
from annotation.operations.sample import create_sample_project
from tests.annotation.agreement.reports.reported import reported


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Report]:
    """Entities and the polarity of stances, by two measures."""
    asked = Survey(
        questions=[("entity", None), ("entity", "type"), ("stance", "polarity")],
        measures=["f1-overlap", "alpha-nominal"],
        draws=50,
    )
    with create_sample_project(tmp_path_factory.mktemp("report") / "sample.selon") as project:
        yield reported(project.read, "A & <B>_50 %", asked)
