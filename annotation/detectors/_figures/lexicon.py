"""All words of figures in one language, as the grammar asks for them."""

from dataclasses import dataclass
from functools import cache
from itertools import product

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
    """Every word or sign that a figure may begin with whatever follows, but for digits and dates."""
    pairs: frozenset[tuple[str, str]]
    """The other two words or signs that a figure may begin with."""
    first_of_pairs: frozenset[str]


@cache
def load_lexicon(code: str) -> Lexicon:
    """The words of figures in the language `code`. Raises LanguageError where its files are damaged."""
    parts = read_numbers(code), read_units(code), read_comparators(code), read_quantities(code)
    opening = _opening(*parts[1:])
    pairs = {(words[0], words[1]) for words in opening if len(words) > 1}
    starters = {words[0] for words in opening if len(words) == 1} | _words(parts[0], parts[1], parts[3])
    pairs |= _pairs(parts[0], parts[3])
    first = frozenset(words[0] for words in pairs)
    return Lexicon(code, *parts, frozenset(starters), frozenset(pairs), first)


def _opening(units: Units, comparators: Comparators, quantities: Quantities) -> set[tuple[str, ...]]:
    """Phrases that a figure may begin with."""
    times = quantities.times
    opening = [units.currencies, comparators.before, *(row.open for row in comparators.ranges)]
    opening += [quantities.vague, quantities.percent_of, times.multiplied, times.divided]
    return {words for group in opening for words in group} | set(times.words)


def _words(numbers: Numbers, units: Units, quantities: Quantities) -> set[str]:
    """Single words that a figure may begin with beside the phrases."""
    open_ = _open(numbers) if "" in quantities.plurals else set()
    letters = {
        f"{letter}{code[0]}" for letter in numbers.compact for code in units.currencies if len(code) == 1
    }
    plain = numbers.starts - numbers.leads
    return open_ | letters | plain | quantities.times.signs


def _pairs(numbers: Numbers, quantities: Quantities) -> set[tuple[str, str]]:
    """Articles and the like, with the words that make a figure of them."""
    portions = {(before, word) for word, words in numbers.portions.items() for before in words}
    plurals = set(product(quantities.plurals, _open(numbers)))
    anaphors = quantities.anaphors
    return portions | plurals | set(product(anaphors.determiners, anaphors.money | anaphors.any))


def _open(numbers: Numbers) -> set[str]:
    """Plurals of tens, hundreds, thousands and the like."""
    plurals = {f"{word}s" for word in numbers.scales}
    return {*numbers.hundreds, *numbers.scales, *numbers.collectives, *plurals}
