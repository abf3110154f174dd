"""What a project knows about copies, and what there is to compare."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.operations.duplicates import MarkCopies
from annotation.project import Project, create_project
from annotation.project.duplicates import (
    count_groups,
    find_groups,
    grouped_ids,
    labels_in_groups,
    read_texts,
    representatives_of,
)
from annotation.records import Span, Status, digest
from tests.annotation.newsroom import ANN, annotation, imported


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Project]:
    """Four articles, two of which have the same text; b, c and d are one group."""
    days = {"a": None, "b": "2024", "c": "2024-01-03T10:00", "d": "2024-01-01"}
    texts = {"a": "text a", "b": "text b", "c": "text c", "d": "text c"}
    made = tuple(imported(id_, texts[id_], published=day) for id_, day in days.items())
    with create_project(tmp_path / "x.selon") as opened:
        opened.apply(AddArticles(imported=made))
        opened.apply(MarkCopies(groups=[("c", "b", "d")]))
        yield opened


def test_texts_are_read_in_turns_and_a_known_one_is_not_read_again(reading: Project) -> None:
    first = read_texts(reading.read, -1, 3)
    assert [(one.id, one.text) for one in first] == [("a", "text a"), ("b", "text b"), ("c", "text c")]
    (last,) = read_texts(reading.read, first[-1].number, 3, {digest("text c")})
    assert (last.id, last.text, last.published) == ("d", None, "2024-01-01")
    assert read_texts(reading.read, last.number, 3) == []


def test_the_representative_comes_first_then_the_others_by_age(reading: Project) -> None:
    (group,) = find_groups(reading.read)
    assert [one.id for one in group.articles] == ["c", "b", "d"]
    assert group.gap == 2
    assert find_groups(reading.read, []) == []
    assert count_groups(reading.read) == {"c": 3}
    assert grouped_ids(reading.read) == {"b": "c", "c": "c", "d": "c"}


def test_a_copy_knows_what_stands_for_it(reading: Project) -> None:
    assert representatives_of(reading.read.db, ["a", "b", "c", "d"]) == {"b": "c", "d": "c"}


def test_labels_in_groups_are_counted_by_article(reading: Project) -> None:
    made = tuple(
        replace(annotation(f"n{place}", ANN.id, "entity", {"mention": ["Une"]}, "a3"), article=id_,
                spans={"mention": (Span(0, 4),)}, status=status)
        for place, (id_, status) in enumerate(
            [("c", Status.ACCEPTED), ("c", Status.REJECTED), ("a", Status.ACCEPTED)]
        )
    )  # fmt: skip
    reading.apply(PutAnnotator(annotator=ANN))
    reading.apply(AddAnnotations(annotations=made))
    assert labels_in_groups(reading.read, ANN.id) == {"c": 1}
    assert labels_in_groups(reading.read, "nobody") == {}
