"""Selon JSONL: what the export wrote comes back as it was."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.records import (
    GOLD,
    MACHINE,
    Annotation,
    Annotator,
    Article,
    Decision,
    Entity,
    Outcome,
    Span,
    Spans,
    Status,
    derived_id,
    digest,
)

FORMAT = "selon-jsonl/1"
ENTITIES = "entities.jsonl"
_OWN_NAMES = {MACHINE.name: MACHINE, GOLD.name: GOLD}
_ARTICLE_TEXTS = ("outlet", "published", "section", "page", "url", "duplicates")


class JsonlImporter:
    """One article a line; a file `entities.jsonl` beside it brings the registry."""

    name = "jsonl"
    label = "Selon JSONL"
    extensions = (".jsonl",)
    siblings = (ENTITIES,)

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first line names the format."""
        return 1.0 if f'"{FORMAT}"'.encode() in file.data[:4096].split(b"\n")[0] else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. A line that is not one is left out with the reason; ImportFailure when none can be read."""
        entities = _entities(file.siblings.get(ENTITIES, b""))
        read = 0
        for number, line in enumerate(_text(file).split("\n"), 1):
            if not line.strip():
                continue
            try:
                yield _imported(json.loads(line), entities)
                read += 1
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                yield Skipped(
                    file=file.name,
                    reason=_("Line {n} is not an article ({error}).", n=number, error=_said(error)),
                )
            entities = ()
        if not read:
            raise ImportFailure("“{name}” holds no article that can be read.", name=file.name)


def _said(error: Exception) -> str:
    return _("{key} is missing", key=error) if isinstance(error, KeyError) else str(error)


def _text(file: SourceFile) -> str:
    try:
        return file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportFailure(
            "“{name}” is not UTF-8 text (byte {place}): save it as UTF-8 and import it again.",
            name=file.name,
            place=error.start,
        ) from error


def _imported(row: Mapping[str, Any], entities: tuple[Entity, ...]) -> Imported:
    text = _whole(str(row["text"]))
    sha256 = digest(text)
    if row.get("text_sha256") not in (None, sha256):
        raise ValueError(_("its text does not match its text_sha256"))
    article = Article(
        id=str(row["id"]),
        title=str(row.get("title") or ""),
        text_sha256=sha256,
        length=len(text),
        lang=str(row.get("lang") or ""),
        authors=tuple(map(str, row.get("authors") or ())),
        source_file=str(row.get("source_file") or ""),
        metadata=dict(row.get("metadata") or {}),
        created=str(row.get("created") or ""),
        **{key: str(row[key]) for key in _ARTICLE_TEXTS if row.get(key)},
    )
    people = _people(row)
    return Imported(
        article=article,
        text=text,
        annotations=tuple(_annotation(found, article, people) for found in row.get("annotations") or ()),
        annotators=tuple(people.values()),
        entities=entities,
        decisions=tuple(_decision(found, article, people) for found in row.get("decisions") or ()),
    )


def _whole(text: str) -> str:
    """The text with half characters, which no file can hold, joined or replaced one for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _people(row: Mapping[str, Any]) -> dict[str, Annotator]:
    names = [found["annotator"] for found in row.get("annotations") or ()]
    names += [
        name
        for found in row.get("decisions") or ()
        for name in (found["reviewer"], found.get("taken"))
        if name
    ]
    return {
        name: _OWN_NAMES.get(name) or Annotator(id=derived_id("annotator", name), name=name)
        for name in dict.fromkeys(map(str, names))
    }


def _annotation(row: Mapping[str, Any], article: Article, people: Mapping[str, Annotator]) -> Annotation:
    return Annotation(
        id=str(row["id"]),
        article=article.id,
        annotator=people[str(row["annotator"])].id,
        layer=str(row["layer"]),
        spans=_spans(row, article),
        features=dict(row.get("features") or {}),
        status=Status(row.get("status", "accepted")),
        origin=str(row.get("origin") or ""),
        confidence=row.get("confidence"),
        note=str(row.get("note") or ""),
        basis=row.get("basis"),
        why=str(row.get("why") or ""),
        created=str(row.get("created") or ""),
        updated=str(row.get("updated") or ""),
    )


def _spans(row: Mapping[str, Any], article: Article) -> Spans:
    spans = {
        str(role): tuple(Span(int(start), int(end)) for start, end in pairs)
        for role, pairs in (row.get("spans") or {}).items()
    }
    for found in spans.values():
        if any(not 0 <= span.start < span.end <= article.length for span in found):
            raise ValueError(_("the annotation {id} lies outside the text", id=row["id"]))
    return spans


def _decision(row: Mapping[str, Any], article: Article, people: Mapping[str, Annotator]) -> Decision:
    taken = row.get("taken")
    return Decision(
        id=str(row["id"]),
        article=article.id,
        layer=str(row["layer"]),
        reviewer=people[str(row["reviewer"])].id,
        outcome=Outcome(row["outcome"]),
        records=tuple(map(str, row.get("records") or ())),
        gold=row.get("gold"),
        taken=people[str(taken)].id if taken else None,
        reason=str(row.get("reason") or ""),
        comment=str(row.get("comment") or ""),
        automatic=bool(row.get("automatic")),
        created=str(row.get("created") or ""),
        updated=str(row.get("updated") or ""),
    )


def _entities(data: bytes) -> tuple[Entity, ...]:
    """The registry beside the file; lines that are not entities are passed over."""
    found: list[Entity] = []
    for line in data.decode("utf-8-sig", "replace").split("\n"):
        try:
            row = json.loads(line) if line.strip() else {}
        except ValueError:
            continue
        if isinstance(row, dict) and row.get("key") and row.get("name"):
            texts = {
                key: str(row.get(key) or "") for key in ("type", "wikidata", "note", "created", "updated")
            }
            aliases = tuple(map(str, row.get("aliases") or ()))
            found.append(Entity(id=str(row["key"]), name=str(row["name"]), aliases=aliases, **texts))
    return tuple(found)


plug = JsonlImporter()
