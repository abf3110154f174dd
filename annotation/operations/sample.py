"""The bundled sample project, made from the readable files in `resources/sample` (see the README there)."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotation.codebook import Codebook, Layer, built_in_codebook, load_codebook
from annotation.fields import kind_of
from annotation.i18n import Message
from annotation.importers import Imported
from annotation.operations._base import OperationError
from annotation.operations.annotations import AddAnnotations
from annotation.operations.articles import AddArticles
from annotation.operations.decisions import Decide
from annotation.operations.entities import PutEntity
from annotation.operations.people import Assign, MarkProgress, PutAnnotator
from annotation.project import Project, Writer, create_project
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    AssignmentState,
    Decision,
    Entity,
    Json,
    Outcome,
    Span,
    Spans,
    Status,
    decision_id,
    derived_id,
    digest,
)
from resources import RESOURCES

SAMPLE = RESOURCES / "sample"
_SPECIAL_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})
_OF_THE_ANNOTATION = ("status", "note")
Table = Mapping[str, Any]


def create_sample_project(path: Path) -> Project:
    """The sample as a new project at `path`, open for writing.

    Raises ProjectError where it cannot be made.
    """
    project = create_project(path)
    try:
        project.apply(MakeSample())
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


@dataclass(frozen=True, slots=True)
class MakeSample:
    """Fill an empty project with the sample, in one step."""

    actor: str = ""

    @property
    def title(self) -> Message:
        """That it is the sample."""
        return Message("Make the sample")

    def apply(self, writer: Writer) -> None:
        """Store people, articles, names, annotations, assignments and decisions."""
        _fill(writer)


def _fill(writer: Writer) -> None:
    plan = _load("project.toml")
    people = {name: Annotator(id=derived_id("sample", name), name=name) for name in _names(plan)}
    for person in people.values():
        PutAnnotator(annotator=person).apply(writer)
    articles = {row["id"]: _article(row) for row in _load("articles.toml")["article"]}
    AddArticles(imported=tuple(articles.values())).apply(writer)
    for row in _load("entities.toml")["entity"]:
        PutEntity(entity=_entity(row)).apply(writer)
    codebook = load_codebook(built_in_codebook())
    for path in sorted((SAMPLE / "annotations").glob("*.toml")):
        sheet = Sheet(tomllib.loads(path.read_text(encoding="utf-8")), articles, codebook)
        for name in sheet.annotators:
            records = tuple(sheet.annotations(people[name]))
            AddAnnotations(annotations=records, actor=people[name].id).apply(writer)
    _assign(writer, plan, people)
    _decide(writer, people)


def _names(plan: Table) -> list[str]:
    return [*plan["annotators"], plan["reviewer"]]


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLE / name).read_text(encoding="utf-8"))


def _article(row: Table) -> Imported:
    text = (SAMPLE / "articles" / f"{row['id']}.txt").read_text(encoding="utf-8")
    article = Article(
        id=row["id"],
        title=row["title"],
        text_sha256=digest(text),
        length=len(text),
        lang=row["lang"],
        outlet=row.get("outlet"),
        authors=tuple(row.get("authors", ())),
        published=row.get("published"),
        section=row.get("section"),
        source_file=f"{row['id']}.txt",
    )
    return Imported(article=article, text=text)


def _entity(row: Table) -> Entity:
    return Entity(
        id=row["key"],
        name=row["name"],
        type=row.get("type", ""),
        aliases=tuple(row.get("aliases", ())),
        wikidata=row.get("wikidata", ""),
        note=row.get("note", ""),
    )


class Sheet:
    """What the annotators marked in one article, each record given once with what differs between them."""

    def __init__(self, table: Table, articles: Mapping[str, Imported], codebook: Codebook) -> None:
        """Read the table of one file of `annotations/`."""
        self.article = str(table["article"])
        self.annotators: list[str] = list(table["annotators"])
        self._text = articles[self.article].text
        self._flat = self._text.translate(_SPECIAL_SPACES)
        self._table = table
        self._codebook = codebook

    def id_of(self, name: str, annotator: str) -> str:
        """The id of the annotator's record with this name."""
        return derived_id("sample", self.article, annotator, name)

    def annotations(self, person: Annotator) -> Iterator[Annotation]:
        """The records of one annotator in the order of the file."""
        for layer in self._codebook.layers:
            for number, row in enumerate(self._table.get(layer.id, ())):
                if person.name in row.get("by", self.annotators):
                    mine = {**row, **row.get(person.name, {})}
                    yield self._annotation(layer, mine, str(row.get("name", f"{layer.id}/{number}")), person)

    def _annotation(self, layer: Layer, row: Table, name: str, person: Annotator) -> Annotation:
        return Annotation(
            id=self.id_of(name, person.name),
            article=self.article,
            annotator=person.id,
            layer=layer.id,
            spans=self.spans(layer, row),
            features=self.features(layer, row, person.name),
            status=Status(row.get("status", "accepted")),
            origin=person.name,
            note=row.get("note", ""),
        )

    def spans(self, layer: Layer, row: Table) -> Spans:
        """The spans of the roles that a row gives."""
        given = {role.id: row[role.id] for role in layer.roles if row.get(role.id)}
        return {
            role: tuple(self.find(one) for one in (quotes if isinstance(quotes, list) else [quotes]))
            for role, quotes in given.items()
        }

    def features(self, layer: Layer, row: Table, annotator: str) -> dict[str, Json]:
        """The features that a row gives, names of records turned into ids."""
        found: dict[str, Json] = {}
        for field in layer.fields:
            value = row.get(field.id)
            if value not in (None, "") and field.id not in _OF_THE_ANNOTATION and not layer.role(field.id):
                found[field.id] = kind_of(field).point_elsewhere(
                    value, lambda name: self.id_of(name, annotator)
                )
        return found

    def find(self, quote: str | Table) -> Span:
        """Where a quote stands. Raises OperationError where it does not, or more often than is said."""
        if isinstance(quote, str):
            return _only(self._flat, quote, 0)
        wanted = str(quote["quote"])
        if "in" in quote:
            around = _only(self._flat, str(quote["in"]), 0)
            inside = self._flat[around.start : around.end]
            nth = int(quote.get("nth", 1))
            return _nth(inside, wanted, nth, around.start)
        return _nth(self._flat, wanted, int(quote.get("nth", 1)), 0)


def _only(text: str, wanted: str, start: int) -> Span:
    flat = wanted.translate(_SPECIAL_SPACES)
    if text.count(flat) != 1:
        raise OperationError("The quote “{quote}” does not stand exactly once in the sample.", quote=wanted)
    return _nth(text, wanted, 1, start)


def _nth(text: str, wanted: str, nth: int, start: int) -> Span:
    flat = wanted.translate(_SPECIAL_SPACES)
    place = -1
    for _time in range(nth):
        place = text.find(flat, place + 1)
        if place < 0:
            raise OperationError("The quote “{quote}” does not stand in the sample.", quote=wanted)
    return Span(start + place, start + place + len(flat))


def _assign(writer: Writer, plan: Table, people: Mapping[str, Annotator]) -> None:
    for row in plan["assignment"]:
        for name, state in row["annotators"].items():
            whose = people[name].id
            Assign(articles=(row["article"],), annotator=whose).apply(writer)
            if state != AssignmentState.TODO:
                MarkProgress(
                    article=row["article"],
                    annotator=whose,
                    state=AssignmentState(state),
                    reason=row.get("reason", ""),
                ).apply(writer)


def _decide(writer: Writer, people: Mapping[str, Annotator]) -> None:
    plan = _load("decisions.toml")
    path = SAMPLE / "annotations" / f"{plan['article']}.toml"
    text = (SAMPLE / "articles" / f"{plan['article']}.txt").read_text(encoding="utf-8")
    article = writer.get(Article, plan["article"])
    sheet = Sheet(
        tomllib.loads(path.read_text(encoding="utf-8")),
        {article.id: Imported(article=article, text=text)},
        writer.codebook,
    )
    reviewer = people[plan["reviewer"]].id
    for number, row in enumerate(plan["decision"]):
        _decision(writer, sheet, row, reviewer, f"{number}").apply(writer)


def _decision(writer: Writer, sheet: Sheet, row: Table, reviewer: str, number: str) -> Decide:
    records = tuple(sheet.id_of(record, name) for name, record in row.get("records", {}).items())
    outcome = Outcome(row["outcome"])
    key = decision_id(records or (sheet.article, number))
    base = (
        writer.find(Annotation, sheet.id_of(row["records"][row["from"]], row["from"]))
        if "from" in row
        else None
    )
    decision = Decision(
        id=key,
        article=sheet.article,
        layer=row["layer"],
        reviewer=reviewer,
        outcome=outcome,
        records=records,
        taken=base.annotator if base and outcome is Outcome.TAKEN else None,
        reason=row.get("reason", ""),
        comment=row.get("comment", ""),
    )
    gold = None if outcome is Outcome.REJECTED else _gold(writer, sheet, row, base, key)
    return Decide(decision=decision, gold=gold, actor=reviewer)


def _gold(writer: Writer, sheet: Sheet, row: Table, base: Annotation | None, key: str) -> Annotation:
    layer = writer.codebook.layer(row["layer"])
    if layer is None:
        raise OperationError("The codebook has no layer “{layer}”: choose another.", layer=row["layer"])
    changed = row.get("gold", {})
    spans = {**(base.spans if base else {}), **sheet.spans(layer, changed)}
    features = {**(base.features if base else {}), **sheet.features(layer, changed, row.get("from", ""))}
    dropped = {name for name, value in changed.items() if value == ""}
    return Annotation(
        id=derived_id("gold", key),
        article=sheet.article,
        annotator="gold",
        layer=layer.id,
        spans={role: found for role, found in spans.items() if role not in dropped},
        features={name: value for name, value in features.items() if name not in dropped},
        origin="gold",
        basis=base.id if base else None,
    )
