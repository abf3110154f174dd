"""What is in files, before anything of it is stored: articles, tables and labels that can be looked at."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from time import monotonic

from annotation.errors import AnnotationError
from annotation.importers import Hearing, Imported, Skipped, Table
from annotation.operations.attaching import attach
from annotation.operations.import_plan import GUESSED, ImportPlan
from annotation.operations.importing import Progress, files_of
from annotation.operations.recognising import open_file, printable
from annotation.project import Door
from annotation.records import Article

_EXCERPT = 300
"""Code points of each text that are kept: of a hundred thousand articles these are 30 MB."""
_BATCH = 50
"""Articles of which the project is asked together."""
_PAUSE = 0.2
"""Seconds after which what was found is offered, however few articles it is."""


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
    _waiting: list[tuple[Candidate, str]] = field(default_factory=list)
    """What was found and is not offered yet, with the SHA-256 of the texts."""
    _placed: float = 0.0
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
        self._place(door)
        progress(len(files), len(files))

    def _read(self, door: Door, path: Path, plan: ImportPlan, tick: partial[None]) -> None:
        tick()
        start_skipped = len(self.skipped)
        try:
            opened = open_file(path, plan.format_of(path), plan.choices(path), self)
            self.readings[path] = Reading(opened.format)
            for found in attach(door, opened.read()):
                if isinstance(found, Imported):
                    self._waiting.append(_candidate(found, path))
                else:
                    self.skipped.append(found)
                if len(self._waiting) >= _BATCH or monotonic() > self._placed + _PAUSE:
                    tick()
                    self._place(door)
        except AnnotationError as error:
            self._forget(path, start_skipped)
            self.skipped.append(Skipped(file=printable(path), reason=str(error), failed=True))

    def _place(self, door: Door) -> None:
        """Offer what waits, now that it is known what the project has of it."""
        waiting, self._waiting, self._placed = self._waiting, [], monotonic()
        ids = [candidate.id for candidate, _sha256 in waiting]
        known = door.ask(lambda reader: reader.find_all(Article, ids)) if ids else {}
        for candidate, sha256 in waiting:
            state = State.TWICE if candidate.id in self._seen else _state(sha256, known.get(candidate.id))
            self._seen.add(candidate.id)
            self.candidates.append(replace(candidate, state=state))

    def _forget(self, path: Path, skipped: int) -> None:
        """Of a file that cannot be read to its end nothing is imported, so nothing is offered."""
        self._waiting = [(one, sha256) for one, sha256 in self._waiting if one.path != path]
        while self.candidates and self.candidates[-1].path == path:
            gone = self.candidates.pop()
            if gone.state is not State.TWICE:
                self._seen.discard(gone.id)
        del self.skipped[skipped:]


def text_of(path: Path, article: str, plan: ImportPlan) -> str:
    """The whole text of an article of a file. Raises ImportFailure where the file has changed since."""
    for found in open_file(path, plan.format_of(path), plan.choices(path)).read():
        if isinstance(found, Imported) and found.article.id == article:
            return found.text
    return ""


def _state(sha256: str, known: Article | None) -> State:
    if known is None:
        return State.NEW
    return State.KNOWN if known.text_sha256 == sha256 else State.OTHER_TEXT


def _candidate(found: Imported, path: Path) -> tuple[Candidate, str]:
    """An article that was found, with the SHA-256 of its text."""
    article = found.article
    candidate = Candidate(
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
    return candidate, article.text_sha256
