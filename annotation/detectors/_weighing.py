"""How sure a suggestion is once researchers have decided about others like it.

The chance that it is right is the mean of a Beta distribution: with a prior mean m that is worth s decisions,
r decisions that it was right and w that it was wrong, p = (s·m + r) / (s + r + w). This is the m-estimate of
probability (B. Cestnik, “Estimating probabilities: a crucial task in machine learning”, ECAI 1990). It is
used twice, each time with the coarser answer as the prior of the finer one: what the detector says is the
prior for its rule's record (worth ten decisions), and that is the prior for the record of the very words
(worth two).
"""

from annotation.detectors._verdicts import Record

_RULE, _WORDS = 10.0, 2.0
"""Decisions that the prior is worth, about a rule and about words."""
_BETWEEN, _SIDE = 6.0, 3.0
"""The same, about stances of other sides between the same two, and about those of the same side."""
_UNSAID = 0.7
"""How sure a detector is that does not say so."""
_ADDED = 0.6
"""How sure it is that words which somebody marked once are to be marked again."""
_ENOUGH = 5
"""Decisions about a rule from which it is judged by them."""
_STEP = 0.05
"""A rule's record moves in steps, so that one more decision seldom changes every suggestion of the rule."""


def posterior(mean: float, worth: float, record: Record) -> float:
    """The chance that the next one is right, 0 to 1; see the head of this module."""
    return (worth * mean + record.right + record.added) / (worth + record.total)


def weigh(confidence: float | None, rule: Record, words: Record) -> float | None:
    """How sure a suggestion is, given the records of its rule and its words; None where nothing says so."""
    if confidence is None and not words.total:
        return None
    mean = _UNSAID if confidence is None else confidence
    if rule.total >= _ENOUGH:
        shift = posterior(mean, _RULE, rule) - mean
        mean += round(shift / _STEP) * _STEP
    found = posterior(mean, _WORDS, words)
    return confidence if found == confidence else round(min(1.0, max(0.0, found)), 3)


def weigh_pair(confidence: float | None, other: Record, same: Record) -> float | None:
    """How sure a stance is, given the records of the others between the same two and of those like it."""
    if not (other.total or same.total):
        return confidence
    mean = _UNSAID if confidence is None else confidence
    return round(posterior(posterior(mean, _BETWEEN, other), _SIDE, same), 3)


def weigh_addition(words: Record) -> float:
    """How sure it is that words which somebody marked elsewhere are to be marked here."""
    return round(posterior(_ADDED, _WORDS, words), 3)
