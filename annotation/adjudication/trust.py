"""How far each annotator can be trusted: to find what is there, to leave the rest, to fill in well.

People's decisions count as they are. What nobody decided is estimated, where three annotators or more
looked, by going back and forth between what is likely true and who is likely right (Dawid, A. P. & Skene,
A. M. (1979). Maximum likelihood estimation of observer error-rates using the EM algorithm. Applied
Statistics 28(1), 20–28).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from annotation.adjudication.cluster import Cluster
from annotation.adjudication.comparison import Comparison
from annotation.adjudication.draft import Draft, begin
from annotation.codebook import Codebook

ROUNDS = 3
ENOUGH = 3
"""Annotators who have to be compared for what nobody decided to teach anything."""
_LEAST, _MOST = 0.02, 0.98
_USUAL_WEIGHT = 0.1
"""The share of all cases that what is usual of people weighs, so that agreement by chance says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Three shares of one annotator, each 0 to 1; to begin with what is usual of people."""

    finds: float = 0.8
    """Of what is to be marked, how much they mark."""
    leaves: float = 0.9
    """Of what others marked wrongly, how much they leave alone."""
    fills: float = 0.8
    """Of the words and values of their records, how many are right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trusted:
    """What is known of all annotators."""

    skills: Mapping[str, Skill] = field(default_factory=dict)
    """By annotator id; who is not there is taken for usual."""
    real: float = 0.5
    """The share of the records that somebody made which are to be in the gold set."""

    def of(self, annotator: str) -> Skill:
        """The annotator's skill."""
        return self.skills.get(annotator, Skill())

    def likelihood(self, having: Iterable[str], everyone: Iterable[str]) -> float:
        """How likely there is a record where these of `everyone` have one, 0 to 1."""
        marked = frozenset(having)
        odds = log(self.real / (1 - self.real))
        for who in everyone:
            skill = self.of(who)
            here, none = (skill.finds, 1 - skill.leaves) if who in marked else (1 - skill.finds, skill.leaves)
            odds += log(here / none)
        return 1 / (1 + exp(-odds))

    def answers(self, givers: Sequence[Iterable[str]]) -> list[float]:
        """How likely each of several answers is the right one, by who gives it; all may be wrong."""
        odds = [sum(_odds(self.of(who).fills) for who in some) for some in givers]
        scores = [exp(found) for found in odds]
        return [score / (1 + sum(scores)) for score in scores]


_Presence = tuple[tuple[str, ...], frozenset[str], bool | None]
_Answer = tuple[tuple[tuple[str, ...], ...], int | None]
"""Who gave each answer of a row, and which one people took; -1 for none of them, None where none decided."""


class Trust:
    """Counts article by article what annotators said and what people decided, and tells whom to trust."""

    def __init__(self) -> None:
        self._presence: Counter[_Presence] = Counter()
        self._answers: Counter[_Answer] = Counter()

    def learn(self, comparison: Comparison, codebook: Codebook) -> None:
        """Count one article; what was decided automatically counts as if nobody had decided."""
        layers = {layer.id: layer for layer in codebook.layers}
        for cluster in comparison.clusters:
            if cluster.records and cluster.layer in layers:
                draft = begin(cluster, layers[cluster.layer], comparison.referents)
                self._count(cluster, draft if _is_known(cluster) else None)

    def trusted(self) -> Trusted:
        """What follows from all that was counted."""
        found = Trusted()
        for _round in range(ROUNDS if self._presence else 0):
            found = self._estimate(found)
        return found

    # ------------------------------------------------------------ how it is done

    def _count(self, cluster: Cluster, decided: Draft | None) -> None:
        if decided is None and len(cluster.annotators) < ENOUGH:
            return
        real = None if decided is None else not decided.rejected
        self._presence[cluster.annotators, frozenset(cluster.records), real] += 1
        if real is False:
            return
        for row in cluster.rows:
            if not row.is_empty and len(cluster.records) > 1:
                pick = decided.picks.get(row.key) if decided else None
                chosen = None if pick is None else -1 if pick.option is None else pick.option
                self._answers[tuple(option.annotators for option in row.options), chosen] += 1

    def _estimate(self, before: Trusted) -> Trusted:
        """One round: how likely each is true by what was known before, and what that says of everyone."""
        tally = _Tally(_USUAL_WEIGHT * sum(self._presence.values()))
        for (everyone, having, real), times in self._presence.items():
            likely = before.likelihood(having, everyone) if real is None else float(real)
            tally.presence(everyone, having, likely, times)
        for (givers, chosen), times in self._answers.items():
            if chosen is None:
                shares = before.answers(givers)
            else:
                shares = [float(place == chosen) for place in range(len(givers))]
            for some, share in zip(givers, shares, strict=True):
                tally.answers(some, share, times)
        return tally.trusted()


class _Tally:
    """Sums of one round, begun with so many cases that are as usual."""

    def __init__(self, usual: float) -> None:
        self._sums: dict[tuple[str, str], list[float]] = {}
        self._usual = usual + 5
        self._real = [2.0, 4.0]

    def presence(self, everyone: Iterable[str], having: frozenset[str], likely: float, times: int) -> None:
        """Cases in which some have a record that is `likely` real."""
        self._add(self._real, likely * times, times)
        for who in everyone:
            self._add(self._of(who, "finds"), likely * times * (who in having), likely * times)
            wrong = (1 - likely) * times
            self._add(self._of(who, "leaves"), wrong * (who not in having), wrong)

    def answers(self, givers: Iterable[str], likely: float, times: int) -> None:
        """Cases in which some gave an answer that is `likely` right."""
        for who in givers:
            self._add(self._of(who, "fills"), likely * times, times)

    def trusted(self) -> Trusted:
        """The shares that come of the sums."""
        people = sorted({who for who, _what in self._sums})
        skills = {who: Skill(**{what: self._share(who, what) for what in _KINDS}) for who in people}
        return Trusted(skills=skills, real=_bounded(self._real[0] / self._real[1]))

    def _share(self, who: str, what: str) -> float:
        right, all_ = self._of(who, what)
        return _bounded(right / all_)

    def _of(self, who: str, what: str) -> list[float]:
        share: float = getattr(Skill(), what)
        return self._sums.setdefault((who, what), [share * self._usual, self._usual])

    def _add(self, sums: list[float], right: float, all_: float) -> None:
        sums[0] += right
        sums[1] += all_


_KINDS = ("finds", "leaves", "fills")


def _is_known(cluster: Cluster) -> bool:
    """Whether a person decided, and nothing changed since."""
    return cluster.decision is not None and not cluster.decision.automatic and not cluster.changed


def _odds(share: float) -> float:
    return log(share / (1 - share))


def _bounded(share: float) -> float:
    return min(max(share, _LEAST), _MOST)
