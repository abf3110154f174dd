"""How disagreements, decisions and values read for a reviewer."""

from collections.abc import Iterator, Mapping, Sequence

from annotation.adjudication import Asked, Cluster, Comparison, Draft, Kind, Row, Value
from annotation.agreement import Referents
from annotation.codebook import Role
from annotation.fields import Field, kind_of
from annotation.i18n import Message, _
from annotation.records import Decision, Json, Outcome, Span, quote
from gui.widgets.shape import Shape

SHAPES: Mapping[Kind, Shape] = {
    Kind.MISSED: Shape.TRIANGLE,
    Kind.BOUNDARY: Shape.DOUBLE_ARROW,
    Kind.SPLIT: Shape.FORK,
    Kind.LABEL: Shape.DIAMOND,
    Kind.FIELD: Shape.SQUARE,
    Kind.REFERENCE: Shape.ARROW_OUT,
    Kind.AGREED: Shape.TICK,
    Kind.ADDED: Shape.PLUS,
}

_KINDS: Mapping[Kind, Message] = {
    Kind.MISSED: Message("Missed"),
    Kind.BOUNDARY: Message("Boundary"),
    Kind.SPLIT: Message("Split"),
    Kind.LABEL: Message("Label"),
    Kind.FIELD: Message("Field"),
    Kind.REFERENCE: Message("Reference"),
    Kind.AGREED: Message("Agreed"),
    Kind.ADDED: Message("Added"),
}

_MEANINGS: Mapping[Kind, Message] = {
    Kind.MISSED: Message("Not everyone has a record here."),
    Kind.BOUNDARY: Message("The words marked differ."),
    Kind.SPLIT: Message("One has several records where another has one."),
    Kind.LABEL: Message("The labels differ."),
    Kind.FIELD: Message("A field differs."),
    Kind.REFERENCE: Message("They refer to different things."),
    Kind.AGREED: Message("Everyone has the same record."),
    Kind.ADDED: Message("No annotator’s record is behind it any more, or the reviewer added it."),
}

NOTHING = "–"
_LONG = 64
"""Code points that all share and that are shown of a quote before it is cut short in the middle."""

Piece = tuple[str, bool]
"""A stretch of a quote, and whether it is not in everyone's."""


def kind_text(kind: Kind) -> str:
    """The name of a kind of disagreement."""
    return str(_KINDS[kind])


def kind_meaning(kind: Kind) -> str:
    """What a kind of disagreement means, in one sentence."""
    return str(_MEANINGS[kind])


def kinds_text(cluster: Cluster) -> str:
    """All kinds of a cluster in words."""
    return ", ".join(kind_text(kind) for kind in cluster.kinds)


def cluster_title(cluster: Cluster, comparison: Comparison) -> str:
    """The words by which a cluster is known: those of its first record."""
    record = next(iter(cluster.records.values()), cluster.gold)
    title = comparison.referents.title(record.id) if record else ""
    return " ".join(title.split()) or NOTHING


def value_text(part: Role | Field, value: Value, referents: Referents) -> str:
    """How an answer reads: quotes for words, names for keys, the words of the text for references."""
    if isinstance(value, tuple):
        return "  […]  ".join(" ".join(one.split()) for one in quote(referents.text, value)) or NOTHING
    return NOTHING if isinstance(part, Role) else _field_text(part, value, referents)


def _field_text(field: Field, value: Json, referents: Referents) -> str:
    if value is None:
        return NOTHING
    kind = kind_of(field)
    names = [referents.names.get(key, key) for key in kind.entities(value)]
    titles = [" ".join(referents.title(id_).split()) for id_ in kind.annotations(value)]
    return ", ".join(names) or ", ".join(_cut(title or "…") for title in titles) or kind.show(value, field)


def quote_pieces(spans: Sequence[Span], shared: Sequence[Span], text: str) -> list[Piece]:
    """What spans hold of the text, the stretches that are not `shared` by all told apart.

    Long stretches that are shared are cut short in the middle, so that the difference stays in sight.
    """
    pieces: list[Piece] = []
    for place, span in enumerate(spans):
        if place:
            pieces.append((" […] ", False))
        pieces += [
            (words if own else _cut(words), own)
            for start, end, own in _stretches(span, shared)
            if (words := " ".join(text[start:end].split("\n")))
        ]
    return pieces


def shared_by_all(row: Row) -> tuple[Span, ...]:
    """The code points that the answers of a role have in common; () where one has none."""
    found: Sequence[Span] | None = None
    for option in row.options:
        spans = option.value if isinstance(option.value, tuple) else ()
        found = spans if found is None else _common(found, spans)
    return tuple(found or ())


def outcome_text(draft: Draft, names: Mapping[str, str]) -> str:
    """What a draft amounts to, in a few words; `names` are those of annotators by id."""
    if not draft.begun:
        return _("Nothing chosen yet: take it or reject it")
    if not draft.complete:
        open_ = ", ".join(row.part.text for row in draft.undecided)
        return _("Still open: {fields}", fields=open_)
    return outcome_words(draft.outcome, names.get(draft.taken or "", ""))


def asked_text(asked: Asked, names: Mapping[str, str]) -> str:
    """What an annotator was asked, and what they answered."""
    who = names.get(asked.annotator, "?")
    if not asked.answered:
        return _("{annotator} was asked: “{question}” No answer yet.", annotator=who, question=asked.text)
    if not asked.reply:
        return _(
            "{annotator} was asked: “{question}” The record was changed since.",
            annotator=who,
            question=asked.text,
        )
    return _(
        "{annotator} was asked: “{question}” The answer: “{answer}”",
        annotator=who,
        question=asked.text,
        answer=asked.reply,
    )


def decision_text(decision: Decision, names: Mapping[str, str], reviewers: Mapping[str, str]) -> str:
    """What was decided, from whom it was taken, and by whom, in a few words."""
    outcome = outcome_words(decision.outcome, names.get(decision.taken or "", ""))
    if decision.automatic:
        return _("{outcome} automatically", outcome=outcome)
    return _("{outcome} by {reviewer}", outcome=outcome, reviewer=reviewers.get(decision.reviewer, "?"))


def outcome_words(outcome: Outcome, taken: str) -> str:
    """How a gold record comes about, in a word or two; `taken` is the name of whose record it is."""
    if outcome is Outcome.TAKEN and taken:
        return _("Taken from {annotator}", annotator=taken)
    return str(_OUTCOMES[outcome])


_OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.AGREED: Message("Confirmed as agreed"),
    Outcome.TAKEN: Message("Taken whole"),
    Outcome.MIXED: Message("Mixed from several"),
    Outcome.EDITED: Message("Edited"),
    Outcome.ADDED: Message("Added"),
    Outcome.REJECTED: Message("Rejected"),
}


def _stretches(span: Span, shared: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is not shared) of the stretches that a span falls into."""
    at = span.start
    for common in shared:
        start, end = max(common.start, span.start), min(common.end, span.end)
        if start < end:
            if at < start:
                yield at, start, True
            yield start, end, False
            at = end
    if at < span.end:
        yield at, span.end, True


def _common(some: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(
        Span(max(one.start, other.start), min(one.end, other.end))
        for one in some
        for other in others
        if max(one.start, other.start) < min(one.end, other.end)
    )


def _cut(words: str) -> str:
    half = _LONG // 2
    return words if len(words) <= _LONG + 3 else f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
