"""Packages for annotators."""

from pathlib import Path

import pytest

from annotation.operations import Assign, ChangeSetting, OperationError, pack_for
from annotation.operations.sample import create_sample_project
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.operations.unfinished import UNFINISHED
from annotation.project import PACKED, Project, ProjectError, open_project
from annotation.records import AnnotatorKind, Entity


@pytest.fixture
def sample(tmp_path: Path) -> Project:
    return create_sample_project(tmp_path / "sample.selon")


def test_a_package_holds_the_work_of_one_and_the_suggestions(sample: Project, tmp_path: Path) -> None:
    with sample:
        found = pack_for(sample, "camille", tmp_path / "camille.selon")
        entities = sum(1 for _entity in sample.read.entities())
        suggested = sample.read.annotations(sample.read.queue(found.annotator.id)[0].article, ["machine"])
    with open_project(found.path) as package:
        people = [one for one in package.read.annotators().values() if one.kind is AnnotatorKind.PERSON]
        assert [one.name for one in people] == ["Camille"]
        assert package.read.count_articles() == found.articles > 0
        assert len(package.read.all(Entity)) == entities
        first = package.read.queue(found.annotator.id)[0].article
        assert [one.id for one in package.read.annotations(first, ["machine"])] == [
            one.id for one in suggested
        ]
        everyone = {
            one.annotator for id_ in package.read.article_ids() for one in package.read.annotations(id_)
        }
        assert everyone <= {found.annotator.id, "machine"}
        assert not [one for id_ in package.read.article_ids() for one in package.read.decisions(id_)]
        assert package.history() == []
        packed = package.read.setting(PACKED)
        assert isinstance(packed, dict)
        assert packed["annotator"] == found.annotator.id
        assert not package.check()


def test_a_new_name_is_added_and_gets_what_is_assigned(sample: Project, tmp_path: Path) -> None:
    with sample:
        with pytest.raises(OperationError, match="assign"):
            pack_for(sample, "Zoé", tmp_path / "zoe.selon")
        found = pack_for(sample, "Zoé", tmp_path / "zoe.selon", everything=True)
        assert found.annotator.id in sample.read.annotators()
        assert found.articles == sample.read.count_articles()
        sample.apply(Assign(articles=["rent-cap"], annotator=found.annotator.id))
        again = pack_for(sample, "zoé", tmp_path / "zoe-2.selon")
        assert (again.annotator.id, again.articles) == (found.annotator.id, 1)


def test_what_the_lead_has_not_ended_stays_with_the_lead(sample: Project, tmp_path: Path) -> None:
    with sample:
        for key in (UNFINISHED, CODEBOOK_DRAFT, "kept"):
            sample.apply(ChangeSetting(key=key, value={"a": 1}))
        found = pack_for(sample, "Camille", tmp_path / "camille.selon")
    with open_project(found.path, read_only=True) as package:
        assert package.read.setting("kept") == {"a": 1}
        assert package.read.setting(UNFINISHED) is None
        assert package.read.setting(CODEBOOK_DRAFT) is None


def test_the_machine_gets_no_package(sample: Project, tmp_path: Path) -> None:
    with sample, pytest.raises(OperationError, match="no person"):
        pack_for(sample, "gold", tmp_path / "gold.selon")


def test_a_file_that_is_there_is_never_replaced(sample: Project, tmp_path: Path) -> None:
    taken = tmp_path / "taken.selon"
    taken.write_text("mine")
    with sample, pytest.raises(ProjectError, match="exists already"):
        pack_for(sample, "Camille", taken)
    assert taken.read_text() == "mine"


def test_a_package_that_is_cancelled_leaves_nothing(sample: Project, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with sample, pytest.raises(KeyboardInterrupt):
        pack_for(sample, "Camille", tmp_path / "camille.selon", progress=stop)
    assert not (tmp_path / "camille.selon").exists()
