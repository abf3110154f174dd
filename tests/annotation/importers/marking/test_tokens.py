import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._marking.tokens import Weaver, chunks, split_tag


def found(*sentences: str) -> list[tuple[str, int, int]]:
    return [(one.label, one.first, one.last) for one in chunks([sentence.split() for sentence in sentences])]


def test_words_are_joined_and_placed() -> None:
    weaver = Weaver()
    for word in ("L'", "été", "👩‍🚒"):
        weaver.add(word, "" if word.endswith("'") else " ")
    weaver.end_sentence()
    weaver.add("Fin")
    assert weaver.text == "L'été 👩‍🚒\nFin"
    assert [weaver.text[span.start : span.end] for span in weaver.places] == ["L'", "été", "👩‍🚒", "Fin"]


@given(words=st.lists(st.text(min_size=1, max_size=5), max_size=10))
def test_every_word_is_where_it_was_put(words: list[str]) -> None:
    weaver = Weaver()
    for word in words:
        weaver.add(word)
    assert [weaver.text[span.start : span.end] for span in weaver.places] == words


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-PER I-PER O I-LOC", [("PER", 0, 1), ("LOC", 3, 3)]),  # IOB1
        ("I-PER B-PER O", [("PER", 0, 0), ("PER", 1, 1)]),  # IOB1, two in a row
        ("B-PER I-PER B-PER", [("PER", 0, 1), ("PER", 2, 2)]),  # IOB2
        ("B-PER I-LOC", [("PER", 0, 0), ("LOC", 1, 1)]),
        ("B-PER E-PER S-LOC O", [("PER", 0, 1), ("LOC", 2, 2)]),  # BIOES
        ("B-PER I-PER L-PER U-LOC", [("PER", 0, 2), ("LOC", 3, 3)]),  # BILOU
        ("PER-B PER-I", [("PER", 0, 1)]),
        ("O O", []),
    ],
)
def test_chunks_of_every_scheme(tags: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(tags) == expected


def test_a_chunk_ends_with_its_sentence_and_tokens_are_numbered_through() -> None:
    assert found("O I-PER", "I-PER O") == [("PER", 1, 1), ("PER", 2, 2)]


def test_a_chunk_that_no_b_begins_is_a_stray_only_where_others_have_one() -> None:
    both = [["O", "B-PER", "O", "I-LOC"]]
    assert [one.stray for one in chunks(both)] == [False, True]
    assert [one.stray for one in chunks([["I-PER", "B-PER"]])] == [False, False]


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("B-PER", ("B", "PER")),
        ("I-per.ind", ("I", "per.ind")),
        ("O", ("O", "")),
        ("_", ("O", "")),
        ("near-record", ("", "")),
        ("word", ("", "")),
    ],
)
def test_a_tag_has_a_prefix_and_a_label(tag: str, parts: tuple[str, str]) -> None:
    assert split_tag(tag) == parts
