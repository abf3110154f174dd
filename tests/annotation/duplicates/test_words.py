"""The words that are compared: without what agencies and outlets put around an article."""

import pytest

from annotation.duplicates import words_of

BODY = "Le port de Brune rouvre lundi après trois semaines de grève des dockers."


@pytest.mark.parametrize(
    "text",
    [
        f"Par Nina Roux\n\n{BODY}",
        f"BRUNE (AFP) — {BODY}",
        f"Brune, 3 mars (Reuters) - {BODY}",
        f"Publié le 3 mars 2024 à 10 h\nPar Nina Roux, avec AFP\n{BODY}",
        f"{BODY} (avec AFP)",
        f"{BODY}\r\n\r\n© Le Matin, tous droits réservés",
        f"{BODY}\nabc/de",
        BODY.upper(),
        BODY.replace("é", "e\u0301"),
        BODY.replace("semaines", "se\u00admaines"),
    ],
)
def test_what_stands_around_an_article_makes_no_difference(text: str) -> None:
    assert words_of(text) == words_of(BODY)


def test_a_text_that_is_nothing_but_a_byline_keeps_its_words() -> None:
    assert words_of("Par Nina Roux") == ["par", "nina", "roux"]


def test_a_sentence_is_not_taken_for_a_byline_in_the_middle_of_a_text() -> None:
    lines = ["Un.", "Deux.", "Trois.", "Par la suite rien.", "Cinq.", "Six.", "Sept."]
    assert "suite" in words_of("\n".join(lines))


def test_scripts_without_blanks_are_read_character_by_character() -> None:
    assert words_of("総理は OTAN 言") == ["総", "理", "は", "otan", "言"]


def test_a_text_without_letters_has_no_words() -> None:
    assert words_of("— … 👍 —") == []
