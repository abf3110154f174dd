"""How often a rule is right, measured on the development gold, as the confidence of what it finds."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution

_RATES: dict[str, float] = {"incise direct": 0.95, "object": 0.65}
_OTHERWISE = 0.7
_WITHOUT_PARSE = 0.9
"""Factor where no language model has read the sentence."""


def rate(item: Attribution, passage: Passage) -> float:
    """The share of right contents among those that the attribution's rule has found, 0 to 1."""
    return round(_RATES.get(item.rule, _OTHERWISE) * (1 if passage.doc is not None else _WITHOUT_PARSE), 2)
