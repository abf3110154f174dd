"""What is shown of one article beside the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import Accept, Assign, MarkArticles
from annotation.project import HIGHLIGHT, CorpusQuery, Project
from annotation.project.preview import snippets_in
from annotation.records import AssignmentState
from tests.annotation.newsroom import ANN, BOB, TEXTS, named, newsroom

ON, OFF = HIGHLIGHT


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def test_found_words_are_marked_in_title_and_text(project: Project) -> None:
    found = project.read.corpus.preview("a1", CorpusQuery(search="otan OR title title:a1 -zzz stance:favor"))
    assert found is not None
    assert found.title == f"{ON}Title{OFF} {ON}a1{OFF}"
    assert list(found.snippets) == [TEXTS["a1"].replace("OTAN", f"{ON}OTAN{OFF}").replace("\u202f", " ")]
    assert found.beginning == TEXTS["a1"]


def test_without_words_there_is_the_beginning_alone(project: Project) -> None:
    for typed in ("", "stance:favor", "otan", "!!"):
        found = project.read.corpus.preview("a3", CorpusQuery(search=typed))
        assert found is not None
        assert (found.title, found.snippets, found.beginning) == ("Title a3", (), TEXTS["a3"])


def test_it_says_who_did_what(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Assign(articles=("a1",), annotator=BOB.id))
    flagged = AssignmentState.FLAGGED
    project.apply(
        MarkArticles(articles=("a1",), annotator=BOB.id, state=flagged, reason="Blank", actor=BOB.id)
    )
    found = project.read.corpus.preview("a1", CorpusQuery(annotator=BOB.id))
    assert found is not None
    assert [(one.name, one.labels, one.state, one.reason, one.assigned) for one in found.doings] == [
        ("Ann", 1, "", "", False), ("Bob", 0, "flagged", "Blank", True)]  # fmt: skip
    assert found.row.state == "flagged"


def test_an_article_that_is_gone_has_none(project: Project) -> None:
    assert project.read.corpus.preview("gone", CorpusQuery()) is None


def test_places_far_apart_are_told_apart_and_near_ones_together() -> None:
    text = f"{'mot ' * 50}{ON}un{OFF} et {ON}deux{OFF} {'mot ' * 100}{ON}trois{OFF}."
    first, second = snippets_in(text)
    assert first.startswith("…mot mot")
    assert f"{ON}un{OFF} et {ON}deux{OFF}" in first
    assert first.endswith("mot…")
    assert second.endswith(f"{ON}trois{OFF}.")


@given(st.lists(st.sampled_from(["mot ", "x" * 90, f"{ON}un{OFF} ", "\n"]), max_size=40).map("".join))
def test_every_snippet_marks_something_and_closes_what_it_opens(text: str) -> None:
    for found in snippets_in(text):
        assert found.count(ON) == found.count(OFF) > 0
