"""What a reviewer can put in fields that name somebody or point somewhere."""

from collections.abc import Iterator, Sequence

from annotation.codebook import is_name
from annotation.entities import Candidate, fold_name, rank
from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Json
from gui.editors import Offer
from gui.views.review.desk import ReviewDesk
from gui.views.review.hues import cluster_hue
from gui.views.review.words import cluster_title, value_text
from gui.widgets.choice_list import Choice

LIMIT = 40

Ranked = tuple[Candidate, Offer]


class ReviewOffers:
    """Offers names of the registry, clusters of the article, and what is typed as a concept."""

    def __init__(self, desk: ReviewDesk) -> None:
        self._desk = desk

    def offers(self, field: Field, typed: str) -> Sequence[Offer]:
        """What a typed text may mean in a field, best first."""
        typed = " ".join(typed.split())
        found = [*self._clusters(field), *self._registry(field)]
        places = rank(typed, [candidate for candidate, _offer in found], LIMIT)
        offers = [found[place][1] for place in places]
        return [*offers, *self._concept(field, typed, offers)]

    def shown(self, field: Field, value: Json) -> Choice | None:
        """How a value looks; None for no value."""
        comparison = self._desk.comparison
        if value in (None, "", {}) or comparison is None:
            return None
        return Choice(key=str(value), title=value_text(field, value, comparison.referents))

    def pick(self, field: Field) -> None:
        """Nothing: values are picked from the list here."""

    def _registry(self, field: Field) -> Iterator[Ranked]:
        if not (is_name(field) or "entity" in field.to) or self._desk.comparison is None:
            return
        for key, name in self._desk.comparison.referents.names.items():
            choice = Choice(key=f"entity:{key}", title=name, note=_("registry"))
            value: Json = key if is_name(field) else {"entity": key}
            yield Candidate(name=name, weight=1), Offer(choice=choice, value=value)

    def _clusters(self, field: Field) -> Iterator[Ranked]:
        """The things of the article that the field may point at, each by one annotator's record."""
        comparison = self._desk.comparison
        if is_name(field) or "annotation" not in field.to or comparison is None:
            return
        for cluster in comparison.clusters:
            record = next(iter(cluster.records.values()), cluster.gold)
            if record is None or (field.layers and cluster.layer not in field.layers):
                continue
            layer = self._desk.session.codebook.layer(cluster.layer)
            title = cluster_title(cluster, comparison)
            choice = Choice(
                key=cluster.id,
                title=title,
                subtitle=layer.text if layer else "",
                hue=cluster_hue(cluster, layer),
            )
            value: Json = record.id if field.to == ("annotation",) else {"annotation": record.id}
            yield Candidate(name=title, weight=2), Offer(choice=choice, value=value)

    def _concept(self, field: Field, typed: str, offers: Sequence[Offer]) -> Iterator[Offer]:
        known = {fold_name(offer.choice.title) for offer in offers}
        if typed and "concept" in field.to and not is_name(field) and fold_name(typed) not in known:
            choice = Choice(key="free", title=typed, subtitle=_("as a concept"), icon="tag", free=True)
            yield Offer(choice=choice, value={"concept": typed})
