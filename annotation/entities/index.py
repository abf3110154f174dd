"""Finding the canonical entity that a mention stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from annotation.entities.folding import fold_name
from annotation.records import Entity

_CLOSE_ENOUGH = 88.0
"""token_sort_ratio from which two spellings are one name: keeps Corée du Nord and Corée du Sud (83) apart."""
_TOO_COMMON = 200
"""A word that so many names share tells nothing."""


class EntityIndex:
    """A look-up over the names and aliases of a registry: exact after folding, then nearly so.

    Nearly means: at least one word in common, a token-sorted similarity of 88 or more, and no other as near.
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
        found = {self._exact[name].id: self._exact[name] for name, _, _ in close}
        return next(iter(found.values())) if len(found) == 1 else None
