"""A covered text is as long as it was, and says nothing but what may be quoted."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.operations.sets.covering import LONGEST, cover, cover_around, short_metadata, stand_in
from annotation.records import Annotation, Json, Span

TEXTS = st.text(st.sampled_from("aéB1٣ \n’«.\r👍e\u0301قß"), max_size=40)


def record(*spans: tuple[int, int]) -> Annotation:
    return Annotation(
        id="x",
        article="a",
        annotator="p",
        layer="source",
        spans={"content": tuple(Span(*one) for one in spans)},
    )


def test_letters_become_x_and_digits_0_and_the_rest_stays() -> None:
    assert (
        cover("Plus de 10\u202f000 soldats, a-t-il dit.\r\n")
        == "xxxx xx 00\u202f000 xxxxxxx, x-x-xx xxx.\r\n"
    )


@settings(max_examples=60)
@given(text=TEXTS)
def test_a_covered_text_has_its_length_and_its_words(text: str) -> None:
    covered = cover(text)
    assert len(covered) == len(text)
    assert [one.isspace() for one in covered] == [one.isspace() for one in text]
    assert not [one for one in covered if one.isalnum() and one not in "x0"]


@settings(max_examples=60)
@given(text=TEXTS, places=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_only_marked_words_are_left(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(one), max(one)) for one in places if max(one) <= len(text)]
    shown = cover_around(text, [record(*spans)])
    assert len(shown) == len(text)
    marked = {at for start, end in spans for at in range(start, end)}
    for at, (now, before) in enumerate(zip(shown, text, strict=True)):
        assert now == (before if at in marked else cover(before))


def test_texts_in_metadata_go_and_the_rest_stays() -> None:
    long = "word " * LONGEST
    metadata: dict[str, Json] = {"lead": long, "codes": ["a", 1], "inside": {"deep": [long]}, "pages": 3}
    assert short_metadata(metadata) == ({"codes": ["a", 1], "pages": 3}, 2)


def test_a_sign_stands_for_the_same_words_however_they_are_set() -> None:
    text = "La ministre. la  MINISTRE! Le maire"
    first, again, other = Span(0, 11), Span(13, 25), Span(27, 35)
    assert stand_in(text, [first], "s") == stand_in(text, [again], "s") != stand_in(text, [other], "s")
    assert stand_in(text, [first], "s") != stand_in(text, [first], "another")
    assert re.fullmatch("unnamed-[0-9a-f]{10}", stand_in(text, [first, other], "s"))
    assert stand_in(text, [], "s") == ""
