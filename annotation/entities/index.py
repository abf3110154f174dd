"""Finding the canonical entity that a mention stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from annotation.records import Entity, fold_name

_CLOSE_ENOUGH = 88.0
"""token_sort_ratio from which two spellings may be one name."""
_SAME_WORD = 80.0
"""ratio from which two words may be spellings of one."""
_TOO_COMMON = 200
"""A word that so many names share tells nothing."""
_PARTICLES = frozenset(
    [
        *("al", "and", "d", "da", "de", "del", "den", "der", "des", "di", "du", "e", "el", "en", "et"),
        *("l", "la", "le", "les", "of", "the", "van", "von", "y"),
    ]
)
"""Words that a name may have or lack."""


class EntityIndex:
    """A look-up over the names and aliases of a registry: exact after folding, then nearly so.

    Nearly means: at least one word in common, a token-sorted similarity of 88 or more, no word that tells the
    two apart, and no other as near.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index the entities; where two share a spelling, the first keeps it."""
        self._by_key: dict[str, Entity] = {}
        self._exact: dict[str, Entity] = {}
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for entity in entities:
            self._by_key[entity.id] = entity
            for name in (entity.name, *entity.aliases):
                self._add(fold_name(name), entity)

    def _add(self, folded: str, entity: Entity) -> None:
        if not folded or folded in self._exact:
            return
        self._exact[folded] = entity
        for word in set(folded.split()):
            if len(word) > 2:
                self._by_word[word].append(folded)

    def __iter__(self) -> Iterator[Entity]:
        """The entities in the order in which they came."""
        return iter(self._by_key.values())

    def get(self, key: str) -> Entity | None:
        """The entity with this key, or None."""
        return self._by_key.get(key)

    def exact(self, mention: str) -> Entity | None:
        """The entity that has the mention as its name or an alias, but for what folding takes away."""
        return self._exact.get(fold_name(mention))

    def find(self, mention: str) -> Entity | None:
        """The entity that a mention stands for, or None where none is near enough or two are."""
        folded = fold_name(mention)
        found = self._exact.get(folded)
        return found if found or len(folded) < 5 else self._nearest(folded)

    def _nearest(self, folded: str) -> Entity | None:
        blocks = (self._by_word.get(word, ()) for word in set(folded.split()))
        names = {name for block in blocks if len(block) <= _TOO_COMMON for name in block}
        close = process.extract(
            folded, names, scorer=fuzz.token_sort_ratio, score_cutoff=_CLOSE_ENOUGH, limit=5
        )
        alike = (self._exact[name] for name, _, _ in close if not are_two(folded, name))
        found = {entity.id: entity for entity in alike}
        return next(iter(found.values())) if len(found) == 1 else None


def are_two(one: str, other: str) -> bool:
    """Whether some word tells two similar folded names apart, as in Corée du Nord and Corée du Sud.

    It has no counterpart that can be a spelling of it, or it is a number, an initial, or a form of the other
    gender.
    """
    left, right = set(one.split()), set(other.split())
    here, there = left - right, right - left
    return any(_is_without(word, there) for word in here) or any(_is_without(word, here) for word in there)


def _is_without(word: str, others: set[str]) -> bool:
    """Whether none of the other name's words can be a spelling of this one, which the name needs."""
    if word in _PARTICLES:
        return False
    if len(word) == 1:
        return any(len(other) == 1 for other in others)
    return not any(_is_spelling(word, other) for other in others)


def _is_spelling(word: str, other: str) -> bool:
    if any(char.isdigit() for char in word + other) or fuzz.ratio(word, other) < _SAME_WORD:
        return False
    shorter, longer = sorted((word, other), key=len)
    return longer not in (f"{shorter}e", f"{shorter}a") and {word[-1], other[-1]} != {"a", "o"}
