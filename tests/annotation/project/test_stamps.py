"""When records of people's work were last touched."""

from pathlib import Path
from unittest.mock import Mock

from annotation.operations import AddAnnotations, Discard, EditFeatures, Revert
from annotation.project import Project
from annotation.project.stamps import Stamp, is_stamped, stamp_of
from annotation.records import Annotation, Article
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention


def stamp(project: Project, id_: str) -> Stamp | None:
    return project.read.find_stamp(Annotation, id_)


def test_what_is_written_has_a_stamp_and_what_is_removed_keeps_it(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        first = stamp(project, "b4")
        assert first is not None
        assert not first.gone
        project.apply(Discard(annotations=("b4",), actor="ben"))
        gone = stamp(project, "b4")
        assert gone is not None
        assert gone.gone
        assert gone.at >= first.at
        assert set(project.read.gone_stamps(Annotation)) == {"b4"}


def test_an_undo_is_a_touch_too(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        changes = project.apply(Discard(annotations=("b4",), actor="ben"))
        gone = stamp(project, "b4")
        project.apply(Revert(changes=changes))
        back = stamp(project, "b4")
        assert gone is not None
        assert back is not None
        assert not back.gone
        assert back.at >= gone.at


def test_a_record_from_before_there_were_stamps_has_that_of_its_edit(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        record = project.read.get(Annotation, "b4")
        nothing = Mock(find_stamp=Mock(return_value=None))
        assert stamp_of(nothing, record) == Stamp(record.updated)
        project.apply(EditFeatures(annotation="b4", features={"type": "LOC"}, actor="ben"))
        edited = project.read.get(Annotation, "b4")
        assert stamp_of(project.read, edited).at >= edited.updated


def test_suggestions_gold_and_articles_have_none(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        suggestion = mention("m1", "machine", "Union")
        project.apply(AddAnnotations(annotations=(suggestion,)))
        assert stamp(project, "m1") is None
        assert not is_stamped(project.read.get(Article, "a"))
