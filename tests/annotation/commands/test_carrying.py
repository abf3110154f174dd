"""The command `selon carry`."""

from pathlib import Path

import pytest

from annotation.operations import Accept, AddArticles
from annotation.operations.carrying import CARRIED
from annotation.operations.duplicates import MarkCopies
from annotation.project import open_project
from annotation.records import Annotation, Status
from tests.annotation.commands.runner import answer, refused, run
from tests.annotation.newsroom import ANN, TEXTS, imported, named, newsroom_file

COPY = "PARIS (AFP) — " + TEXTS["a1"].replace(" à l’OTAN", " devant les ambassadeurs")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The newsroom with two copies of the first article, one with other words in a place; Ann labelled it."""
    found = newsroom_file(tmp_path)
    with open_project(found) as project:
        project.apply(AddArticles(imported=(imported("k", COPY), imported("l", TEXTS["a1"] + "\n"))))
        project.apply(MarkCopies(groups=[("a1", "k", "l")]))
        keys = ("e1", "e2", "f1")
        project.apply(Accept(annotations=tuple(named(project, key).id for key in keys), actor=ANN.id))
    return found


def labels(path: Path, article: str) -> list[Annotation]:
    with open_project(path, read_only=True) as project:
        return [one for one in project.read.annotations(article) if one.origin == CARRIED]


def test_what_would_be_carried_is_told_and_nothing_is_changed(path: Path) -> None:
    found = answer("carry", path, "--annotator", "Ann", "--dry-run")
    assert (found["carried"], found["already"], found["not_carried"], found["done"]) == (5, 0, 1, False)
    first, second = found["copies"]
    assert (first["article"], first["from"], len(first["new"])) == ("k", "a1", 2)
    (kept,) = first["not_carried"]
    assert (kept["words"], kept["reason"]) == ("OTAN", "The copy has other words there.")
    assert (second["article"], second["not_carried"]) == ("l", [])
    assert labels(path, "k") == []


def test_labels_are_carried_in_one_step_and_again_adds_nothing(path: Path) -> None:
    with open_project(path, read_only=True) as project:
        before = project.read.last_entry()
    assert answer("carry", path, "--annotator", "ann")["done"]
    with open_project(path, read_only=True) as project:
        assert project.read.last_entry() == before + 1
    assert {one.status for one in labels(path, "l")} == {Status.ACCEPTED}
    again = answer("carry", path, "--annotator", "Ann")
    assert (again["carried"], again["already"], again["done"]) == (0, 5, False)


def test_people_read_how_many_and_why_not(path: Path) -> None:
    result = run("carry", path, "--annotator", "Ann", "--dry-run")
    head, *rest = result.stdout.splitlines()
    assert head == "5 labels would be carried to 2 copies."
    assert rest[-1] == "k  “OTAN” — The copy has other words there."
    assert run("carry", path, "--annotator", "Ann").stdout.startswith("Carried 5 labels to 2 copies.")


def test_suggestions_wait_for_somebody(path: Path) -> None:
    assert answer("carry", path, "--annotator", "Ann", "--suggested")["carried"] == 5
    assert {one.status for one in labels(path, "k")} == {Status.SUGGESTED}


def test_one_article_can_be_named_and_another_than_the_representative(path: Path) -> None:
    answer("carry", path, "--annotator", "Ann", "--article", "a1")
    found = answer("carry", path, "--annotator", "Ann", "--article", "k", "--dry-run")
    assert {one["article"] for one in found["copies"]} == {"a1", "l"}
    assert (found["carried"], found["already"]) == (0, 4)


def test_who_and_what_is_not_there_is_said(path: Path) -> None:
    assert "no annotator “Zoe”" in refused("carry", path, "--annotator", "Zoe")
    assert "no article with copies" in refused("carry", path, "--annotator", "Ann", "--article", "a2")
    assert "nothing to carry" in run("carry", path, "--annotator", "Bob").stdout


def test_many_that_are_not_carried_are_counted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.commands.carrying._MOST", 0)
    assert run("carry", path, "--annotator", "Ann", "--dry-run").stdout.endswith("and one more: see --json\n")
