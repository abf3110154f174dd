"""Reasons are counted by layer and by what differed."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.adjudication import begin, decide, find_gaps, gaps_as_csv, read_comparison
from annotation.project import Project
from tests.annotation.adjudication.projects import create_reviewed_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def give(project: Project, record: str, annotator: str, reason: str, comment: str = "") -> None:
    comparison = read_comparison(project.read, "a")
    cluster = next(c for c in comparison.clusters if record in {r.id for r in c.records.values()})
    layer = project.read.codebook.layer(cluster.layer)
    assert layer is not None
    draft = begin(cluster, layer, comparison.referents)
    draft = draft.take(annotator) if annotator else draft.reject()
    project.apply(decide(draft, "rita", reason=reason, comment=comment))


def test_reasons_are_counted_by_what_differed(project: Project) -> None:
    reason = project.read.codebook.reasons[0][0]
    give(project, "a3", "anna", reason, "=no article")
    give(project, "b4", "", reason)
    give(project, "a6", "anna", "own words")
    gaps = find_gaps(project.read)
    assert {(gap.layer, gap.part, gap.count) for gap in gaps} == {
        ("Entity", "words", 1),
        ("Entity", "record", 1),
        ("Figure", "Comparison", 1),
    }
    (example,) = next(gap for gap in gaps if gap.part == "words").examples
    assert (example.words, example.title, example.record) == ("Union", "Le budget", "a3")


def test_the_table_is_a_file_that_a_spreadsheet_reads_as_text(project: Project) -> None:
    give(project, "a3", "anna", "own words", "=no article")
    rows = list(csv.reader(gaps_as_csv(find_gaps(project.read)).splitlines()))
    assert rows[0][0] == "reason"
    assert rows[1][-1] == "'=no article"
    assert rows[1][3] == "1"


def test_no_reasons_are_no_gaps(project: Project) -> None:
    give(project, "a3", "anna", "")
    assert find_gaps(project.read) == []
