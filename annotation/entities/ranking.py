"""What to offer while a name is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from annotation.records import fold_name

_SLIP = 80.0
"""The likeness, of 100, from which a word is taken for one that was typed with a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that can be picked: an entity, a mention of the article, a concept."""

    name: str
    aliases: tuple[str, ...] = ()
    weight: float = 0.0
    """How likely it is before anything is typed: the higher, the further up."""


def rank(typed: str, candidates: Sequence[Candidate], limit: int = 12) -> list[int]:
    """Positions of the candidates that fit what is typed, the best first.

    A name that begins with it comes before one with a word that does, before one that is merely similar.
    """
    folded = fold_name(typed)
    if not folded:
        order = sorted(range(len(candidates)), key=lambda i: -candidates[i].weight)
        return order[:limit]
    names = [(i, fold_name(name)) for i, c in enumerate(candidates) for name in (c.name, *c.aliases)]
    scores = process.cdist([folded], [name for _, name in names], scorer=fuzz.partial_ratio, score_cutoff=70)[
        0
    ]
    best: dict[int, float] = {}
    for (i, name), similar in zip(names, scores, strict=True):
        score = _closeness(folded, name, float(similar))
        if score > 0:
            best[i] = max(best.get(i, 0.0), score)
    return sorted(best, key=lambda i: (-best[i], -candidates[i].weight, i))[:limit]


def is_meant(typed: str, candidate: Candidate) -> bool:
    """Whether a word of a candidate begins with what is typed, or is that but for a slip of the finger."""
    folded = fold_name(typed)
    for name in map(fold_name, (candidate.name, *candidate.aliases)):
        words = (name, *name.split())
        if any(word.startswith(folded) or fuzz.ratio(folded, word) >= _SLIP for word in words):
            return True
    return False


def _closeness(typed: str, name: str, similar: float) -> float:
    if name.startswith(typed):
        return 300.0 if name == typed else 200.0
    if any(word.startswith(typed) for word in name.split()):
        return 150.0
    return similar if len(typed) >= 3 else 0.0
