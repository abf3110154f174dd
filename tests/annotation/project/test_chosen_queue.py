"""Parts of a queue, and the order that puts uncertain articles first."""

from pathlib import Path

from annotation.operations import ArticleSuggestions, Assign, MarkProgress, StoreSuggestions
from annotation.project import Project, QueueWish
from annotation.records import AssignmentState, Span, Suggestion
from tests.annotation.newsroom import ANN, newsroom


def unsure(article: str, confidence: float) -> ArticleSuggestions:
    found = Suggestion(key="1", layer="entity", spans={"mention": (Span(0, 3),)}, features={"type": "PER"},
                       confidence=confidence)  # fmt: skip
    return ArticleSuggestions(article=article, lang="fr", suggestions=(found,))


def queue(project: Project, **wish: object) -> list[str]:
    return list(project.read.corpus.queue(ANN.id, QueueWish(**wish)).articles)  # type: ignore[arg-type]  # any


def test_the_most_uncertain_come_first_and_what_is_over_last(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(StoreSuggestions(found=(unsure("a1", 0.9), unsure("a2", 0.5), unsure("a3", 0.2))))
        assert queue(project, uncertain_first=True) == ["a2", "a3", "a1"]
        done = AssignmentState.DONE
        project.apply(MarkProgress(article="a2", annotator=ANN.id, state=done, actor=ANN.id))
        assert queue(project, uncertain_first=True) == ["a3", "a1", "a2"]


def test_a_filter_leaves_a_part_of_what_is_assigned_or_of_everything(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        project.apply(Assign(articles=("a2", "a1"), annotator=ANN.id))
        assert queue(project) == ["a2", "a1"]
        assert queue(project, filters="stance:favor") == ["a1"]
        assert queue(project, everything=True) == ["a1", "a2", "a3"]
        assert queue(project, everything=True, filters="dépêche") == ["a3"]
