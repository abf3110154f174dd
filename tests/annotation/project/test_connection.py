"""A connection is safe before anything of the file is trusted."""

from contextlib import closing
from pathlib import Path

import pytest

from annotation.project import ProjectError
from annotation.project.connection import check_is_file, connect, journal_of, protect, write_safely
from tests.annotation.newsroom import newsroom_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newsroom_file(tmp_path)


@pytest.mark.parametrize("read_only", [True, False])
def test_nothing_of_the_file_is_trusted(read_only: bool, file: Path) -> None:
    with closing(connect(file, read_only=read_only)) as db:
        names = ("trusted_schema", "foreign_keys", "cell_size_check", "mmap_size")
        pragmas = {name: db.execute(f"PRAGMA {name}").fetchone() for name in names}
    assert pragmas == {
        "trusted_schema": (0,),
        "foreign_keys": (1,),
        "cell_size_check": (1,),
        "mmap_size": (0,),
    }


def test_writes_are_synchronous_with_a_journal_that_goes(file: Path) -> None:
    with closing(connect(file, read_only=False)) as db:
        write_safely(db)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_protected_connection_does_not_write(file: Path) -> None:
    with closing(connect(file, read_only=False)) as db:
        protect(db, protected=True)
        with pytest.raises(Exception, match="readonly"):
            db.execute("DELETE FROM settings")
        protect(db, protected=False)
        assert db.execute("DELETE FROM settings").rowcount == 0


def test_a_read_only_connection_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="unable to open"):
        connect(tmp_path / "none.selon", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_projects_own_file_is_a_file(file: Path) -> None:
    check_is_file(file)
    with file.open("ab") as stream:
        stream.write(bytes(100))
    check_is_file(file)


def test_a_file_that_grows_while_it_is_looked_at_is_not_cut_short(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:-10])
    with pytest.raises(ProjectError, match="its end is missing"):
        check_is_file(file)
    journal_of(file).touch()
    check_is_file(file)


def test_the_journal_lies_beside_the_real_file(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.selon"
    link.symlink_to(file)
    assert journal_of(link) == file.with_name("newsroom.selon-journal")
