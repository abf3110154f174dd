"""What stands under the lines of a page: nothing covers the text, and no chip covers another."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from gui.widgets.marked_text import Mark, MarkedText, Spacing
from gui.widgets.marked_text.chips import LANES
from gui.widgets.marked_text.scene import Scene
from tests.gui.widgets.marked_text.samples import HUES, TEXT, ShowPage, mark_on

LABELS = [
    "",
    "ORG",
    "SOURCE official",
    "a label that is much longer than any line of text has room for, really",
]
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, 90)).map(lambda pair: (pair[0], sum(pair)))
marks = st.builds(
    Mark,
    id=st.uuids().map(str),
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    hue=st.sampled_from(list(HUES)),
    label=st.sampled_from(LABELS),
    glyph=st.sampled_from(["", "+", "JD"]),
    ghost=st.booleans(),
    order=st.integers(0, 2),
)


def scenes_of(page: MarkedText) -> list[Scene]:
    return [page._layout.scene(block) for block in range(page.positions.block_count)]


def texts_of(scene: Scene) -> list[QRectF]:
    return [QRectF(0, line.text_top, 9999, line.text_bottom - line.text_top) for line in scene.lines]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(marks, max_size=25))
def test_chips_cover_neither_each_other_nor_text(page: MarkedText, drawn: list[Mark]) -> None:
    page.set_marks(drawn)
    for scene in scenes_of(page):
        for one, other in combinations(scene.chips, 2):
            assert not one.rect.intersects(other.rect)
        for chip in scene.chips:
            assert not any(chip.rect.intersects(text) for text in texts_of(scene))
            assert chip.rect.right() <= page._layout.column.width() + 1


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(marks, max_size=25))
def test_lines_follow_each_other_with_everything_inside(page: MarkedText, drawn: list[Mark]) -> None:
    page.set_marks(drawn)
    for scene in scenes_of(page):
        for line, following in zip(scene.lines, scene.lines[1:], strict=False):
            assert line.bottom == following.top
        assert scene.height == round(scene.lines[-1].bottom)
        for piece in scene.pieces:
            line = scene.lines[piece.line]
            assert line.text_bottom <= piece.rule.y1() <= line.chips_top
        for chip in scene.chips:
            assert scene.lines[chip.line].chips_top <= chip.rect.top()
            assert chip.rect.bottom() <= scene.lines[chip.line].bottom


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(marks, max_size=12), st.randoms(use_true_random=False))
def test_the_same_marks_look_the_same_in_whatever_order_they_come(
    page: MarkedText, drawn: list[Mark], random: Random
) -> None:
    page.set_marks(drawn)
    before = [[(chip.text, chip.rect) for chip in scene.chips] for scene in scenes_of(page)]
    random.shuffle(drawn)
    page.set_marks(drawn)
    assert before == [[(chip.text, chip.rect) for chip in scene.chips] for scene in scenes_of(page)]


def test_a_mark_over_two_lines_has_a_piece_on_each_and_one_chip_on_the_first(page: MarkedText) -> None:
    page.resize(330, 500)
    page.set_marks([mark_on(TEXT, "avant de quitter la salle où l’attendaient", label="WHEN")])
    scene = scenes_of(page)[1]
    lines = [piece.line for piece in scene.pieces]
    assert lines == [lines[0], lines[0] + 1]
    assert [chip.line for chip in scene.chips] == [lines[0]]


def test_a_mark_over_two_paragraphs_has_its_chip_in_the_first(page: MarkedText) -> None:
    page.set_marks([mark_on(TEXT, "essais.\n« Nous", label="BOTH")])
    first, second, _ = scenes_of(page)
    assert (len(first.chips), len(second.chips)) == (1, 0)
    assert len(second.pieces) == 1


def test_nested_marks_have_rules_in_different_lanes_the_inner_one_nearer_to_the_text(
    page: MarkedText,
) -> None:
    page.set_marks([mark_on(TEXT, "Les États-Unis n’ont"), mark_on(TEXT, "États-Unis")])
    inner, outer = scenes_of(page)[2].pieces
    assert inner.mark.id == "États-Unis"
    assert inner.rule.y1() < outer.rule.y1()


def test_the_pieces_of_a_discontinuous_mark_are_linked_below_the_text(page: MarkedText) -> None:
    page.set_marks([mark_on(TEXT, "Les États-Unis", "pas réagi")])
    scene = scenes_of(page)[2]
    [(mark, link)] = scene.links
    assert mark.id == "Les États-Unis"
    assert link.y1() > scene.lines[0].text_bottom
    assert link.x1() < link.x2()


def test_two_marks_with_the_same_start_share_a_lane_of_chips(page: MarkedText) -> None:
    page.set_marks(
        [mark_on(TEXT, "Kim Ha-jun", label="PER"), mark_on(TEXT, "Kim Ha-jun", name="b", label="SRC")]
    )
    tops = {chip.rect.top() for chip in scenes_of(page)[1].chips}
    assert len(tops) == 1


def test_more_chips_than_there_is_room_for_are_counted(page: MarkedText) -> None:
    page.set_marks([mark_on(TEXT, "OTAN", name=str(number), label="SOURCE official") for number in range(60)])
    scene = scenes_of(page)[0]
    [count] = [chip for chip in scene.chips if chip.is_count]
    assert len(scene.chips) - 1 + len(count.marks) == 60
    assert count.text == f"+{len(count.marks)}"
    assert len({chip.rect.top() for chip in scene.chips}) <= LANES


def test_lines_without_marks_stand_at_the_line_height_and_those_with_chips_apart(page: MarkedText) -> None:
    page.set_marks([mark_on(TEXT, "OTAN", label="ORG")])
    [marked, *bare] = [line for scene in scenes_of(page) for line in scene.lines]
    assert {line.bottom - line.top for line in bare} == {round(16 * 1.6)}
    assert 36 <= marked.bottom - marked.top <= 44


def test_a_rule_without_a_chip_makes_no_line_higher(page: MarkedText) -> None:
    bare = [scene.height for scene in scenes_of(page)]
    page.set_marks([mark_on(TEXT, "OTAN", label=""), mark_on(TEXT, "Kim Ha-jun", label="")])
    assert [scene.height for scene in scenes_of(page)] == bare


def test_lines_that_keep_room_for_lanes_do_not_move_when_marks_come(page: MarkedText) -> None:
    page.set_spacing(Spacing(rule_lanes=2, chip_lanes=1))
    bare = [scene.height for scene in scenes_of(page)]
    page.set_marks([mark_on(TEXT, "OTAN"), mark_on(TEXT, "Kim Ha-jun"), mark_on(TEXT, "Les États-Unis")])
    assert [scene.height for scene in scenes_of(page)] == bare


def test_a_line_grows_only_when_it_needs_more_lanes(page: MarkedText) -> None:
    bare = [scene.height for scene in scenes_of(page)]
    page.set_marks([mark_on(TEXT, "OTAN", name=str(number), label="SOURCE") for number in range(12)])
    grown = [scene.height for scene in scenes_of(page)]
    assert grown[0] > bare[0]
    assert grown[1:] == bare[1:]


def test_without_lanes_kept_free_lines_stand_as_close_as_asked(page: MarkedText) -> None:
    page.set_spacing(Spacing(line_height=2.0, rule_lanes=0, chip_lanes=0))
    line = scenes_of(page)[1].lines[0]
    assert line.bottom - line.top == 32


def test_an_empty_line_between_paragraphs_is_a_pause_and_not_a_line(show_page: ShowPage) -> None:
    scenes = scenes_of(show_page("un\n\ndeux"))
    assert scenes[1].height < scenes[0].height / 3


def test_a_long_label_is_cut_with_an_ellipsis(page: MarkedText) -> None:
    page.set_marks([mark_on(TEXT, "OTAN", label=LABELS[-1])])
    [chip] = scenes_of(page)[0].chips
    assert chip.text.endswith("…")
    assert chip.rect.width() < page._layout.column.width()


@pytest.mark.parametrize("span", [(63, 64), (0, 0), (500, 600)])
def test_a_mark_on_nothing_that_can_be_seen_is_not_drawn(page: MarkedText, span: tuple[int, int]) -> None:
    page.set_marks([Mark(id="m", spans=(span,), hue="sea", label="ORG")])
    assert not any(scene.pieces or scene.chips for scene in scenes_of(page))


def test_a_mark_on_words_that_run_right_to_left_covers_them_and_no_others(show_page: ShowPage) -> None:
    text = "Il a dit שלום עולם hier"
    page = show_page(text, mark_on(text, "שלום", label="A"), mark_on(text, "עולם", label="B"))
    first, second = sorted(scenes_of(page)[0].pieces, key=lambda piece: piece.mark.id == "עולם")
    assert second.ground.right() < first.ground.left() + 6, "the second word stands left of the first"
    assert first.ground.width() < 60


def test_a_mark_across_both_directions_covers_two_stretches(show_page: ShowPage) -> None:
    text = "abc שלום עולם def"
    page = show_page(text, mark_on(text, "abc שלום"))
    left, right = scenes_of(page)[0].pieces
    assert left.ground.right() < right.ground.left()


def test_a_paragraph_that_runs_right_to_left_starts_at_the_right(show_page: ShowPage) -> None:
    text = "مرحبا بالعالم"
    page = show_page(text, mark_on(text, "مرحبا"))
    [piece] = scenes_of(page)[0].pieces
    assert piece.ground.right() > page._layout.column.width() - 5


def test_an_arabic_paragraph_among_others_keeps_all_offsets(show_page: ShowPage) -> None:
    text = "Un 😀.\nقال الوزير\u202f: «لا».\nFin."
    page = show_page(text, mark_on(text, "الوزير"), mark_on(text, "Fin"))
    assert [len(scene.pieces) for scene in scenes_of(page)] == [0, 1, 1]
