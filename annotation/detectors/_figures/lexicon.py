"""All words of figures in one language, as the grammar asks for them."""

from dataclasses import dataclass
from functools import cache

from annotation.detectors._figures.comparator_words import Comparators, read_comparators
from annotation.detectors._figures.number_words import Numbers, read_numbers
from annotation.detectors._figures.quantity_words import Quantities, read_quantities
from annotation.detectors._figures.unit_words import Units, read_units


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the grammar knows about one language."""

    code: str
    numbers: Numbers
    units: Units
    comparators: Comparators
    quantities: Quantities
    starters: frozenset[str]
    """Every word or sign that a figure may begin with, but for digits and dates."""


@cache
def load_lexicon(code: str) -> Lexicon:
    """The words of figures in the language `code`. Raises LanguageError where its files are damaged."""
    parts = read_numbers(code), read_units(code), read_comparators(code), read_quantities(code)
    return Lexicon(code, *parts, _starters(*parts))


def _starters(
    numbers: Numbers, units: Units, comparators: Comparators, quantities: Quantities
) -> frozenset[str]:
    times = quantities.times
    opening = [units.currencies, comparators.before, *(row.open for row in comparators.ranges)]
    opening += [quantities.vague, quantities.percent_of, times.multiplied, times.divided]
    first = {words[0] for group in opening for words in group} | {words[0] for words in times.words}
    plurals = numbers.hundreds | set(numbers.scales) | set(numbers.collectives)
    plurals |= {f"{word}s" for word in numbers.scales}
    letters = {
        f"{letter}{code[0]}" for letter in numbers.compact for code in units.currencies if len(code) == 1
    }
    known = quantities.plurals | quantities.anaphors.determiners | times.signs
    return frozenset(first | plurals | letters | numbers.starts | known)
