"""Several operations as one step, and undoing."""

from dataclasses import dataclass

import pytest

from annotation.i18n import Message
from annotation.operations import (
    Accept,
    AddAnnotations,
    ChangeSetting,
    EditNote,
    OperationError,
    PutAnnotator,
    Revert,
    Together,
)
from annotation.project import Outdated, Project, Writer
from annotation.records import Annotation, Annotator, Setting
from tests.annotation.newsroom import ANN, annotation, dump, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Fail:
    """An operation that changes something and then cannot be done."""

    title: Message
    actor: str = ""

    def apply(self, writer: Writer) -> None:
        writer.put(Setting(id="half", value="done"))
        raise OperationError("No.")


def test_several_operations_are_one_step_with_one_title(project: Project) -> None:
    both = Together(
        operations=(ChangeSetting(key="a", value=1), ChangeSetting(key="b", value=2)),
        title=Message("Two settings"),
        actor=ANN.id,
    )
    changes = project.apply(both)
    assert len(changes.items) == 2
    (entry, *_others) = project.history()
    assert (str(entry.title), entry.operation, entry.actor) == ("Two settings", "Together", ANN.id)


def test_when_one_of_several_fails_none_has_happened(project: Project) -> None:
    before = dump(project.path)
    both = Together(
        operations=(ChangeSetting(key="a", value=1), Fail(title=Message("x"))), title=Message("x")
    )
    with pytest.raises(OperationError, match=r"No\."):
        project.apply(both)
    assert dump(project.path) == before


def test_undoing_is_an_operation_of_its_own_that_can_be_undone(project: Project) -> None:
    changes = project.apply(ChangeSetting(key="a", value=1))
    undone = project.apply(Revert(changes=changes, actor=ANN.id))
    assert project.read.setting("a") is None
    assert str(undone.title) == "Undo"
    project.apply(Revert(changes=undone))
    assert project.read.setting("a") == 1


def test_what_was_changed_again_cannot_be_undone_before_that(project: Project) -> None:
    suggestion = named(project, "e1").id
    first = project.apply(Accept(annotations=(suggestion,), actor=ANN.id))
    second = project.apply(EditNote(annotation=suggestion, note="x", actor=ANN.id))
    before = dump(project.path)
    with pytest.raises(Outdated, match="“Accept” cannot be undone"):
        project.apply(Revert(changes=first))
    assert dump(project.path) == before
    project.apply(Revert(changes=second))
    assert project.apply(Revert(changes=first))


def test_what_others_came_to_need_cannot_be_undone(project: Project) -> None:
    added = project.apply(PutAnnotator(annotator=Annotator(id="p-new", name="New")))
    record = annotation("x1", "p-new", "entity", {"mention": ["OTAN"]})
    project.apply(AddAnnotations(annotations=(record,)))
    with pytest.raises(Outdated):
        project.apply(Revert(changes=added))
    assert project.read.find(Annotation, "x1")


def test_the_same_undo_twice_is_refused(project: Project) -> None:
    changes = project.apply(ChangeSetting(key="a", value=1))
    project.apply(Revert(changes=changes))
    with pytest.raises(Outdated):
        project.apply(Revert(changes=changes))
