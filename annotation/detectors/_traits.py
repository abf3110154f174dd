"""What suggestions of several roles have in common with those that researchers accepted or rejected.

An attribution is seldom like another one word for word, but researchers who mark, say, direct speech alone
reject whatever has no quotation mark. So each decision is counted for every trait of the suggestion: its
rule, its values, how each role begins, short words as they are. The traits are weighed as a naive Bayes
classifier does, with two changes: each trait's share of acceptances is shrunk towards that of all (an
m-estimate, worth two decisions), and the sum of the evidence is divided by the square root of the number of
traits, because traits are not independent and their evidence would count several times (compare J. D. M.
Rennie et al., “Tackling the poor assumptions of naive Bayes text classifiers”, ICML 2003). Being counts, they
can be learned and unlearned in any order.

Replayed on gold in reading order (tests/evaluation/replay.py does it), this is as good as
logistic regression by stochastic gradient, which cannot unlearn; for records of one role it is worse than the
memory of their words, so those are not judged by it.
"""

import math
from collections.abc import Iterator, Mapping

from annotation.detectors._memory import Memory, Subject
from annotation.detectors._verdicts import Record, record_of
from annotation.records import Json, Spans

_WORTH = 2.0
"""Decisions that the share of all acceptances is worth beside those about a trait."""
_ENOUGH = 10
"""Acceptances, and rejections, in a layer from which its suggestions are judged by their traits."""
_LEAST = 0.3
"""The chance below which something is not suggested."""
_SHORT = 4
"""Words of a role that are a trait as they are."""


def traits_of(
    layer: str,
    roles: tuple[str, ...],
    spans: Spans,
    features: Mapping[str, Json],
    rule: Subject | None,
    text: str,
) -> Iterator[Subject]:
    """What is to be counted of a suggestion, the layer as a whole first."""
    yield ("trait", layer)
    yield from (("trait", layer, *trait) for trait in _traits(roles, spans, features, rule, text))


def _traits(
    roles: tuple[str, ...], spans: Spans, features: Mapping[str, Json], rule: Subject | None, text: str
) -> Iterator[tuple[str, ...]]:
    if rule:
        yield rule
    yield from (("value", key, value) for key, value in features.items() if isinstance(value, str))
    for role in roles:
        found = spans.get(role)
        if not found:
            yield ("without", role)
            continue
        words = text[found[0].start : found[0].end]
        yield ("begins", role, _shape(words))
        if len(words.split()) <= _SHORT:
            yield ("words", role, words.lower())


def _shape(words: str) -> str:
    """How words begin: a capital, a small letter, a digit, or the very sign."""
    first = words[:1]
    if first.isdigit():
        return "9"
    return ("A" if first.isupper() else "a") if first.isalpha() else first


def is_unlikely(memory: Memory, subjects: Iterator[Subject]) -> bool:
    """Whether suggestions with these traits were mostly rejected; never before there are enough decisions."""
    whole = record_of(memory, next(subjects))
    if min(whole.right, whole.wrong) < _ENOUGH:
        return False
    return chance(whole, [record_of(memory, subject) for subject in subjects]) < _LEAST


def chance(whole: Record, traits: list[Record]) -> float:
    """The chance, 0 to 1, that a suggestion is right whose traits have these records, of all in its layer."""
    share = whole.right / (whole.right + whole.wrong)
    evidence = sum(
        _logit((_WORTH * share + one.right) / (_WORTH + one.total)) - _logit(share) for one in traits
    )
    odds = math.log((whole.right + 1) / (whole.wrong + 1)) + evidence / math.sqrt(len(traits) or 1)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
