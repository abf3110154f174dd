"""Tokens as numbers are looked for in them."""

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.line import Line
from annotation.detectors._tokens import tokenize


def line(text: str, code: str = "fr") -> Line:
    return Line(tokenize(text, code), load_lexicon(code).numbers)


def test_outside_the_line_there_is_nothing() -> None:
    here = line("douze ans")
    assert (here.fold(-1), here.text(-1), here.fold(9), here.text(9)) == ("", "", "", "")
    assert not here.touches(0)
    assert not here.links(9)


def test_a_hyphen_binds_only_without_spaces() -> None:
    assert line("deux-tiers").binds(1)
    assert not line("deux - tiers").binds(1)
    assert line("deux-tiers").skip_hyphen(1) == 2
    assert line("deux - tiers").skip_hyphen(1) == 1


def test_of_is_known_with_its_contractions() -> None:
    assert [line(text).links(0) for text in ("de", "d'eau", "des", "du", "le")] == [True] * 4 + [False]
