"""Acts on very many articles: in parts, watched, stopped between two of them."""

from pathlib import Path

import pytest

from annotation.operations import TagArticles
from annotation.operations import bulk as bulk_module
from annotation.operations.bulk import do_in_parts
from tests.annotation.newsroom import newsroom


def test_parts_are_done_one_after_the_other_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "PART", 2)
    told: list[tuple[int, int]] = []
    with newsroom(tmp_path) as project:
        before = len(project.history())
        changed = do_in_parts(
            project,
            lambda part: TagArticles(articles=part, add=("war",)),
            ["a1", "a2", "a3"],
            lambda done, total: told.append((done, total)),
        )
        assert changed == 3
        assert told == [(0, 3), (2, 3), (3, 3)]
        assert len(project.history()) == before + 2


def test_what_the_report_raises_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_module, "PART", 1)

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with newsroom(tmp_path) as project:
        with pytest.raises(InterruptedError):
            do_in_parts(project, lambda part: TagArticles(articles=part, add=("x",)), ["a1", "a2"], stop)
        assert [found.articles for found in project.read.corpus.tags()] == [1]


def test_nothing_is_nothing(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        assert do_in_parts(project, lambda part: TagArticles(articles=part), [], lambda _d, _t: None) == 0
