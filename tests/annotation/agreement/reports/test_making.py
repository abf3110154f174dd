"""What a reliability report says."""

from pathlib import Path

from annotation.agreement import Survey
from annotation.agreement.reports import Report
from annotation.project import create_project
from tests.annotation.agreement.reports.reported import reported


def test_it_says_who_worked_on_how_much(report: Report) -> None:
    assert sorted(report.people[who] for who in report.worked) == ["Camille", "Noah"]
    assert set(report.worked.values()) == {report.articles}
    assert all(number > 100 for number in report.records.values())


def test_it_has_every_coefficient_and_the_paper_of_each_measure(report: Report) -> None:
    asked = {(one.layer, one.field, one.measure) for one in report.findings}
    assert ("entity", None, "f1-overlap") in asked
    assert ("stance", "polarity", "alpha-nominal") in asked
    assert ("entity", None, "alpha-nominal") not in asked
    assert set(report.citations) == {"f1-overlap", "alpha-nominal"} == set(report.labels)


def test_chosen_values_have_a_confusion_and_all_a_course(report: Report) -> None:
    assert {(one.layer, one.field) for one in report.confusions} == {
        ("entity", "type"),
        ("stance", "polarity"),
    }
    assert set(report.drifts) == {("entity", None), ("entity", "type"), ("stance", "polarity")}


def test_a_project_with_nothing_to_compare_has_a_report_of_nothing(tmp_path: Path) -> None:
    wanted = Survey(questions=[("entity", None)], measures=["percent"])
    with create_project(tmp_path / "empty.selon") as project:
        found = reported(project.read, "empty", wanted)
    assert (found.articles, found.worked, found.confusions, found.drifts) == (0, {}, [], {})
    assert [one.value for one in found.findings] == [None]
