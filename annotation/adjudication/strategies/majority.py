"""What more than half say, or a larger share: whether there is a record, then row by row. Ties stay open.

Who read the article and has no record votes against it; of the rows, those vote who have one.
"""

from annotation.adjudication.draft import Draft
from annotation.adjudication.strategies._base import Terms


class Majority:
    """Every annotator has one vote."""

    name = "majority"
    label = "What the majority says"
    needs = frozenset({"share", "presence"})

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The answers that have the votes; the record is rejected where those without it have them."""
        return draft.vote(dict.fromkeys(draft.cluster.annotators, 1.0), terms.share, terms.presence)


plug = Majority()
