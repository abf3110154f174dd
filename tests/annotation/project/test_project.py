"""A project changes by operations alone, each wholly or not at all."""

import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.importers import Imported
from annotation.operations import Accept, AddArticles, ChangeSetting, OperationError, RemoveArticles
from annotation.project import (
    Missing,
    Project,
    ProjectError,
    ProjectReader,
    Unreadable,
    Writer,
    open_project,
)
from annotation.records import Article, Setting
from tests.annotation.newsroom import ANN, dump, imported, named, newsroom, newsroom_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Do:
    """An operation that does what it is told."""

    what: Callable[[Writer], None]
    title: Message = field(default_factory=lambda: Message("Do"))
    actor: str = ""

    def apply(self, writer: Writer) -> None:
        self.what(writer)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


# ---------------------------------------------------------------- operations


def test_an_operation_gives_what_changed_and_is_journalled(project: Project) -> None:
    changes = project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    entry = project.history(1)[0]
    assert changes.entry == entry.number
    assert (entry.operation, entry.actor, str(entry.title)) == ("Accept", ANN.id, "Accept")
    assert project.changes(entry.number).items == changes.items


def test_what_changes_nothing_is_not_journalled(project: Project) -> None:
    entries = project.history()
    changes = project.apply(Do(what=lambda writer: None))
    assert not changes
    assert changes.entry == 0
    assert project.history() == entries


@pytest.mark.parametrize(
    "error", [OperationError("No."), ValueError("a mistake"), KeyboardInterrupt(), SystemExit(3)]
)
def test_an_operation_that_fails_half_way_has_not_happened(error: BaseException, project: Project) -> None:
    def fail(writer: Writer) -> None:
        writer.put(Setting(id="half", value="done"))
        writer.remove(Article, "a3")
        raise error

    before, entries = dump(project.path), project.history()
    with pytest.raises(type(error)):
        project.apply(Do(what=fail))
    assert dump(project.path) == before
    assert project.history() == entries
    assert project.apply(ChangeSetting(key="a", value=1))


def test_writing_outside_an_operation_raises(project: Project) -> None:
    kept: list[Writer] = []
    project.apply(Do(what=kept.append))
    before = dump(project.path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        kept[0].put(Setting(id="a", value=1))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        project.read.db.execute("DELETE FROM annotations")
    with pytest.raises(ProjectError):
        project.ask(lambda reader: reader.db.execute("DELETE FROM annotations"))
    assert dump(project.path) == before
    assert project.apply(ChangeSetting(key="a", value=1))


def test_a_writer_sees_what_it_has_just_written(project: Project) -> None:
    seen: list[object] = []

    def write(writer: Writer) -> None:
        writer.put(Setting(id="a", value=1))
        seen.append(writer.setting("a"))

    project.apply(Do(what=write))
    assert seen == [1]


def test_what_does_not_fit_the_file_is_refused_in_words(project: Project) -> None:
    with pytest.raises(
        ProjectError, match=r"does not fit into “newsroom\.selon” \(FOREIGN KEY constraint failed\)"
    ):
        project.apply(Do(what=lambda writer: writer.put(imported("x", "no text was kept").article)))
    with pytest.raises(ProjectError, match="does not fit"):
        project.apply(Do(what=lambda writer: writer.put(imported("x", "t", page=2**70).article)))
    with pytest.raises(ProjectError, match="half a character"):
        project.apply(ChangeSetting(key="\ud83d", value=1))


def test_a_mistake_of_the_program_is_not_dressed_up(project: Project) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        project.ask(lambda reader: reader.db.execute("SELECT ?", []))


# ---------------------------------------------------------------- asking


def test_a_question_is_asked_of_the_reader(project: Project) -> None:
    assert project.ask(ProjectReader.count_articles) == 3


def test_what_sqlite_says_to_a_question_is_one_sentence(project: Project) -> None:
    with pytest.raises(
        ProjectError, match=r"“newsroom\.selon” could not be read or written \(no such table: x\)"
    ):
        project.ask(lambda reader: reader.db.execute("SELECT * FROM x"))


def test_an_error_of_the_database_leaves_the_block_as_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(ProjectError, match="no such table"),
        open_project(newsroom_file(tmp_path), read_only=True) as project,
    ):
        project.read.db.execute("SELECT * FROM x")
    assert [path.name for path in tmp_path.iterdir()] == ["newsroom.selon"]


def test_other_errors_leave_the_block_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(KeyError), newsroom(tmp_path):
        raise KeyError("mine")


def test_the_history_is_the_newest_first(project: Project) -> None:
    for number in range(3):
        project.apply(ChangeSetting(key="a", value=number))
    found = project.history(2)
    assert [project.changes(entry.number).items[0].after for entry in found] == [
        Setting(id="a", value=2),
        Setting(id="a", value=1),
    ]


def test_an_entry_that_the_journal_lacks_is_missed_in_words(project: Project) -> None:
    with pytest.raises(Missing, match="no entry 999"):
        project.changes(999)


def test_a_large_operation_can_be_undone_as_well_as_a_small_one(project: Project) -> None:
    many = tuple(imported(f"n{n}", f"Text {n}", metadata={"n": "x" * 50}) for n in range(400))
    changes = project.apply(AddArticles(imported=many))
    stored = project.read.db.execute(
        "SELECT typeof(items) FROM journal WHERE id = ?", [changes.entry]
    ).fetchone()
    assert stored == ("blob",)
    assert project.changes(changes.entry).items == changes.items


# ---------------------------------------------------------------- what can go wrong under it


def big(number: int) -> Imported:
    return imported(f"big{number}", f"{number} " + "words " * 50_000)


def test_a_full_disk_is_one_sentence_and_nothing_was_changed(project: Project) -> None:
    before = dump(project.path)
    pages = project.read.db.execute("PRAGMA page_count").fetchone()[0]
    project.read.db.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall()
    with pytest.raises(ProjectError, match=r"The disk is full, so nothing was changed in “newsroom\.selon”"):
        project.apply(AddArticles(imported=tuple(big(n) for n in range(4))))
    assert dump(project.path) == before
    project.read.db.execute("PRAGMA max_page_count = 1000000").fetchall()
    assert project.apply(AddArticles(imported=(big(1),)))
    assert project.check() == []


def test_a_disk_that_refuses_to_grow_leaves_a_whole_project(project: Project) -> None:
    before = dump(project.path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (project.path.stat().st_size + 4096, hard))
    try:
        with pytest.raises(ProjectError):
            project.apply(AddArticles(imported=tuple(big(n) for n in range(4))))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert dump(project.path) == before
    assert project.apply(AddArticles(imported=(big(1),)))


CRASH = """
import os, signal, sys
from dataclasses import dataclass
from pathlib import Path
from annotation.i18n import Message
from annotation.operations import RemoveArticles
from annotation.project import open_project

@dataclass
class Crash:
    title: Message = Message("Crash")
    actor: str = ""
    def apply(self, writer):
        RemoveArticles(articles=("a1", "a2")).apply(writer)
        writer.db.execute("PRAGMA cache_spill = 1")
        writer.db.execute("PRAGMA cache_size = 1")
        for number in range(300):
            writer.db.execute("INSERT INTO settings VALUES (?, ?)", [str(number), '"' + "x" * 4000 + '"'])
        os.kill(os.getpid(), signal.SIGKILL)

open_project(Path(sys.argv[1])).apply(Crash())
"""


@pytest.mark.parametrize("read_only", [True, False])
def test_a_crash_in_the_middle_of_an_operation_leaves_the_project_as_before(
    read_only: bool, tmp_path: Path, repository: Path
) -> None:
    file = newsroom_file(tmp_path)
    before, size = dump(file), file.stat().st_size
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(file)], cwd=repository, capture_output=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert file.with_name("newsroom.selon-journal").exists()
    assert file.stat().st_size > size
    with open_project(file, read_only=read_only) as project:
        assert project.check() == []
        assert project.read.count_articles() == 3
    assert dump(file) == before
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".~lock")] == [file.name]


def test_a_project_that_was_deleted_while_open_is_said_to_be(project: Project) -> None:
    project.path.unlink()
    with pytest.raises(ProjectError):
        project.apply(ChangeSetting(key="a", value=1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET authors = 'nonsense' WHERE id = 'a1'",
        "UPDATE articles SET authors = '[1]' WHERE id = 'a1'",
        "UPDATE articles SET metadata = '[]' WHERE id = 'a1'",
        "UPDATE articles SET metadata = '" + "[" * 100_000 + "' WHERE id = 'a1'",
    ],
)
def test_a_row_of_nonsense_is_one_sentence(statement: str, tmp_path: Path) -> None:
    file = newsroom_file(tmp_path)
    db = sqlite3.connect(file)
    db.execute(statement)
    db.commit()
    db.close()
    with open_project(file) as project:
        with pytest.raises(Unreadable, match="The row “a1” of articles in the project file cannot be read"):
            list(project.read.articles())
        assert [trouble.where for trouble in project.check()] == ["a1"]
        with pytest.raises(Unreadable):
            project.apply(RemoveArticles(articles=("a1",)))


def test_the_kernel_knows_of_no_other_open_file_after_closing(tmp_path: Path) -> None:
    def opened() -> set[str]:
        return {str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.exists()}

    with newsroom(tmp_path):
        assert any(name.startswith(str(tmp_path)) for name in opened())
    assert not any(name.startswith(str(tmp_path)) for name in opened())
