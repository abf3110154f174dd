"""Taking back an act takes back what followed from it by itself, and nothing that a person did."""

import pytest

from annotation.operations import (
    Accept,
    AddArticles,
    Assign,
    EditArticle,
    MarkProgress,
    StoreSuggestions,
    TakeBack,
    own_id,
)
from annotation.project import Outdated, Project
from annotation.records import Article, AssignmentState, Changes
from tests.annotation.newsroom import ANN, BOB, TEXTS, dump, imported, named, suggestions


@pytest.fixture
def added(project: Project) -> Changes:
    """What importing one more article did: it has the words of the first one, and no known language."""
    return project.apply(AddArticles(imported=(imported("a4", TEXTS["a1"]),)))


def detect(project: Project) -> Changes:
    found = suggestions("a1")
    return project.apply(StoreSuggestions(found=(type(found)(
        article="a4", lang="fr", suggestions=found.suggestions,
    ),)))  # fmt: skip


def take_back(project: Project, *entries: int) -> Changes:
    """Undo journal entries, given the oldest first."""
    return project.apply(TakeBack(steps=tuple(project.changes(entry) for entry in reversed(entries))))


def test_an_import_is_taken_back_with_the_language_and_the_suggestions_that_detection_found(
    project: Project, added: Changes
) -> None:
    before = dump(project.path)
    detect(project)
    assert project.read.get(Article, "a4").lang == "fr"
    undone = take_back(project, added.entry)
    assert project.read.find(Article, "a4") is None
    assert undone.title == added.title
    take_back(project, undone.entry)
    again = project.read.get(Article, "a4")
    assert (again.lang, len(project.read.annotations("a4"))) == ("fr", 5)
    assert before["articles"] != dump(project.path)["articles"], "the language is kept"


def test_undo_and_redo_can_alternate_as_often_as_one_likes(project: Project, added: Changes) -> None:
    detect(project)
    there, entry = dump(project.path), added.entry
    gone = None
    for _round in range(3):
        entry = take_back(project, entry).entry
        gone = gone or dump(project.path)
        assert dump(project.path) == gone
        entry = take_back(project, entry).entry
        assert dump(project.path) == there


def test_who_only_looked_in_does_not_keep_an_article(project: Project, added: Changes) -> None:
    state = AssignmentState.STARTED
    project.apply(MarkProgress(article="a4", annotator=ANN.id, state=state, actor=ANN.id))
    take_back(project, added.entry)
    assert project.read.find(Article, "a4") is None
    assert project.read.queue(ANN.id) == []


def test_what_a_person_decided_keeps_the_article(project: Project, added: Changes) -> None:
    detect(project)
    record = project.read.annotations("a4")[0]
    accepted = project.apply(Accept(annotations=(record.id,), actor=ANN.id))
    before = dump(project.path)
    with pytest.raises(Outdated):
        take_back(project, added.entry)
    assert dump(project.path) == before
    take_back(project, accepted.entry)
    take_back(project, added.entry)
    assert project.read.find(Article, "a4") is None


def test_an_article_in_somebodys_queue_stays(project: Project, added: Changes) -> None:
    project.apply(Assign(articles=["a4"], annotator=BOB.id))
    with pytest.raises(Outdated):
        take_back(project, added.entry)


def test_an_article_whose_title_was_changed_stays(project: Project, added: Changes) -> None:
    project.apply(EditArticle(article="a4", values={"title": "Another"}))
    with pytest.raises(Outdated):
        take_back(project, added.entry)


def test_several_steps_are_taken_back_together_or_not_at_all(project: Project, added: Changes) -> None:
    other = project.apply(AddArticles(imported=(imported("a5", "Words."),)))
    project.apply(EditArticle(article="a4", values={"title": "Another"}))
    before = dump(project.path)
    with pytest.raises(Outdated):
        take_back(project, added.entry, other.entry)
    assert dump(project.path) == before


def test_an_import_of_several_steps_goes_and_comes_back_whole(project: Project) -> None:
    before = dump(project.path)
    entries = [
        project.apply(AddArticles(imported=(imported(f"b{number}", f"Words {number}."),))).entry
        for number in range(3)
    ]
    after = dump(project.path)
    undone = take_back(project, *entries)
    assert {key: rows for key, rows in dump(project.path).items() if key != "texts"} == {
        key: rows for key, rows in before.items() if key != "texts"
    }
    take_back(project, undone.entry)
    assert dump(project.path) == after


def test_an_ordinary_act_is_taken_back_as_ever(project: Project) -> None:
    suggested = named(project, "e1")
    done = project.apply(Accept(annotations=(suggested.id,), actor=ANN.id))
    undone = take_back(project, done.entry)
    assert own_id(suggested, ANN.id) not in {one.id for one in project.read.annotations("a1")}
    take_back(project, undone.entry)
    assert own_id(suggested, ANN.id) in {one.id for one in project.read.annotations("a1")}


def test_taking_nothing_back_is_called_undo(project: Project) -> None:
    assert not project.apply(TakeBack(steps=()))
    assert str(TakeBack(steps=()).title) == "Undo"
