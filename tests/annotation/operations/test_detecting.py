"""Articles are read one after the other, what is found is stored in small portions, and it can be stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

import pytest

from annotation.detectors import Detection, DetectionError, Job, Readers, Setup
from annotation.detectors._runner import Failure
from annotation.operations import AddArticles, RemoveArticles
from annotation.operations.detecting import AUTO, DetectionReport, detect_articles
from annotation.project import Operation, Project, ProjectReader
from annotation.records import Article, Changes, Span, Status, Suggestion
from tests.annotation.newsroom import imported

T = TypeVar("T")


class Stop(Exception):
    """What a progress raises to cancel."""


class Reading:
    """A pool that finds in every article what `find` gives; it remembers what it was asked."""

    def __init__(self, find: Callable[[Job], Detection]) -> None:
        self._find = find
        self.jobs: list[Job] = []

    def map(self, jobs: Iterable[Job], setup: Setup) -> Iterator[tuple[str, Detection]]:
        self.setup = setup
        for job in jobs:
            self.jobs.append(job)
            yield job.id, self._find(job)


class Door:
    """The project, with what went through and a deed to do at the first operation."""

    def __init__(self, project: Project, meanwhile: Callable[[], object] = lambda: None) -> None:
        self._project = project
        self._meanwhile: Callable[[], object] | None = meanwhile
        self.done: list[Changes] = []

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        return self._project.ask(question)

    def apply(self, operation: Operation) -> Changes:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile:
            meanwhile()
        self.done.append(self._project.apply(operation))
        return self.done[-1]


def suggest(job: Job, number: int = 1, **more: object) -> Detection:
    """So many suggestions at the start of an article."""
    found = [
        Suggestion(key=f"{n}", layer="entity", spans={"mention": (Span(n, n + 2),)}, features={"type": "PER"})
        for n in range(number)
    ]
    values = {"lang": "fr", "suggestions": (), "models": ("fr-1",), "heard": tuple(found), **more}
    return Detection(**values)  # type: ignore[arg-type]  # the values that a test gives are of the right kinds


def detect(
    project: Project | Door,
    find: Callable[[Job], Detection] = suggest,
    articles: list[str] | None = None,
    lang: str = AUTO,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> DetectionReport:
    door = project if isinstance(project, Door) else Door(project)
    return detect_articles(door, cast(Readers, Reading(find)), articles, lang, progress)


def test_every_article_is_read_where_none_is_named(project: Project) -> None:
    report = detect(project)
    assert (report.articles, report.suggestions, report.models) == (3, {"entity": 3}, {"fr-1"})
    assert report.seconds >= 0
    for article in ("a1", "a2", "a3"):
        found = project.read.annotations(article, ["machine"])
        assert [one.status for one in found] == [Status.SUGGESTED]


def test_only_the_articles_that_are_named_are_read(project: Project) -> None:
    assert detect(project, articles=["a3"]).articles == 1
    assert len(project.read.annotations("a1", ["machine"])) == 5


def test_nothing_to_read_is_no_work(project: Project) -> None:
    told: list[tuple[int, int]] = []
    report = detect(project, articles=[], progress=lambda done, total: told.append((done, total)))
    assert (report.articles, set(told)) == (0, {(0, 0)})


@pytest.mark.parametrize(("lang", "asked"), [(AUTO, ""), ("en", "en")])
def test_an_articles_own_language_counts_unless_another_is_asked_for(
    lang: str, asked: str, project: Project
) -> None:
    jobs: list[Job] = []

    def find(job: Job) -> Detection:
        jobs.append(job)
        return suggest(job)

    project.apply(AddArticles(imported=(imported("a4", "Some words.", lang="de"),)))
    detect(project, find, ["a4", "a3"], lang)
    assert [job.lang for job in jobs] == (["de", asked] if lang == AUTO else ["en", "en"])
    assert [job.title for job in jobs] == ["Title a4", "Title a3"]


def test_many_suggestions_are_stored_in_portions_that_hold_nobody_up(project: Project) -> None:
    ids = [f"b{n}" for n in range(8)]
    project.apply(AddArticles(imported=tuple(imported(id_, "x" * 90) for id_ in ids)))
    door = Door(project)
    detect(door, lambda job: suggest(job, 60), ids)
    sizes = [
        sum(1 for item in changes.items if not isinstance(item.record, Article)) for changes in door.done
    ]
    assert sizes == [180, 180, 120]


def test_progress_is_told_after_what_it_counts_is_stored(project: Project) -> None:
    told: list[int] = []

    def progress(done: int, total: int) -> None:
        stored = len(project.read.annotations("a1", ["machine"])) == 1
        told.append(done)
        assert total == 1
        assert stored == (done == 1)

    detect(project, articles=["a1"], progress=progress)
    assert (told[0], told[-1]) == (0, 1)


def test_when_it_is_stopped_what_was_stored_stays_whole_and_the_rest_is_untouched(project: Project) -> None:
    ids = [f"b{n}" for n in range(4)]
    project.apply(AddArticles(imported=tuple(imported(id_, "x" * 300) for id_ in ids)))

    def progress(done: int, total: int) -> None:
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        detect(project, lambda job: suggest(job, 200), ids, progress=progress)
    assert [len(project.read.annotations(id_)) for id_ in ids] == [200, 200, 0, 0]


def test_an_article_that_was_removed_before_its_turn_is_left_out(project: Project) -> None:
    project.apply(RemoveArticles(articles=("a2",)))
    report = detect(project, articles=["a1", "a2", "a3"])
    assert (report.articles, report.failures) == (2, [])


def test_an_article_that_is_removed_while_it_is_read_is_left_out(project: Project) -> None:
    door = Door(project, meanwhile=lambda: project.apply(RemoveArticles(articles=("a2",))))
    detect(door, articles=["a1", "a2", "a3"])
    assert project.read.article_ids() == ["a1", "a3"]
    assert len(project.read.annotations("a3")) == 1


def test_parts_that_failed_and_languages_without_a_pipeline_are_reported(project: Project) -> None:
    answers = {
        "a1": Detection("en"),
        "a2": Detection("xx", failures=(Failure("language", "There is no data."),)),
        "a3": Detection("fr", models=("fr-1",)),
    }
    report = detect(project, lambda job: answers[job.id])
    assert report.failures == [("a2", "There is no data.")]
    assert report.without_model == {"en"}


def test_an_error_of_the_pool_comes_through_and_what_was_stored_stays(project: Project) -> None:
    def find(job: Job) -> Detection:
        if job.id == "a2":
            raise Stop
        return suggest(job, 200)

    project.apply(AddArticles(imported=(imported("a0", "x" * 300),)))
    with pytest.raises(Stop):
        detect(project, find, ["a0", "a2"])
    assert len(project.read.annotations("a0")) == 200


@pytest.mark.parametrize("part", ["process", "detection"])
def test_an_article_that_could_not_be_read_keeps_what_it_has_and_stays_unread(
    project: Project, part: str
) -> None:
    before = project.read.annotations("a1")
    done: list[int] = []

    def find(job: Job) -> Detection:
        return suggest(job) if job.id != "a1" else Detection("fr", failures=(Failure(part, "It was lost."),))

    report = detect(project, find, progress=lambda now, total: done.append(now))
    assert project.read.annotations("a1") == before
    assert (report.articles, report.failures) == (2, [("a1", "It was lost.")])
    assert done[-1] == 3


@pytest.mark.parametrize("error", [KeyboardInterrupt(), DetectionError("The cluster was lost.")])
def test_what_was_found_is_stored_when_the_readers_cannot_go_on(
    project: Project, error: BaseException
) -> None:
    def find(job: Job) -> Detection:
        if job.id == "a3":
            raise error
        return suggest(job)

    project.apply(AddArticles(imported=(imported("a0", "x" * 300),)))
    with pytest.raises(type(error)):
        detect(project, find, ["a0", "a3"])
    assert len(project.read.annotations("a0")) == 1
    assert "a0" not in project.read.unread_ids()
