"""A vote in which those count more whom people's decisions have agreed with more often so far.

Each annotator's weight is the log odds of being right, as the gold set has it: the best weights for
independent judges (Nitzan, S. & Paroush, J. (1982). Optimal decision rules in uncertain dichotomous choice
situations. International Economic Review 23(2), 289–297). Where nothing is decided yet all weigh the same.
"""

from math import log

from annotation.adjudication.draft import Draft
from annotation.adjudication.strategies._base import Terms

UNKNOWN = 0.75
"""How far an annotator is trusted of whom nothing is known."""
_WORST, _BEST = 0.55, 0.99


class GoldModel:
    """Who has been right more often weighs more."""

    name = "gold-model"
    label = "A vote weighed by the gold set"
    needs = frozenset({"share", "trust"})

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The answers that have the weighed votes."""
        trusted = {who: terms.trust.get(who, UNKNOWN) for who in draft.cluster.annotators}
        bounded = {who: min(max(right, _WORST), _BEST) for who, right in trusted.items()}
        return draft.vote({who: log(right / (1 - right)) for who, right in bounded.items()}, terms.share)


plug = GoldModel()
