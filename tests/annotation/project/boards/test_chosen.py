"""Which records a board is about."""

import pytest

from annotation.operations import Accept
from annotation.project import Project
from annotation.project.boards.attributions import AttributionQuery
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from annotation.records import GOLD
from tests.annotation.debate import suggested
from tests.annotation.newsroom import ANN, BOB


def shown(boards: BoardReader, chosen: Chosen) -> list[str]:
    return boards.attributions(AttributionQuery(chosen=chosen))


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Chosen(), "s1 s2 s3 s4"),
        (Chosen(annotator=ANN.id), "s1 s2 s3"),
        (Chosen(annotator=BOB.id), "s4"),
        (Chosen(annotator=GOLD.id, suggestions=True), ""),
        (Chosen(article="d1"), "s1 s2"),
        (Chosen(since="2024-03-02"), "s3"),
        (Chosen(until="2024-03"), "s1 s2"),
        (Chosen(since="2024", until="2024-04-02"), "s1 s2 s3"),
        (Chosen(since="2025"), ""),
    ],
)
def test_labels_are_chosen_by_annotator_article_and_date(
    chosen: Chosen, ids: str, boards: BoardReader
) -> None:
    assert " ".join(shown(boards, chosen)) == ids


def test_suggestions_are_shown_where_nobody_decided_or_labelled_the_same(
    boards: BoardReader, project: Project
) -> None:
    waiting = suggested(project)
    assert set(shown(boards, Chosen(suggestions=True))) == {"s1", "s2", "s3", "s4", waiting.id}
    project.apply(Accept(annotations=(waiting.id,), actor=BOB.id))
    assert waiting.id not in shown(boards, Chosen(suggestions=True))
    assert waiting.id not in shown(boards, Chosen(annotator=BOB.id, suggestions=True))
    assert waiting.id in shown(boards, Chosen(annotator=ANN.id, suggestions=True))


def test_keys_are_those_of_the_chosen_records(boards: BoardReader) -> None:
    everything = boards.keys(Chosen(), "stance")
    assert everything == sorted(everything)
    assert len(everything) == 4
    assert set(boards.keys(Chosen(), "stance", ["d3", "gone"])) < set(everything)
    assert len(boards.keys(Chosen(), "stance", ["d3"])) == 2
    assert boards.keys(Chosen(), "stance", []) == []
