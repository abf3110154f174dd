"""Bringing annotators' work back from copies of the project, in one step that undo takes back.

Articles are matched by id and by the hash of their text, people by id. Of each record of people's work the
state that was touched last is the state of all copies (a last-writer-wins register for each record: Shapiro,
M., Preguiça, N., Baquero, C. & Zawirski, M. (2011). Conflict-free replicated data types. SSS 2011, LNCS
6976, 386–400), so that any order of any copies, once or many times, comes to the same project. Names that a
person made or changed come along, others where a record names them; a name is never removed by a merge.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._checking import fitted, layer_of
from annotation.operations.merge_report import Advice, MergeConflict, Merged
from annotation.project import Project, ProjectReader, Stamp, Writer, edited, stamp_of
from annotation.project.errors import ProjectError
from annotation.project.outside import opened_copy
from annotation.project.tried import TriedProject
from annotation.project.work import TextKey, compare_work, text_keys
from annotation.records import (
    UNASSIGNED,
    Annotation,
    AnnotatorKind,
    Assignment,
    AssignmentState,
    CodebookVersion,
    Entity,
    Record,
)

__all__ = ["MergeConflict", "MergeWork", "Merged", "merge_packages", "try_merge"]

_AT_ONCE = 500
_ARTICLES = 25
"""Articles that are compared with one question."""
Progress = Callable[[int, int], object]
"""Told how many articles are merged, of how many; raises to cancel."""
Target = Writer | TriedProject


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
        self.reports.extend(_merge_each(writer, self.files, self.progress))


def merge_packages(
    project: Project,
    files: Sequence[Path],
    *,
    actor: str = "",
    dry_run: bool = False,
    progress: Progress = lambda done, total: None,
) -> list[Merged]:
    """Merge copies of a project into it and say what came of each; with `dry_run` nothing is changed.

    Raises ProjectError for a file that cannot be read; then nothing is merged.
    """
    if dry_run:
        return project.ask(lambda reader: list(_merge_each(TriedProject(reader.db), files, progress)))
    reports: list[Merged] = []
    project.apply(MergeWork(files=tuple(files), reports=reports, actor=actor, progress=progress))
    return reports


def try_merge(
    reader: ProjectReader, files: Sequence[Path], progress: Progress = lambda done, total: None
) -> Iterator[Merged]:
    """What would come of each file, one after the other; of one that cannot be read, why it cannot."""
    yield from _merge_each(TriedProject(reader.db), files, progress, _take_trouble)


Trouble = Callable[[Path, ProjectError], Merged]


def _raise(_path: Path, error: ProjectError) -> Merged:
    raise error


def _take_trouble(path: Path, error: ProjectError) -> Merged:
    return Merged(file=str(path), trouble=error.message)


def _merge_each(
    target: Target, files: Sequence[Path], progress: Progress, on_trouble: Trouble = _raise
) -> Iterator[Merged]:
    """What comes of each file. `progress` is told of the articles of all of them."""
    totals = [0] * len(files)
    for place, path in enumerate(files):

        def tell(done: int, total: int, place: int = place) -> None:
            totals[place] = total
            guess = total * (len(files) - place - 1)
            progress(sum(totals[:place]) + done, sum(totals[: place + 1]) + guess)

        try:
            with opened_copy(path) as copy:
                report = Merged(file=str(path))
                _Merge(target, copy.read, report).run(tell)
        except ProjectError as error:
            report = on_trouble(path, error)
        yield report


class _Merge:
    """One copy on its way into the project."""

    def __init__(self, target: Target, copy: ProjectReader, report: Merged) -> None:
        self._target = target
        self._copy = copy
        self._report = report
        self._people: set[str] = set()
        self._texts: dict[str, TextKey] = {}

    def run(self, progress: Progress) -> None:
        """Merge everything that can be, and note what cannot."""
        self._check_codebook()
        self._meet_people()
        self._merge_all(Entity, [entity for entity in self._copy.all(Entity) if not entity.origin])
        articles = self._known_articles()
        self._report.articles = len(articles)
        progress(0, len(articles))
        for first in range(0, len(articles), _ARTICLES):
            batch = articles[first : first + _ARTICLES]
            self._merge_articles(batch)
            progress(first + len(batch), len(articles))
        for kind in (Annotation, Assignment):
            self._remove_gone(kind)

    # ------------------------------------------------------------ what has to fit

    def _check_codebook(self) -> None:
        theirs = self._copy.codebook_toml
        if theirs == self._target.codebook_toml:
            return
        ours = {one.toml: one.id for one in self._target.all(CodebookVersion)}
        if theirs not in ours:
            strange = Message("The package has a codebook that the project never had.")
            self._report.say(None, strange, Advice.STRANGE_CODEBOOK)
            return
        versions = {"theirs": ours[theirs], "ours": max(ours.values(), key=int)}
        why = Message(
            "The package was labelled with version {theirs} of the codebook; the project has {ours}.",
            versions,
        )
        self._report.say(None, why, Advice.OLD_CODEBOOK)

    def _meet_people(self) -> None:
        """Whose work is merged: people known by id, and new ones whose names are free."""
        known = self._target.annotators()
        taken = {one.name.casefold(): one.id for one in known.values()}
        for person in self._copy.annotators().values():
            if person.kind is not AnnotatorKind.PERSON:
                continue
            if person.id not in known and person.name.casefold() in taken:
                why = Message("Two people are called “{name}”: rename one of them.", {"name": person.name})
                self._report.say(None, why, Advice.TWO_PEOPLE, person=taken[person.name.casefold()])
                continue
            if person.id not in known:
                self._target.put(person)
            self._people.add(person.id)
            self._report.annotators.append(known.get(person.id, person).name)

    def _known_articles(self) -> list[str]:
        """The copy's articles that the project has with the same text; the others are noted."""
        self._texts, theirs = text_keys(self._target.db), text_keys(self._copy.db)
        for id_, key in theirs.items():
            ours = self._texts.get(id_)
            if ours is None:
                why = Message("The project does not have the article “{title}”.", {"title": key.title})
                self._report.say(id_, why, Advice.NO_ARTICLE)
            elif ours.sha256 != key.sha256:
                why = Message("“{title}” has another text in the project.", {"title": key.title})
                self._report.say(id_, why, Advice.OTHER_TEXT)
        return [id_ for id_, key in theirs.items() if self._has(id_, key)]

    def _has(self, id_: str, key: TextKey) -> bool:
        ours = self._texts.get(id_)
        return ours is not None and ours.sha256 == key.sha256

    # ------------------------------------------------------------ what differs, one record after the other

    def _merge_articles(self, articles: Sequence[str]) -> None:
        """Merge the work in some articles; what is the same in both is not even read."""
        found = compare_work(self._target.db, self._copy.db, articles, self._people)
        self._report.unchanged += found.same
        self._merge_all(Annotation, list(self._copy.find_all(Annotation, found.annotations).values()))
        self._merge_all(Assignment, list(self._copy.find_all(Assignment, found.assignments).values()))

    def _merge_all(self, kind: type[Record], records: Sequence[Record]) -> None:
        """Merge the records of one kind, looked up together."""
        for first in range(0, len(records), _AT_ONCE):
            batch = records[first : first + _AT_ONCE]
            ids = [record.id for record in batch]
            theirs, mine = self._copy.find_stamps(kind, ids), self._target.find_stamps(kind, ids)
            ours = self._target.find_all(kind, ids)
            new: list[Record] = []
            for record in batch:
                stamp = theirs.get(record.id) or edited(record)
                self._merge_one(record, stamp, ours.get(record.id), mine.get(record.id), new)
            self._target.add_all(new)

    def _merge_one(
        self, record: Record, theirs: Stamp, ours: Record | None, mine: Stamp | None, new: list[Record]
    ) -> None:
        """Take the copy's state of a record where that is the one that all copies come to."""
        if ours is None:
            later = mine is None or not mine.gone or theirs > mine
        else:
            known = mine or edited(ours)
            later = ours != record and (theirs.at, str(record)) > (known.at, str(ours))
            if ours == record and theirs.at > known.at:
                self._target.stamp(type(record), record.id, theirs)
        if later:
            self._take(record, theirs, ours, new)
        elif isinstance(record, Annotation):
            self._report.unchanged += 1

    def _take(self, record: Record, stamp: Stamp, ours: Record | None, new: list[Record]) -> None:
        try:
            placed = self._placed(record, ours)
        except AnnotationError as error:
            article = record.article if isinstance(record, Annotation) else None
            self._report.say(article, error.message, Advice.NOT_FITTING)
            return
        if placed is None:
            return
        if ours is None:
            new.append(placed)
        else:
            self._target.put(placed)
        self._target.stamp(type(record), record.id, stamp)
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
            return fitted(record, layer_of(self._target, record), self._texts[record.article].length)
        if not isinstance(record, Assignment):
            return record
        if isinstance(ours, Assignment):
            return replace(record, position=ours.position)
        known = self._target.assignment(record.article, record.annotator)
        is_news = known is None and record.state is not AssignmentState.TODO
        return replace(record, position=UNASSIGNED) if is_news else None

    def _bring_names(self, record: Annotation) -> None:
        """The entities that a record names, where the project lacks them."""
        for _field, key in self._target.codebook.entities(record):
            entity = self._copy.find(Entity, key)
            if entity is not None and self._target.find(Entity, key) is None:
                self._target.put(entity)
                self._target.stamp(Entity, key, stamp_of(self._copy, entity))

    def _remove_gone(self, kind: type[Annotation] | type[Assignment]) -> None:
        """Remove what was removed in the copy, later than it was touched here."""
        for id_, stamp in self._copy.gone_stamps(kind).items():
            ours = self._target.find(kind, id_)
            mine = self._target.find_stamp(kind, id_)
            if ours is None:
                if mine is None or stamp > mine:
                    self._target.stamp(kind, id_, stamp)
            elif ours.annotator in self._people and stamp > stamp_of(self._target, ours):
                self._target.remove(kind, id_)
                self._target.stamp(kind, id_, stamp)
                self._report.removed += kind is Annotation
