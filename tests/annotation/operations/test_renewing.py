"""Many articles follow the choices, a few at a time, and a cancel keeps what was done."""

import pytest

from annotation.detectors import SETTING, Choices
from annotation.operations import AddArticles, ArticleSuggestions, ChangeSetting, StoreSuggestions
from annotation.operations.renewing import renew_articles
from annotation.project import Project
from annotation.records import Span, Suggestion
from tests.annotation.newsroom import imported

IDS = [f"b{number}" for number in range(5)]


class Stopped(Exception):
    """Somebody cancelled."""


@pytest.fixture
def project(project: Project) -> Project:
    """Five articles with a suggestion that is half sure; then a threshold above that is chosen."""
    project.apply(AddArticles(imported=tuple(imported(id_, "Nina dit.") for id_ in IDS)))
    project.apply(StoreSuggestions(found=tuple(map(half_sure, IDS))))
    project.apply(ChangeSetting(key=SETTING, value=Choices(thresholds={"test": 0.6}).to_json()))
    return project


def half_sure(article: str) -> ArticleSuggestions:
    found = Suggestion(
        key="1", layer="entity", spans={"mention": (Span(0, 4),)}, origin="test/1", confidence=0.5
    )
    return ArticleSuggestions(article=article, lang="fr", suggestions=(found,))


def left(project: Project) -> list[str]:
    return [id_ for id_ in IDS if project.read.annotations(id_)]


def test_all_follow_and_it_is_told_how_far_it_is(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.operations.renewing._BATCH", 2)
    told: list[tuple[int, int]] = []
    renew_articles(project, IDS, lambda done, total: told.append((done, total)))
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert left(project) == []


def test_a_cancel_keeps_what_was_done(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.operations.renewing._BATCH", 2)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        renew_articles(project, IDS, stop)
    assert left(project) == IDS[2:]


def test_nothing_to_weigh_is_no_work(project: Project) -> None:
    told: list[tuple[int, int]] = []
    renew_articles(project, [], lambda done, total: told.append((done, total)))
    assert told == [(0, 0)]
    assert left(project) == IDS
