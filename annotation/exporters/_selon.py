"""Selon's own form of articles, records, decisions and entities, as JSON has it: nothing is lost."""

from collections.abc import Mapping
from typing import Any

from annotation.exporters._sheet import Sheet
from annotation.records import Annotation, Annotator, Decision, Entity, quote

FORMAT = "selon-jsonl/1"
ENTITIES_FORMAT = "selon-entities/1"


def article_row(sheet: Sheet) -> dict[str, Any]:
    """An article with its text, records and decisions."""
    article, people = sheet.article, sheet.book.people
    row: dict[str, Any] = {
        "format": FORMAT,
        "id": article.id,
        "title": article.title,
        "text": sheet.whole_text,
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
    if article.tags:
        row["tags"] = list(article.tags)
    row["annotations"] = [
        annotation_row(record, sheet.text if sheet.is_quoted else None, people) for record in sheet.records
    ]
    row["decisions"] = [decision_row(decision, people) for decision in sheet.decisions]
    return row


def annotation_row(record: Annotation, text: str | None, people: Mapping[str, Annotator]) -> dict[str, Any]:
    """A record with its quotes, its annotator by name; without a text it has no quotes."""
    row: dict[str, Any] = {
        "id": record.id,
        "layer": record.layer,
        "annotator": people[record.annotator].name,
        "status": str(record.status),
        "origin": record.origin,
        "spans": {role: [[span.start, span.end] for span in spans] for role, spans in record.spans.items()},
        "quotes": {} if text is None else {role: quote(text, found) for role, found in record.spans.items()},
        "features": record.features,
        "confidence": record.confidence,
        "note": record.note,
        "created": record.created,
        "updated": record.updated,
    }
    if record.basis:
        row["basis"] = record.basis
    if record.why:
        row["why"] = record.why
    return row


def decision_row(decision: Decision, people: Mapping[str, Annotator]) -> dict[str, Any]:
    """A reviewer's decision, people by name."""
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


def entity_row(entity: Entity) -> dict[str, Any]:
    """An entry of the registry."""
    return {
        "format": ENTITIES_FORMAT,
        "key": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "wikidata": entity.wikidata,
        "note": entity.note,
        "origin": entity.origin,
        "created": entity.created,
        "updated": entity.updated,
    }
