"""A selection by whole words grows, shrinks and turns round at the words it started from."""

from gui.widgets.marked_text.extent import (
    Extent,
    drawn_to,
    extent_of,
    first_word,
    one_word_back,
    one_word_on,
)
from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.words import Words

TEXT = "un deux trois quatre, cinq"
POSITIONS = Positions(TEXT)
WORDS = Words(TEXT, POSITIONS.starts, POSITIONS.ends)


def selected(extent: Extent | None) -> str:
    assert extent is not None
    return TEXT[slice(*extent.range)]


def test_the_first_step_takes_the_word_under_the_caret() -> None:
    assert selected(first_word(WORDS, 9, backward=False)) == "trois"
    assert selected(first_word(WORDS, 9, backward=True)) == "trois"
    assert selected(first_word(WORDS, 7, backward=False)) == "trois"
    assert selected(first_word(WORDS, 7, backward=True)) == "deux"


def test_at_the_ends_of_the_text_there_is_no_first_word() -> None:
    assert first_word(WORDS, len(TEXT), backward=False) is None
    assert first_word(WORDS, 0, backward=True) is None


def test_steps_on_take_one_word_each_and_steps_back_give_them_up() -> None:
    start = extent_of(WORDS, 8, 13, backward=False)
    further = one_word_on(WORDS, one_word_on(WORDS, start))
    assert selected(further) == "trois quatre, cinq"
    assert selected(one_word_back(WORDS, further)) == "trois quatre"
    assert selected(one_word_back(WORDS, one_word_back(WORDS, further))) == "trois"


def test_a_selection_turns_round_at_its_first_word() -> None:
    start = extent_of(WORDS, 8, 13, backward=False)
    back = one_word_back(WORDS, start)
    assert selected(back) == "deux trois"
    assert back.is_backward
    assert selected(one_word_on(WORDS, back)) == "trois"
    assert selected(one_word_on(WORDS, one_word_on(WORDS, back))) == "trois quatre"


def test_steps_back_grow_a_selection_that_points_back() -> None:
    start = extent_of(WORDS, 3, 13, backward=True)
    assert selected(one_word_back(WORDS, start)) == "un deux trois"
    assert selected(one_word_on(WORDS, start)) == "trois"


def test_at_the_ends_of_the_text_a_selection_stays() -> None:
    last = extent_of(WORDS, 22, 26, backward=False)
    assert one_word_on(WORDS, last).range == (22, 26)
    first = extent_of(WORDS, 0, 2, backward=True)
    assert one_word_back(WORDS, first).range == (0, 2)


def test_drawing_to_an_offset_takes_its_whole_word_on_either_side() -> None:
    start = extent_of(WORDS, 8, 13, backward=False)
    assert selected(drawn_to(WORDS, start, 17)) == "trois quatre"
    assert selected(drawn_to(WORDS, start, 4)) == "deux trois"
    assert drawn_to(WORDS, start, 4).is_backward


def test_a_selection_without_words_has_itself_as_anchor() -> None:
    text = "… !"
    words = Words(text, [0], [3])
    assert extent_of(words, 0, 1, backward=False).range == (0, 1)
    assert extent_of(words, 0, 1, backward=True).range == (0, 1)
