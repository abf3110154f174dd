"""Colours: every word is readable on every tint that can be under it."""

from itertools import product

import pytest

from gui.theme.contrast import READABLE, contrast, mix
from gui.widgets.marked_text.inks import InkPot, look_of
from gui.widgets.marked_text.mark import Mark
from gui.widgets.marked_text.palette import (
    MarkPalette,
    PageColours,
    deepest_ground,
    ground,
    mark_palette,
)
from tests.gui.widgets.marked_text.samples import CONTRAST, DARK, HUES, LIGHT

PAGES = {"light": (LIGHT, 0.14), "dark": (DARK, 0.26), "contrast": (CONTRAST, 0.14)}


@pytest.fixture(params=PAGES)
def each_palette(request: pytest.FixtureRequest) -> MarkPalette:
    page, tint = PAGES[request.param]
    return mark_palette(page, HUES, tint=tint)


def every_colour(palette: MarkPalette) -> list[str]:
    return [style.colour for style in (*palette.hues.values(), palette.plain)]


def test_text_is_readable_on_every_single_tint(each_palette: MarkPalette) -> None:
    page = each_palette.page
    for colour in every_colour(each_palette):
        for tint in (each_palette.light_tint, each_palette.tint, each_palette.strong_tint):
            assert contrast(page.ink, mix(colour, page.paper, tint)) >= READABLE


def test_text_is_readable_on_the_tints_of_two_marks(each_palette: MarkPalette) -> None:
    page = each_palette.page
    for below, above in product(every_colour(each_palette), repeat=2):
        for strong in (each_palette.tint, each_palette.strong_tint):
            seen = ground(page.paper, [(below, each_palette.tint), (above, strong)])
            assert contrast(page.ink, seen) >= READABLE


def test_text_is_readable_on_the_deepest_stack_of_any_three_hues(each_palette: MarkPalette) -> None:
    page = each_palette.page
    for below, middle, top in product(every_colour(each_palette), repeat=3):
        seen = deepest_ground(page.paper, (below, middle, top), each_palette.tint)
        assert contrast(page.ink, seen) >= READABLE


def test_chips_are_readable_on_paper_on_their_tint_and_on_the_solid_hue(each_palette: MarkPalette) -> None:
    paper = each_palette.page.paper
    for style in (*each_palette.hues.values(), each_palette.plain):
        assert contrast(style.ink, paper) >= READABLE
        assert contrast(style.ink, mix(style.colour, paper, each_palette.tint)) >= READABLE
        assert contrast(style.on_line, style.line) >= READABLE


def test_rules_stand_out_from_the_paper(each_palette: MarkPalette) -> None:
    for style in (*each_palette.hues.values(), each_palette.plain):
        assert contrast(style.line, each_palette.page.paper) >= 3


def test_the_tints_asked_for_are_used_where_text_allows_them() -> None:
    assert mark_palette(LIGHT, HUES, tint=0.14).tint == 0.14
    assert mark_palette(DARK, HUES, tint=0.26).tint == 0.26


def test_a_hue_that_would_hide_the_text_gets_a_fainter_tint() -> None:
    grey = PageColours(
        paper="#FFFFFF",
        ink="#555555",
        muted="#777777",
        accent="#0000FF",
        selection="#DDDDFF",
        selection_ink="#000000",
    )
    palette = mark_palette(grey, {"night": "#000033"}, tint=0.3)
    assert palette.tint < 0.3
    assert contrast("#555555", deepest_ground("#FFFFFF", ("#000033",) * 3, palette.tint)) >= READABLE or (
        palette.tint <= 0.01
    )


def test_a_hue_without_a_name_in_the_palette_is_drawn_plainly() -> None:
    palette = mark_palette(LIGHT, HUES)
    assert palette.style("sea") is palette.hues["sea"]
    assert palette.style("unheard of") is palette.plain


def tint_of(
    palette: MarkPalette, lane: int, *, length: int = 5, current: bool = False, ghost: bool = False
) -> float:
    mark = Mark(id="m", spans=((0, length),), hue="sea", ghost=ghost)
    return InkPot(palette).tint_of(look_of(mark, lane=lane, current=current))


def test_no_place_carries_more_tint_than_the_deepest_stack(each_palette: MarkPalette) -> None:
    deepest = each_palette.light_tint + each_palette.tint + each_palette.strong_tint
    for current in range(5):
        for lengths in product((5, 200), repeat=5):
            total = sum(
                tint_of(each_palette, lane, length=length, current=lane == current)
                for lane, length in enumerate(lengths)
            )
            assert total <= deepest + 1e-9


def test_a_suggestion_has_no_tint_until_it_is_current() -> None:
    palette = mark_palette(LIGHT, HUES)
    assert tint_of(palette, 0, ghost=True) == 0
    assert tint_of(palette, 0, ghost=True, current=True) == palette.strong_tint


def test_a_mark_over_several_lines_is_tinted_lightly() -> None:
    palette = mark_palette(LIGHT, HUES)
    assert tint_of(palette, 0, length=300) == palette.light_tint < tint_of(palette, 0) == palette.tint
