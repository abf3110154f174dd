"""Words that were marked by hand are found again as whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Memory
from annotation.detectors._memory import remember
from annotation.detectors._recurring import find_again, has_capital
from annotation.detectors._teaching import about_text
from annotation.detectors._verdicts import ADDED


def marked(*words: str, times: int = 1, kind: str = "words") -> Memory:
    return remember([((about_text(kind, "entity", one), ADDED),) for one in words for _ in range(times)])


def found(text: str, *words: str, times: int = 1) -> list[str]:
    return [text[span.start : span.end] for span, _ in find_again(text, marked(*words, times=times))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Rutte et Rutte, de Rutte-Verhoeven ; Rutteau, 👍Rutte", ["Rutte"], 4),
        ("rutte RUTTE Rutte", ["Rutte"], 1),
        ("Côte d'Ivoire, Côte d’Ivoire", ["Côte d’Ivoire"], 2),
        ("Mark Rutte, Rutte", ["Rutte", "Mark Rutte"], 2),
        ("l’OTAN et l'OTAN", ["OTAN"], 2),
        ("« Oui » et oui", ["« Oui »"], 1),
        ("", ["Rutte"], 0),
        ("12 et 12", ["12"], 0),
        ("A ou B", ["A"], 0),
    ],
)
def test_names_are_found_as_they_are_written(text: str, words: list[str], expected: int) -> None:
    assert len(found(text, *words)) == expected


def test_the_longest_words_win_where_several_begin() -> None:
    assert found("Mark Rutte parle", "Mark", "Mark Rutte") == ["Mark Rutte"]


def test_words_without_a_capital_are_looked_for_after_two_and_in_any_case() -> None:
    assert found("Le parti, le Parti", "parti") == []
    assert found("Le parti, le Parti", "parti", times=2) == ["parti", "Parti"]


def test_a_cue_is_no_entity() -> None:
    memory = marked("A pointé", kind="cue")
    assert list(find_again("A pointé", memory)) == []
    assert len(list(find_again("A pointé", memory, "cue"))) == 1


@given(st.text("aB é’'\u00a0.👍", max_size=30), st.text("aB é’'.", min_size=1, max_size=5))
def test_a_place_is_within_the_text_and_says_the_words(text: str, words: str) -> None:
    for span, _ in find_again(text, marked(words, times=2)):
        there = text[span.start : span.end]
        assert len(there) == len(words)
        assert has_capital(words) or there.lower().replace("’", "'").replace(
            "\xa0", " "
        ) == words.lower().replace("’", "'")


def test_of_many_marked_words_that_begin_alike_the_right_one_is_found() -> None:
    memory = marked(*(f"Nom{number} Autre" for number in range(20_000)))
    text = "Nom7 Autre et le reste du texte. " * 200
    assert len(list(find_again(text, memory))) == 200
