"""An amount knows whether it stands alone."""

from dataclasses import replace
from fractions import Fraction

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.numeral import Numeral

TEN = Amount(0, 1, Numeral(0, 1, Fraction(10), digits=True), Fraction(10), "cardinal")


def test_a_number_without_unit_or_noun_is_bare() -> None:
    assert TEN.bare
    assert not replace(TEN, counted="soldats").bare
    assert not replace(TEN, kind="money", unit="EUR").bare


def test_only_digits_in_one_piece_are_plain() -> None:
    assert TEN.plain
    assert not replace(TEN, numeral=Numeral(0, 1, Fraction(10))).plain
    assert not replace(TEN, numeral=Numeral(0, 2, Fraction(10), digits=True)).plain
