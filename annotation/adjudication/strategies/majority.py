"""What more than half say, or a larger share: whether there is a record, then row by row. Ties stay open.

Who read the article and has no record votes against it; of the rows, those vote who have one. A tie on a
field that neither labels the record nor is required keeps that field alone open (`ties` may say otherwise).
"""

from annotation.adjudication.draft import Draft
from annotation.adjudication.strategies._base import Terms
from annotation.adjudication.ties import settle


class Majority:
    """Every annotator has one vote."""

    name = "majority"
    label = "What the majority says"
    needs = frozenset({"share", "presence", "ties"})

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The answers that have the votes; the record is rejected where those without it have them."""
        weights = dict.fromkeys(draft.cluster.annotators, 1.0)
        return settle(draft.vote(weights, terms.share, terms.presence), terms.ties)


plug = Majority()
