"""What is likeliest by how far each annotator can be trusted.

Everybody finds, leaves and fills in with shares of their own (`trust`), so that one who misses much says
little by having no record, and one who invents nothing says much by having one. Votes are weighed by
their log odds, the best weights for independent judges (Nitzan, S. & Paroush, J. (1982). Optimal decision
rules in uncertain dichotomous choice situations. International Economic Review 23(2), 289–297). Where
nothing is known all weigh the same. What is not clearly likelier than not stays open.
"""

from annotation.adjudication.cluster import Row
from annotation.adjudication.draft import Draft, Pick
from annotation.adjudication.strategies._base import Terms
from annotation.adjudication.ties import settle
from annotation.adjudication.trust import Trusted

_SURE = 0.6
_NEARLY = 1e-9


class GoldModel:
    """Who can be trusted more weighs more."""

    name = "gold-model"
    label = "A vote weighed by the gold set"
    needs = frozenset({"share", "ties", "trust"})

    def choose(self, draft: Draft, terms: Terms) -> Draft:
        """The answers that are likelier than not, and at least as likely as the share asked for."""
        cluster = draft.cluster
        real = terms.trust.likelihood(cluster.records, cluster.annotators)
        least = max(terms.share, _SURE)
        if max(real, 1 - real) < least - _NEARLY or abs(real - 0.5) < _NEARLY:
            return draft
        if real < _SURE:
            return draft.reject()
        return settle(draft.fill(lambda row: _likeliest(row, terms.trust, least)), terms.ties)


def _likeliest(row: Row, trusted: Trusted, least: float) -> Pick | None:
    """The answer that is likely enough; None where none is."""
    likely = trusted.answers([option.annotators for option in row.options])
    found = ((share, place) for place, share in enumerate(likely) if share > _SURE and share >= least)
    best = max(found, default=None)
    return Pick(option=best[1]) if best else None


plug = GoldModel()
