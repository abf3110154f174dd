import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.theme.contrast import READABLE, contrast, luminance, mix, parts, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_known_grey_has_the_contrast_that_the_standard_gives() -> None:
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01


def test_white_is_as_light_as_can_be() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#000000") == 0


@pytest.mark.parametrize("wrong", ["red", "#FFF", "123456#", "#GGGGGG", ""])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 int() and ours alike
        parts(wrong)


@given(colours, colours)
def test_a_veil_of_nothing_and_of_everything(over: str, under: str) -> None:
    assert mix(over, under, 0) == under
    assert mix(over, under, 1) == over


@given(colours, colours)
def test_any_colour_can_be_made_readable_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= READABLE


@given(colours)
def test_a_colour_that_is_readable_is_left_alone(colour: str) -> None:
    if contrast(colour, "#FFFFFF") >= READABLE:
        assert readable(colour, "#FFFFFF") == colour


def test_where_no_colour_reads_on_all_grounds_one_end_is_given() -> None:
    assert readable("#808080", "#000000", "#777777", "#FFFFFF") in {"#000000", "#FFFFFF"}
