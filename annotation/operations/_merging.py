"""Two hearings of one article made into one: a part of each, pointing at each other as before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from annotation.codebook import Codebook
from annotation.fields import kind_of
from annotation.records import Json, Span, Suggestion

_Place = tuple[str, tuple[tuple[str, tuple[Span, ...]], ...]]
"""Layer, and spans by role."""


def merge_heard(
    before: Iterable[Suggestion],
    now: Iterable[Suggestion],
    is_renewed: Callable[[Suggestion], bool],
    codebook: Codebook,
) -> tuple[Suggestion, ...]:
    """What was heard before but for what is to be renewed, and of that what is heard now, under new keys.

    What points from one to the other goes on pointing where both hearings have what is pointed at.
    """
    sides = tuple(before), tuple(now)
    chosen = [(0, item) for item in sides[0] if not is_renewed(item)]
    chosen += [(1, item) for item in sides[1] if is_renewed(item)]
    keys = {(side, item.key): _numbered(item.key, place) for place, (side, item) in enumerate(chosen, 1)}
    at = {_place(item): keys[side, item.key] for side, item in chosen}
    for side, items in enumerate(sides):
        for item in items:
            if (side, item.key) not in keys and _place(item) in at:
                keys[side, item.key] = at[_place(item)]
    return tuple(_renamed(item, side, keys, codebook) for side, item in chosen)


def _numbered(key: str, number: int) -> str:
    return f"{key.partition('/')[0]}/{number}"


def _place(item: Suggestion) -> _Place:
    return item.layer, tuple(sorted((role, tuple(spans)) for role, spans in item.spans.items() if spans))


def _renamed(
    item: Suggestion, side: int, keys: Mapping[tuple[int, str], str], codebook: Codebook
) -> Suggestion:
    """The suggestion under its new key, pointing at others by theirs, and no more at what is gone."""
    layer = codebook.layer(item.layer)
    features: dict[str, Json] = {}
    for name, value in item.features.items():
        field = layer.field(name) if layer else None
        moved = kind_of(field).point_elsewhere(value, lambda key: keys.get((side, key))) if field else value
        if moved is not None:
            features[name] = moved
    return replace(item, key=keys[side, item.key], features=features)
