"""Number words of one language, from its `numbers.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotation.detectors._language import fold, folded, read_table


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words by what they are worth."""

    simple: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    alone: frozenset[str]
    """Ordinals that no other word joins: the "premier" of "cinquante premiers" is no 51st."""
    suffixes: frozenset[str]
    spaced_suffixes: frozenset[str]
    """Those that a space may part from their digits, as in old and in badly read print: "1 er"."""
    fractions: Mapping[str, int]
    portions: Mapping[str, frozenset[str]]
    """Fractions that stand alone, with the words that may stand before them."""
    portion_ends: frozenset[str]
    """Words after which "a third" is a fraction, as after a full stop."""
    whole_portions: frozenset[str]
    """Those that need nothing after them."""
    bare_portions: frozenset[str]
    """Those of them that need nothing before them either: "half"."""
    halves: frozenset[str]
    """Words for a half that stand before what they halve."""
    collectives: Mapping[str, int]
    exact: frozenset[str]
    compact: Mapping[str, int]
    compact_money: Mapping[str, int]
    compact_nouns: frozenset[str]
    """Nouns beside which letters mean what they mean beside a currency: "2m jobs"."""
    linking_scales: frozenset[str]
    linking: frozenset[str]
    of: frozenset[str]
    """Words between a fraction and what it is of."""
    joining: frozenset[str]
    et: frozenset[int]
    after_hundreds: bool
    teens_after: frozenset[int]
    after_ten: frozenset[int]
    fourscore: bool
    points: frozenset[str]
    minus: frozenset[str]
    ones: frozenset[str]
    counting: frozenset[str]
    """Words for one that also count a noun: "one soldier", unlike "un soldat"."""
    weak: frozenset[str]
    """Number words that are other words too and need a unit, a noun or a comparator: "neuf"."""
    starts: frozenset[str]
    """Every word that a number may begin with, but for digits."""
    leads: frozenset[str]
    """Those that need a portion after them: the "la" of "la moitié"."""


def read_numbers(code: str) -> Numbers:
    """The number words of the language `code`."""
    table = read_table(f"{code}/numbers")
    joining = table["joining"]
    portions = {fold(word): folded(before) for word, before in table["portions"].items()}
    plain, before = _plain_starts(table), frozenset().union(*portions.values())
    return Numbers(
        starts=plain | before,
        leads=before - plain,
        simple=_keys(table["simple"]),
        hundreds=folded(table["hundreds"]),
        scales=_keys(table["scales"]),
        ordinals=_keys(table["ordinals"]),
        alone=folded(table["ordinals_alone"]["words"]),
        suffixes=folded(table["ordinal_suffixes"]["suffixes"]),
        spaced_suffixes=folded(table["ordinal_suffixes"]["spaced"]),
        fractions=_keys(table["fractions"]),
        portions=portions,
        portion_ends=folded(table["portion_ends"]["words"]),
        whole_portions=folded(table["whole_portions"]["words"]),
        bare_portions=folded(table["whole_portions"]["bare"]),
        halves=folded(table["halves"]["words"]),
        collectives=_keys(table["collectives"]),
        exact=folded(table["exact_collectives"]["words"]),
        compact=table["compact"],
        compact_money=table["compact_money"],
        compact_nouns=folded(table["compact_nouns"]["words"]),
        linking_scales=folded(table["linking"]["scales"]),
        linking=folded(table["linking"]["words"]),
        of=folded([*table["linking"]["words"], *table["linking"]["contracted"]]),
        joining=folded(joining["words"]),
        et=frozenset(joining["et"]),
        after_hundreds=joining["after_hundreds"],
        teens_after=frozenset(joining["teens_after"]),
        after_ten=frozenset(joining["after_ten"]),
        fourscore=joining["fourscore"],
        points=folded(table["points"]),
        minus=folded(table["minus"]),
        ones=folded(table["ones"]),
        counting=folded(table["counting"]),
        weak=folded(table["weak"]),
    )


def _keys(table: Mapping[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in table.items()}


def _plain_starts(table: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    parts = ("simple", "scales", "ordinals", "fractions", "collectives", "hundreds")
    words = {word for part in parts for word in table[part]}
    return folded(words | {"-", *table["minus"], *table["ones"]})
