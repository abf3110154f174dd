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
PARTICLES = frozenset(
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

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        """Index the entities; where several share a spelling, the first comes first."""
        self._by_key: dict[str, Entity] = {}
        self._exact: dict[str, tuple[str, ...]] = {}
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        for entity in entities:
            self.put(entity)

    def put(self, entity: Entity) -> None:
        """Take in an entity, or another state of the one with the same key."""
        if entity.id in self._by_key:
            self.remove(entity.id)
        self._by_key[entity.id] = entity
        for name in _spellings(entity):
            known = self._exact.get(name)
            self._exact[name] = (*known, entity.id) if known else (entity.id,)
            if not known:
                self._note_words(name)

    def remove(self, key: str) -> None:
        """Forget the entity with this key, if it is known."""
        entity = self._by_key.pop(key, None)
        for name in _spellings(entity) if entity else ():
            others = tuple(other for other in self._exact[name] if other != key)
            if others:
                self._exact[name] = others
            else:
                del self._exact[name]
                self._forget_words(name)

    def _note_words(self, folded: str) -> None:
        for word in _telling(folded):
            self._by_word[word].append(folded)

    def _forget_words(self, folded: str) -> None:
        for word in _telling(folded):
            self._by_word[word].remove(folded)
            if not self._by_word[word]:
                del self._by_word[word]

    def __iter__(self) -> Iterator[Entity]:
        """The entities in the order in which they came."""
        return iter(self._by_key.values())

    def __len__(self) -> int:
        """How many entities are known."""
        return len(self._by_key)

    def get(self, key: str) -> Entity | None:
        """The entity with this key, or None."""
        return self._by_key.get(key)

    def exact(self, mention: str, type_: str = "") -> Entity | None:
        """The entity that has the mention as its name or an alias, but for what folding takes away.

        Of several, the first of the type, or the first.
        """
        return self._of_type(fold_name(mention), type_)

    def _of_type(self, folded: str, type_: str = "") -> Entity | None:
        found = [self._by_key[key] for key in self._exact.get(folded, ())]
        return next((entity for entity in found if type_ and entity.type == type_), next(iter(found), None))

    def find(self, mention: str, type_: str = "") -> Entity | None:
        """The entity that a mention stands for, or None where none is near enough or two are."""
        folded = fold_name(mention)
        found = self._of_type(folded, type_)
        return found if found or len(folded) < 5 else self._nearest(folded)

    def _nearest(self, folded: str) -> Entity | None:
        blocks = (self._by_word.get(word, ()) for word in set(folded.split()))
        names = {name for block in blocks if len(block) <= _TOO_COMMON for name in block}
        close = process.extract(
            folded, names, scorer=fuzz.token_sort_ratio, score_cutoff=_CLOSE_ENOUGH, limit=5
        )
        alike = [self._exact[name][0] for name, _, _ in close if not are_two(folded, name)]
        return self._by_key[alike[0]] if len(set(alike)) == 1 else None


def _spellings(entity: Entity) -> list[str]:
    """The folded names of an entity, each once."""
    folded = (fold_name(name) for name in (entity.name, *entity.aliases))
    return [name for name in dict.fromkeys(folded) if name]


def _telling(folded: str) -> set[str]:
    """The words of a folded name that are long enough to look it up by."""
    return {word for word in folded.split() if len(word) > 2}


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
    if word in PARTICLES:
        return False
    if len(word) == 1:
        return any(len(other) == 1 for other in others)
    return not any(_is_spelling(word, other) for other in others)


def _is_spelling(word: str, other: str) -> bool:
    if any(char.isdigit() for char in word + other) or fuzz.ratio(word, other) < _SAME_WORD:
        return False
    shorter, longer = sorted((word, other), key=len)
    return longer not in (f"{shorter}e", f"{shorter}a") and {word[-1], other[-1]} != {"a", "o"}
