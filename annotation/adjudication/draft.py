"""A decision being made: which answer each row of the gold record takes, and what that amounts to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotation.adjudication.boundaries import vote_on_ends
from annotation.adjudication.cluster import Cluster, Kind, Row, Value
from annotation.adjudication.rows import answer, content, means, parts_of
from annotation.agreement import Referents
from annotation.codebook import Layer, Role
from annotation.fields import Field
from annotation.records import GOLD, Annotation, Json, Outcome, Spans, Status, decision_id, derived_id, new_id

_NEARLY = 1e-9
_HALF = 0.5
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """The answer taken for one row: an option by its place, or a value of the reviewer's own."""

    option: int | None = None
    value: Value = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reviewer has chosen so far about one cluster. Every method gives a new draft."""

    cluster: Cluster
    layer: Layer
    picks: Mapping[str, Pick] = field(default_factory=dict)
    """By row key; a row without one is undecided."""
    rejected: bool = False

    # ------------------------------------------------------------ choosing

    def take(self, annotator: str) -> "Draft":
        """The annotator's record whole; the same draft where they have none."""
        if annotator not in self.cluster.records:
            return self
        picks = {row.key: Pick(option=row.option_of(annotator)) for row in self.cluster.rows}
        return replace(self, picks=picks, rejected=False)

    def choose(self, key: str, option: int) -> "Draft":
        """One option for the row `key`. On a cluster that one annotator missed, this takes the record."""
        if not 0 <= option < len(self.cluster.row(key).options):
            return self
        return self._with(key, Pick(option=option))

    def edit(self, key: str, value: Value) -> "Draft":
        """A value of the reviewer's own for a row; what an annotator said counts as theirs."""
        options = self.cluster.row(key).options
        known = next((place for place, option in enumerate(options) if option.value == value), None)
        return self._with(key, Pick(value=value) if known is None else Pick(option=known))

    def reject(self) -> "Draft":
        """No gold record at all."""
        return replace(self, picks={}, rejected=True)

    def majority(self) -> "Draft":
        """What more than half of those compared say, row by row; where no answer has that, it stays open.

        A record that more than half do not have is rejected.
        """
        return self.vote(dict.fromkeys(self.cluster.annotators, 1.0))

    def vote(self, weights: Mapping[str, float], share: float = _HALF, presence: float = _HALF) -> "Draft":
        """What more than half of the annotators' `weights`, and at least `share` of them, say row by row.

        Whether there is a record at all is decided first, by everybody compared: `presence` below a half is
        the share of them that is enough. Then each row is decided by those who have one. Of words on which
        no half agrees each end is voted on; where that does not help either, and half is all that is asked
        for, what two or more say and more than say anything else is taken. Ties stay open. Who is not weighed
        has no vote.
        """
        voters = {who: weights.get(who, 0.0) for who in self.cluster.annotators}
        having = sum(voters[who] for who in self.cluster.records)
        total = sum(voters.values())
        if presence < _HALF:
            if having < presence * total - _NEARLY:
                return self.reject()
        elif _carried(total - having, total, share):
            return self.reject()
        elif not _carried(having, total, share):
            return self
        return self.fill(lambda row: elected(row, voters, share))

    def fill(self, elect: Callable[[Row], Pick | None]) -> "Draft":
        """That there is a record, with the answer that is elected in each row; others stay open."""
        found = ((row.key, elect(row)) for row in self.cluster.rows)
        picks = {key: pick for key, pick in found if pick is not None}
        return replace(self, picks={**self.picks, **picks}, rejected=False)

    def _with(self, key: str, pick: Pick) -> "Draft":
        base = self.picks or _shared(self.cluster)
        return replace(self, picks={**base, key: pick}, rejected=False)

    # ------------------------------------------------------------ what it amounts to

    @property
    def begun(self) -> bool:
        """Whether anything was chosen."""
        return self.rejected or bool(self.picks)

    @property
    def complete(self) -> bool:
        """Whether it can be decided: rejected, or every row that applies has its answer."""
        return self.rejected or (bool(self.picks) and not self.undecided)

    @property
    def undecided(self) -> tuple[Row, ...]:
        """The rows that still need an answer; fields that do not apply to what is chosen need none."""
        _spans, features = self.result()
        return tuple(
            row for row in self.cluster.rows if row.key not in self.picks and _applies(row, features)
        )

    def value(self, key: str) -> Value:
        """The answer taken for a row; None or () where none is, or an empty one."""
        pick = self.picks.get(key)
        return _taken(self.cluster.row(key), pick) if pick else None

    def result(self) -> tuple[Spans, dict[str, Json]]:
        """Spans and features of the gold record as far as they are chosen."""
        rows = ((row, self.picks.get(row.key)) for row in self.cluster.rows)
        return content({row.key: _taken(row, pick) for row, pick in rows if pick}, self.layer)

    @property
    def taken(self) -> str | None:
        """The annotator whose whole record this is, the first of several; None where it is nobody's."""
        _spans, features = self.result()
        needed = [_applies(row, features) for row in self.cluster.rows]
        rows = [row for row, applies in zip(self.cluster.rows, needed, strict=True) if applies]
        for annotator, record in self.cluster.records.items():
            mine = [_applies(row, record.features) for row in self.cluster.rows]
            if mine == needed and self._is_of(annotator, rows):
                return annotator
        return None

    def _is_of(self, annotator: str, rows: list[Row]) -> bool:
        chosen = [self.picks.get(row.key) for row in rows]
        return all(
            pick is not None and pick.option is not None and pick.option == row.option_of(annotator)
            for row, pick in zip(rows, chosen, strict=True)
        )

    @property
    def outcome(self) -> Outcome:
        """How the gold record comes about, told by what it is and not by which keys were pressed."""
        return self.outcome_of(self.taken if self.cluster.records and not self.rejected else None)

    def outcome_of(self, taken: str | None) -> Outcome:
        """The outcome, for whoever asked already whose record is `taken`."""
        if self.rejected:
            return Outcome.REJECTED
        if not self.cluster.records:
            return Outcome.ADDED
        if taken:
            return Outcome.AGREED if self.cluster.is_agreed else Outcome.TAKEN
        own = any(pick.option is None for pick in self.picks.values())
        return Outcome.EDITED if own else Outcome.MIXED

    # ------------------------------------------------------------ the gold record

    @property
    def decision(self) -> str:
        """The id of the decision: that of the one it replaces, or the one that follows from the records."""
        if self.cluster.decision:
            return self.cluster.decision.id
        if not self.cluster.records:
            return derived_id("decision", self.cluster.id)
        return decision_id(record.id for record in self.cluster.records.values())

    def gold(self) -> Annotation | None:
        """The gold record; None where all is rejected. References still hold the annotators' ids."""
        if self.rejected:
            return None
        spans, features = self.result()
        taken = self.taken
        base = self.cluster.records.get(taken or "")
        whole = self.outcome_of(taken) in (Outcome.AGREED, Outcome.TAKEN)
        return Annotation(
            id=derived_id("gold", self.decision),
            article=self.cluster.article,
            annotator=GOLD.id,
            layer=self.cluster.layer,
            spans=spans,
            features=features,
            status=Status.ACCEPTED if whole else Status.EDITED,
            origin=base.origin if base else GOLD.name,
            note=base.note if base else "",
            basis=base.id if base else None,
        )


def _taken(row: Row, pick: Pick) -> Value:
    """The answer that is taken for a row."""
    return pick.value if pick.option is None else row.options[pick.option].value


def begin_added(article: str, layer: Layer, spans: Spans, annotators: Sequence[str]) -> Draft:
    """The draft of a record that no annotator has, with the words that are given; fields are empty."""
    cluster = Cluster(
        id=new_id(),
        article=article,
        layer=layer.id,
        annotators=tuple(annotators),
        records={},
        rows=tuple(Row(part=part, options=()) for part in parts_of(layer)),
        kinds=(Kind.ADDED,),
    )
    words = {f"role:{role}": found for role, found in spans.items()}
    picks = {
        row.key: Pick(value=words.get(row.key, () if isinstance(row.part, Role) else None))
        for row in cluster.rows
    }
    return Draft(cluster=cluster, layer=layer, picks=picks)


def begin(cluster: Cluster, layer: Layer, referents: Referents) -> Draft:
    """The draft that a reviewer starts from: what was decided, else what all agree on.

    Where somebody has no record nothing is filled in: whether there is one at all is the question.
    """
    draft = Draft(cluster=cluster, layer=layer)
    if cluster.decision:
        return _decided(draft, referents)
    return (
        draft
        if len(cluster.records) == 1 < len(cluster.annotators)
        else replace(draft, picks=_shared(cluster))
    )


def _carried(votes: float, total: float, share: float) -> bool:
    """Whether votes are more than half of all, and at least a share; sums of weights are not quite exact."""
    return votes > total / 2 + _NEARLY and votes >= share * total - _NEARLY


def elected(row: Row, weights: Mapping[str, float], share: float) -> Pick | None:
    """The answer that has the votes; None where none has."""
    votes = [sum(weights.get(who, 0.0) for who in option.annotators) for option in row.options]
    total = sum(votes)
    place = next((place for place, found in enumerate(votes) if _carried(found, total, share)), None)
    if place is not None:
        return Pick(option=place)
    if words := vote_on_ends(row, weights, share) if isinstance(row.part, Role) else ():
        known = (place for place, option in enumerate(row.options) if option.value == words)
        place = next(known, None)
        return Pick(value=words) if place is None else Pick(option=place)
    return _most_said(row, votes) if share <= _HALF else None


def _most_said(row: Row, votes: Sequence[float]) -> Pick | None:
    """The answer of two people at least that more say than any other; None where there is none."""
    ranked = sorted(range(len(votes)), key=lambda place: -votes[place])
    best = ranked[0] if ranked else None
    if best is None or len(row.options[best].annotators) < _SEVERAL:
        return None
    clear = len(ranked) == 1 or votes[best] > votes[ranked[1]] + _NEARLY
    return Pick(option=best) if clear else None


def _shared(cluster: Cluster) -> dict[str, Pick]:
    """The rows in which all records say the same."""
    return {row.key: Pick(option=0) for row in cluster.rows if len(row.options) == 1}


def _decided(draft: Draft, referents: Referents) -> Draft:
    """What the gold record says, told as annotators' answers where it means the same; not what is tied."""
    gold = draft.cluster.gold
    if gold is None:
        return draft.reject()
    picks, tied = {}, {row.key for row in draft.cluster.tied}
    for row in draft.cluster.rows:
        if row.key in tied:
            continue
        value = answer(gold, row.part)
        meant = (n for n, option in enumerate(row.options) if means(row.part, option.value, value, referents))
        place = next(meant, None)
        picks[row.key] = Pick(value=value) if place is None else Pick(option=place)
    return replace(draft, picks=picks)


def _applies(row: Row, features: Mapping[str, Json]) -> bool:
    return not isinstance(row.part, Field) or row.part.is_visible(features)
