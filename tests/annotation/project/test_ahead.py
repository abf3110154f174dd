"""A reader that knows some articles beforehand answers as the one that it is made of."""

from pathlib import Path

from annotation.adjudication import read_comparison
from annotation.operations.sample import create_sample_project
from annotation.project import ProjectReader, ReadAhead, read_ahead
from annotation.records import Article


def test_everything_is_answered_alike_known_or_not(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        assert len(sample.ask(check_alike)) == 9


def check_alike(reader: ProjectReader) -> list[str]:
    ids = reader.article_ids()
    ahead = ReadAhead(reader, ids[: len(ids) // 2])
    for id_ in ids:
        article = reader.get(Article, id_)
        assert ahead.get(Article, id_) == article
        assert ahead.text(article) == reader.text(article)
        for known in (id_, article):
            assert ahead.annotations(known) == reader.annotations(known)
            assert ahead.annotations(known, ["anna"]) == reader.annotations(known, ["anna"])
            assert ahead.decisions(known) == reader.decisions(known)
        assert ahead.assignments_of(id_) == reader.assignments_of(id_)
        assert ahead.trained_on(id_) == reader.trained_on(id_)
    assert ahead.annotators() == reader.annotators()
    assert list(ahead.entities()) == list(reader.entities())
    assert ahead.codebook == reader.codebook
    return ids


def test_articles_come_in_their_order_each_with_a_reader_that_knows_it(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        reader = sample.read
        ids = [row.id for row in reader.reviewable()]
        found = {article: read_comparison(ahead, article) for article, ahead in read_ahead(reader, ids)}
        assert list(found) == ids
        assert found[ids[0]] == read_comparison(reader, ids[0])


def test_nothing_is_read_of_no_articles(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        assert list(read_ahead(sample.read, ())) == []
