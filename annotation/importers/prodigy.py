"""Prodigy JSONL: one task a line, with spans, relations and the annotator's answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.gathering import Keys, Occurrences, gather
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._marking.rows import Row, first_rows, read_rows
from annotation.importers._tables.articles import describe_article
from annotation.records import MACHINE, Span, Status

_OWN_KEYS = {"_input_hash", "_task_hash", "_view_id", "_session_id", "_annotator_id", "_is_binary"}
_HANDLED = {"text", "spans", "relations", "tokens", "answer", "meta", "_timestamp", "html", *_OWN_KEYS}
_STATUS = {"accept": Status.ACCEPTED, "reject": Status.REJECTED}


class ProdigyImporter:
    """Accepted tasks give accepted annotations, rejected ones rejected, and ignored ones suggestions."""

    name = "prodigy"
    label = "Prodigy"
    extensions = (".jsonl",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when tasks bear Prodigy's marks; likely when spans name start, end and label."""
        rows = first_rows(file)
        if any(_OWN_KEYS & row.keys() and ("text" in row or "spans" in row) for row in rows):
            return 0.97
        return 0.85 if any(_is_task(row) for row in rows) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """One article a task. Raises ImportFailure for a file without tasks."""
        leftovers = Leftovers(file.name)
        labels = load_labels(self.name, file)
        texts = gather(_texts(file, leftovers))
        empty = True
        for marked in texts:
            empty = False
            yield to_records(marked, labels, leftovers, self.name)
        if empty:
            raise ImportFailure("“{name}” holds no tasks with a text.", name=file.name)
        yield from leftovers


def _is_task(row: Row) -> bool:
    spans = row.get("spans")
    if not isinstance(row.get("text"), str) or not isinstance(spans, list) or not spans:
        return False
    return isinstance(spans[0], dict) and {"start", "end", "label"} <= spans[0].keys()


def _texts(file: SourceFile, leftovers: Leftovers) -> Iterator[MarkedText]:
    occurrences = Occurrences()
    for number, row in read_rows(file, leftovers):
        text = row.get("text")
        if not isinstance(text, str) or not text.strip():
            leftovers.no_text(number)
            continue
        yield _Task(row, text, leftovers).marked(file, occurrences)


@dataclass(slots=True)
class _Task:
    row: Row
    text: str
    leftovers: Leftovers
    marks: list[Mark] = field(default_factory=list)
    by_place: dict[tuple[int, int], str] = field(default_factory=dict)
    by_token: dict[int, str] = field(default_factory=dict)
    by_label: dict[tuple[int, int, str], str] = field(default_factory=dict)
    """Marks on the same words are told apart by their labels."""

    def marked(self, file: SourceFile, occurrences: Occurrences) -> MarkedText:
        """The task as a marked text."""
        row = self.row
        name = str(row.get("_annotator_id") or row.get("_session_id") or "")
        answer = row.get("answer")
        ignored = answer not in (None, "accept", "reject")
        self._read_spans(MACHINE.name if ignored else name, answer, ignored)
        article = new_article(
            self.text, ("prodigy", occurrences.number(name, self.text)), source_file=PurePath(file.name).name
        )
        meta = row.get("meta") if isinstance(row.get("meta"), dict) else {}
        told = {key: value for key, value in row.items() if key not in _HANDLED and _is_told(value)}
        if answer:
            told["answer"] = answer
        return MarkedText(
            article=describe_article(article, {**(meta or {}), **told}),
            text=self.text,
            marks=tuple(self.marks),
            links=tuple(self._links()),
        )

    def _read_spans(self, annotator: str, answer: object, ignored: bool) -> None:
        places, keys = Places(self.text, self.leftovers), Keys()
        for found in _dicts(self.row.get("spans")):
            quote = found.get("text")
            span = places.span(
                found.get("start"), found.get("end"), quote if isinstance(quote, str) else None
            )
            if span is None:
                continue
            label = str(found.get("label") or "")
            key = keys.key(label, [span])
            self._remember(found, span, key)
            self.marks.append(
                Mark(
                    key=key,
                    label=label,
                    spans=(span,),
                    annotator=annotator,
                    status=Status.SUGGESTED if ignored else _STATUS.get(str(answer), Status.ACCEPTED),
                    origin="prodigy" if ignored else "",
                    confidence=_score(found.get("score")),
                    features=_features(found),
                )
            )

    def _remember(self, found: Mapping[str, Any], span: Span, key: str) -> None:
        self.by_place.setdefault((span.start, span.end), key)
        self.by_label.setdefault((span.start, span.end, str(found.get("label") or "")), key)
        for end in ("token_end", "token_start"):
            token = found.get(end)
            if isinstance(token, int):
                self.by_token.setdefault(token, key)

    def _links(self) -> Iterator[Link]:
        for found in _dicts(self.row.get("relations")):
            source, target = self._end(found, "head"), self._end(found, "child")
            yield Link(label=str(found.get("label") or ""), source=source, target=target)

    def _end(self, relation: Mapping[str, Any], end: str) -> str:
        """The key of the mark at one end of a relation; "" where the task has none."""
        span = relation.get(f"{end}_span")
        if isinstance(span, dict):
            place = (span.get("start"), span.get("end"))
            if isinstance(place[0], int) and isinstance(place[1], int) and place in self.by_place:
                return self.by_label.get((*place, str(span.get("label") or "")), self.by_place[place])
        token = relation.get(end)
        return self.by_token.get(token, "") if isinstance(token, int) else ""


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _is_told(value: object) -> bool:
    return isinstance(value, str | int | float | bool | list | dict)


def _score(value: object) -> float | None:
    return (
        float(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
        else None
    )


_SPAN_KEYS = {"start", "end", "token_start", "token_end", "label", "text", "type", "score", "input_hash"}


def _features(span: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value for key, value in span.items() if key not in _SPAN_KEYS and value not in (None, "", [], {})
    }


plug = ProdigyImporter()
