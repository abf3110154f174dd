"""Where the detectors go wrong on gold, by kinds, with the words: for whoever writes the rules."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.evaluation.matching import Item, Row, items, likeness, names, pair, same_name, shared

FIELDS = {
    "entity": ("type",),
    "figure": ("kind", "comparator", "value", "value_min", "value_max", "unit", "per", "counted", "vague"),
    "source": (
        "speech",
        "cue_type",
        "attribution_kind",
        "identification",
        "source_type",
        "source_role",
        "negated",
    ),
    "stance": ("polarity",),
}
NAMES = {"entity": ("entity",), "source": ("speaker",), "stance": ("holder", "target")}
ROLES = {"source": {"source": 0.5, "cue": 0.001, "content": 0.8}}
UNCOUNTED = ("speaker", "entity", "holder", "target", "value", "value_min", "value_max", "counted")
DEFAULTS = {"comparator": "="}
WIDTH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Error:
    """One thing that is wrong: its kind, and the annotations it concerns."""

    kind: str
    gold: Item | None
    found: Item | None

    @property
    def field(self) -> str:
        """The field that is wrong; empty where it is not a field."""
        return self.kind.removeprefix("wrong ") if self.kind.startswith("wrong ") else ""


def find_errors(layer: str, gold: Iterable[Row], found: Iterable[Row]) -> Iterator[Error]:
    """Every error of a layer, article by article."""
    for expected, predicted in zip(gold, found, strict=True):
        yield from _article_errors(layer, items(expected, layer), items(predicted, layer))


def _article_errors(layer: str, gold: list[Item], found: list[Item]) -> Iterator[Error]:
    pairs = pair(gold, found, likeness(layer))
    partner = {id(item): other for one, other in pairs for item, other in ((one, other), (other, one))}
    for item in gold:
        if id(item) in partner:
            yield from _pair_errors(item, partner[id(item)])
        elif not item.optional:
            yield Error(kind="missed", gold=item, found=None)
    yield from (Error(kind="spurious", gold=None, found=item) for item in found if id(item) not in partner)


def _pair_errors(gold: Item, found: Item) -> Iterator[Error]:
    if gold.optional:
        return
    wrong = [*_wrong_spans(gold, found)]
    wrong += [f"wrong {field}" for field in FIELDS[gold.layer] if _differs(gold, found, field)]
    wrong += [f"wrong {field}" for field in NAMES.get(gold.layer, ()) if _misnamed(gold, found, field)]
    yield from (Error(kind=kind, gold=gold, found=found) for kind in wrong)


def _wrong_spans(gold: Item, found: Item) -> Iterator[str]:
    if gold.layer == "stance":
        return
    for role, least in ROLES.get(gold.layer, {"mention": 1.0}).items():
        if gold.chars.get(role) and not found.chars.get(role):
            yield f"no {role} span"
        elif found.chars.get(role) and not gold.chars.get(role):
            yield f"needless {role} span"
        elif gold.chars.get(role) and shared(gold, found, role) < least:
            yield f"{role} span"


def _differs(gold: Item, found: Item, field: str) -> bool:
    said = gold.features.get(field)
    value = found.features.get(field, DEFAULTS.get(field, ""))
    return said is not None and str(said).casefold() != str(value).casefold()


def _misnamed(gold: Item, found: Item, field: str) -> bool:
    said = names(gold, field)
    given = names(found, field)
    return bool(said) and not same_name(said, given) and not (field == "entity" and not given)


def listing(errors: Iterable[Error], kind: str = "") -> Iterator[str]:
    """Lines that people read: how often each kind occurs, then each error with its words."""
    known = list(errors)
    for name, count in Counter(error.kind for error in known).most_common():
        yield f"{count:5}  {name}"
    for error in sorted(known, key=lambda error: error.kind):
        if kind in error.kind and (kind or not error.field or error.field in UNCOUNTED):
            yield ""
            yield from _lines(error)
    if not kind:
        yield from _confusions(known)


def _confusions(errors: list[Error]) -> Iterator[str]:
    """What stands in place of what in the fields; `kind` lists their errors one by one."""
    swaps = Counter((error.kind, _value(error.gold, error), _value(error.found, error)) for error in errors)
    yield ""
    for (name, said, found), count in sorted(swaps.items(), key=lambda entry: (entry[0][0], -entry[1])):
        if name.startswith("wrong ") and name.removeprefix("wrong ") not in UNCOUNTED:
            yield f"{count:5}  {name}: {said} -> {found}"


def _value(item: Item | None, error: Error) -> str:
    return str(item.features.get(error.field, "-")) if item else "-"


def _lines(error: Error) -> Iterator[str]:
    item = error.gold or error.found
    if item is None:
        return
    yield f"{error.kind} · {item.article['id']} · … {_context(item)} …"
    if error.gold is not None:
        yield f"    gold   {_described(error.gold)}"
    if error.found is not None:
        yield f"    found  {_described(error.found)}"


def _context(item: Item) -> str:
    places = frozenset().union(*item.chars.values())
    start, end = max(0, min(places) - WIDTH), max(places) + 1 + WIDTH
    return " ".join(str(item.article["text"])[start:end].split())


def _described(item: Item) -> str:
    words = [f"{role}={' … '.join(quotes)!r}" for role, quotes in item.quotes.items()]
    hidden = ("entity_also", "target_also", "holder_also", "mention_level", "source", "attribution")
    features = [f"{key}:{value}" for key, value in item.features.items() if key not in hidden]
    return " ".join(words + features)
