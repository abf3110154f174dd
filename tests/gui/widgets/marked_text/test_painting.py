"""What the eye sees: tints, rules, chips, selection and caret, in pixels."""

import pytest
from PySide6.QtCore import QLineF, QPoint, QRect, QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.theme.contrast import mix
from gui.widgets.marked_text import Arc, Mark, MarkedText, Visibility, mark_palette
from tests.gui.widgets.marked_text.samples import (
    DARK,
    HUES,
    LIGHT,
    TEXT,
    ShowPage,
    colours_in,
    mark_on,
    picture_of,
    rect_of,
    shows,
)

SEA_TINT = mix(HUES["sea"], LIGHT.paper, 0.14)


def ground_of(page: MarkedText, name: str) -> QRect:
    """The words of a mark, without the rule below them."""
    return page.rect_of_mark(name).adjusted(2, 2, -2, -2)


def below(rect: QRect) -> QRect:
    """The lanes below some words."""
    return QRect(rect.left(), rect.bottom() + 3, rect.width(), 18)


def test_a_mark_tints_its_words_and_underlines_them_in_its_hue(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    image = picture_of(page)
    assert shows(image, ground_of(page, "OTAN"), SEA_TINT)
    assert shows(image, below(ground_of(page, "OTAN")), HUES["sea"])


def test_a_suggestion_is_underlined_with_gaps_and_not_tinted(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN", ghost=True, label=""))
    image, words = picture_of(page), ground_of(page, "OTAN")
    assert not shows(image, words, SEA_TINT)
    assert shows(image, below(words), HUES["sea"], within=40)
    rule = next(
        y
        for y in range(words.bottom(), words.bottom() + 12)
        if shows(image, QRect(words.left(), y, words.width(), 1), HUES["sea"], within=40)
    )
    assert shows(image, QRect(words.left(), rule, words.width(), 1), LIGHT.paper), (
        "dashed: paper shows between"
    )


def test_accepting_a_suggestion_fills_it_in(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN", ghost=True))
    page.update_mark(mark_on(TEXT, "OTAN"))
    assert shows(picture_of(page), ground_of(page, "OTAN"), SEA_TINT)


def test_the_current_mark_is_tinted_more_strongly_and_outlined(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    page.select_mark("OTAN")
    image = picture_of(page)
    assert shows(image, ground_of(page, "OTAN"), mix(HUES["sea"], LIGHT.paper, 0.30))
    assert shows(image, page.rect_of_mark("OTAN").adjusted(-2, -2, 2, -8), HUES["sea"], within=60)


def test_the_chip_of_the_current_mark_is_solid(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    chip = below(ground_of(page, "OTAN")).adjusted(2, 6, -2, 0)
    assert not shows(picture_of(page), chip, HUES["sea"], within=2)
    page.select_mark("OTAN")
    assert shows(picture_of(page), chip, HUES["sea"], within=2)


def test_a_dimmed_hue_is_fainter_and_a_hidden_one_gone(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    words = ground_of(page, "OTAN")
    page.set_group_visibility("sea", Visibility.DIMMED)
    dimmed = picture_of(page)
    assert not shows(dimmed, words, SEA_TINT, within=4)
    assert not shows(dimmed, words, LIGHT.paper, within=2)
    page.set_group_visibility("sea", Visibility.HIDDEN)
    assert shows(picture_of(page), words, LIGHT.paper, within=1)
    page.set_group_visibility("sea", Visibility.SHOWN)
    assert shows(picture_of(page), words, SEA_TINT)


def test_a_glyph_stands_in_a_field_of_the_solid_hue(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN", label="", glyph="−"))
    words = ground_of(page, "OTAN")
    assert shows(picture_of(page), QRect(words.left(), words.bottom() + 8, 14, 12), HUES["sea"], within=2)


def test_a_selection_shows_in_the_palettes_colour(page: MarkedText) -> None:
    start = TEXT.index("porte-parole")
    page.set_selection(start, start + 12)
    assert shows(picture_of(page), page.rect_of_selection(), LIGHT.selection, within=1)


def test_the_caret_shows_while_the_page_has_the_focus(show_page: ShowPage, qapp: QApplication) -> None:
    page = show_page()
    page.set_caret(TEXT.index("Corée"))
    context = QAbstractTextDocumentLayout.PaintContext()
    context.cursorPosition = page.textCursor().position()
    context.clip = QRectF(0, 0, 600, 500)
    image = QImage(600, 500, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    page._layout.draw(painter, context)
    painter.end()
    assert shows(image, page.cursorRect().adjusted(-2, 0, 2, 0), LIGHT.accent, within=2)


def test_another_palette_repaints_everything(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    page.set_mark_palette(mark_palette(DARK, HUES, tint=0.26))
    image = picture_of(page)
    assert image.pixelColor(3, 3).name().upper() == DARK.paper
    assert shows(image, ground_of(page, "OTAN"), mix(HUES["sea"], DARK.paper, 0.26))


def test_the_headline_stands_above_the_text_and_moves_it_down(page: MarkedText) -> None:
    before = page._layout.block_top(0)
    page.set_headline("Un titre qui compte", "La Gazette · 12 mars")
    after = page._layout.block_top(0)
    assert after > before + 40
    column = page._layout.column
    title = QRect(round(column.left()), round(before), 300, 30)
    assert shows(picture_of(page), title, LIGHT.ink, within=12)
    page.set_headline("")
    assert page._layout.block_top(0) == before


def test_a_headline_without_a_subtitle_takes_less_room(page: MarkedText) -> None:
    page.set_headline("Un titre", "La Gazette")
    both = page._layout.block_top(0)
    page.set_headline("Un titre")
    assert page._layout.block_top(0) < both


def test_an_arc_is_drawn_from_mark_to_mark(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"), mark_on(TEXT, "États-Unis"))
    gutter = QRect(0, 0, round(page._layout.column.left()) - 2, 400)
    assert colours_in(picture_of(page), gutter) == {LIGHT.paper}
    page.set_arcs([Arc(source="États-Unis", target="OTAN", label="visé", hue="plum")])
    assert shows(picture_of(page), gutter, HUES["plum"], within=60)
    page.set_arcs([])
    assert colours_in(picture_of(page), gutter) == {LIGHT.paper}


@pytest.mark.parametrize("missing", ["nobody", "hidden", "empty"])
def test_an_arc_to_a_mark_that_is_not_drawn_is_left_out(show_page: ShowPage, missing: str) -> None:
    hidden = mark_on(TEXT, "essais", name="hidden", hue="clay")
    empty = Mark(id="empty", spans=(), hue="sea")
    page = show_page(TEXT, mark_on(TEXT, "OTAN"), hidden, empty)
    page.set_group_visibility("clay", Visibility.HIDDEN)
    page.set_arcs([Arc(source="OTAN", target=missing), Arc(source=missing, target="OTAN")])
    assert page._arcs.routes() == []
    picture_of(page)


def test_arcs_never_cross_the_text(show_page: ShowPage) -> None:
    quotes = [
        "OTAN",
        "Corée du Nord",
        "essais",
        "porte-parole",
        "Kim Ha-jun",
        "10 000",
        "capitale",
        "États-Unis",
    ]
    page = show_page(TEXT, *(mark_on(TEXT, quote) for quote in quotes), width=420)
    page.set_arcs([Arc(source=one, target=other) for one in quotes for other in quotes if one != other])
    column, layout = page._layout.column, page._layout
    lines = [
        QRectF(
            column.left(),
            layout.block_top(block) + line.text_top,
            column.width(),
            line.text_bottom - line.text_top,
        )
        for block in range(3)
        for line in layout.scene(block).lines
    ]
    for _, route in page._arcs.routes():
        for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
            leg = QRectF(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.1, abs(y1 - y2) + 0.1)
            assert not any(leg.intersects(line) for line in lines)


def test_the_label_of_an_arc_keeps_off_the_chips_above_it(show_page: ShowPage) -> None:
    page = show_page(
        TEXT, *(mark_on(TEXT, quote, label="PERSON") for quote in ("OTAN", "la Corée", "quitter"))
    )
    chips = [chip for block in range(3) for chip in page._layout.scene(block).chips]
    under = next(chip for chip in chips if chip.marks[0].id == "la Corée")
    place = under.rect.translated(page._layout.origin(0))
    leg = QLineF(place.left() - 150, place.bottom(), place.right() + 170, place.bottom())
    free = page._arcs._free_place(leg, 60)
    assert not QRectF(free.x() - 30, free.y() - 5, 60, 10).intersects(place)
    assert leg.x1() < free.x() < leg.x2()


def test_painting_a_strip_paints_the_same_as_painting_all(show_page: ShowPage) -> None:
    page = show_page(
        TEXT, mark_on(TEXT, "OTAN"), mark_on(TEXT, "Kim Ha-jun"), mark_on(TEXT, "avant de quitter")
    )
    page.set_arcs([Arc(source="OTAN", target="Kim Ha-jun", label="x", hue="plum")])
    whole = picture_of(page)
    for top in range(0, 300, 23):
        strip = QImage(whole.size(), QImage.Format.Format_RGB32)
        rect = QRect(0, top, whole.width(), 23)
        page.viewport().render(strip, rect.topLeft(), rect)
        assert strip.copy(rect) == whole.copy(rect)


def test_the_hovered_mark_is_outlined(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    before = picture_of(page)
    page._painter.hovered = frozenset(["OTAN"])
    edge = QRect(page.rect_of_mark("OTAN").topLeft() + QPoint(5, -1), page.rect_of_mark("OTAN").size())
    assert colours_in(picture_of(page), edge) != colours_in(before, edge)


def test_marks_taken_together_are_outlined_and_their_chips_filled(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"), mark_on(TEXT, "Kim Ha-jun", hue="plum"))
    line = page.mark_palette.style("plum").line
    assert not shows(picture_of(page), page.rect_of_mark("Kim Ha-jun").adjusted(-2, -2, 2, -6), line)
    page.take_together(["Kim Ha-jun"])
    assert page.together == {"Kim Ha-jun"}
    assert shows(picture_of(page), page.rect_of_mark("Kim Ha-jun").adjusted(-2, -2, 2, -6), line, within=40)


def test_what_was_found_lies_on_a_ground_of_its_own(show_page: ShowPage) -> None:
    page = show_page(TEXT)
    ground = mix(LIGHT.accent, LIGHT.paper, 0.2)
    start = TEXT.index("Nord")
    page.set_hits([(start, start + 4)])
    assert shows(picture_of(page), rect_of(page, start, start + 4), ground)
    assert not shows(picture_of(page), rect_of(page, 0, 4), ground)
    page.set_hits([])
    assert not shows(picture_of(page), rect_of(page, start, start + 4), ground)
