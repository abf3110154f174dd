"""How often a rule is right, measured on the development gold, as the confidence of what it finds."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution
from annotation.detectors._language import read_table


def rate(item: Attribution, passage: Passage) -> float:
    """The share of right contents among those that the attribution's rule has found, 0 to 1."""
    table = read_table(f"{passage.lexicon.code}/attribution_rates")
    share = float(table["rules"].get(item.rule, table["otherwise"]))
    return round(share if passage.doc is not None else share * float(table["without_parse"]), 2)
