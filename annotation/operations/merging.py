"""Bringing annotators' work back from copies of the project, in one step that undo takes back.

Articles are matched by id and by the hash of their text, people by id. Of each record of people's work the
state that was touched last is the state of all copies (a last-writer-wins register for each record: Shapiro,
M., Preguiça, N., Baquero, C. & Zawirski, M. (2011). Conflict-free replicated data types. SSS 2011, LNCS
6976, 386–400), so that any order of any copies, once or many times, comes to the same project. Names that a
person made or changed come along, others where a record names them; a name is never removed by a merge.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._checking import checked
from annotation.project import Project, ProjectReader, Stamp, Writer, edited, open_project, stamp_of
from annotation.records import (
    UNASSIGNED,
    Annotation,
    AnnotatorKind,
    Article,
    Assignment,
    AssignmentState,
    CodebookVersion,
    Entity,
    Record,
)

_AT_ONCE = 500
Progress = Callable[[int, int], object]
"""Told how many articles are merged, of how many; raises to cancel."""


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Something that was left alone because nothing may be guessed."""

    article: str | None
    """The id of the article; None where it is about the whole file."""
    reason: Message


@dataclass(slots=True, kw_only=True)
class Merged:
    """What came of one file."""

    file: str
    annotators: list[str] = field(default_factory=list)
    """Names of the people whose work was looked at."""
    articles: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    conflicts: list[MergeConflict] = field(default_factory=list)

    def say(self, article: str | None, reason: Message) -> None:
        """Note a conflict, each once."""
        found = MergeConflict(article, reason)
        if str(found) not in map(str, self.conflicts):
            self.conflicts.append(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWork:
    """Bring back the work in some files. `reports` gets one entry a file while it is applied."""

    files: tuple[Path, ...]
    reports: list[Merged]
    actor: str = ""
    progress: Progress = lambda done, total: None

    @property
    def title(self) -> Message:
        """How many files."""
        return Message("Merge one package", {}, "Merge {n} packages", len(self.files))

    def apply(self, writer: Writer) -> None:
        """Merge each file. Raises ProjectError for a file that cannot be read; then nothing is merged."""
        self.reports.clear()
        for path in self.files:
            with open_project(path, read_only=True) as copy:
                report = Merged(file=str(path))
                _Merge(writer, copy.read, report).run(self.progress)
            self.reports.append(report)


def merge_packages(
    project: Project,
    files: Sequence[Path],
    *,
    actor: str = "",
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
) -> list[Merged]:
    """Merge copies of a project into it and say what came of each; with `dry_run` nothing is changed."""
    reports: list[Merged] = []
    work = MergeWork(files=tuple(files), reports=reports, actor=actor, progress=progress)
    if not dry_run:
        project.apply(work)
        return reports
    try:
        project.apply(_OnlyTried(work=work))
    except _Enough:
        return reports
    return reports


class _Enough(AnnotationError):
    """A merge was tried, and is not to be kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _OnlyTried:
    """Does the work and takes it back with the transaction."""

    work: MergeWork
    actor: str = ""

    @property
    def title(self) -> Message:
        """That of the work."""
        return self.work.title

    def apply(self, writer: Writer) -> None:
        """Do it, then give up. Raises _Enough."""
        self.work.apply(writer)
        raise _Enough("This was only tried.")


class _Merge:
    """One copy on its way into the project."""

    def __init__(self, writer: Writer, copy: ProjectReader, report: Merged) -> None:
        self._writer = writer
        self._copy = copy
        self._report = report
        self._people: set[str] = set()

    def run(self, progress: Progress) -> None:
        """Merge everything that can be, and note what cannot."""
        self._check_codebook()
        self._meet_people()
        self._merge_all(Entity, [entity for entity in self._copy.all(Entity) if not entity.origin])
        articles = self._copy.article_ids()
        for number, id_ in enumerate(articles, start=1):
            if self._knows(id_):
                self._report.articles += 1
                self._merge_article(id_)
            progress(number, len(articles))
        for kind in (Annotation, Assignment):
            self._remove_gone(kind)

    # ------------------------------------------------------------ what has to fit

    def _check_codebook(self) -> None:
        theirs = self._copy.codebook_toml
        if theirs == self._writer.codebook_toml:
            return
        ours = {one.toml: one.id for one in self._writer.all(CodebookVersion)}
        if theirs not in ours:
            self._report.say(None, Message("The package has a codebook that the project never had."))
            return
        versions = {"theirs": ours[theirs], "ours": max(ours.values(), key=int)}
        why = Message(
            "The package was labelled with version {theirs} of the codebook; the project has {ours}.",
            versions,
        )
        self._report.say(None, why)

    def _meet_people(self) -> None:
        """Whose work is merged: people known by id, and new ones whose names are free."""
        known = self._writer.annotators()
        taken = {one.name.casefold(): one.id for one in known.values()}
        for person in self._copy.annotators().values():
            if person.kind is not AnnotatorKind.PERSON:
                continue
            if person.id not in known and person.name.casefold() in taken:
                why = Message("Two people are called “{name}”: rename one of them.", {"name": person.name})
                self._report.say(None, why)
                continue
            if person.id not in known:
                self._writer.put(person)
            self._people.add(person.id)
            self._report.annotators.append(known.get(person.id, person).name)

    def _knows(self, id_: str) -> bool:
        theirs, ours = self._copy.get(Article, id_), self._writer.find(Article, id_)
        if ours is not None and ours.text_sha256 == theirs.text_sha256:
            return True
        lacking = Message("The project does not have the article “{title}”.", {"title": theirs.title})
        other = Message("“{title}” has another text in the project.", {"title": theirs.title})
        self._report.say(id_, lacking if ours is None else other)
        return False

    # ------------------------------------------------------------ one record after the other

    def _merge_article(self, id_: str) -> None:
        self._merge_all(Annotation, self._copy.annotations(id_, self._people))
        assigned = [one for one in self._copy.assignments_of(id_) if one.annotator in self._people]
        self._merge_all(Assignment, assigned)

    def _merge_all(self, kind: type[Record], records: Sequence[Record]) -> None:
        """Merge the records of one kind, looked up together."""
        for first in range(0, len(records), _AT_ONCE):
            batch = records[first : first + _AT_ONCE]
            ids = [record.id for record in batch]
            theirs, mine = self._copy.find_stamps(kind, ids), self._writer.find_stamps(kind, ids)
            ours = self._writer.find_all(kind, ids)
            for record in batch:
                stamp = theirs.get(record.id) or edited(record)
                self._merge_one(record, stamp, ours.get(record.id), mine.get(record.id))

    def _merge_one(self, record: Record, theirs: Stamp, ours: Record | None, mine: Stamp | None) -> None:
        """Take the copy's state of a record where that is the one that all copies come to."""
        if ours is None:
            later = mine is None or not mine.gone or theirs > mine
        else:
            known = mine or edited(ours)
            later = ours != record and (theirs.at, str(record)) > (known.at, str(ours))
            if ours == record and theirs.at > known.at:
                self._writer.stamp(type(record), record.id, theirs)
        if later:
            self._take(record, theirs, ours)
        elif isinstance(record, Annotation):
            self._report.unchanged += 1

    def _take(self, record: Record, stamp: Stamp, ours: Record | None) -> None:
        try:
            placed = self._placed(record, ours)
        except AnnotationError as error:
            article = record.article if isinstance(record, Annotation) else None
            self._report.say(article, error.message)
            return
        if placed is None:
            return
        self._writer.put(placed)
        self._writer.stamp(type(record), record.id, stamp)
        if isinstance(placed, Annotation):
            self._bring_names(placed)
            self._report.added += ours is None
            self._report.changed += ours is not None

    def _placed(self, record: Record, ours: Record | None) -> Record | None:
        """A record as the project takes it, None for one that it has no need of.

        Raises AnnotationError where it does not fit.
        """
        if isinstance(record, Annotation):
            if isinstance(ours, Annotation) and (ours.article, ours.annotator) != (
                record.article,
                record.annotator,
            ):
                raise OperationError("The project has another record of the id “{id}”.", id=record.id)
            return checked(self._writer, record)
        if not isinstance(record, Assignment):
            return record
        if isinstance(ours, Assignment):
            return replace(record, position=ours.position)
        known = self._writer.assignment(record.article, record.annotator)
        is_news = known is None and record.state is not AssignmentState.TODO
        return replace(record, position=UNASSIGNED) if is_news else None

    def _bring_names(self, record: Annotation) -> None:
        """The entities that a record names, where the project lacks them."""
        for _field, key in self._writer.codebook.entities(record):
            entity = self._copy.find(Entity, key)
            if entity is not None and self._writer.find(Entity, key) is None:
                self._writer.put(entity)
                self._writer.stamp(Entity, key, stamp_of(self._copy, entity))

    def _remove_gone(self, kind: type[Annotation] | type[Assignment]) -> None:
        """Remove what was removed in the copy, later than it was touched here."""
        for id_, stamp in self._copy.gone_stamps(kind).items():
            ours = self._writer.find(kind, id_)
            mine = self._writer.find_stamp(kind, id_)
            if ours is None:
                if mine is None or stamp > mine:
                    self._writer.stamp(kind, id_, stamp)
            elif ours.annotator in self._people and stamp > stamp_of(self._writer, ours):
                self._writer.remove(kind, id_)
                self._writer.stamp(kind, id_, stamp)
                self._report.removed += kind is Annotation
