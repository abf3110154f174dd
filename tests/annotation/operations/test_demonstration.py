"""The main job on the sample, with a stand-in for the detectors, which have tests of their own."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from annotation.operations import ArticleSuggestions, OperationError, StoreSuggestions, demonstration
from annotation.operations.demonstration import demonstrate
from annotation.operations.detecting import DetectionReport
from annotation.project import Door, open_project
from annotation.records import Span, Suggestion


class NoWorkers:
    """A pool in which nothing is started."""

    def __init__(self, workers: int) -> None:
        assert workers == 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""


def find_nothing(
    door: Door, pool: object, articles: object, lang: str, progress: Callable[[int, int], None]
) -> DetectionReport:
    """Detection that reads every article and finds nothing."""
    total = door.ask(lambda reader: reader.count_articles())
    progress(total, total)
    return DetectionReport(articles=total)


@pytest.fixture(autouse=True)
def without_detectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demonstration, "DetectionPool", NoWorkers)
    monkeypatch.setattr(demonstration, "detect_articles", find_nothing)


def test_a_project_and_its_dataset_are_written(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written = demonstrate(tmp_path / "far" / "demo", lambda *now: told.append(now))
    assert written.project == tmp_path / "far" / "demo" / "sample.selon"
    assert [path.name for path in written.files] == ["articles.jsonl", "entities.jsonl"]
    assert all(path.is_file() for path in written.files)
    assert told == [(written.articles, written.articles)]
    with open_project(written.project, read_only=True) as project:
        assert project.read.count_articles() == written.articles
        assert written.annotations > 0


def test_doing_it_again_goes_on_with_the_same_project(tmp_path: Path) -> None:
    first = demonstrate(tmp_path, lambda done, total: None)
    assert demonstrate(tmp_path, lambda done, total: None) == first


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OperationError, match=r"The folder “.*demo” cannot be made \(Not a directory\)"):
        demonstrate(tmp_path / "file" / "demo", lambda done, total: None)


def test_what_is_found_is_counted_beside_what_people_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_one_each(
        door: Door, pool: object, articles: object, lang: str, progress: Callable[[int, int], None]
    ) -> DetectionReport:
        ids = door.ask(lambda reader: reader.article_ids())
        found = Suggestion(key="1", layer="entity", spans={"mention": (Span(0, 3),)}, features={})
        for article in ids:
            every = ArticleSuggestions(article=article, lang="fr", suggestions=(found,))
            door.apply(StoreSuggestions(found=(every,)))
        made = door.ask(lambda reader: reader.count_suggestions(ids))
        return DetectionReport(articles=len(ids), suggestions=Counter(made))

    alone = demonstrate(tmp_path / "without", lambda done, total: None)
    monkeypatch.setattr(demonstration, "detect_articles", find_one_each)
    written = demonstrate(tmp_path / "with", lambda done, total: None)
    assert written.annotations == alone.annotations
    assert written.suggestions > written.articles  # what people marked is suggested where it stands again


def test_when_it_is_stopped_a_sound_project_is_left_and_no_dataset(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        demonstrate(tmp_path, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["sample.selon"]
    with open_project(tmp_path / "sample.selon") as project:
        assert project.check() == []
