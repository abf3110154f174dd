"""Words: what a hand would pick, in French, in English and elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.words import Words, tokens_of


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens_of(text)]


def words_in(text: str) -> Words:
    positions = Positions(text)
    return Words(text, positions.starts, positions.ends)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’OTAN a dit", ["l’", "OTAN", "a", "dit"]),
        ("L'Est et qu’ils", ["L'", "Est", "et", "qu’", "ils"]),
        ("jusqu’à lorsqu'il", ["jusqu’", "à", "lorsqu'", "il"]),
        ("aujourd’hui, quelqu’un", ["aujourd’hui", "quelqu’un"]),
        ("N’Djamena et d’Alep", ["N’Djamena", "et", "d’", "Alep"]),
        ("les nord-coréens des États-Unis", ["les", "nord-coréens", "des", "États-Unis"]),
        ("a-t-il dit-elle celui-ci", ["a", "il", "dit", "elle", "celui-ci"]),
        ("plus de 10 000 soldats", ["plus", "de", "10 000", "soldats"]),
        ("10\u00a0000,5 et 1\u202f234\u202f567", ["10\u00a0000,5", "et", "1\u202f234\u202f567"]),
        ("en 2024 300 cas", ["en", "2024", "300", "cas"]),
        ("3,5 à 14:30, G20 et F-16", ["3,5", "à", "14:30", "G20", "et", "F-16"]),
        ("70 % de 5 €", ["70", "%", "de", "5", "€"]),
        ("l’O.N.U. et J.-P. Sartre", ["l’", "O.N.U.", "et", "J.-P.", "Sartre"]),
        ("« oui »", ["«", "oui", "»"]),
        ("Trump’s plan isn't R&D", ["Trump", "’s", "plan", "isn't", "R&D"]),
        ("député·e·s", ["député·e·s"]),
        ("e\u0301te\u0301 fini", ["e\u0301te\u0301", "fini"]),
        ("minis\u00adtère", ["minis\u00adtère"]),
        ("bon 👩\u200d🚀 vol", ["bon", "👩\u200d🚀", "vol"]),
        ("drapeau \U0001f1eb\U0001f1f7", ["drapeau", "\U0001f1eb\U0001f1f7"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("…, ; !", []),
        ("", []),
    ],
)
def test_words_are_picked_whole_and_elisions_apart(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aéL1 -’'.,«»%\u00a0·")), max_size=60))
def test_words_come_in_order_and_never_overlap(text: str) -> None:
    end = 0
    for start, stop in tokens_of(text):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text(alphabet=st.sampled_from("aé’'- .«»1\n😀"), max_size=40), st.data())
def test_a_snapped_range_holds_the_range_without_its_blanks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    snapped = words_in(text).snap(start, end)
    if snapped is None:
        assert not text[start:end].strip()
    else:
        assert text[snapped[0]].strip()
        assert text[snapped[1] - 1].strip()
        assert snapped[0] <= start + len(text[start:end]) - len(text[start:end].lstrip())
        assert snapped[1] >= end - len(text[start:end]) + len(text[start:end].rstrip())
        assert words_in(text).snap(*snapped) == snapped


def test_the_caret_in_otan_picks_otan_without_its_article() -> None:
    words = words_in("que l’OTAN dit")
    assert words.at(8) == (6, 10)
    assert words.at(6) == (6, 10), "at its first letter"
    assert words.at(5) == (4, 6), "in the article"
    assert words.at(10) == (6, 10), "at its end"


def test_between_words_there_is_no_word() -> None:
    assert words_in("un ,  deux").at(5) is None
    assert words_in("").at(0) is None


def test_a_drag_from_inside_one_word_into_another_takes_both_whole() -> None:
    text = "le ministre a déclaré hier"
    assert words_in(text).snap(5, 16) == (3, 21)
    assert words_in(text).snap(16, 5) == (3, 21)


def test_a_drag_over_a_blank_edge_leaves_the_blank_out() -> None:
    text = "un  deux trois"
    assert words_in(text).snap(2, 9) == (4, 8)
    assert words_in(text).snap(2, 4) is None
    assert words_in(text).snap(5, 5) is None


def test_the_next_and_previous_word_are_found_across_paragraphs() -> None:
    words = words_in("un.\n\n, deux")
    assert words.next(2) == (7, 11)
    assert words.previous(7) == (0, 2)
    assert words.next(11) is None
    assert words.previous(0) is None
