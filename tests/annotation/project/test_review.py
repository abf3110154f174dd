"""Which articles can be reviewed."""

from pathlib import Path

from annotation.operations import ChangeSetting
from annotation.operations.sample import create_sample_project
from annotation.project import create_project
from annotation.project.review import TRAINING
from annotation.records import Json


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


def test_training_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    project = create_sample_project(tmp_path / "p.selon")
    first = project.read.reviewable()[0]
    kept, trained = first.annotators[0], first.annotators[1:]
    rounds: Json = [{"articles": [first.id], "annotators": list(trained)}, "no round", {"articles": 3}]
    project.apply(ChangeSetting(key=TRAINING, value=rounds))
    assert first.id not in [row.id for row in project.read.reviewable()]
    assert project.read.reviewable([first.id], training=True) == [first]
    assert project.read.trained_on(first.id) == frozenset(trained)
    assert kept not in project.read.trained_on(first.id)
    project.close()
