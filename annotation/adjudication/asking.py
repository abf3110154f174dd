"""Asking annotators again: a question about a record of theirs, or the lack of one, and their answer.

A question is a setting of the project, one for each article and annotator, so that it goes out with their
next package and shows where they work in the same file. The answer is a record of theirs: changed,
removed, added or with a reply in its note; who has none replies by a rejected one. So it comes back as
all their work does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from annotation.adjudication.cluster import Asked, Cluster
from annotation.i18n import Message
from annotation.operations import OperationError
from annotation.project import ProjectReader, Writer
from annotation.records import Annotation, Json, Setting, Span, Status, derived_id, now, overlap

ASKED = "asked/"
"""What the keys of the settings begin with that hold questions: asked/ARTICLE/ANNOTATOR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reviewer wants to know of one annotator."""

    id: str
    article: str
    annotator: str
    layer: str
    text: str
    record: str | None = None
    """The annotator's record that is asked about; None where they have none there."""
    spans: Mapping[str, tuple[Span, ...]]
    """The words in question by role: those of their record, else of somebody's."""
    records: tuple[str, ...] = ()
    """All records that were compared, so that the reviewer finds the answer."""
    asked: str = ""
    """When, ISO 8601."""

    def answer(self, records: Mapping[str, Annotation]) -> Annotation | None:
        """Which of all the annotator's `records` in the article answers; None while none does."""
        own = records.get(self.record or answer_id(self.id))
        if own is not None and own.updated > self.asked:
            return own
        if self.record is not None:
            return None
        words = [span for spans in self.spans.values() for span in spans]
        later = (one for one in records.values() if one.layer == self.layer and one.updated > self.asked)
        return next((one for one in later if overlap(words, _words(one))), None)

    def is_answered(self, records: Mapping[str, Annotation]) -> bool:
        """Whether the annotator changed or removed what was asked about, added something, or replied."""
        removed = self.record is not None and self.record not in records
        return removed or self.answer(records) is not None

    def state(self, records: Mapping[str, Annotation]) -> Asked:
        """What a reviewer sees of it."""
        found = self.answer(records)
        return Asked(
            annotator=self.annotator,
            text=self.text,
            asked=self.asked,
            answered=self.is_answered(records),
            reply=found.note if found else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain:
    """Send questions to annotators, in place of earlier ones about the same records."""

    questions: tuple[Question, ...]
    actor: str

    @property
    def title(self) -> Message:
        """That somebody is asked."""
        return Message("Ask an annotator again", {}, "Ask {n} annotators again", len(self.questions))

    def apply(self, writer: Writer) -> None:
        """Store them."""
        moment = now()
        for question in self.questions:
            key = key_of(question.article, question.annotator)
            known = _stored(writer.setting(key))
            stored = _as_json(replace(question, asked=moment))
            writer.put(Setting(id=key, value={**known, question.id: stored}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take questions back."""

    questions: tuple[Question, ...]
    actor: str

    @property
    def title(self) -> Message:
        """That nobody is asked any more."""
        return Message("Take a question back", {}, "Take {n} questions back", len(self.questions))

    def apply(self, writer: Writer) -> None:
        """Remove them; what else is asked stays."""
        for question in self.questions:
            key = key_of(question.article, question.annotator)
            known = _stored(writer.setting(key))
            kept = {id_: one for id_, one in known.items() if id_ != question.id}
            if kept:
                writer.put(Setting(id=key, value=kept))
            elif known:
                writer.remove(Setting, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Answer a question in words: they are kept in the note of the record, or of a rejected one."""

    question: Question
    text: str
    actor: str

    @property
    def title(self) -> Message:
        """That a question was answered."""
        return Message("Answer the reviewer")

    def apply(self, writer: Writer) -> None:
        """Store the reply. Raises OperationError where there are no words, or the record is gone."""
        said = " ".join(self.text.split())
        if not said:
            raise OperationError("Write an answer first.")
        moment = now()
        if self.question.record is not None:
            mine = writer.get(Annotation, self.question.record)
            before = f"{mine.note}\n" if mine.note else ""
            writer.put(replace(mine, note=f"{before}{said}", updated=moment))
            return
        writer.put(
            Annotation(
                id=answer_id(self.question.id),
                article=self.question.article,
                annotator=self.question.annotator,
                layer=self.question.layer,
                spans=self.question.spans,
                status=Status.REJECTED,
                origin=self.question.annotator,
                note=said,
                created=moment,
                updated=moment,
            )
        )


def questions_about(cluster: Cluster, annotators: Iterable[str], text: str) -> tuple[Question, ...]:
    """A question to each of these annotators about a cluster."""
    ids = tuple(sorted(record.id for record in cluster.records.values()))
    anybody = next(iter(cluster.records.values()), cluster.gold)
    found = []
    for annotator in annotators:
        own = cluster.records.get(annotator)
        place = own or anybody
        found.append(
            Question(
                id=derived_id("question", annotator, *ids),
                article=cluster.article,
                annotator=annotator,
                layer=cluster.layer,
                text=" ".join(text.split()),
                record=own.id if own else None,
                spans=place.spans if place else {},
                records=ids,
            )
        )
    return tuple(found)


def read_questions(
    reader: ProjectReader, article: str | None = None, annotator: str | None = None
) -> list[Question]:
    """What is asked: of an article, of an annotator, of an annotator in an article, or all."""
    if article is not None and annotator is not None:
        value = reader.setting(key_of(article, annotator))
        found = [Setting(id=key_of(article, annotator), value=value)]
    else:
        found = reader.settings(f"{ASKED}{article}/" if article is not None else ASKED)
    questions = [
        _question(one.id, id_, stored) for one in found for id_, stored in _stored(one.value).items()
    ]
    return [one for one in questions if one and annotator in (None, one.annotator)]


def key_of(article: str, annotator: str) -> str:
    """The key of the setting that holds what an annotator is asked about an article."""
    return f"{ASKED}{article}/{annotator}"


def answer_id(question: str) -> str:
    """The id of the rejected record by which somebody replies who has no record."""
    return derived_id("answer", question)


def _words(record: Annotation) -> list[Span]:
    return [span for spans in record.spans.values() for span in spans]


def _stored(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _as_json(question: Question) -> dict[str, Json]:
    """A question as it is stored. It names whom it goes to and nobody else: so no other package has it."""
    return {
        "layer": question.layer,
        "text": question.text,
        "record": question.record,
        "spans": {role: [[s.start, s.end] for s in spans] for role, spans in question.spans.items()},
        "records": list(question.records),
        "to": question.annotator,
        "asked": question.asked,
    }


def _question(key: str, id_: str, stored: Any) -> Question | None:
    """A question as it is stored; None for what is none, as a file may hold anything."""
    article, _slash, annotator = key.removeprefix(ASKED).rpartition("/")
    try:
        spans = {
            str(role): tuple(Span(int(start), int(end)) for start, end in found)
            for role, found in stored["spans"].items()
        }
        return Question(
            id=id_,
            article=article,
            annotator=annotator,
            layer=str(stored["layer"]),
            text=str(stored["text"]),
            record=None if stored["record"] is None else str(stored["record"]),
            spans=spans,
            records=tuple(map(str, stored["records"])),
            asked=str(stored["asked"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
