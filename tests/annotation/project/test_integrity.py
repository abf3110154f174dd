"""What a file of this version must and may hold."""

from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from annotation.project import ProjectError, open_project
from annotation.project.connection import connect
from annotation.project.integrity import (
    _expected_definitions,
    _known_migrations,
    file_problems,
    refuse_hidden_code,
    refuse_strangers,
    triggers,
)
from annotation.project.schema import MIGRATIONS
from tests.annotation.newsroom import newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


def test_a_clean_file_is_let_in(file: Path) -> None:
    with closing(connect(file, read_only=True)) as db:
        refuse_strangers(db, "x")
        refuse_hidden_code(db, "x")
        assert triggers(db) == file_problems(db, 10) == []


def test_a_trigger_is_named(file: Path) -> None:
    with closing(connect(file, read_only=False)) as db:
        db.execute("CREATE TEMP TABLE t (a)")
        db.execute("CREATE TRIGGER evil AFTER DELETE ON settings BEGIN SELECT 1; END")
        assert triggers(db) == ["trigger evil"]
        with pytest.raises(ProjectError, match=r"did not make \(trigger evil\)"):
            refuse_hidden_code(db, "x")


def test_files_are_opened_from_any_thread_after_any_other(file: Path) -> None:
    _known_migrations.cache_clear()
    _expected_definitions.cache_clear()
    opened: list[int] = []

    def work() -> None:
        with open_project(file, read_only=True) as project:
            opened.append(project.read.count_articles())

    for _time in range(2):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    work()
    assert opened == [3, 3, 3]


def test_the_definitions_of_searchs_own_tables_are_sqlites_business() -> None:
    assert not any("articles_fts_" in what for what in _expected_definitions())
    assert "table articles_fts" in _expected_definitions()


def test_all_migrations_are_known() -> None:
    assert sorted(_known_migrations()) == [migration.name for migration in MIGRATIONS._migrations]
