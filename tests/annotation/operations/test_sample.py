"""The bundled sample becomes a project in which every view has something to show."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import OperationError
from annotation.operations.sample import Sheet, create_sample_project
from annotation.project import Project, ProjectError
from annotation.records import Annotation, Article, Assignment, Decision, Span, quote
from tests.annotation.newsroom import dump, imported


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with create_sample_project(tmp_path_factory.mktemp("sample") / "sample.selon") as project:
        yield project


def test_it_is_a_whole_project(sample: Project) -> None:
    assert sample.check() == []
    assert sample.read.count_articles() >= 6
    assert not sample.read_only


def test_it_has_something_of_everything(sample: Project) -> None:
    people = [person for person in sample.read.annotators().values() if person.kind == "person"]
    assert len(people) >= 2
    assert {article.lang for article in sample.read.all(Article)} == {"fr", "en"}
    assert set(sample.read.counts()) == {"entity", "figure", "source", "stance"}
    assert sample.read.all(Assignment)
    assert sample.read.all(Decision)
    assert list(sample.read.entities())


def test_annotators_disagree_and_a_reviewer_has_decided(sample: Project) -> None:
    (article,) = {decision.article for decision in sample.read.all(Decision)}
    records = sample.read.annotations(article)
    whose = {record.annotator for record in records}
    assert "gold" in whose
    assert len(whose) >= 3
    assert {str(decision.outcome) for decision in sample.read.decisions(article)} >= {"taken", "rejected"}
    assert all(record.basis is None or sample.read.find(Annotation, record.basis) for record in records)


def test_every_record_holds_words_of_its_article(sample: Project) -> None:
    for article in sample.read.articles():
        text = sample.read.text(article)
        for record in sample.read.annotations(article):
            words = [one for spans in record.spans.values() for one in quote(text, spans)]
            assert words
            assert all(one.strip() == one for one in words)


def test_making_it_twice_gives_the_same_but_for_the_times(sample: Project, tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "again.selon") as again:
        ids = [[record.id for record in one.read.all(Annotation, "id")] for one in (sample, again)]
        assert ids[0] == ids[1]
        assert dump(again.path)["texts"] == dump(sample.path)["texts"]


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "sample.selon").write_text("mine")
    with pytest.raises(ProjectError, match="exists already"):
        create_sample_project(tmp_path / "sample.selon")
    assert (tmp_path / "sample.selon").read_text() == "mine"


@pytest.fixture
def sheet(sample: Project) -> Sheet:
    """A sheet about one short text."""
    found = imported("x", "Oui, dit-elle.\u00a0Oui, oui.")
    return Sheet({"article": "x", "annotators": []}, {"x": found}, sample.read.codebook)


def test_a_quote_is_found_where_it_stands_with_any_space(sheet: Sheet) -> None:
    assert sheet.find("dit-elle. Oui") == Span(5, 18)
    assert sheet.find({"quote": "Oui", "nth": 2}) == Span(15, 18)
    assert sheet.find({"quote": "oui", "in": "Oui, oui"}) == Span(20, 23)


@pytest.mark.parametrize("quote", ["Oui", "Non", {"quote": "Oui", "nth": 3}, {"quote": "Oui", "in": "Non"}])
def test_a_quote_that_is_not_found_once_is_refused(quote: str | dict[str, object], sheet: Sheet) -> None:
    with pytest.raises(OperationError, match="does not stand"):
        sheet.find(quote)


def test_it_is_one_step_of_the_journal(sample: Project) -> None:
    assert [str(entry.title) for entry in sample.history()] == ["Make the sample"]


def test_where_it_cannot_be_made_no_half_of_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OperationError("No.")

    monkeypatch.setattr("annotation.operations.sample._decide", fail)
    with pytest.raises(OperationError):
        create_sample_project(tmp_path / "sample.selon")
    assert list(tmp_path.iterdir()) == []
