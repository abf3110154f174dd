"""Figures of several sources side by side."""

from decimal import Decimal
from typing import Any

import pytest

from annotation.operations.boards.comparing import bounds, compare_figures, singular
from annotation.project.boards.figures import Figure
from annotation.project.boards.parties import Party

ROUX, POLICE = Party(key="r", name="Roux"), Party(key="p", name="Police")


def figure(id_: str, value: str = "", source: Party | None = None, **values: Any) -> Figure:
    known = {
        "article": "a", "kind": "cardinal", "counted": "manifestants", "unit": "", "per": "",
        "comparator": "", "value_min": "", "value_max": "", "vague": False, "published": "",
    }  # fmt: skip
    return Figure(id=id_, value=value, source=source, **{**known, **values})


def test_what_is_counted_is_compared_across_sources() -> None:
    ranged = figure("3", "", POLICE, comparator="range", value_min="3000", value_max="5000", article="b",
                    published="2024", counted="Manifestant")  # fmt: skip
    said = [figure("1", "10000", ROUX), figure("2", "4000", POLICE), ranged]
    (found,) = compare_figures(said)
    assert (found.counted, found.kind, found.figures) == ("manifestants", "cardinal", 3)
    assert [column.source for column in found.columns] == [POLICE, ROUX]
    assert [one.id for one in found.columns[0].figures] == ["3", "2"]
    assert (found.low, found.high, found.spread) == (Decimal(3000), Decimal(10000), Decimal(7000))
    assert found.ratio == pytest.approx(10 / 3)
    assert found.articles == ("b", "a")


def test_the_articles_own_figures_are_a_column_after_the_sources() -> None:
    (found,) = compare_figures([figure("1", "5"), figure("2", "5"), figure("3", "6", ROUX)])
    assert [column.source for column in found.columns] == [ROUX, None]


def test_one_source_alone_is_compared_only_on_demand() -> None:
    said = [figure("1", "5", ROUX), figure("2", "6", ROUX)]
    assert compare_figures(said) == []
    assert len(compare_figures(said, several=False)) == 1


def test_units_and_kinds_are_not_mixed() -> None:
    said = [
        figure("1", "5", ROUX, unit="EUR", kind="money"),
        figure("2", "6", POLICE, unit="USD", kind="money"),
        figure("3", "6", POLICE, per="a"),
        figure("4", "7", ROUX, counted=""),
    ]
    assert compare_figures(said, nameless=True) == []
    assert len(compare_figures(said, several=False)) == 3


def test_amounts_without_a_noun_are_compared_within_an_article_on_demand() -> None:
    money = {"counted": "", "unit": "EUR", "kind": "money"}
    said = [figure("1", "5", ROUX, **money), figure("2", "6", POLICE, **money),
            figure("3", "7", POLICE, article="b", **money)]  # fmt: skip
    assert compare_figures(said, several=False) == []
    (found,) = compare_figures(said, nameless=True)
    assert (found.articles, found.high) == (("a",), Decimal(6))


def test_those_on_which_most_speak_come_first_then_those_that_differ_most() -> None:
    said = [
        figure("1", "5", ROUX, counted="emplois"), figure("2", "6", POLICE, counted="emploi"),
        figure("3", "5", ROUX, counted="morts"), figure("4", "50", POLICE, counted="mort"),
        figure("5", "5", ROUX), figure("6", "5", POLICE), figure("7", "5"),
    ]  # fmt: skip
    assert [one.counted for one in compare_figures(said)] == ["manifestants", "mort", "emploi"]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"value": "12.5"}, ("12.5", "12.5")),
        ({"value": "many"}, None),
        ({"value": "NaN"}, None),
        ({"value": ""}, None),
        ({"comparator": "range", "value_min": "8", "value_max": "3"}, ("3", "8")),
        ({"comparator": "range", "value_max": "3"}, ("3", "3")),
    ],
)
def test_a_figure_gives_a_least_and_a_largest_number(
    values: dict[str, str], found: tuple[str, str] | None
) -> None:
    wanted = (Decimal(found[0]), Decimal(found[1])) if found else None
    assert bounds(figure("1", source=None, **values)) == wanted


def test_nothing_is_said_of_ratios_where_the_least_is_none() -> None:
    (none,) = compare_figures([figure("1", "0", ROUX), figure("2", "3", POLICE)])
    assert (none.ratio, none.spread) == (None, Decimal(3))
    (vague,) = compare_figures([figure("1", "", ROUX, vague=True), figure("2", "", POLICE)])
    assert (vague.low, vague.high, vague.ratio, vague.spread) == (None, None, None, Decimal(0))


@pytest.mark.parametrize(
    ("counted", "found"),
    [
        ("Soldats blessés", "soldat blesse"),
        ("chevaux", "cheval"),
        ("les animaux", "animal"),
        ("countries", "country"),
        ("jeux", "jeu"),
        ("process", "process"),
        ("gas", "gas"),
        ("", ""),
    ],
)
def test_plurals_are_counted_with_their_singular(counted: str, found: str) -> None:
    assert singular(counted) == found
