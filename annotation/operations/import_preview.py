"""What is in files, before anything of it is stored: articles, tables and labels that can be looked at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.importers import Hearing, Imported, Skipped, Table
from annotation.operations.attaching import attach
from annotation.operations.import_plan import GUESSED, ImportPlan
from annotation.operations.importing import Progress, files_of
from annotation.operations.recognising import open_file, printable
from annotation.project import Door, ProjectReader
from annotation.records import Article

_EXCERPT = 300
"""Code points of each text that are kept: of a hundred thousand articles these are 30 MB."""
_BATCH = 50


class State(StrEnum):
    """What the project will make of an article."""

    NEW = "new"
    KNOWN = "known"
    """It is in the project already: its annotations, if there are any, come to those that it has."""
    TWICE = "twice"
    """It was found before in these files."""
    OTHER_TEXT = "other text"
    """The project has another text under its id, so it is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article that could be imported."""

    id: str
    title: str
    outlet: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    lang: str = ""
    length: int
    """Code points of its text."""
    excerpt: str
    """How the text begins."""
    guessed: frozenset[str] = frozenset()
    """Fields that nothing in the file states."""
    path: Path
    annotations: int = 0
    state: State = State.NEW


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file was read."""

    format: str
    encoding: str = ""
    """That of its text; "" where the format says it itself."""
    guessed: bool = False
    """Whether nothing but the look of the bytes says which encoding it is."""


@dataclass(slots=True)
class Preview(Hearing):
    """What was found so far. It grows in the thread that reads; lists may be read by others meanwhile."""

    candidates: list[Candidate] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    readings: dict[Path, Reading] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    """One of each kind, by key."""
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each label stands in the files, with what it became."""
    _seen: set[str] = field(default_factory=set)
    _now: Path = Path()

    def table(self, table: Table) -> None:
        """Keep the first table of its kind."""
        self.tables.setdefault(table.key, table)

    def label(self, label: str, meaning: str) -> None:
        """Count a label."""
        self.labels[label, meaning] += 1

    def encoding(self, name: str, guessed: bool) -> None:
        """Keep how the file that is being read was decoded."""
        known = self.readings.get(self._now)
        self.readings[self._now] = Reading(known.format if known else "", name, guessed)

    def fill(
        self,
        door: Door,
        paths: Sequence[Path],
        plan: ImportPlan,
        progress: Progress = lambda done, total: None,
    ) -> None:
        """Read the files as the plan says. Nothing is stored. What `progress` raises ends it."""
        files = files_of(paths, plan.recursive)
        for done, path in enumerate(files):
            self._now = path
            self._read(door, path, plan, partial(progress, done, len(files)))
        progress(len(files), len(files))

    def _read(self, door: Door, path: Path, plan: ImportPlan, tick: partial[None]) -> None:
        tick()
        start, start_skipped = len(self.candidates), len(self.skipped)
        try:
            opened = open_file(path, plan.format_of(path), plan.choices(path), self)
            self.readings[path] = Reading(opened.format)
            stream = attach(door, opened.read())
            while batch := list(islice(stream, _BATCH)):
                tick()
                self.skipped += [one for one in batch if isinstance(one, Skipped)]
                self._take([one for one in batch if isinstance(one, Imported)], door, path)
        except AnnotationError as error:
            # Of a file that cannot be read to its end nothing is imported, so nothing is offered.
            self._seen.difference_update(one.id for one in self.candidates[start:])
            del self.candidates[start:], self.skipped[start_skipped:]
            self.skipped.append(Skipped(file=printable(path), reason=str(error), failed=True))

    def _take(self, found: Sequence[Imported], door: Door, path: Path) -> None:
        known = door.ask(partial(_known, found)) if found else {}
        for one in found:
            state = State.TWICE if one.article.id in self._seen else _state(one, known)
            self._seen.add(one.article.id)
            self.candidates.append(replace(_candidate(one, path), state=state))


def text_of(path: Path, article: str, plan: ImportPlan) -> str:
    """The whole text of an article of a file. Raises ImportFailure where the file has changed since."""
    for found in open_file(path, plan.format_of(path), plan.choices(path)).read():
        if isinstance(found, Imported) and found.article.id == article:
            return found.text
    return ""


def _known(found: Sequence[Imported], reader: ProjectReader) -> dict[str, Article]:
    articles = (reader.find(Article, one.article.id) for one in found)
    return {article.id: article for article in articles if article}


def _state(found: Imported, known: dict[str, Article]) -> State:
    there = known.get(found.article.id)
    if there is None:
        return State.NEW
    return State.KNOWN if there.text_sha256 == found.article.text_sha256 else State.OTHER_TEXT


def _candidate(found: Imported, path: Path) -> Candidate:
    article = found.article
    return Candidate(
        id=article.id,
        title=article.title,
        outlet=article.outlet or "",
        published=article.published or "",
        authors=article.authors,
        lang=article.lang,
        length=article.length,
        excerpt=found.text[:_EXCERPT],
        guessed=frozenset(map(str, article.metadata.get(GUESSED, ()))),
        path=path,
        annotations=len(found.annotations),
    )
