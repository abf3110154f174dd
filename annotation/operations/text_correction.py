"""Correcting a frozen text: the article gets another text, and what was said of the old one moves along."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotation.codebook import Codebook
from annotation.duplicates import Alignment, align
from annotation.duplicates.alignment import plain
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._derivation import moved_references
from annotation.project import ProjectReader, Writer
from annotation.records import MACHINE, Annotation, Article, Decision, Span, Spans, Status, Text, quote


@dataclass(frozen=True, slots=True)
class Reworded:
    """A record whose words are others in the new text."""

    record: Annotation
    moved: Annotation
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Lost:
    """A record that has no place in the new text."""

    record: Annotation
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What becomes of everything that was said about an article when its text is corrected."""

    article: Article
    text: str
    moved: tuple[tuple[Annotation, Annotation], ...] = ()
    """(before, after) of all records that have a place in the new text, moved or not."""
    reworded: tuple[Reworded, ...] = ()
    """Those of `moved` whose words differ by more than blanks and marks."""
    lost: tuple[Lost, ...] = ()
    """Records of people, and of the gold set, that would be removed."""
    dropped: tuple[Annotation, ...] = ()
    """Suggestions, and rejected ones, that would be removed."""
    decisions: tuple[Decision, ...] = ()
    """Decisions of a reviewer that would be removed, because nothing is left of what they are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectText:
    """Give an article another text. Its annotations go along; assignments and metadata stay.

    The old text stays in the project, so that undo finds it.
    """

    article: str
    text: str
    actor: str = ""
    drop: bool = False
    """Whether records of people that have no place in the new text may be removed."""

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Correct the text of an article")

    def apply(self, writer: Writer) -> None:
        """Store the text and move the records.

        Raises OperationError for an empty text, and for records that would be lost without leave.
        """
        found = foresee_correction(writer, self.article, self.text)
        if found.lost and not self.drop:
            raise OperationError(
                "{n} annotations have no place in the new text, the first one marks “{words}”: "
                "allow that they are removed, or keep those words.",
                n=len(found.lost),
                words=found.lost[0].words,
            )
        fixed = Text.of(self.text)
        writer.keep_text(fixed)
        writer.put(replace(found.article, text_sha256=fixed.sha256, length=len(self.text)))
        for decision in found.decisions:
            writer.remove(Decision, decision.id)
        gone = [*(one.record for one in found.lost), *found.dropped]
        for record in gone:
            writer.remove(Annotation, record.id)
        out = {record.id: None for record in gone}
        writer.exchange((before, _without(writer.codebook, after, out)) for before, after in found.moved)


def foresee_correction(reader: ProjectReader, article: str, text: str) -> Correction:
    """What correcting the text would do; nothing is changed.

    Raises OperationError for an empty text, and for the text that the article has.
    """
    known = reader.get(Article, article)
    old = reader.text(known)
    if not text.strip():
        raise OperationError("The new text of “{title}” is empty.", title=known.title)
    if text == old:
        raise OperationError("“{title}” has this very text already.", title=known.title)
    return _Correcting(reader, known, align(old, text)).run(text)


@dataclass(slots=True)
class _Correcting:
    reader: ProjectReader
    article: Article
    alignment: Alignment

    def run(self, text: str) -> Correction:
        """Everything."""
        codebook = self.reader.codebook
        old = self.alignment.one.text
        moved: list[tuple[Annotation, Annotation]] = []
        gone: list[Annotation] = []
        for record in self.reader.annotations(self.article):
            after = self._moved(codebook, record)
            if after is None:
                gone.append(record)
            else:
                moved.append((record, after))
        moved += self._elsewhere(gone, moved)
        found = {before.id for before, _after in moved}
        gone = [record for record in gone if record.id not in found]
        people = [record for record in gone if not _is_idle(record)]
        lost = tuple(Lost(record, _words(old, record.spans)) for record in people)
        return Correction(
            article=self.article,
            text=text,
            moved=tuple(moved),
            reworded=tuple(self._reworded(moved)),
            lost=lost,
            dropped=tuple(record for record in gone if _is_idle(record)),
            decisions=tuple(self._undecided({record.id for record in gone})),
        )

    def _moved(self, codebook: Codebook, record: Annotation) -> Annotation | None:
        """A record at its new place; None where nothing is left of the words that it is about."""
        spans: dict[str, tuple[Span, ...]] = {}
        for role, some in record.spans.items():
            found = (self.alignment.find(span) or self.alignment.stretch(span) for span in some)
            if kept := tuple(sorted({span for span in found if span})):
                spans[role] = kept
        layer = codebook.layer(record.layer)
        anchors = layer.anchors if layer else tuple(record.spans)
        before = next((role for role in anchors if record.spans.get(role)), "")
        return replace(record, spans=spans) if not record.spans or before in spans else None

    def _elsewhere(
        self, gone: list[Annotation], moved: list[tuple[Annotation, Annotation]]
    ) -> list[tuple[Annotation, Annotation]]:
        """Those of which all the words stand elsewhere, where nothing says the same yet."""
        taken = [_saying(after) for _before, after in moved]
        found: list[tuple[Annotation, Annotation]] = []
        for record in gone:
            places = {role: tuple(map(self.alignment.elsewhere, some)) for role, some in record.spans.items()}
            spans = {role: tuple(sorted(span for span in some if span)) for role, some in places.items()}
            if any(len(spans[role]) < len(some) for role, some in places.items()):
                continue
            after = replace(record, spans=spans)
            if (said := _saying(after)) not in taken:
                taken.append(said)
                found.append((record, after))
        return found

    def _reworded(self, moved: list[tuple[Annotation, Annotation]]) -> Iterator[Reworded]:
        old, new = self.alignment.one.text, self.alignment.other.text
        for before, after in moved:
            if _is_idle(before):
                continue
            was, now = _words(old, before.spans), _words(new, after.spans)
            if plain(was) != plain(now):
                yield Reworded(before, after, was, now)

    def _undecided(self, gone: set[str]) -> Iterator[Decision]:
        """The decisions whose gold record is lost, or of whose records none is left."""
        for decision in self.reader.decisions(self.article):
            if decision.gold in gone or (decision.gold is None and gone.issuperset(decision.records)):
                yield decision


def _saying(record: Annotation) -> tuple[object, ...]:
    """Who says what where: the same of two records that would be one twice."""
    return record.annotator, record.layer, record.spans, record.features


def _is_idle(record: Annotation) -> bool:
    """Whether nobody would miss a record: a suggestion, or one that somebody rejected."""
    return record.annotator == MACHINE.id or record.status is Status.REJECTED


def _words(text: str, spans: Spans) -> str:
    """The words of all stretches of a record, on one line."""
    return " ".join(" … ".join(found for some in spans.values() for found in quote(text, some)).split())


def _without(codebook: Codebook, record: Annotation, out: dict[str, None]) -> Annotation:
    """A record that neither points at what is gone nor was made from it."""
    pointed = moved_references(codebook, record, out)
    return replace(pointed, basis=None) if pointed.basis in out else pointed
