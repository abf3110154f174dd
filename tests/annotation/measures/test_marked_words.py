"""Spans as marked words."""

from annotation.measures import Row, Unit
from annotation.measures._marked_words import marked_words
from annotation.records import Span

WORDS = [Span(0, 3), Span(4, 8), Span(9, 12)]


def marked(*spans: Span) -> set[int]:
    rows = [Row(article="a", units={"anna": Unit(spans={"m": spans})})]
    return marked_words(rows, ["anna", "ben"], WORDS)["anna"]


def test_a_word_is_marked_by_any_code_point_of_it() -> None:
    assert marked(Span(2, 5)) == {0, 1}
    assert marked(Span(0, 3), Span(9, 10)) == {0, 2}


def test_what_lies_between_words_marks_none() -> None:
    assert marked(Span(3, 4)) == set()
    assert marked(Span(12, 40)) == set()


def test_who_marked_nothing_is_there() -> None:
    assert marked_words([], ["ben"], WORDS) == {"ben": set()}
