"""The card tells how far annotators agree, where somebody can be compared with somebody."""

import pytest

from annotation.operations import AddAnnotations
from annotation.operations.sets import agreed
from annotation.operations.sets.agreed import comparable, measure_agreement
from annotation.project import Project
from tests.annotation.newsroom import annotation


def let_two_label(project: Project) -> None:
    words = {"mention": ["OTAN"]}
    project.apply(
        AddAnnotations(
            annotations=(
                annotation("x1", "p-ann", "entity", words, type="ORG"),
                annotation("x2", "p-bob", "entity", words, type="ORG"),
                annotation("x3", "p-ann", "figure", {"mention": ["Plus de"]}, kind="cardinal"),
            )
        )
    )


def test_nobody_to_compare_is_no_agreement(project: Project) -> None:
    assert measure_agreement(project.read, None, (), True) == ()


def test_layers_and_fields_have_their_usual_measure(project: Project) -> None:
    let_two_label(project)
    found = measure_agreement(project.read, None, (), None)
    assert ("entity", "", 1.0) in {(one.layer, one.field, one.value) for one in found}
    assert all("-" not in one.measure for one in found)
    assert {one.layer for one in measure_agreement(project.read, None, ("figure",), None)} <= {"figure"}


def test_only_chosen_articles_are_compared(project: Project) -> None:
    let_two_label(project)
    assert comparable(project.read, None) == ["a1"]
    assert comparable(project.read, {"a2"}) == []
    assert measure_agreement(project.read, {"a2"}, (), True) == ()


def test_what_takes_long_is_done_only_where_it_is_asked_for(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_two_label(project)
    monkeypatch.setattr(agreed, "FEW", 0)
    assert measure_agreement(project.read, None, (), None) == ()
    assert measure_agreement(project.read, None, (), True)
    assert measure_agreement(project.read, None, (), False) == ()
