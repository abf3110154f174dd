"""What a person's decision about a record teaches: a lesson of marks, the same whenever it is worked out."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from annotation.detectors._memory import TEXT, Claim, Lesson, Memory, Subject
from annotation.detectors._reasons import rule_of
from annotation.detectors._traits import traits_of
from annotation.detectors._verdicts import ADDED, RIGHT, WRONG
from annotation.records import Annotation, Json, Spans, Status, Suggestion, fold_name, quote

CUE_KIND = "attribution_kind"
"""The field of an attribution that its cue settles."""
KEPT, SET = "kept", "set"
"""How a value came about: a person let the suggested one stand, or chose it."""

_TWICE, _OFTEN = 2, 4
"""Rejections: of a name, and of a cue, which may be wrong in one place and right in the next."""

_WORD = re.compile(r"[^\W\d_]\w*")
_UNSURE = frozenset({"PER", ""})
"""Types of which one capitalised word is no full name: a surname belongs to its article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teachable:
    """What can be learned about the records of one layer."""

    roles: tuple[str, ...]
    """The layer's roles; the first non-empty one anchors a record."""
    judged: str
    """The role whose words a verdict is about: an attribution is right or wrong by its cue."""
    label: str = ""
    """The field that the chip shows, "" where it depends on more than the judged words."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """{field: the role whose words settle its value}"""
    names: frozenset[str] = frozenset()
    """Those of the fields that hold an entity."""
    pair: tuple[str, ...] = ()
    """The fields that hold the two whom a record joins, as a stance its holder and target; () for none."""
    spread: str = ""
    """What becomes of words that a person marked: "words" are suggested wherever they stand, a "cue" is one
    for the attributions of all articles, "" is neither."""

    @property
    def has_traits(self) -> bool:
        """Whether suggestions are also judged by what they have in common."""
        return len(self.roles) > 1

    @property
    def often(self) -> int:
        """How often the same words must have been rejected, and never wanted, to be suggested no more."""
        return _OFTEN if self.has_traits else _TWICE


def words_of(text: str, spans: Spans, role: str) -> str:
    """The folded words of a role, "" where it is not marked."""
    return fold_name(" ".join(quote(text, spans.get(role, ()))))


def about_words(layer: str, role: str, folded: str) -> Subject:
    """What verdicts and labels are about."""
    return ("words", layer, role, folded)


def about_value(layer: str, role: str, folded: str, label: Json, scope: str) -> Subject:
    """What the value of any other field is about: words labelled so, in one article or everywhere ("")."""
    return ("words", layer, role, folded, str(label or ""), scope)


def about_text(kind: str, layer: str, exact: str) -> Subject:
    """What is said about words as they are written, which are "words" to mark or a "cue"."""
    return ("text", kind, layer, exact)


def scope_of(words: str, label: Json, article: str) -> str:
    """Where these words name the same: "" for everywhere, else the article that they stand in.

    A full name or an acronym is the same everywhere; a surname, a role or a pronoun is not.
    """
    capitals = [word for word in _WORD.findall(words) if word[0].isupper()]
    if len(capitals) > 1 or any(word.isupper() and len(word) > 1 for word in capitals):
        return ""
    return "" if capitals and str(label or "") not in _UNSURE else article


def claim_of(field_: str, value: Json, how: str) -> Claim:
    """That a field has a value; None says that it has none."""
    return ("is", field_, json.dumps(value, ensure_ascii=False, sort_keys=True), how)


def lesson_of(record: Annotation, basis: Annotation | None, text: str, teachable: Teachable) -> Lesson:
    """What one person's record teaches; `basis` is the machine's suggestion that it was made from, if any."""
    return tuple(_marks(record, basis, text, teachable))


def _marks(
    record: Annotation, basis: Annotation | None, text: str, teachable: Teachable
) -> Iterator[tuple[Subject, Claim]]:
    counts = record.status in (Status.ACCEPTED, Status.EDITED)
    if basis is not None:
        yield from _verdicts(record, basis, text, teachable, counts=counts)
    elif counts:
        yield from _addition(record, text, teachable)
    if counts:
        yield from _values(record, basis, text, teachable)


def _verdicts(
    record: Annotation, basis: Annotation, text: str, teachable: Teachable, *, counts: bool
) -> Iterator[tuple[Subject, Claim]]:
    """Whether the words and the rule were right; a record with other words says that those were not."""
    same = counts and record.spans.get(teachable.judged) == basis.spans.get(teachable.judged)
    folded = words_of(text, basis.spans, teachable.judged)
    if folded:
        yield about_words(record.layer, teachable.judged, folded), RIGHT if same else WRONG
    label = teachable.label
    whole = (
        counts and record.spans == basis.spans and (record.features.get(label) == basis.features.get(label))
    )
    rule = rule_of(basis.origin, basis.why)
    if rule:
        yield rule, RIGHT if whole else WRONG
    if teachable.has_traits:
        for trait in traits_of(record.layer, teachable.roles, basis.spans, basis.features, rule, text):
            yield trait, RIGHT if counts else WRONG
    if counts and not same:
        yield from _addition(record, text, teachable)


def _addition(record: Annotation, text: str, teachable: Teachable) -> Iterator[tuple[Subject, Claim]]:
    """That words were marked where nothing, or something else, was suggested."""
    spans = record.spans.get(teachable.judged, ())
    folded = words_of(text, record.spans, teachable.judged)
    if not folded:
        return
    yield about_words(record.layer, teachable.judged, folded), ADDED
    if teachable.spread and len(spans) == 1 and record.features.get("mention_level") != "PRO":
        yield about_text(teachable.spread, record.layer, text[spans[0].start : spans[0].end]), ADDED


def _values(
    record: Annotation, basis: Annotation | None, text: str, teachable: Teachable
) -> Iterator[tuple[Subject, Claim]]:
    """What the fields hold that the words settle."""
    label = record.features.get(teachable.label)
    for key, role in teachable.fields.items():
        value = record.features.get(key)
        before = basis.features.get(key) if basis else None
        quoted = " ".join(quote(text, record.spans.get(role, ())))
        if (value is None and before is None) or not quoted:
            continue
        subject = value_subject(record.layer, key, quoted, label, record.article, teachable)
        yield subject, claim_of(key, value, KEPT if basis and value == before else SET)


def value_subject(
    layer: str, key: str, words: str, label: Json, article: str, teachable: Teachable
) -> Subject:
    """What the value of a field is about, for words as they are written."""
    role, folded = teachable.fields[key], fold_name(words)
    if key == teachable.label:
        return about_words(layer, role, folded)
    scope = scope_of(words, label, article) if key in teachable.names else ""
    return about_value(layer, role, folded, label, scope)


def judged_words(item: Suggestion, text: str, teachable: Teachable) -> str:
    """The folded words that a verdict about a suggestion is about."""
    return words_of(text, item.spans, teachable.judged)


def taught_cues(memory: Memory) -> dict[str, str]:
    """{words that people marked as a cue by themselves: their kind of attribution, "" if none told}."""
    found: dict[str, str] = {}
    for subject in memory.of(TEXT):
        if subject[1] == "cue":
            found[subject[-1]] = _kind_of(memory, subject[2], subject[-1])
    return found


def _kind_of(memory: Memory, layer: str, words: str) -> str:
    claims = memory.about(about_value(layer, "cue", fold_name(words), None, ""))
    told = {claim[2]: number for claim, number in claims.items() if claim[:2] == ("is", CUE_KIND)}
    value = json.loads(max(told, key=lambda kind: (told[kind], kind))) if told else ""
    return str(value or "")
