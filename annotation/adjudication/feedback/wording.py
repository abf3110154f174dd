"""The words of feedback, the same in the window and in every format of the report."""

from collections.abc import Iterator, Mapping, Sequence

from annotation.adjudication.cluster import Value
from annotation.adjudication.feedback.gathering import Difference, Feedback, Item, Verdict
from annotation.agreement import Referents
from annotation.codebook import Codebook, Role
from annotation.fields import Field, kind_of
from annotation.i18n import Message, _, ngettext, pick
from annotation.records import Json, Span, now, quote

NOTHING = "–"
Piece = tuple[str, bool]
"""A stretch of a quote, and whether the other side does not have it."""
Table = Sequence[Sequence[str]]
"""Rows of cells; the first row is the head."""

_VERDICTS: Mapping[Verdict, Message] = {
    Verdict.MISSED: Message("Missed"),
    Verdict.REJECTED: Message("Rejected"),
    Verdict.BOUNDARY: Message("Boundary"),
    Verdict.LABEL: Message("Label"),
    Verdict.FIELD: Message("Field"),
    Verdict.REFERENCE: Message("Reference"),
    Verdict.AGREED: Message("Agreed"),
}


def verdict_text(verdict: Verdict) -> str:
    """The name of a way in which a gold record differs."""
    return str(_VERDICTS[verdict])


def verdicts_text(item: Item) -> str:
    """All verdicts of a decision, in words."""
    return ", ".join(map(verdict_text, item.verdicts))


def sentence(item: Item) -> str:
    """What was decided, in one sentence."""
    if item.mine is None:
        return _("You marked nothing here; the gold set has this record.")
    if item.gold is None:
        return _("Nothing is to be marked here.")
    if item.is_agreed:
        return _("Your record is as the gold set has it.")
    fields = ", ".join(one.part.text for one in item.differences)
    return _("The gold set has something else in: {fields}.", fields=fields)


def reason_text(codebook: Codebook, reason: str) -> str:
    """A reason in the user's language; "" for none."""
    return pick(dict(codebook.reasons).get(reason, {})) or reason


def why(item: Item, codebook: Codebook) -> str:
    """The reason and the reviewer's comment; "" where there is neither."""
    comment = "" if item.decision.automatic else item.decision.comment
    return ". ".join(filter(None, (reason_text(codebook, item.decision.reason).rstrip("."), comment)))


def gap_words(item: Item) -> str:
    """One place that the guideline does not decide: layer, words, and what the reviewer said of it."""
    return _("{layer}: “{quote}” {comment}", layer=item.layer.text, quote=item.quote,
             comment=item.decision.comment).strip()  # fmt: skip


def value_pieces(difference: Difference, referents: Referents) -> tuple[list[Piece], list[Piece]]:
    """What the annotator and the gold set say, the words that only one of them has told apart."""
    mine, gold = difference.mine, difference.gold
    if isinstance(mine, tuple) or isinstance(gold, tuple):
        ours = mine if isinstance(mine, tuple) else ()
        theirs = gold if isinstance(gold, tuple) else ()
        text = referents.text
        return list(_quoted(ours, theirs, text)), list(_quoted(theirs, ours, text))
    return [(value_text(difference.part, mine, referents), False)], [
        (value_text(difference.part, gold, referents), False)
    ]


def value_text(part: Role | Field, value: Value, referents: Referents) -> str:
    """How an answer reads: quotes for words, names for keys, the words of the text for references."""
    if isinstance(value, tuple):
        return " […] ".join(" ".join(one.split()) for one in quote(referents.text, value)) or NOTHING
    return NOTHING if isinstance(part, Role) or value is None else _field_text(part, value, referents)


def _field_text(field: Field, value: Json, referents: Referents) -> str:
    kind = kind_of(field)
    names = [referents.names.get(key, key) for key in kind.entities(value)]
    titles = [" ".join(referents.title(id_).split()) or "…" for id_ in kind.annotations(value)]
    return ", ".join(names) or ", ".join(titles) or kind.show(value, field)


def _quoted(spans: Sequence[Span], others: Sequence[Span], text: str) -> Iterator[Piece]:
    """What spans hold of the text, told apart from what the others hold too; a dash for none."""
    if not spans:
        yield NOTHING, False
    for place, span in enumerate(spans):
        if place:
            yield " […] ", False
        at = span.start
        for other in others:
            start, end = max(other.start, at), min(other.end, span.end)
            if start < end:
                if at < start:
                    yield _flat(text[at:start]), True
                yield _flat(text[start:end]), False
                at = end
        if at < span.end:
            yield _flat(text[at : span.end]), True


def _flat(words: str) -> str:
    return " ".join(words.split("\n"))


# ---------------------------------------------------------------- what a report says


def heading(feedback: Feedback) -> tuple[str, str]:
    """The report's title, and what it stands on."""
    articles = len(feedback.articles)
    decided = ngettext("one decision", "{n} decisions", len(feedback.items))
    within = ngettext("in one article", "in {n} articles", articles)
    book = f"{feedback.codebook.id} {feedback.codebook.version}"
    under = _("{decided} {within}, codebook {codebook}, {day}. Selon.",
              decided=decided, within=within, codebook=book, day=now()[:10])  # fmt: skip
    return _("Feedback for {name}", name=feedback.annotator.name), under


def explanation() -> str:
    """How to read it, for those who have only the report."""
    return _(
        "Each decision compares your record with the gold record that the reviewer made of everybody’s work. "
        "Words that only one of the two has are marked. A decision may differ in several ways."
    )


def counts_table(feedback: Feedback) -> Table:
    """How many decisions have each verdict, by layer."""
    shown = [one for one in Verdict if any(counts[one] for counts in feedback.counts.values())]
    head = (_("Layer"), _("Decisions"), *map(verdict_text, shown))
    layers = {layer.id: layer.text for layer in feedback.codebook.layers}
    rows = [
        (layers.get(key, key), str(feedback.totals[key]), *(str(counts[one] or "") for one in shown))
        for key, counts in feedback.counts.items()
    ]
    return (head, *rows)


def reasons_table(feedback: Feedback) -> Table:
    """How often each reason was given, by layer; the head alone where none was."""
    layers = {layer.id: layer.text for layer in feedback.codebook.layers}
    rows = [
        (reason_text(feedback.codebook, reason), layers.get(layer, layer), str(number))
        for (reason, layer), number in feedback.reasons.most_common()
    ]
    return ((_("Reason"), _("Layer"), _("Decisions")), *rows)
