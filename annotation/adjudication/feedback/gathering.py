"""What was decided about an annotator's work, article by article, with how it differs from what they said.

It needs their own records, the decisions and the gold records alone, so that it is the same in the project
and in the package that goes back to them, where nothing else is.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotation.adjudication.cluster import Value
from annotation.adjudication.rows import answer, means, parts_of
from annotation.agreement import Referents
from annotation.codebook import Codebook, Layer, Role
from annotation.fields import Field
from annotation.project import ProjectReader
from annotation.records import GOLD, MACHINE, Annotation, Annotator, Article, Decision
from annotation.records.decision import counterparts, is_about

GAP = "gap"
"""The id of the reason which says that the guideline is silent or unclear."""
Told = Callable[[int, int], object]
"""Called with how many articles are read, of how many; raises to stop."""


class Verdict(StrEnum):
    """How the gold record differs from the annotator's, in the order in which it is told."""

    MISSED = "missed"
    REJECTED = "rejected"
    BOUNDARY = "boundary"
    LABEL = "label"
    FIELD = "field"
    REFERENCE = "reference"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One role or field in which the gold record says something else."""

    part: Role | Field
    mine: Value
    gold: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One decision about an annotator's work."""

    article: str
    title: str
    layer: Layer
    decision: Decision
    mine: Annotation | None
    """Their record; None where they have none."""
    gold: Annotation | None
    """What was decided; None where nothing is to be marked."""
    verdicts: tuple[Verdict, ...]
    differences: tuple[Difference, ...]
    referents: Referents
    later: bool = False
    """Whether the annotator changed their record after the decision."""

    @property
    def is_agreed(self) -> bool:
        """Whether their record is as the gold record."""
        return self.verdicts == (Verdict.AGREED,)

    @property
    def quote(self) -> str:
        """The words by which the record is known."""
        shown = self.gold if self.mine is None else self.mine
        return " ".join(self.referents.title(shown.id).split()) if shown else ""

    @property
    def place(self) -> int:
        """Where in the text it stands, in code points."""
        records = [one for one in (self.mine, self.gold) if one is not None]
        return min((s.start for one in records for found in one.spans.values() for s in found), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """All that was decided about the work of one annotator."""

    annotator: Annotator
    codebook: Codebook
    items: Sequence[Item] = field(default_factory=tuple)

    @property
    def changed(self) -> list[Item]:
        """What was decided otherwise than they said."""
        return [item for item in self.items if not item.is_agreed]

    @property
    def articles(self) -> Mapping[str, list[Item]]:
        """What was decided in each article."""
        found: dict[str, list[Item]] = {}
        for item in self.items:
            found.setdefault(item.article, []).append(item)
        return found

    @property
    def counts(self) -> Mapping[str, Counter[Verdict]]:
        """How many decisions have each verdict, by layer; a decision may have several."""
        found: dict[str, Counter[Verdict]] = {}
        for item in self.items:
            found.setdefault(item.layer.id, Counter()).update(item.verdicts)
        return found

    @property
    def totals(self) -> Counter[str]:
        """How many decisions there are about each layer."""
        return Counter(item.layer.id for item in self.items)

    @property
    def reasons(self) -> Counter[tuple[str, str]]:
        """How many decisions otherwise have each (reason, layer)."""
        return Counter((one.decision.reason, one.layer.id) for one in self.changed if one.decision.reason)

    @property
    def gaps(self) -> list[Item]:
        """What the reviewer could not decide by the guideline."""
        return [item for item in self.items if item.decision.reason == GAP]


def gather_feedback(
    reader: ProjectReader, annotator: Annotator, told: Told = lambda done, total: None
) -> Feedback:
    """All that was decided about the work of an annotator, in the order of the project and of the texts."""
    codebook = reader.codebook
    names = {entity.id: entity.name for entity in reader.entities()}
    articles = articles_decided(reader, codebook)
    items: list[Item] = []
    for number, article in enumerate(articles, start=1):
        items += feedback_in(reader, article, annotator.id, codebook, names)
        told(number, len(articles))
    return Feedback(annotator=annotator, codebook=codebook, items=tuple(items))


def articles_decided(reader: ProjectReader, codebook: Codebook) -> list[str]:
    """The articles in which anything was decided, in the order of the project."""
    decided = {one.article for one in reader.decisions_on(layer.id for layer in codebook.layers)}
    return [id_ for id_ in reader.article_ids() if id_ in decided] if decided else []


def feedback_in(
    reader: ProjectReader, article: str, annotator: str, codebook: Codebook, names: Mapping[str, str]
) -> list[Item]:
    """What was decided about an annotator's work in one article, in text order; `names` are of entities."""
    everything = reader.annotations(article)
    records = [one for one in everything if one.annotator in (annotator, GOLD.id, MACHINE.id)]
    own = {one.id: one for one in records if one.annotator == annotator and one.counts}
    gold = {one.id: one for one in records if one.annotator == GOLD.id}
    assigned = reader.assignment(article, annotator)
    decisions = [one for one in reader.decisions(article) if is_about(one, own, assigned)]
    if not decisions:
        return []
    found = reader.get(Article, article)
    referents = Referents(
        text=reader.text(found),
        codebook=codebook,
        records={one.id: one for one in records},
        names=names,
        clusters=_meant(decisions, counterparts(everything, own.values())),
    )
    items = (_items(one, own, gold, found, referents) for one in decisions)
    return sorted((one for some in items for one in some), key=lambda item: (item.place, item.decision.id))


def _meant(decisions: Sequence[Decision], same: Mapping[str, str]) -> dict[str, str]:
    """{record: what it means}: one thing all that a decision is about, and all that mark the same words.

    `same` leads from a record to the annotator's own.
    """
    decided = {id_: one.id for one in decisions for id_ in (*one.records, *filter(None, [one.gold]))}
    return {**{id_: decided.get(own, own) for id_, own in same.items()}, **decided}


def _items(
    decision: Decision,
    own: Mapping[str, Annotation],
    gold: Mapping[str, Annotation],
    article: Article,
    referents: Referents,
) -> Iterator[Item]:
    layer = referents.codebook.layer(decision.layer)
    result = gold.get(decision.gold or "")
    mine: list[Annotation | None] = [own[id_] for id_ in decision.records if id_ in own]
    if layer is None or not (mine or result):
        return
    for one in mine or [None]:
        differences = tuple(_differences(layer, one, result, referents))
        yield Item(
            article=article.id,
            title=article.title,
            layer=layer,
            decision=decision,
            mine=one,
            gold=result,
            verdicts=_verdicts(layer, one, result, differences, referents),
            differences=differences,
            referents=referents,
            later=one is not None and one.updated > decision.updated,
        )


def _differences(
    layer: Layer, mine: Annotation | None, gold: Annotation | None, referents: Referents
) -> Iterator[Difference]:
    if mine is None or gold is None:
        return
    for part in parts_of(layer, mine, gold):
        said, meant = answer(mine, part), answer(gold, part)
        if not means(part, said, meant, referents):
            yield Difference(part=part, mine=said, gold=meant)


def _verdicts(
    layer: Layer,
    mine: Annotation | None,
    gold: Annotation | None,
    differences: Sequence[Difference],
    referents: Referents,
) -> tuple[Verdict, ...]:
    if mine is None:
        return (Verdict.MISSED,)
    if gold is None:
        return (Verdict.REJECTED,)
    found = {_verdict(one, layer, referents) for one in differences}
    return tuple(one for one in Verdict if one in found) or (Verdict.AGREED,)


def _verdict(difference: Difference, layer: Layer, referents: Referents) -> Verdict:
    part = difference.part
    if isinstance(part, Role):
        return Verdict.BOUNDARY
    if part.id in layer.chip:
        return Verdict.LABEL
    said = (difference.mine, difference.gold)
    refers = any(referents.refers(part, one) for one in said if not isinstance(one, tuple))
    return Verdict.REFERENCE if refers else Verdict.FIELD
