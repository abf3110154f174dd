"""What is no part of an article is taken out, and kept."""

import pytest

from annotation.importers._reading.boilerplate import is_elsewhere, is_rights, without_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "© 2012 Newspaper. Tous droits réservés.",
        "Copyright 2010 Guardian Unlimited\nAll Rights Reserved",
        "(c) 2011 Test company.",
        "Copy 2013 The Daily Planet All Rights Reserved",
        "Alle Rechte vorbehalten",
        "2019 El Diario. Todos los derechos reservados.",
    ],
)
def test_rights_are_known_in_several_languages(line: str) -> None:
    assert is_rights(line)


@pytest.mark.parametrize(
    "line",
    ["The copyright law passed.", "He said all rights reserved seats were taken.", "x" * 500 + " © 2012"],
)
def test_a_sentence_about_rights_is_text(line: str) -> None:
    assert not is_rights(line)


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi page 5",
        "À lire aussi : la suite",
        "Read more: the crane",
        "Lesen Sie auch: Kran",
        "Leggi anche",
    ],
)
def test_ways_to_other_pages_are_known(line: str) -> None:
    assert is_elsewhere(line)


@pytest.mark.parametrize("line", ["Lire un roman est un plaisir.", "He read more than ten books."])
def test_a_sentence_about_reading_is_text(line: str) -> None:
    assert not is_elsewhere(line)


def test_rights_go_from_the_ends_and_the_rest_from_anywhere() -> None:
    paragraphs = ["© 2012 A.", "One.", "Read more: two", "© stands here.", "Three.", "Copyright 2012 A"]
    kept, out = without_boilerplate(paragraphs)
    assert kept == ["One.", "© stands here.", "Three."]
    assert sorted(out) == ["Copyright 2012 A", "Read more: two", "© 2012 A."]


def test_an_article_is_never_emptied() -> None:
    assert without_boilerplate(["© 2012 A."]) == (["© 2012 A."], [])
    assert without_boilerplate([]) == ([], [])
