"""Colours of layers can be read in every theme and told apart by every eye."""

from itertools import combinations

import pytest

from gui.views.codebook.hues import APART, MORE, PALETTE, apart, is_readable, nearest


@pytest.mark.parametrize("hue", [*PALETTE, *MORE])
def test_every_colour_that_is_offered_can_be_read(hue: str) -> None:
    assert is_readable(hue)


def test_the_first_colours_stay_apart_for_everybody() -> None:
    near = [(one, other) for one, other in combinations(PALETTE, 2) if apart(one, other) < APART]
    assert near == []


@pytest.mark.parametrize("hue", ["#FFFF00", "#00FF00", "#88CCFF"])
def test_a_pale_colour_cannot_be_read(hue: str) -> None:
    assert not is_readable(hue)


def test_what_red_and_green_confuse_is_near() -> None:
    assert apart("#B35C00", "#7A6A00") < APART
    assert nearest("#7A6A00", {"figure": "#B35C00", "entity": "#0072B2"}) == "figure"
    assert nearest("#0072B2", {"figure": "#B35C00"}) == ""
    assert nearest("#0072B2", {}) == ""


def test_a_colour_is_no_distance_from_itself() -> None:
    assert apart("#123456", "#123456") == 0
