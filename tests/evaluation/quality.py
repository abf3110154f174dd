"""How good found annotations are by the project's own matching, where the scorer is absent or silent."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.evaluation.matching import Item, Row, items, likeness, names, pair, same_name, shared

Pairs = list[tuple[Item, Item]]
Check = Callable[[Item, Item], bool]

LAYERS = ("entity", "figure", "source", "stance")
JUDGED = ("speech", "cue_type", "attribution_kind", "identification", "source_type", "source_role")


@dataclass(slots=True)
class Count:
    """Hits, what the gold demands and what was found."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where nothing was demanded."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (self.gold + self.found) if self.gold + self.found else 0.0


def count(name: str, gold: Sequence[Row], found: Sequence[Row]) -> Count:
    """Whole records that are right by a name of RECORDS: exact typed entities, figures with their value, …"""
    total, layer = Count(), name.partition(",")[0]
    for expected, predicted in zip(gold, found, strict=True):
        demanded, offered = items(expected, layer), items(predicted, layer)
        pairs = pair(demanded, offered, _strict(layer, RECORDS[name]))
        optional = sum(one.optional for one, _ in pairs)
        total.hits += len(pairs) - optional
        total.gold += sum(not item.optional for item in demanded)
        total.found += len(offered) - optional
    return total


def _strict(layer: str, right: Check) -> Callable[[Item, Item], float]:
    like = likeness(layer)
    return lambda gold, found: like(gold, found) if gold.optional or right(gold, found) else 0.0


def _right_entity(gold: Item, found: Item) -> bool:
    return shared(gold, found) == 1 and gold.kind == found.kind


def _right_place_or_entity(gold: Item, found: Item) -> bool:
    return shared(gold, found) == 1 and _folded(gold.kind) == _folded(found.kind)


def _folded(kind: str) -> str:
    return "LOC" if kind == "GPE" else kind


def _right_figure(gold: Item, found: Item) -> bool:
    values = ("value", "value_min", "value_max")
    return shared(gold, found) >= 0.5 and all(
        gold.features.get(key) in (None, found.features.get(key)) for key in values
    )


def _right_source(gold: Item, found: Item) -> bool:
    least = {"content": 0.5, "source": 0.5, "cue": 1e-9}
    return all(
        shared(gold, found, role) >= enough if gold.chars.get(role) else not found.chars.get(role)
        for role, enough in least.items()
    )


def _right_stance(gold: Item, found: Item) -> bool:
    named = all(_same(gold, found, field) for field in ("holder", "target"))
    return named and gold.features["polarity"] == found.features.get("polarity")


RECORDS: dict[str, Check] = {
    "entity": _right_entity,
    "entity, GPE as LOC": _right_place_or_entity,
    "figure": _right_figure,
    "source": _right_source,
    "stance": _right_stance,
}


def _same(gold: Item, found: Item, field: str) -> bool:
    return same_name(names(gold, field), names(found, field))


def accuracies(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[str, int, int]]:
    """(what, right, of how many): whom an entity and a speaker are, and the features of attributions."""
    entities = [(one, other) for one, other in _pairs("entity", gold, found, 1.0) if names(one, "entity")]
    named = [(one, other) for one, other in entities if names(other, "entity")]
    yield "entity: named", len(named), len(entities)
    yield ("entity: right where named", *_tally(named, "entity", _same))
    sources = list(_pairs("source", gold, found, 0.5))
    yield ("source: speaker", *_tally(sources, "speaker", _same))
    for field in JUDGED:
        yield (f"source: {field}", *_tally(sources, field, _equal))


def _pairs(
    layer: str, gold: Iterable[Row], found: Iterable[Row], least: float
) -> Iterator[tuple[Item, Item]]:
    role = "content" if layer == "source" else "mention"
    for expected, predicted in zip(gold, found, strict=True):
        pairs = pair(items(expected, layer), items(predicted, layer), likeness(layer))
        yield from (
            (one, other) for one, other in pairs if not one.optional and shared(one, other, role) >= least
        )


def _equal(gold: Item, found: Item, field: str) -> bool:
    return bool(gold.features[field] == found.features.get(field))


def _tally(pairs: Pairs, field: str, right: Callable[[Item, Item, str], bool]) -> tuple[int, int]:
    judged = [(one, other) for one, other in pairs if one.features.get(field) is not None]
    return sum(right(one, other, field) for one, other in judged), len(judged)
