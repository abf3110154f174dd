"""Where the codebook leaves annotators in doubt: what reviewers gave as reasons, by layer and field."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from annotation.codebook import Codebook, Layer
from annotation.i18n import _, pick
from annotation.project import ProjectReader
from annotation.records import Annotation, Article, Decision, Json, quote

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One decision that a reason was given for."""

    article: str
    title: str
    words: str
    comment: str
    decision: str
    record: str
    """The id of one of the records that were decided about, "" where there is none left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Decisions with one reason, about one layer and one part of its records."""

    reason: str
    """What the codebook calls the reason."""
    layer: str
    """The name of the layer."""
    part: str
    """The name of the field that differed; “words”, or “record” where somebody had none."""
    examples: tuple[Example, ...]

    @property
    def count(self) -> int:
        """How many decisions there are."""
        return len(self.examples)


def find_gaps(reader: ProjectReader) -> list[Gap]:
    """What reasons were given for, the most frequent first. A decision about several parts is in each."""
    codebook = reader.codebook
    given = [one for one in reader.decisions_on(layer.id for layer in codebook.layers) if one.reason]
    found: dict[tuple[str, str, str], list[Example]] = {}
    for first in range(0, len(given), _AT_ONCE):
        batch = given[first : first + _AT_ONCE]
        records = reader.find_all(
            Annotation, {id_ for one in batch for id_ in (*one.records, one.gold or "")}
        )
        articles = reader.find_all(Article, {one.article for one in batch})
        texts = {id_: reader.text(article) for id_, article in articles.items()}
        for decision in batch:
            some = [records[id_] for id_ in decision.records if id_ in records]
            gold = records.get(decision.gold or "")
            article = articles.get(decision.article)
            if article is None:
                continue
            example = _example(decision, article, [*some, *filter(None, [gold])], texts[article.id], codebook)
            for part in _parts(some, codebook.layer(decision.layer)):
                found.setdefault((decision.reason, decision.layer, part), []).append(example)
    gaps = (_gap(key, examples, codebook) for key, examples in found.items())
    return sorted(gaps, key=lambda gap: (-gap.count, gap.reason, gap.layer, gap.part))


def gaps_as_csv(gaps: Iterable[Gap]) -> str:
    """The gaps as a table, a line for each decision; texts that a spreadsheet would reckon with are not."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["reason", "layer", "part", "count", "article", "title", "words", "comment"])
    for gap in gaps:
        for one in gap.examples:
            cells = (gap.reason, gap.layer, gap.part, one.article, one.title, one.words, one.comment)
            safe = [f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in cells]
            writer.writerow([*safe[:3], gap.count, *safe[3:]])
    return out.getvalue()


def _gap(key: tuple[str, str, str], examples: list[Example], codebook: Codebook) -> Gap:
    reason, layer_id, part = key
    layer = codebook.layer(layer_id)
    field = layer.field(part) if layer else None
    named = {_WORDS: _("words"), _RECORD: _("record"), _NOTHING: "–"}
    return Gap(
        reason=pick(dict(codebook.reasons).get(reason, {})) or reason,
        layer=layer.text if layer else layer_id,
        part=named.get(part, field.text if field else part),
        examples=tuple(examples),
    )


_WORDS, _RECORD, _NOTHING = ":words", ":record", ":nothing"


def _parts(records: list[Annotation], layer: Layer | None) -> Iterator[str]:
    """What differs between records: fields, their words; that there is only one of them."""
    if len(records) < 2 or layer is None:
        yield _RECORD
        return
    fields = [field.id for field in layer.fields if field.kind != "reference"]
    differing = [id_ for id_ in fields if len({_as_key(one.features.get(id_)) for one in records}) > 1]
    yield from differing
    if len({str(sorted(one.spans.items())) for one in records}) > 1:
        yield _WORDS
    elif not differing:
        yield _NOTHING


def _as_key(value: Json) -> str:
    return repr(value)


def _example(
    decision: Decision, article: Article, records: list[Annotation], text: str, codebook: Codebook
) -> Example:
    layer = codebook.layer(decision.layer)
    record = next(iter(records), None)
    spans = record.anchor(layer.anchors if layer else tuple(record.spans)) if record else ()
    return Example(
        article=article.id,
        title=article.title,
        words=" ".join(" … ".join(quote(text, spans)).split()),
        comment=decision.comment,
        decision=decision.id,
        record=record.id if record else "",
    )
