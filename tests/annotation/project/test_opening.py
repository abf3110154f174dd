"""A project file is made whole, opened only when it can be trusted, and never harmed by being refused."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotation.codebook import CodebookError
from annotation.operations import ChangeSetting
from annotation.project import ProjectError, ProjectLocked, ReadOnly, create_project, open_project
from annotation.project.schema import APPLICATION_ID, MIGRATIONS
from tests.annotation.newsroom import dump, newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of the newsroom, closed."""
    return newsroom_file(tmp_path)


def change(path: Path, *statements: str) -> None:
    """Alter a file as another program would."""
    with closing(sqlite3.connect(path)) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()


def refusal(path: Path, *, read_only: bool = False) -> str:
    """The sentence with which a file is refused, which leaves it and its folder as they were."""
    before, around = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(ProjectError) as caught:
        open_project(path, read_only=read_only)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == around
    assert "\n" not in str(caught.value)
    return str(caught.value)


# ---------------------------------------------------------------- making


def test_a_new_project_is_one_file_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "new.selon"
    with create_project(path) as project:
        assert not project.read_only
        assert project.check() == []
    assert [found.name for found in tmp_path.iterdir()] == ["new.selon"]
    with closing(sqlite3.connect(path)) as db:
        names = ("application_id", "user_version", "journal_mode", "integrity_check")
        pragma = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
        migrations = [row[0] for row in db.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert pragma == {
        "application_id": APPLICATION_ID,
        "user_version": len(migrations),
        "journal_mode": "delete",
        "integrity_check": "ok",
    }
    assert migrations == [
        "0001_tables",
        "0002_search",
        "0003_views",
        "0004_heard",
        "0005_corpus",
        "0006_partly_heard",
        "0007_stamps",
        "0008_attributions",
        "0011_copies",
        "0012_dates",
    ]


def test_the_schema_is_the_number_of_migrations(file: Path) -> None:
    with open_project(file, read_only=True) as project:
        assert project.schema == len(MIGRATIONS._migrations)


def test_a_project_may_have_a_codebook_of_its_own(tmp_path: Path) -> None:
    with create_project(tmp_path / "new.selon", 'id = "mine"\n[layer.a.role.w]') as project:
        assert project.read.codebook.id == "mine"


def test_a_bad_codebook_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(CodebookError):
        create_project(tmp_path / "new.selon", "nonsense")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["file", "folder", "link to nothing"])
def test_what_is_there_is_not_replaced(what: str, tmp_path: Path) -> None:
    path = tmp_path / "new.selon"
    if what == "file":
        path.write_text("mine")
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nothing")
    with pytest.raises(ProjectError, match=r"new\.selon” exists already: choose another name"):
        create_project(path)
    assert [found.name for found in tmp_path.iterdir()] == ["new.selon"]
    assert what != "file" or path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"The folder “.*nowhere” does not exist: make it first"):
        create_project(tmp_path / "nowhere" / "new.selon")


def test_a_failure_half_way_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_db: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(MIGRATIONS, "apply", fail)
    with pytest.raises(ProjectError):
        create_project(tmp_path / "new.selon")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["été 👍.selon", "a b?c#d%20.selon", "no ending", "'quote\".selon", "caf\udce9.selon"]
)
def test_a_project_may_have_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with create_project(path) as project:
        project.apply(ChangeSetting(key="a", value=1))
    with open_project(path) as project:
        assert project.read.setting("a") == 1
    assert [found.name for found in tmp_path.iterdir()] == [name]


# ---------------------------------------------------------------- what is kept


def test_what_was_committed_is_there_when_it_is_opened_again(file: Path) -> None:
    with open_project(file) as project:
        project.apply(ChangeSetting(key="a", value="été"))
    with open_project(file) as project:
        assert project.read.setting("a") == "été"
        assert project.check() == []


def test_only_the_one_file_is_left_after_closing(file: Path) -> None:
    with open_project(file) as project:
        project.apply(ChangeSetting(key="a", value=1))
        assert sorted(path.name for path in file.parent.iterdir()) == [
            ".~lock.newsroom.selon",
            "newsroom.selon",
        ]
    assert [path.name for path in file.parent.iterdir()] == ["newsroom.selon"]


def test_after_every_commit_the_one_file_is_whole(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.selon"
    with open_project(file) as project:
        for number in range(3):
            project.apply(ChangeSetting(key="a", value=number))
            shutil.copy(file, copy)
            with open_project(copy) as copied:
                assert copied.read.setting("a") == number


@pytest.mark.parametrize("read_only", [True, False])
def test_opening_and_closing_changes_nothing(read_only: bool, file: Path) -> None:
    before = file.read_bytes()
    with open_project(file, read_only=read_only) as project:
        assert project.check() == []
        assert project.search("Nina")
    assert file.read_bytes() == before


def test_closing_twice_is_once(file: Path) -> None:
    project = open_project(file)
    project.close()
    project.close()
    assert [path.name for path in file.parent.iterdir()] == ["newsroom.selon"]


def test_a_read_only_project_cannot_be_changed(file: Path) -> None:
    with open_project(file, read_only=True) as project:
        assert project.read_only
        with pytest.raises(ReadOnly, match=r"“newsroom\.selon” is open read-only"):
            project.apply(ChangeSetting(key="a", value=1))


def test_a_file_and_folder_that_may_only_be_read_are_opened_to_read(file: Path) -> None:
    file.chmod(0o400)
    file.parent.chmod(0o500)
    try:
        with open_project(file, read_only=True) as project:
            assert project.read.count_articles() == 3
    finally:
        file.parent.chmod(0o700)


def test_it_can_be_read_while_another_writes(file: Path) -> None:
    with open_project(file) as writer, open_project(file, read_only=True) as reader:
        writer.apply(ChangeSetting(key="a", value=1))
        assert reader.read.setting("a") == 1
        with pytest.raises(ProjectLocked):
            open_project(file)


# ---------------------------------------------------------------- what is refused


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"There is no project at “.*none\.selon”: check the name"):
        open_project(tmp_path / "none.selon")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is a folder: name a project file"):
        open_project(tmp_path)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "file/below"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError, match="cannot be read"):
        open_project(tmp_path / name)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "“x.selon” is empty"),
        (b"Just words.", "“x.selon” is not a Selon project"),
        (bytes(5000), "“x.selon” is not a Selon project"),
        (b"SQLite format 3\0", "damaged"),
        (b"SQLite format 3\0" + bytes(84), "“x.selon” is not a Selon project"),
        (b"SQLite format 3\0" + bytes(52) + b"SELN" + bytes(5000), "damaged"),
        (b"SQLite format 3\0" + bytes(12) + b"\1\1\1\1" + bytes(36) + b"SELN" + bytes(5000), "damaged"),
    ],
)
def test_what_is_no_project_is_refused(
    content: bytes, sentence: str, read_only: bool, tmp_path: Path
) -> None:
    path = tmp_path / "x.selon"
    path.write_bytes(content)
    assert sentence in refusal(path, read_only=read_only)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused_and_left_alone(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    change(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE moz_places (id)", "PRAGMA user_version = 77")
    assert "is not a Selon project: choose a file that Selon made" in refusal(path)


def test_a_newer_schema_is_refused_in_words(file: Path) -> None:
    change(
        file,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('selon', '0099_x', '')",
    )
    assert "was made by a newer version of Selon (0099_x): update Selon to open it" in refusal(file)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON settings BEGIN DELETE FROM articles; END",
        "CREATE TRIGGER evil INSTEAD OF INSERT ON v_entities BEGIN SELECT load_extension('x'); END",
        "DROP VIEW v_entities",
        "DROP INDEX annotations_basis",
        "ALTER TABLE articles ADD COLUMN evil TEXT",
        "ALTER TABLE settings RENAME COLUMN value TO worth",
    ],
)
def test_a_file_with_hidden_or_altered_objects_is_refused(
    statement: str, read_only: bool, file: Path
) -> None:
    change(file, statement)
    assert "holds a database object that Selon did not make" in refusal(file, read_only=read_only)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW mine AS SELECT layer, count(*) AS n FROM annotations GROUP BY layer",
        "CREATE TABLE codes (article TEXT, code TEXT)",
        "CREATE INDEX mine ON articles (outlet)",
        "ANALYZE",
        "VACUUM",
    ],
)
def test_what_an_analyst_added_is_accepted_and_kept(statement: str, file: Path) -> None:
    change(file, statement)
    before = objects(file)
    with open_project(file) as project:
        project.apply(ChangeSetting(key="a", value=1))
        assert project.check() == []
    assert objects(file) == before


def objects(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT name FROM sqlite_master ORDER BY name")]


def test_a_file_cut_short_anywhere_is_refused_in_words_and_left_as_it_is(file: Path, tmp_path: Path) -> None:
    whole = file.read_bytes()
    cut = tmp_path / "cut.selon"
    file.unlink()
    lengths = {
        *range(0, 200, 7),
        *range(200, len(whole), 1777),
        *range(4096, len(whole), 4096),
        len(whole) - 1,
    }
    for length in sorted(lengths):
        cut.write_bytes(whole[:length])
        assert refusal(cut)


@pytest.mark.parametrize("page", range(1, 40, 3))
def test_a_page_of_rubbish_gives_a_sentence_or_a_project_never_a_traceback(page: int, file: Path) -> None:
    whole = bytearray(file.read_bytes())
    whole[page * 4096 : page * 4096 + 4096] = bytes(range(256)) * 16
    file.write_bytes(bytes(whole[: len(file.read_bytes())]))
    said: list[str] = []
    try:
        with open_project(file) as project:
            said = [str(trouble.what) for trouble in project.check()]
            project.search("Nina")
    except ProjectError as error:
        said = [str(error)]
    assert said


# ---------------------------------------------------------------- bringing up to date


def without_last_migration(path: Path) -> None:
    """Take back the migrations of tags, of the index of labels and of parts that were heard."""
    tables = ("article_tags", "label_words", "label_places", "label_links", "entity_words", "stamps",
              "attribution_index")  # fmt: skip
    indexes = ("articles_outlet", "articles_published", "articles_lang", "assignments_state",
               "articles_duplicates")  # fmt: skip
    change(path, "DROP VIEW v_articles", *(f"DROP TABLE {name}" for name in tables),
           *(f"DROP INDEX {name}" for name in indexes), "ALTER TABLE articles DROP COLUMN tags",
           "ALTER TABLE heard DROP COLUMN partly",
           "DELETE FROM _sqlite_migrations WHERE name > '0005'",
           "PRAGMA user_version = 4")  # fmt: skip


def test_an_older_project_is_brought_up_to_date_and_the_old_one_kept(file: Path) -> None:
    expected = objects(file)
    without_last_migration(file)
    before = file.read_bytes()
    with open_project(file) as project:
        assert project.schema == len(MIGRATIONS._migrations)
        assert project.check() == []
    assert objects(file) == expected
    assert file.with_name("newsroom.selon.before-update").read_bytes() == before
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS._migrations),)


def test_an_older_project_is_not_opened_to_read(file: Path) -> None:
    without_last_migration(file)
    assert "is of an older version: open it for writing once" in refusal(file, read_only=True)


def test_an_older_project_with_a_trigger_is_refused_before_anything_runs(file: Path) -> None:
    without_last_migration(file)
    change(file, "CREATE TRIGGER evil AFTER INSERT ON settings BEGIN DELETE FROM articles; END")
    assert "trigger evil" in refusal(file)


def test_an_update_that_cannot_keep_a_copy_does_not_begin(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    without_last_migration(file)
    monkeypatch.setattr(shutil, "copy2", fail)
    assert "cannot be written (No space left on device)" in refusal(file)


@pytest.mark.parametrize("step", [0, 1, 2])
def test_an_update_that_fails_leaves_the_file_as_it_was(
    step: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_last_migration(file)
    before = dump(file)
    migration = next(one for one in MIGRATIONS._migrations if one.name == "0005_corpus")
    original: Callable[..., None] = migration.fn

    def fail(db: object) -> None:
        original(db)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(migration, "fn", fail)
    with pytest.raises(ProjectError):
        open_project(file)
    assert dump(file) == before
    monkeypatch.undo()
    with open_project(file) as project:
        assert project.schema == len(MIGRATIONS._migrations)
