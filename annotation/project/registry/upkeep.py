"""Working the look-up out of a project, in short turns or at once, and letting it follow the journal."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from annotation.project.project import Door
from annotation.project.reader import ProjectReader
from annotation.project.registry.index import IGNORED, RegistryIndex
from annotation.project.registry.spots import spots_of
from annotation.project.rows import TABLES
from annotation.records import Annotation, Article, Changes, CodebookVersion, Entity, Setting

Progress = Callable[[int, int], None]
"""Told how many of how many articles have been looked at."""
_NAMES, _ARTICLES = 2_000, 40
"""How many names, and articles, are looked at in one turn, while others may wait for the project."""
_KNOWN: WeakKeyDictionary[Any, RegistryIndex] = WeakKeyDictionary()
"""{connection: the look-up made through it}"""


def known_registry(reader: ProjectReader) -> RegistryIndex | None:
    """The look-up as it is, however much was done since; None where nobody made one."""
    return _KNOWN.get(reader.db)


def forget(reader: ProjectReader) -> None:
    """Let the look-up be made anew when it is next asked for."""
    _KNOWN.pop(reader.db, None)


def registry_of(reader: ProjectReader) -> RegistryIndex:
    """The look-up as of now, made at once where there is none: for what may take its time."""
    index = _KNOWN.get(reader.db)
    if index is None or not index.complete or not _is_followed(index, reader):
        index = _begin(reader)
        for turn in _turns(reader):
            turn(reader, index)
        _end(reader, index)
    return index


def read_registry(
    door: Door, progress: Progress, names_there: Callable[[RegistryIndex], object] = lambda index: None
) -> RegistryIndex:
    """The look-up as of now, made in short turns: for threads that may take their time.

    `names_there` is called when all names are known and no mention has been counted. What `progress` raises
    stops it.
    """
    index = door.ask(_follow_known)
    while index is None:
        index = door.ask(_begin)
        turns = door.ask(lambda reader: list(_turns(reader)))
        total = sum(turn.articles for turn in turns)
        done = 0
        for turn in turns:
            if turn.articles and not done:
                door.ask(partial(_sort_names, index=index))
                names_there(index)
            door.ask(partial(turn, index=index))
            done += turn.articles
            progress(done, total)
        index = door.ask(partial(_end, index=index))
    return index


def _follow_known(reader: ProjectReader) -> RegistryIndex | None:
    index = _KNOWN.get(reader.db)
    return index if index is not None and index.complete and _is_followed(index, reader) else None


class _Turn:
    """Some names, or the mentions in some articles, to be taken in."""

    def __init__(self, names: int = -1, numbers: Sequence[int] = ()) -> None:
        self._names = names
        self._numbers = numbers
        self.articles = len(numbers)

    def __call__(self, reader: ProjectReader, index: RegistryIndex) -> None:
        """Take them in."""
        if self._numbers:
            index.read_articles(reader.db, self._numbers)
            return
        table = TABLES[Entity]
        sql = f"SELECT {', '.join(table.columns)} FROM entities WHERE rowid > ? AND rowid <= ?"
        rows = reader.db.execute(sql, [self._names, self._names + _NAMES])
        index.put_names(table.decode(dict(zip(table.columns, row, strict=True))) for row in rows)


def _turns(reader: ProjectReader) -> Iterator[_Turn]:
    last = reader.db.execute("SELECT ifnull(max(rowid), 0) FROM entities").fetchone()[0]
    for first in range(0, int(last), _NAMES):
        yield _Turn(names=first)
    numbers = [row[0] for row in reader.db.execute("SELECT number FROM articles ORDER BY number")]
    for start in range(0, len(numbers), _ARTICLES):
        yield _Turn(numbers=numbers[start : start + _ARTICLES])


def _sort_names(reader: ProjectReader, index: RegistryIndex) -> None:
    """Make the names known, where no earlier look-up still answers meanwhile."""
    index.sort_names()
    _KNOWN.setdefault(reader.db, index)


def _begin(reader: ProjectReader) -> RegistryIndex:
    index = RegistryIndex(spots_of(reader.codebook), reader.last_entry())
    for setting in reader.settings(IGNORED):
        index.ignore(setting.id.removeprefix(IGNORED))
    return index


def _end(reader: ProjectReader, index: RegistryIndex) -> RegistryIndex | None:
    """Count, and take in what was done meanwhile; None where that is too much, so that it is made anew."""
    index.count_all()
    _KNOWN[reader.db] = index
    return index if _is_followed(index, reader) else None


def _is_followed(index: RegistryIndex, reader: ProjectReader) -> bool:
    """Whether what was done since could be taken in; else the look-up is to be made anew."""
    last = reader.last_entry()
    if index.entry == last:
        return True
    steps = reader.changes_since(index.entry) if index.entry < last else None
    if steps is None or any(any(step.of(CodebookVersion)) for step in steps):
        return False
    for step in steps:
        _follow(index, reader, step)
    index.entry = last
    return True


def _follow(index: RegistryIndex, reader: ProjectReader, step: Changes) -> None:
    numbers = set[int]()
    for change in step.of(Entity):
        if isinstance(change.after, Entity):
            numbers |= index.put_names([change.after])
        else:
            numbers |= index.remove_name(change.record.id)
    for change in step.of(Setting):
        if change.record.id.startswith(IGNORED):
            index.ignore(change.record.id.removeprefix(IGNORED), change.after is not None)
    numbers |= _numbers(reader, step)
    if numbers:
        index.renew_articles(reader.db, sorted(numbers))


def _numbers(reader: ProjectReader, step: Changes) -> set[int]:
    """The numbers of the articles whose records changed, or that came or went."""
    found = {item.record.number for item in step.of(Article) if isinstance(item.record, Article)}
    ids = {item.record.article for item in step.of(Annotation) if isinstance(item.record, Annotation)}
    for id_ in ids:
        row = reader.db.execute("SELECT number FROM articles WHERE id = ?", [id_]).fetchone()
        found |= {int(row[0])} if row else set()
    return found
