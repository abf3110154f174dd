"""Attributions found, sorted and counted by who speaks."""

import pytest

from annotation.operations import AddAnnotations, PutEntity
from annotation.project import Project
from annotation.project.boards.attributions import AttributionQuery, AttributionSort
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.words import fold_words
from annotation.records import Entity
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        (AttributionSort.PLACE, "s1 s2 s3 s4"),
        (AttributionSort.WHO, "s1 s4 s2 s3"),
        (AttributionSort.TYPE, "s2 s1 s3 s4"),
        (AttributionSort.CUE, "s1 s4 s3 s2"),
        (AttributionSort.SPEECH, "s4 s1 s2 s3"),
        (AttributionSort.CONTENT, "s1 s3 s2 s4"),
        (AttributionSort.TITLE, "s3 s4 s1 s2"),
        (AttributionSort.OUTLET, "s1 s2 s3 s4"),
        (AttributionSort.PUBLISHED, "s1 s2 s3 s4"),
    ],
)
def test_rows_are_sorted_and_those_without_a_value_come_last(
    sort: AttributionSort, ids: str, boards: BoardReader
) -> None:
    assert " ".join(boards.attributions(AttributionQuery(sort=sort))) == ids


def test_descending_turns_what_has_a_value_round(boards: BoardReader) -> None:
    def found(sort: AttributionSort) -> str:
        return " ".join(boards.attributions(AttributionQuery(sort=sort, descending=True)))

    assert found(AttributionSort.PLACE) == "s4 s3 s2 s1"
    assert found(AttributionSort.PUBLISHED) == "s3 s1 s2 s4"


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("", "s1 s2 s3 s4"),
        ("police", "s2 s3"),
        ("ROUX affirme", "s1"),
        ("manif selon", "s2"),
        ("défilé", "s1 s2 s3"),
        ("roux oui", "s4"),
        ("juge", ""),
        ("oux", ""),
        ("«»", ""),
        ('" OR', ""),
    ],
)
def test_search_takes_beginnings_of_words_without_accents(search: str, ids: str, boards: BoardReader) -> None:
    assert " ".join(boards.attributions(AttributionQuery(search=search))) == ids


@pytest.mark.parametrize(
    ("facets", "ids"),
    [
        ({"speech": {"direct"}}, "s4"),
        ({"source_type": {"person", ""}}, "s1 s3 s4"),
        ({"outlet": {"Écho"}, "cue_type": {"verb"}}, "s1"),
        ({"outlet": {""}}, "s4"),
        ({"status": {"accepted"}}, "s1 s2 s3 s4"),
        ({"status": {"suggested"}}, ""),
        ({"speech": set()}, ""),
    ],
)
def test_facets_narrow(facets: dict[str, set[str]], ids: str, boards: BoardReader) -> None:
    chosen = {key: frozenset(values) for key, values in facets.items()}
    assert " ".join(boards.attributions(AttributionQuery(facets=chosen))) == ids


def test_words_that_the_registry_knows_by_name_count_for_its_entry(boards: BoardReader) -> None:
    found = boards.speakers(AttributionQuery())
    assert [(one.party.name, one.attributions, one.articles) for one in found] == [
        ("Nina Roux", 2, 2), ("Police", 2, 2),
    ]  # fmt: skip
    assert boards.attributions(AttributionQuery(who=found[1].party.key)) == ["s2", "s3"]
    only = boards.speakers(AttributionQuery(chosen=Chosen(article="d3")))
    assert [one.party.name for one in only] == ["Nina Roux"]


def test_two_entries_of_one_name_are_not_mixed_up(boards: BoardReader, project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="police2", name="police", type="ORG")))
    assert [(one.party.key, one.attributions) for one in boards.speakers(AttributionQuery())] == [
        ("e:roux", 2), ("w:police", 1), ("e:police", 1),
    ]  # fmt: skip


def test_somebody_without_name_or_words_is_no_speaker(boards: BoardReader, project: Project) -> None:
    nobody = record("s5", "d3", "source", {"cue": ["juge"]}, speech="indirect")
    project.apply(AddAnnotations(annotations=(nobody,), actor=ANN.id))
    assert sum(one.attributions for one in boards.speakers(AttributionQuery())) == 4
    assert boards.attributions(AttributionQuery(sort=AttributionSort.WHO))[-1] == "s5"


def test_outlets_are_those_of_the_attributions(boards: BoardReader) -> None:
    assert boards.outlets(Chosen()) == ["Écho", "", "Le Matin"]
    assert boards.outlets(Chosen(article="d2")) == ["Le Matin"]


def test_words_are_folded() -> None:
    assert fold_words("L’Élu « ÇA » va-t-il ?") == "l elu ca va t il"
