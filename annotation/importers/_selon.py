"""Selon's own records out of the objects of Selon JSONL."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from annotation.importers._base import Imported
from annotation.importers._row import BadRow, Row
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
    quote,
)

T = TypeVar("T", Annotation, Decision)
People = dict[str, Annotator]
"""{name: annotator}"""

_OWN_NAMES = {MACHINE.name: MACHINE, GOLD.name: GOLD}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """What one line holds."""

    imported: Imported
    problems: tuple[BadRow, ...]
    """Why annotations and decisions were left out."""


def imported_of(row: Row, entities: tuple[Entity, ...]) -> ReadArticle:
    """The article of a line with its annotations and decisions. Raises BadRow where it is no article."""
    article, text = _article_of(row)
    people: People = {}
    annotations, bad = _each(row, "annotations", lambda one: _annotation_of(one, article, text, people))
    decisions, worse = _each(row, "decisions", lambda one: _decision_of(one, article, people))
    imported = Imported(
        article=article,
        text=text,
        annotations=annotations,
        annotators=tuple(people.values()),
        entities=entities,
        decisions=decisions,
    )
    return ReadArticle(imported=imported, problems=(*bad, *worse))


def is_textless(row: Row) -> bool:
    """Whether a line leaves its text out on purpose: it is null, and its SHA-256 stands for it."""
    return row.values.get("text") is None and bool(row.values.get("text_sha256"))


def entity_of(row: Row) -> Entity:
    """The entity of a line of the registry. Raises BadRow where it is none."""
    texts = {key: row.text(key) for key in ("type", "wikidata", "note", "origin", "created", "updated")}
    return Entity(id=row.required("key"), name=row.required("name"), aliases=row.texts("aliases"), **texts)


def _article_of(row: Row) -> tuple[Article, str]:
    text = row.values.get("text")
    if not isinstance(text, str):
        raise BadRow("{key} is missing", key="text")
    sha256 = digest(text)
    if row.text("text_sha256") not in ("", sha256):
        raise BadRow("its text does not match its text_sha256")
    article = Article(
        id=row.required("id"),
        title=row.text("title"),
        text_sha256=sha256,
        length=len(text),
        lang=row.text("lang"),
        authors=row.texts("authors"),
        source_file=row.text("source_file"),
        metadata=row.mapping("metadata"),
        created=row.text("created"),
        outlet=row.text("outlet") or None,
        published=row.text("published") or None,
        section=row.text("section") or None,
        page=row.text("page") or None,
        url=row.text("url") or None,
        duplicates=row.text("duplicates") or None,
        tags=tuple(sorted(set(row.texts("tags")))),
    )
    return article, text


def _each(row: Row, key: str, make: Callable[[Row], T]) -> tuple[tuple[T, ...], list[BadRow]]:
    """What can be made of the members of a list, each id once, and what is wrong with the others."""
    made: dict[str, T] = {}
    problems: list[BadRow] = []
    for one in row.rows(key):
        try:
            record = make(one)
        except BadRow as error:
            problems.append(error)
            continue
        if made.setdefault(record.id, record) is not record:
            problems.append(BadRow("two of its {key} have the id {id}", key=key, id=record.id))
    return tuple(made.values()), problems


def _person(people: People, name: str) -> str:
    """The id of the annotator with this name, who is noted."""
    known = _OWN_NAMES.get(name) or Annotator(id=derived_id("annotator", name), name=name)
    return people.setdefault(name, known).id


def _annotation_of(row: Row, article: Article, text: str, people: People) -> Annotation:
    id_, layer, annotator = row.required("id"), row.required("layer"), row.required("annotator")
    status = row.text("status") or Status.ACCEPTED
    if status not in set(Status):
        raise BadRow("the annotation {id} has the unknown status {status}", id=id_, status=status)
    return Annotation(
        id=id_,
        article=article.id,
        layer=layer,
        spans=_spans_of(row, id_, text),
        features=row.mapping("features"),
        status=Status(status),
        origin=row.text("origin"),
        confidence=row.number("confidence"),
        note=row.text("note"),
        basis=row.optional("basis"),
        why=row.text("why"),
        created=row.text("created"),
        updated=row.text("updated"),
        annotator=_person(people, annotator),
    )


def _spans_of(row: Row, id_: str, text: str) -> Spans:
    """The spans by role in text order. Raises BadRow where they do not fit the text or the quotes."""
    quotes = row.mapping("quotes")
    spans: dict[str, tuple[Span, ...]] = {}
    for role, pairs in row.mapping("spans").items():
        found = [_span_of(pair, id_, text) for pair in _list(pairs, id_)]
        if role in quotes and quotes[role] != quote(text, found):
            raise BadRow("the words of the annotation {id} are not where it says", id=id_)
        if found:
            spans[role] = tuple(sorted(found))
    return spans


def _list(value: Any, id_: str) -> Iterable[Any]:
    if not isinstance(value, list):
        raise BadRow("the spans of the annotation {id} are no list", id=id_)
    return value


def _span_of(pair: Any, id_: str, text: str) -> Span:
    if not isinstance(pair, list) or len(pair) != 2 or any(type(place) is not int for place in pair):
        raise BadRow("the spans of the annotation {id} are no pairs of offsets", id=id_)
    start, end = pair
    if not 0 <= start < end <= len(text):
        raise BadRow("the annotation {id} lies outside the text", id=id_)
    return Span(start, end)


def _decision_of(row: Row, article: Article, people: People) -> Decision:
    id_, outcome, taken = row.required("id"), row.required("outcome"), row.text("taken")
    reviewer, layer, records = row.required("reviewer"), row.required("layer"), row.texts("records")
    if outcome not in set(Outcome):
        raise BadRow("the decision {id} has the unknown outcome {outcome}", id=id_, outcome=outcome)
    texts = {key: row.text(key) for key in ("reason", "comment", "created", "updated")}
    return Decision(
        id=id_,
        article=article.id,
        layer=layer,
        outcome=Outcome(outcome),
        records=records,
        gold=row.optional("gold"),
        reviewer=_person(people, reviewer),
        taken=_person(people, taken) if taken else None,
        automatic=row.values.get("automatic") is True,
        **texts,
    )
