"""Which articles can be reviewed."""

from pathlib import Path

from annotation.operations.sample import create_sample_project
from annotation.project import create_project


def test_an_empty_project_has_nothing_to_review(tmp_path: Path) -> None:
    project = create_project(tmp_path / "p.selon")
    assert project.ask(lambda reader: reader.reviewable()) == []
    project.close()


def test_articles_come_in_the_order_of_the_project(tmp_path: Path) -> None:
    project = create_sample_project(tmp_path / "p.selon")
    rows = [row.id for row in project.ask(lambda reader: reader.reviewable())]
    order = project.ask(lambda reader: reader.article_ids())
    assert rows == [id_ for id_ in order if id_ in rows]
    assert len(rows) >= 4
    project.close()
