"""What looking for words in many articles asks of the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import Accept, RemoveArticles
from annotation.project import Project
from annotation.project.mentions import Standing, articles_having, standing_in, texts_of, words_between
from annotation.records import Span, Status
from tests.annotation.newsroom import ANN, TEXTS, newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The newsroom, open for writing."""
    with newsroom(tmp_path) as opened:
        yield opened


def test_articles_are_found_by_phrases_whatever_their_accents(project: Project) -> None:
    assert articles_having(project.read, ["nina ROUX"]) == ["a1", "a2"]
    assert articles_having(project.read, ["dépeche", "OTAN"]) == ["a1", "a3"]
    assert articles_having(project.read, ["Roux Nina"]) == []


def test_titles_are_not_texts(project: Project) -> None:
    assert articles_having(project.read, ["Title"]) == []


def test_words_that_the_index_does_not_know_are_looked_for_everywhere(project: Project) -> None:
    assert articles_having(project.read, ["👍"]) == ["a1", "a2", "a3"]


def test_the_words_of_the_corpus_are_known_folded_and_in_order(project: Project) -> None:
    assert words_between(project.read, "dep", "deq") == ["depeche"]
    assert "otan" in words_between(project.read, "o", "p")
    assert words_between(project.read, "zz", "zzz") == []


def test_asking_for_words_leaves_the_file_protected(project: Project) -> None:
    words_between(project.read, "a", "b")
    assert project.read.db.execute("PRAGMA query_only").fetchone() == (1,)
    with pytest.raises(Exception, match="readonly"):
        project.read.db.execute("DELETE FROM texts")


def test_texts_come_for_articles_that_are_there(project: Project) -> None:
    project.apply(RemoveArticles(articles=("a2",)))
    assert texts_of(project.read, ["a1", "a2"]) == {"a1": TEXTS["a1"]}


def test_records_of_a_layer_come_with_as_much_as_tells_whether_words_are_free(project: Project) -> None:
    record = next(one for one in project.read.annotations("a1", ["machine"]) if one.layer == "entity")
    project.apply(Accept(annotations=(record.id,), actor=ANN.id))
    found = standing_in(project.read, ["a1", "a3"], "entity", ["machine", ANN.id])
    assert list(found) == ["a1"]
    mine = next(one for one in found["a1"] if one.annotator == ANN.id)
    assert (mine.status, mine.basis, mine.spans) == (Status.ACCEPTED, record.id, record.spans["mention"])
    assert mine.features == record.features


def test_a_record_comes_to_the_same_read_or_made(project: Project) -> None:
    for record in project.read.annotations("a1", ["machine"]):
        (read,) = (
            one
            for one in standing_in(project.read, ["a1"], record.layer, ["machine"])["a1"]
            if one.id == record.id
        )
        made = Standing.of(record)
        assert (made.id, made.spans, made.features) == (read.id, read.spans, read.features)
        assert all(isinstance(span, Span) for span in read.spans)
