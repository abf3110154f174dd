"""Gold and found annotations of an article side by side: what they share, and whom they name.

The scorer of the gold files is not part of the project; this is the plain matching that the project itself
needs, to list errors and to notice when quality falls.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
Likeness = Callable[["Item", "Item"], float]

ARTICLES = re.compile(r"^((les?|la|l|des?|du|d|un|une|the|an?) )+")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Item:
    """An annotation, with its characters (code points) and its words by role, and the article it is in."""

    article: Row
    layer: str
    chars: Mapping[str, frozenset[int]]
    quotes: Mapping[str, tuple[str, ...]]
    features: Row

    @property
    def optional(self) -> bool:
        """Whether it is neither demanded nor wrong to find."""
        return bool(self.features.get("doubtful"))

    @property
    def kind(self) -> str:
        """Its type or kind; empty where the layer has none."""
        return str(self.features.get({"entity": "type", "figure": "kind"}.get(self.layer, ""), ""))


def items(article: Row, layer: str) -> list[Item]:
    """The annotations of one layer of an article, in the order of the text."""
    rows = [row for row in article["annotations"] if row["layer"] == layer]
    found = [_item(article, row) for row in rows]
    return sorted(found, key=lambda item: min(frozenset().union(*item.chars.values()), default=0))


def _item(article: Row, row: Row) -> Item:
    spans = {role: found for role, found in row["spans"].items() if found}
    return Item(
        article=article,
        layer=row["layer"],
        chars={role: frozenset(c for a, b in found for c in range(a, b)) for role, found in spans.items()},
        quotes={role: tuple(article["text"][a:b] for a, b in found) for role, found in spans.items()},
        features=row["features"],
    )


def shared(gold: Item, found: Item, role: str = "mention") -> float:
    """Characters of a role that both have, over those that either has; 0 where one lacks the role."""
    one, other = gold.chars.get(role), found.chars.get(role)
    return len(one & other) / len(one | other) if one and other else 0.0


def pair(gold: Iterable[Item], found: Iterable[Item], likeness: Likeness) -> list[tuple[Item, Item]]:
    """One-to-one pairs with the highest likeness first; optional gold comes after the rest."""
    right = list(found)
    rated = [(one.optional, -likeness(one, other), one, other) for one in gold for other in right]
    pairs, used = [], set[int]()
    for _, value, one, other in sorted(rated, key=lambda entry: entry[:2]):
        if value and id(one) not in used and id(other) not in used:
            used |= {id(one), id(other)}
            pairs.append((one, other))
    return pairs


def likeness(layer: str) -> Likeness:
    """How alike two annotations of a layer are, for pairing them; 0 keeps them apart."""
    return {"source": _like_source, "stance": _like_stance}.get(layer, shared)


def _like_source(gold: Item, found: Item) -> float:
    content = shared(gold, found, "content")
    return content + sum(shared(gold, found, role) for role in ("source", "cue")) / 10 if content else 0.0


def _like_stance(gold: Item, found: Item) -> float:
    words = shared(gold, found, "evidence")
    named = [same_name(names(gold, field), names(found, field)) for field in ("holder", "target")]
    return words + sum(named) if words or all(named) else 0.0


def names(item: Item, field: str) -> frozenset[str]:
    """Every plain name that a field stands for: by itself, by the annotation it points at, or as good."""
    values = [item.features.get(field), *item.features.get(f"{field}_also", ())]
    flat = [
        each for value in values if value for each in (value.values() if isinstance(value, dict) else [value])
    ]
    by_id = {row["id"]: row for row in item.article["annotations"]}
    return frozenset(
        plain
        for value in flat
        for name in _meant(item, by_id.get(value), value)
        if (plain := plain_name(name))
    )


def _meant(item: Item, row: Row | None, value: str) -> Iterator[str]:
    if row is None:
        yield value
        return
    text = item.article["text"]
    yield from (text[a:b] for role in ("mention", "source") for a, b in row["spans"].get(role, ()))
    yield from (str(row["features"][key]) for key in ("entity", "speaker") if row["features"].get(key))


def plain_name(name: str) -> str:
    """A name in lower case without accents, punctuation and article."""
    flat = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in flat if not unicodedata.combining(c)))
    return ARTICLES.sub("", " ".join(words))


def same_name(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a name on one side is one on the other, or its beginning or end ("Rutte", "Mark Rutte")."""
    return any(_alike(one, other) for one in some for other in others)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one.split(), other.split()), key=len)
    return bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)
