"""What detection has left: how sure its suggestions are, counted a few articles at a time."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import (
    Accept,
    AddArticles,
    ArticleSuggestions,
    Discard,
    PutAnnotator,
    StoreSuggestions,
)
from annotation.project import Project, create_project
from annotation.project.detected import Confidences, detector_name
from annotation.records import Annotation, Span, Suggestion
from tests.annotation.newsroom import ANN, imported

SURE: dict[str, tuple[float | None, ...]] = {"a": (0.2, 0.75, 0.9), "b": (0.9, None), "c": ()}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Three articles, one without suggestions."""
    with create_project(tmp_path / "x.selon") as made:
        made.apply(PutAnnotator(annotator=ANN))
        for id_ in SURE:
            made.apply(
                AddArticles(imported=(imported(id_, f"{id_} " * 20, lang="fr" if id_ != "c" else ""),))
            )
        found = tuple(
            ArticleSuggestions(
                article=id_, lang="", suggestions=tuple(map(suggestion, range(len(sure)), sure))
            )
            for id_, sure in SURE.items()
        )
        made.apply(StoreSuggestions(found=found))
        yield made


def suggestions(article: str) -> ArticleSuggestions:
    sure = SURE[article]
    found = tuple(suggestion(place, one) for place, one in enumerate(sure))
    return ArticleSuggestions(article=article, lang="", suggestions=found)


def suggestion(place: int, sure: float | None) -> Suggestion:
    return Suggestion(
        key=str(place), layer="entity", spans={"mention": (Span(place * 2, place * 2 + 1),)},
        confidence=sure, origin="entities/2 some_model-3.8.0" if sure else "figures/1",
    )  # fmt: skip


def whole(project: Project, limit: int) -> dict[str, Confidences]:
    found: dict[str, Confidences] = {}
    part = project.read.tally(limit=limit)
    while part.last is not None:
        for name, some in part.found.items():
            found[name] = found.get(name, Confidences()) + some
        part = project.read.tally(part.last, limit)
    return found


@pytest.mark.parametrize("limit", [1, 2, 500])
def test_the_parts_add_up_however_large_they_are(project: Project, limit: int) -> None:
    found = whole(project, limit)
    assert dict(found["entities"].percents) == {20: 1, 75: 1, 90: 2}
    assert (found["figures"].unsaid, found["figures"].total) == (1, 1)


def test_what_somebody_decided_about_is_not_counted(project: Project) -> None:
    first, second, *_rest = project.read.annotations("a")
    project.apply(Accept(annotations=(first.id,), actor=ANN.id))
    project.apply(Discard(annotations=(second.id,), actor=ANN.id))
    assert dict(whole(project, 500)["entities"].percents) == {90: 2}
    assert isinstance(project.read.get(Annotation, first.id), Annotation)


def test_languages_are_counted_the_commonest_first(project: Project) -> None:
    assert list(project.read.languages().items()) == [("fr", 2), ("", 1)]


def test_an_empty_project_has_nothing_to_count(tmp_path: Path) -> None:
    with create_project(tmp_path / "empty.selon") as made:
        assert made.read.tally().last is None
        assert made.read.languages() == {}


def test_those_that_say_nothing_reach_every_threshold() -> None:
    some = Confidences(percents={20: 1, 75: 2, 90: 4}, unsaid=8)
    assert [some.reaching(least) for least in (0, 0.2, 0.21, 0.75, 0.9, 1)] == [15, 15, 14, 14, 12, 8]


@given(st.dictionaries(st.integers(0, 100), st.integers(1, 9)), st.integers(1, 100))
def test_bins_hold_everything(percents: dict[int, int], number: int) -> None:
    some = Confidences(percents=percents)
    assert len(some.bins(number)) == number
    assert sum(some.bins(number)) == some.total == Counter(percents).total()


@pytest.mark.parametrize(
    ("origin", "name"), [("entities/2 model-3.8.0", "entities"), ("figures/1", "figures"), ("", "")]
)
def test_an_origin_begins_with_its_detector(origin: str, name: str) -> None:
    assert detector_name(origin) == name
