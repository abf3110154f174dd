"""Double-blind work: switched on and off, undone, in packages, and the letters for names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import OperationError, Revert, merge_packages, pack_for
from annotation.operations.blinding import SetBlinding, blinding_in, hidden_places, names_in, shown_names
from annotation.project import CorpusQuery, Project, open_project
from annotation.records import GOLD, MACHINE, Annotator
from annotation.records.blinding import Blinding
from tests.annotation.adjudication.feedback.decided import create_decided_project

RITA = Blinding(reviewers=("rita",))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_decided_project(tmp_path / "p.selon") as made:
        yield made


def test_it_is_switched_on_undone_and_lifted(project: Project) -> None:
    assert blinding_in(project.read) is None
    changes = project.apply(SetBlinding(blinding=RITA, actor="rita"))
    assert blinding_in(project.read) == RITA
    project.apply(Revert(changes=changes, actor="rita"))
    assert blinding_in(project.read) is None
    project.apply(SetBlinding(blinding=RITA))
    project.apply(SetBlinding(blinding=None))
    assert blinding_in(project.read) is None


def test_somebody_of_the_project_has_to_review(project: Project) -> None:
    for reviewers in ((), ("nobody",), (MACHINE.id,)):
        with pytest.raises(OperationError, match="somebody who reviews"):
            project.apply(SetBlinding(blinding=Blinding(reviewers=reviewers)))
    assert blinding_in(project.read) is None


def test_names_are_letters_as_long_as_it_is_on(project: Project) -> None:
    assert names_in(project.read)["anna"] == "Anna"
    project.apply(SetBlinding(blinding=RITA))
    found = names_in(project.read)
    assert {found[who] for who in ("anna", "ben", "rita")} == {f"Annotator {letter}" for letter in "ABC"}
    assert found[GOLD.id] == GOLD.name


def test_a_letter_stays_when_others_join() -> None:
    few = {str(number): Annotator(id=str(number), name=f"N{number}") for number in range(4)}
    many = few | {str(number): Annotator(id=str(number), name=f"N{number}") for number in range(4, 30)}
    assert hidden_places(few).items() <= hidden_places(many).items()
    names = shown_names(many, blind=True).values()
    assert len(set(names)) == len(many)
    assert "Annotator 30" in names


def test_a_package_is_blind_without_naming_who_reviews(project: Project, tmp_path: Path) -> None:
    project.apply(SetBlinding(blinding=RITA))
    pack_for(project, "Anna", tmp_path / "anna.selon", everything=True)
    with open_project(tmp_path / "anna.selon", read_only=True) as package:
        assert blinding_in(package.read) == Blinding()
        assert set(package.read.annotators()) == {"anna", MACHINE.id, GOLD.id}
    merge_packages(project, [tmp_path / "anna.selon"])
    assert blinding_in(project.read) == RITA


def test_an_annotator_finds_and_counts_only_their_own(project: Project) -> None:
    def ask(search: str, who: str) -> int:
        query = CorpusQuery(search=search, annotator=who, veiled=True)
        return len(project.read.corpus.ids(query))

    assert [ask("entity:mardi", who) for who in ("anna", "ben")] == [0, 1]
    assert [ask("labels>6", who) for who in ("anna", "ben", "rita")] == [0, 1, 0]
    assert [ask("entity>=4", who) for who in ("anna", "ben")] == [0, 1]
    assert [ask("has:labels", who) for who in ("anna", "rita")] == [1, 0]
    (anna,), (ben,), (rita,) = (
        project.read.corpus.rows(["a"], who, veiled=True) for who in ("anna", "ben", "rita")
    )
    assert (anna.labels, ben.labels, rita.labels) == (6, 7, 0)
    assert (anna.annotators, rita.annotators) == (("Anna",), ())
    (everything,) = project.read.corpus.rows(["a"], "anna")
    assert (everything.labels, everything.annotators) == (13, ("Anna", "Ben"))


def test_an_annotator_is_told_of_nobody_else(project: Project) -> None:
    query = CorpusQuery(annotator="anna", veiled=True, sort="labels")
    preview = project.read.corpus.preview("a", query)
    assert preview is not None
    assert [one.name for one in preview.doings] == ["Anna"]
    for facet, seen in (("layers", {"entity", "source", "figure", "stance"}), ("assigned", set())):
        assert {one.value for one in project.read.corpus.facet(facet, query)} == seen
    assert project.read.corpus.facet("layers", CorpusQuery(annotator="rita", veiled=True)) == []
    with pytest.raises(Exception, match="nobody called “Ben”"):
        project.read.corpus.ids(CorpusQuery(search="annotator:Ben", annotator="anna", veiled=True))
