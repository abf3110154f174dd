"""What is taken out of a text, and what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.importers import clean_text
from annotation.importers._reading.cleaning import without_page_breaks

TEXT = "Le port rouvre lundi.\n\nLes dockers\nattendent, disent-ils.\n\nFin."


def test_a_text_that_has_nothing_to_take_out_stays_to_the_letter() -> None:
    for text in (TEXT, TEXT.replace("\n", "\r\n"), "  Deux.\n\n\n\nLignes\t", "", "👍 e\u0301 \u00a0"):
        found = clean_text(text)
        assert (found.text, found.removed) == (text, ())


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 Le Matin. Tous droits réservés.",
        "Lire aussi : Un autre article",
        "Read more: something else",
        "Voir aussi : la carte",
        "Copyright 2024 The Daily. All rights reserved.",
    ],
)
def test_lines_that_are_no_part_of_the_article_are_taken_out_and_told(line: str) -> None:
    found = clean_text(f"{TEXT}\n\n{line}")
    assert (found.text, found.removed) == (TEXT, (line,))


def test_a_line_within_paragraphs_of_one_line_each_is_taken_out() -> None:
    found = clean_text("Un.\nLire aussi : deux\nTrois.")
    assert (found.text, found.removed) == ("Un.\nTrois.", ("Lire aussi : deux",))


def test_the_line_ends_of_the_text_stay() -> None:
    found = clean_text("Un.\r\n\r\nLire aussi : deux\r\n\r\nTrois\r\nquatre.")
    assert found.text == "Un.\r\n\r\nTrois\r\nquatre."


def test_soft_hyphens_ligatures_and_control_characters_go() -> None:
    assert clean_text("L’oﬃ\u00adcier\x00 ﬁnit\ufeff.").text == "L’officier finit."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("il a dit\n\fque non", "il a dit que non"),
        ("Fin de la page.\n\n12\n\fNouveau paragraphe", "Fin de la page.\n\nNouveau paragraphe"),
        ("Fin.\n\fPage 3 / 12\nSuite.", "Fin.\n\nSuite."),
        ("Fin.\f", "Fin."),
        ("les 3\n\f4 autres", "les 3\n\n4 autres"),
    ],
)
def test_a_text_goes_on_over_the_end_of_a_page(text: str, expected: str) -> None:
    assert without_page_breaks(text) == expected


def test_a_text_that_is_nothing_but_boilerplate_keeps_a_paragraph() -> None:
    assert clean_text("© 2024 Le Matin").text == "© 2024 Le Matin"


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["Un.", "deux", "\f", "\n", "\n\n", "\u00ad", "ﬁ", "👍", "e\u0301", " ", "12"]))
)
def test_cleaning_twice_is_cleaning_once_and_loses_no_word(parts: list[str]) -> None:
    text = "".join(parts)
    once = clean_text(text).text
    assert clean_text(once).text == once
    assert "\f" not in once
    for word in ("Un.", "deux", "👍"):
        assert once.count(word) == text.replace("\u00ad", "").count(word)
