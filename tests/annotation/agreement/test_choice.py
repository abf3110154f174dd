"""Whose work on which articles is compared."""

from collections.abc import Iterator

import pytest

from annotation.agreement import Choice, Labelled, NoDay, chosen_articles, day_called, narrowed, read_material
from annotation.operations.sample import create_sample_project
from annotation.project import Project

ENDS = ("2024-01-31T10:00", "2024-02-01T08:00", "2025-06-30T23:59", "")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with create_sample_project(tmp_path_factory.mktemp("choice") / "sample.selon") as project:
        yield project


def within(since: str, until: str) -> list[str]:
    articles = [Labelled(article=ended, text="", records={}, ended=ended) for ended in ENDS]
    return [one.ended for one in narrowed(articles, Choice(since=since, until=until))]


def test_both_ends_are_included_however_exact_they_are() -> None:
    assert within("", "") == list(ENDS)
    assert within("2024-02", "") == list(ENDS[1:3])
    assert within("", "2024-01-31") == [ENDS[0]]
    assert within("2024", "2024") == list(ENDS[:2])


def test_only_articles_of_two_of_those_chosen_are_compared(sample: Project) -> None:
    everything = sample.ask(lambda reader: chosen_articles(reader, Choice()))
    (one, *_others) = sample.ask(lambda reader: reader.reviewable())
    assert sample.ask(lambda reader: chosen_articles(reader, Choice(annotators=one.annotators))) == everything
    assert sample.ask(lambda reader: chosen_articles(reader, Choice(annotators=one.annotators[:1]))) == []
    some = frozenset(everything[:2])
    assert set(sample.ask(lambda reader: chosen_articles(reader, Choice(articles=some)))) == some


def test_the_overlap_is_what_was_handed_out_to_two(sample: Project) -> None:
    everything = sample.ask(lambda reader: chosen_articles(reader, Choice()))
    overlap = sample.ask(lambda reader: chosen_articles(reader, Choice(overlap=True)))
    assert set(overlap) <= set(everything)


def test_a_project_is_read_with_its_choice(sample: Project) -> None:
    found = sample.ask(lambda reader: read_material(reader, [("entity", None)], Choice(until="1999")))
    assert (found.compared, found.tables["entity", None].rows) == (0, ())


def test_a_day_is_a_day_a_month_or_a_year() -> None:
    assert [day_called(text) for text in ("", " 2024 ", "2024-01", "2024-01-31")] == [
        "", "2024", "2024-01", "2024-01-31",
    ]  # fmt: skip
    with pytest.raises(NoDay, match="yesterday"):
        day_called("yesterday")
