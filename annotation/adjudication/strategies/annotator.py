"""What one annotator says: their records as they are; what they do not have is rejected."""

from annotation.adjudication.draft import Draft
from annotation.adjudication.strategies._base import Terms


class OneAnnotator:
    """Follows one annotator wherever they worked; other articles stay open."""

    name = "annotator"
    label = "What one annotator says"
    needs = frozenset({"annotator"})

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """Their record, or none."""
        if terms.annotator not in draft.cluster.annotators:
            return draft
        return draft.take(terms.annotator) if terms.annotator in draft.cluster.records else draft.reject()


plug = OneAnnotator()
