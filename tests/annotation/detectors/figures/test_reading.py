"""Reading a paragraph from left to right."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._figures.reading import Reading, read_figures

WORDS = st.sampled_from(
    [
        "12",
        "3,5",
        "1.000",
        "mille",
        "cent",
        "dix",
        "un",
        "une",
        "de",
        "d'",
        "et",
        "à",
        "entre",
        "plus",
        "moins",
        "environ",
        "%",
        "€",
        "euros",
        "km",
        "ans",
        "millions",
        "milliard",
        "sur",
        "-",
        "/",
        "(",
        ".",
        ",",
        "quelques",
        "pays",
        "le",
        "la",
        "fois",
        "plus",
        "2024",
        "mai",
        "1er",
        "e",
        "½",
        "$",
        "par",
        "an",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(["fr", "en"]))
def test_figures_are_in_order_apart_and_inside_the_text(text: str, code: str) -> None:
    found = read_figures(text, code, {}, Reading())
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_a_range_has_two_ends_in_order(text: str) -> None:
    for item in read_figures(text, "fr", {}, Reading()):
        if item.comparator == "range":
            assert item.low is not None
            assert item.high is not None
            assert item.low < item.high
            assert item.value is None


def test_what_was_read_is_remembered_for_later_paragraphs() -> None:
    reading = Reading()
    read_figures("Le plan coûte 3 euros.", "fr", {}, reading)
    found = read_figures("La somme sera versée.", "fr", {}, reading)
    assert [(item.kind, item.unit, item.vague) for item in found] == [("money", "EUR", True)]


def test_digits_after_a_name_belong_to_it() -> None:
    assert read_figures("Le char Leopard 2 et la chaîne France 24.", "fr", {}, Reading()) == []
