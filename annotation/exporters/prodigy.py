"""Prodigy JSONL: a task for each article and annotator, with tokens, spans and relations."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotation.exporters._base import Options, Progress, Report
from annotation.exporters._lines import write_lines
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Link, mark_up
from annotation.exporters._pieces import Piece, count_usual_losses, in_pieces
from annotation.exporters._sheet import Sheet
from annotation.exporters._tokens import EDGES, TokenText
from annotation.exporters._unsaid import STATUS, read_and_count
from annotation.i18n import _
from annotation.records import Annotation, Reader, Status

_ANSWERS = {Status.REJECTED: "reject", Status.SUGGESTED: "ignore"}
_HOLDS = (STATUS,)


class ProdigyExporter:
    """Labels are accepted tasks, rejected records rejected ones, and suggestions ignored ones.

    A span of Prodigy is whole tokens, those of spaCy's rules, so each is widened to them or left out.
    """

    name = "prodigy"
    label = "Prodigy"
    extension = ".jsonl"
    options = (EDGES,)

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record that has words; fields are further keys of its span."""
        place = out if out.suffix == self.extension else out / "prodigy.jsonl"
        losses, counts = Losses(), [0, 0]

        def rows() -> Iterator[dict[str, Any]]:
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                counts[0] += 1
                tokens = TokenText(sheet.text, sheet.article.lang)
                tokens.state(losses)
                for (person, answer), records in _tasks(sheet).items():
                    row, held = _row(sheet, tokens, records, losses, widen=options["edges"] == "widen")
                    counts[1] += held
                    yield {**row, "answer": answer, "_annotator_id": person}

        write_lines(place, rows())
        return Report(files=(place,), articles=counts[0], annotations=counts[1], losses=losses.report())


def _tasks(sheet: Sheet) -> Mapping[tuple[str, str], Sequence[Annotation]]:
    """The records by annotator and answer; an article that has none is an ignored task."""
    found: defaultdict[tuple[str, str], list[Annotation]] = defaultdict(list)
    for record in sheet.records:
        answer = _ANSWERS.get(record.status, "accept")
        found[sheet.book.annotator(record), answer].append(record)
    return dict(sorted(found.items())) or {("", "ignore"): ()}


def _row(
    sheet: Sheet, tokens: TokenText, records: Sequence[Annotation], losses: Losses, *, widen: bool
) -> tuple[dict[str, Any], int]:
    marked = mark_up(sheet, records)
    count_usual_losses(marked, losses)
    pieces, links = in_pieces(marked, losses)
    spans = {piece.key: span for piece in pieces if (span := _span(piece, tokens, losses, widen=widen))}
    loose = sum(1 for link in links if not {link.source, link.target} <= spans.keys())
    losses.add(_("links to words that were left out"), _("left out"), loose)
    row = {
        "text": sheet.text,
        "tokens": [
            {"text": tokens.word(number), "start": start, "end": end, "id": number,
             "ws": following > end}
            for number, (start, end, following) in enumerate(
                zip(tokens.starts, tokens.ends, [*tokens.starts[1:], len(sheet.text)], strict=False)
            )
        ],
        "spans": list(spans.values()),
        "relations": [
            _relation(link, spans) for link in links if link.source in spans and link.target in spans
        ],
        "meta": {"article": sheet.article.id, "title": sheet.article.title,
                 "tokenizer": tokens.tokenizer},
        "_view_id": "relations",
    }  # fmt: skip
    return row, len(records) - len(marked.wordless)


def _span(piece: Piece, tokens: TokenText, losses: Losses, *, widen: bool) -> dict[str, Any] | None:
    fit = tokens.fit_or_count(piece.span, losses, widen=widen)
    if fit is None:
        return None
    return {
        "start": tokens.starts[fit.first],
        "end": tokens.ends[fit.end - 1],
        "token_start": fit.first,
        "token_end": fit.end - 1,
        "label": piece.mark.label,
        **(piece.mark.features if piece.is_first else {}),
    }


def _relation(link: Link, spans: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    head, child = spans[link.source], spans[link.target]
    names = ("start", "end", "token_start", "token_end", "label")
    return {
        "head": head["token_end"],
        "child": child["token_end"],
        "head_span": {name: head[name] for name in names},
        "child_span": {name: child[name] for name in names},
        "label": link.label,
    }


plug = ProdigyExporter()
