"""What a memory makes of one suggestion, and what it suggests by itself."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from annotation.detectors._memory import Claim, Subject
from annotation.detectors._reasons import Reason, read_reasons, rule_of, write_reasons
from annotation.detectors._recurring import find_again
from annotation.detectors._setup import Setup
from annotation.detectors._teaching import KEPT, Teachable, about_words, judged_words, value_subject
from annotation.detectors._traits import is_unlikely, traits_of
from annotation.detectors._verdicts import Record, record_of
from annotation.detectors._weighing import weigh, weigh_addition
from annotation.records import Json, Span, Suggestion, overlap, quote

MEMORY = "memory/1"
"""The origin of what no detector found and a researcher's own labels brought about."""
_CHOSEN = 4
"""How many values that were let stand weigh as much as one that a person chose."""
_WORTH_SAYING = ("right", "wrong", "added")


def advise(item: Suggestion, setup: Setup, text: str, article: str) -> Suggestion | None:
    """The suggestion as researchers would have it, with the reasons; None where they want none of it."""
    teachable = setup.layers.get(item.layer)
    if teachable is None or not setup.memory:
        return item
    words = judged_words(item, text, teachable)
    record = record_of(setup.memory, about_words(item.layer, teachable.judged, words) if words else None)
    if record.is_refused(teachable.often) or (teachable.has_traits and _is_unlike(item, setup, text)):
        return None
    corrected, reasons = _corrected(item, setup, text, article, teachable)
    confidence = weigh(item.confidence, record_of(setup.memory, rule_of(item.origin, item.why)), record)
    reasons += _recorded(record)
    if not reasons and confidence == item.confidence:
        return item
    why = write_reasons([*read_reasons(item.why), *reasons])
    chosen = {reason.values.get("field") for reason in reasons}
    named = {key: entity for key, entity in item.named.items() if key not in chosen}
    return replace(item, features=corrected, confidence=confidence, why=why, named=named)


def _is_unlike(item: Suggestion, setup: Setup, text: str) -> bool:
    """Whether its traits are those of what researchers reject."""
    roles, rule = setup.layers[item.layer].roles, rule_of(item.origin, item.why)
    return is_unlikely(setup.memory, traits_of(item.layer, roles, item.spans, item.features, rule, text))


def _recorded(record: Record) -> list[Reason]:
    """What is to be said of the decisions about the very words."""
    found = {name: getattr(record, name) for name in _WORTH_SAYING}
    return [Reason(f"memory.{name}", {"n": str(n)}) for name, n in found.items() if n]


def _corrected(
    item: Suggestion, setup: Setup, text: str, article: str, teachable: Teachable
) -> tuple[dict[str, Json], list[Reason]]:
    """The features with the values that researchers chose for the same words, and why they are so."""
    features, reasons = dict(item.features), list[Reason]()
    for key, role in sorted(teachable.fields.items(), key=lambda pair: pair[0] != teachable.label):
        words = " ".join(quote(text, item.spans.get(role, ())))
        if not words:
            continue
        subject = value_subject(item.layer, key, words, features.get(teachable.label), article, teachable)
        current = item.named[key].name if key in item.named else features.get(key)
        found = best_value(setup.memory.about(subject), key, current)
        if found is None:
            continue
        value, times = found
        reasons.append(Reason("memory.set", {"field": key, "value": _shown(value), "n": str(times)}))
        features[key] = value
    return {key: value for key, value in features.items() if value is not None}, reasons


def best_value(claims: Mapping[Claim, int], field: str, current: Json) -> tuple[Json, int] | None:
    """(value, how often it was chosen) that researchers prefer to a field's current one; None for none."""
    if not claims:
        return None
    scores: dict[str, int] = {}
    chosen: dict[str, int] = {}
    for claim, times in claims.items():
        if claim[:2] == ("is", field):
            scores[claim[2]] = scores.get(claim[2], 0) + times * (1 if claim[3] == KEPT else _CHOSEN)
            chosen[claim[2]] = chosen.get(claim[2], 0) + (0 if claim[3] == KEPT else times)
    here = json.dumps(current, ensure_ascii=False, sort_keys=True)
    best = max(scores, key=lambda value: (scores[value], value == here, value), default=here)
    if best == here or not chosen[best] or scores[best] <= scores.get(here, 0):
        return None
    return json.loads(best), chosen[best]


def _shown(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def recall(
    text: str,
    setup: Setup,
    beside: Iterable[Suggestion],
    article: str = "",
    turn: Callable[[], object] = lambda: None,
) -> Iterator[Suggestion]:
    """Suggestions for words that researchers marked by hand elsewhere, where no other is beside them.

    `turn` is called between words, and may raise.
    """
    taken: dict[str, list[Span]] = {}
    for item in beside:
        taken.setdefault(item.layer, []).extend(span for spans in item.spans.values() for span in spans)
    for number, (span, subject) in enumerate(find_again(text, setup.memory, turn=turn), 1):
        teachable = setup.layers.get(subject[2])
        if teachable is not None and not overlap([span], taken.get(subject[2], ())):
            yield from _recalled(f"memory/{number}", span, subject, setup, text, article, teachable)


def _recalled(
    key: str, span: Span, subject: Subject, setup: Setup, text: str, article: str, teachable: Teachable
) -> Iterable[Suggestion]:
    layer, spans = subject[2], {teachable.judged: (span,)}
    bare = Suggestion(key=key, layer=layer, spans=spans, origin=MEMORY)
    words = judged_words(bare, text, teachable)
    record = record_of(setup.memory, about_words(layer, teachable.judged, words))
    confidence = weigh_addition(record)
    if record.wrong > record.right + record.added:
        return
    features, _reasons = _corrected(bare, setup, text, article, teachable)
    why = write_reasons(
        [Reason("memory.marked", {"n": str(record.added)}), *_recorded(replace(record, added=0))]
    )
    yield replace(bare, features=features, confidence=confidence, why=why)
