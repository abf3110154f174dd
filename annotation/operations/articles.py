"""Bringing articles in, and changing what is known about them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotation.i18n import Message
from annotation.importers import Imported
from annotation.operations._base import OperationError
from annotation.operations._derivation import moved_references
from annotation.project import Writer
from annotation.records import Annotation, Annotator, Article, Decision, Text, derived_id, now

_EDITABLE = {"title", "outlet", "authors", "published", "section", "page", "url", "lang"}
_NEVER_NONE = {"title", "lang"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddArticles:
    """Store imported articles with all that came with them."""

    imported: tuple[Imported, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many articles came in."""
        return Message("Import one article", {}, "Import {n} articles", len(self.imported))

    def apply(self, writer: Writer) -> None:
        """Store texts, articles, annotators by name, entities by key, annotations and decisions by id.

        Raises OperationError for an article whose id belongs to one with another text.
        """
        known = writer.find_all(Article, [found.article.id for found in self.imported])
        new = _new_articles(self.imported, known)
        writer.keep_texts(Text.of(found.text) for found in self.imported)
        writer.add_all(new)
        for found in self.imported:
            if found.article.tags:
                _put_tags(writer, found.article)
            if found.entities or found.annotators or found.annotations or found.decisions:
                writer.put_all(
                    entity for entity in found.entities if not writer.find(type(entity), entity.id)
                )
                _put_records(writer, found)


def _new_articles(imported: tuple[Imported, ...], known: Mapping[str, Article]) -> list[Article]:
    """Those that the project does not have, each once. Raises OperationError where one id has two texts."""
    moment = now()
    texts = {id_: article.text_sha256 for id_, article in known.items()}
    new: list[Article] = []
    for article in (found.article for found in imported):
        if article.id not in texts:
            new.append(replace(article, created=article.created or moment))
        if texts.setdefault(article.id, article.text_sha256) != article.text_sha256:
            raise OperationError(
                "“{title}” has the id of another article of the project: give it another id.",
                title=article.title,
            )
    return new


def _put_tags(writer: Writer, article: Article) -> None:
    """Give an article that is there the tags that it comes with."""
    there = writer.get(Article, article.id)
    if not set(article.tags) <= set(there.tags):
        writer.put(replace(there, tags=tuple(sorted({*there.tags, *article.tags}))))


def _put_records(writer: Writer, found: Imported) -> None:
    """Store annotations and decisions; of a record that the project has already, the newer state stays."""
    people = _people(writer, found.annotators)
    ids = _free_ids(writer, found, people)
    for annotation in found.annotations:
        placed = replace(
            annotation,
            id=ids[annotation.id],
            annotator=people[annotation.annotator],
            basis=ids.get(annotation.basis or "", annotation.basis),
        )
        _put_newer(writer, moved_references(writer.codebook, placed, ids))
    for decision in found.decisions:
        placed_decision = replace(
            decision,
            id=_free_id(writer, decision),
            reviewer=people[decision.reviewer],
            taken=people.get(decision.taken or "", decision.taken),
            gold=ids.get(decision.gold or "", decision.gold),
            records=tuple(ids.get(record, record) for record in decision.records),
        )
        _put_newer(writer, placed_decision)


def _put_newer(writer: Writer, record: Annotation | Decision) -> None:
    known = writer.find(type(record), record.id)
    if known is None or known.updated <= record.updated:
        writer.put(record)


def _free_ids(writer: Writer, found: Imported, people: Mapping[str, str]) -> dict[str, str]:
    """{id in the file: id in the project} of the annotations.

    It is another one where the project has that id for something else, as it happens with files whose ids are
    unique only within an article.
    """
    return {
        one.id: _free_id(writer, replace(one, annotator=people[one.annotator])) for one in found.annotations
    }


def _free_id(writer: Writer, record: Annotation | Decision) -> str:
    known = writer.find(type(record), record.id)
    if known is None or _belongs(known) == _belongs(record):
        return record.id
    return derived_id(record.id, *_belongs(record))


def _belongs(record: Annotation | Decision) -> tuple[str, ...]:
    owner = record.annotator if isinstance(record, Annotation) else ""
    return record.article, owner, record.layer


def _people(writer: Writer, annotators: tuple[Annotator, ...]) -> Mapping[str, str]:
    """{id in the file: id in the project}: a person that the project knows by name keeps the project's id."""
    if not annotators:
        return {}
    by_name = {known.name: known.id for known in writer.annotators().values()}
    for annotator in annotators:
        if annotator.name not in by_name:
            writer.put(replace(annotator, created=annotator.created or now()))
            by_name[annotator.name] = annotator.id
    return {annotator.id: by_name[annotator.name] for annotator in annotators}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticle:
    """Change what is known about an article; its text is frozen."""

    article: str
    values: Mapping[str, Any]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What was changed."""
        return Message("Change {fields} of the article", {"fields": ", ".join(self.values)})

    def apply(self, writer: Writer) -> None:
        """Store the article with the new values. Raises OperationError for what cannot be changed."""
        for key in self.values:
            if key not in _EDITABLE:
                raise OperationError("“{field}” of an article cannot be changed.", field=key)
        values = {key: stored_value(key, value) for key, value in self.values.items()}
        writer.put(replace(writer.get(Article, self.article), **values))


def stored_value(key: str, value: Any) -> Any:
    """The value as an article holds it: without white space at its ends, None for an optional empty one."""
    if key == "authors":
        names = (str(name).strip() for name in value or ())
        return tuple(name for name in names if name)
    text = str(value).strip() if value is not None else ""
    return text or ("" if key in _NEVER_NONE else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveArticles:
    """Take articles out of the project with everything that was said about them; undo brings it all back."""

    articles: tuple[str, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many are removed."""
        return Message("Remove one article", {}, "Remove {n} articles", len(self.articles))

    def apply(self, writer: Writer) -> None:
        """Remove decisions, annotations, assignments, then the article."""
        for id_ in self.articles:
            for decision in writer.decisions(id_):
                writer.remove(type(decision), decision.id)
            for annotation in writer.annotations(id_):
                writer.remove(Annotation, annotation.id)
            for assignment in writer.assignments_of(id_):
                writer.remove(type(assignment), assignment.id)
            writer.remove(Article, id_)
