"""What everybody says: records that all have, the same in every row. Everything else stays open."""

from annotation.adjudication.draft import Draft
from annotation.adjudication.strategies._base import Terms


class Unanimous:
    """Takes nothing on which anybody differs."""

    name = "unanimous"
    label = "What everybody says"
    needs: frozenset[str] = frozenset()

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The record of all, where it is the same one."""
        return draft.vote(dict.fromkeys(draft.cluster.annotators, 1.0), share=1.0)


plug = Unanimous()
