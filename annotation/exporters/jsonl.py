"""Selon JSONL: one article a line with everything that was said about it, lossless both ways."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from annotation.exporters._base import Option, Options, Progress, Report
from annotation.records import Annotation, Annotator, Article, Decision, Entity, Reader, quote

FORMAT = "selon-jsonl/1"
ENTITIES_FORMAT = "selon-entities/1"


class JsonlExporter:
    """Writes `articles.jsonl` and `entities.jsonl` to a folder, or the articles alone to one file."""

    name = "jsonl"
    label = "Selon JSONL"
    extension = ".jsonl"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write everything that the reader gives; nothing is lost."""
        alone = out.suffix == self.extension
        files = [out] if alone else [out / "articles.jsonl", out / "entities.jsonl"]
        if not alone:
            out.mkdir(parents=True, exist_ok=True)
            _write(files[1], map(_entity, reader.entities()))
        people = reader.annotators()
        articles = annotations = 0
        total = reader.count_articles()

        def lines() -> Iterator[dict[str, Any]]:
            nonlocal articles, annotations
            for article in reader.articles():
                progress(articles, total)
                records = reader.annotations(article)
                yield _article(article, reader.text(article), records, reader.decisions(article), people)
                articles += 1
                annotations += len(records)

        _write(files[0], lines())
        progress(total, total)
        return Report(files=tuple(files), articles=articles, annotations=annotations)


def _write(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for line in chain.from_iterable((json.dumps(row, ensure_ascii=False), "\n") for row in rows):
            stream.write(line)


def _article(
    article: Article,
    text: str,
    records: list[Annotation],
    decisions: list[Decision],
    people: dict[str, Annotator],
) -> dict[str, Any]:
    row: dict[str, Any] = {
        "format": FORMAT,
        "id": article.id,
        "title": article.title,
        "text": text,
        "text_sha256": article.text_sha256,
        "lang": article.lang,
        "outlet": article.outlet,
        "authors": list(article.authors),
        "published": article.published,
        "url": article.url,
        "source_file": article.source_file,
        "metadata": article.metadata,
    }
    more = {key: getattr(article, key) for key in ("section", "page", "duplicates", "created")}
    row.update({key: value for key, value in more.items() if value})
    row["annotations"] = [_annotation(record, text, people) for record in records]
    row["decisions"] = [_decision(decision, people) for decision in decisions]
    return row


def _annotation(record: Annotation, text: str, people: dict[str, Annotator]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": record.id,
        "layer": record.layer,
        "annotator": people[record.annotator].name,
        "status": record.status.value,
        "origin": record.origin,
        "spans": {role: [[span.start, span.end] for span in spans] for role, spans in record.spans.items()},
        "quotes": {role: quote(text, spans) for role, spans in record.spans.items()},
        "features": record.features,
        "confidence": record.confidence,
        "note": record.note,
        "created": record.created,
        "updated": record.updated,
    }
    row.update({key: value for key, value in (("basis", record.basis), ("why", record.why)) if value})
    return row


def _decision(decision: Decision, people: dict[str, Annotator]) -> dict[str, Any]:
    taken = people.get(decision.taken or "")
    return {
        "id": decision.id,
        "layer": decision.layer,
        "reviewer": people[decision.reviewer].name,
        "outcome": decision.outcome.value,
        "records": list(decision.records),
        "gold": decision.gold,
        "taken": taken.name if taken else None,
        "reason": decision.reason,
        "comment": decision.comment,
        "automatic": decision.automatic,
        "created": decision.created,
        "updated": decision.updated,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "format": ENTITIES_FORMAT,
        "key": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
        "note": entity.note,
        "created": entity.created,
        "updated": entity.updated,
    }


plug = JsonlExporter()
