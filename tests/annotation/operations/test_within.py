"""Detecting in a part of an article: what lies outside it stays, what points across the border still does."""

import pytest

from annotation.detectors import Detection, Failure, Job, Setup
from annotation.operations import Accept, AddArticles, ArticleSuggestions, StoreSuggestions
from annotation.operations.within import detect_within, is_within, merge_within
from annotation.project import Missing, Project
from annotation.records import MACHINE, Annotation, Json, Span, Suggestion
from tests.annotation.newsroom import ANN, imported

TEXT = "Nina dit 12. Omar dit 30."
FIRST, SECOND = Span(0, 12), Span(13, 25)
NINA, OMAR, TWELVE, THIRTY = Span(0, 4), Span(13, 17), Span(9, 11), Span(22, 24)


def item(key: str, layer: str, span: Span, role: str = "mention", **features: Json) -> Suggestion:
    return Suggestion(key=key, layer=layer, spans={role: (span,)}, features=features, origin="test/1")


SOURCE = item("a/1", "source", Span(0, 25), "content", speech="direct")
HEARD = (
    item("e/1", "entity", NINA, type="PER"),
    item("e/2", "entity", OMAR, type="PER"),
    SOURCE,
    item("f/1", "figure", TWELVE, kind="cardinal", source="a/1"),
    item("f/2", "figure", THIRTY, kind="cardinal", source="a/1"),
)
NOW = (
    item("a/7", "source", Span(0, 25), "content", speech="indirect"),
    item("e/1", "entity", OMAR, type="ORG"),
    item("f/1", "figure", THIRTY, kind="ordinal", source="a/7"),
)


class Reader:
    """Hears what it is told to, whatever it reads."""

    def __init__(self, heard: tuple[Suggestion, ...], *failures: Failure) -> None:
        self.heard = heard
        self.failures = failures

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        return Detection(job.lang, heard=self.heard, failures=self.failures)


@pytest.fixture
def project(project: Project) -> Project:
    """The newsroom and an article in which all of HEARD was heard."""
    project.apply(AddArticles(imported=(imported("p", TEXT, lang="fr"),)))
    found = ArticleSuggestions(article="p", lang="fr", suggestions=HEARD)
    project.apply(StoreSuggestions(found=(found,)))
    return project


def seen(project: Project) -> dict[tuple[str, Span], Annotation]:
    records = project.read.annotations("p", [MACHINE.id])
    return {(one.layer, next(iter(one.spans.values()))[0]): one for one in records}


def test_what_is_outside_stays_and_what_is_within_is_replaced(project: Project) -> None:
    before = seen(project)
    assert detect_within(project, Reader(NOW), "p", SECOND).suggestions == 2
    after = seen(project)
    assert after["entity", NINA] == before["entity", NINA]
    assert after["source", Span(0, 25)].features["speech"] == "direct"
    assert after["entity", OMAR].features["type"] == "ORG"
    assert after["figure", THIRTY].features["kind"] == "ordinal"
    assert after.keys() == before.keys()


def test_an_article_of_which_a_part_was_read_still_counts_as_unread_until_all_of_it_is(
    project: Project,
) -> None:
    unread = project.read.unread_ids()
    assert "p" not in unread
    detect_within(project, Reader(NOW), "p", SECOND)
    assert project.read.unread_ids() == unread
    detect_within(project, Reader(()), "a3", Span(0, 3))
    project.apply(AddArticles(imported=(imported("q", TEXT, lang="fr"),)))
    for part in (SECOND, FIRST):
        detect_within(project, Reader(NOW), "q", part)
        assert project.read.unread_ids() == ["a3", "q"]
        assert project.read.is_unread("q")
    assert project.read.annotations("q", [MACHINE.id])
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="q", lang="fr", suggestions=NOW),)))
    assert project.read.unread_ids() == ["a3"]
    assert not project.read.is_unread("gone")


def test_references_cross_the_border_both_ways(project: Project) -> None:
    detect_within(project, Reader(NOW), "p", SECOND)
    after = seen(project)
    source = after["source", Span(0, 25)].id
    assert after["figure", TWELVE].features["source"] == source
    assert after["figure", THIRTY].features["source"] == source


def test_what_is_not_found_again_within_goes_and_what_people_decided_stays(project: Project) -> None:
    omar = seen(project)["entity", OMAR]
    project.apply(Accept(annotations=(omar.id,), actor=ANN.id))
    assert detect_within(project, Reader(()), "p", SECOND).suggestions == 0
    assert ("figure", THIRTY) not in seen(project)
    assert [one.basis for one in project.read.annotations("p", [ANN.id])] == [omar.id]


def test_doing_it_again_changes_nothing_more(project: Project) -> None:
    for _ in range(3):
        detect_within(project, Reader(NOW), "p", SECOND)
    heard = project.read.heard("p") or ()
    assert len({one.key for one in heard}) == len(heard) == 5


def test_an_article_that_is_gone_is_said_to_be(project: Project) -> None:
    with pytest.raises(Missing):
        detect_within(project, Reader(NOW), "gone", SECOND)


def test_a_reference_to_what_neither_hearing_kept_is_left_out(project: Project) -> None:
    within = merge_within((), NOW, SECOND, project.read.codebook)
    assert [one.layer for one in within] == ["entity", "figure"]
    assert "source" not in within[1].features


def test_what_a_failing_detector_said_before_stays(project: Project) -> None:
    before = seen(project)
    report = detect_within(project, Reader((), Failure("test", "It broke.")), "p", SECOND)
    assert report.failures == ("It broke.",)
    assert seen(project).keys() == before.keys()


def test_all_words_of_a_suggestion_have_to_be_within() -> None:
    across = Suggestion(key="x", layer="source", spans={"source": (NINA,), "content": (TWELVE, OMAR)})
    assert not is_within(across, FIRST)
    assert is_within(across, Span(0, 25))
