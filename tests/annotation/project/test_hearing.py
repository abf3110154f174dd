"""What the detectors said of an article is kept beside it, and goes with it."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from annotation.operations import RemoveArticles
from annotation.project.errors import Unreadable
from annotation.project.hearing import read_heard, write_heard
from annotation.records import Entity, Span, Suggestion
from tests.annotation.newsroom import newsroom, suggestions

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
SUGGESTION = st.builds(
    Suggestion,
    key=TEXT,
    layer=TEXT,
    spans=st.dictionaries(TEXT, st.just((Span(0, 3), Span(5, 9))), max_size=2),
    features=st.dictionaries(
        TEXT, st.none() | st.booleans() | TEXT | st.just({"annotation": "a/1"}), max_size=3
    ),
    confidence=st.none() | st.floats(0, 1),
    why=TEXT,
    origin=TEXT,
    named=st.dictionaries(TEXT, st.builds(Entity, id=TEXT, name=TEXT, aliases=st.tuples(TEXT)), max_size=1),
)


@pytest.fixture(scope="module")
def db() -> Database:
    found = Database(memory=True)
    found.execute("CREATE TABLE heard (article TEXT PRIMARY KEY, found BLOB NOT NULL, partly INTEGER) STRICT")
    return found


@given(st.lists(SUGGESTION, max_size=3))
def test_what_is_stored_is_read_again(db: Database, heard: list[Suggestion]) -> None:
    write_heard(db, "a", heard)
    assert read_heard(db, "a") == tuple(heard)


def test_nothing_heard_is_not_the_same_as_nobody_listened(db: Database) -> None:
    write_heard(db, "b", [])
    assert read_heard(db, "b") == ()
    assert read_heard(db, "c") is None


@pytest.mark.parametrize(
    "stored",
    [b"", b"no", zlib.compress(b"[{}]"), zlib.compress(b"[1]"), zlib.compress(b"{"),
     zlib.compress(b"[" * 10_000), zlib.compress(b" " * (64 * 1024 * 1024 + 1))],
)  # fmt: skip
def test_what_is_damaged_is_refused_in_words(db: Database, stored: bytes) -> None:
    db.execute("INSERT OR REPLACE INTO heard VALUES ('x', ?, 0)", [stored])
    with pytest.raises(Unreadable, match="detect in it again"):
        read_heard(db, "x")


def test_it_goes_with_its_article(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        assert project.read.heard("a1") == suggestions("a1").suggestions
        assert project.read.heard("a3") is None
        project.apply(RemoveArticles(articles=("a1",)))
        assert project.read.heard("a1") is None


@pytest.mark.parametrize("written", ["", "[", "{}", "[1,2", "[] []", "[null]", "nothing", '[{"key": "a"},'])
def test_what_is_no_list_of_suggestions_is_said_to_be_unreadable(db: Database, written: str) -> None:
    stored = zlib.compress(written.encode())
    db.execute("INSERT OR REPLACE INTO heard VALUES ('odd', ?, 0)", [stored])
    with pytest.raises(Unreadable, match="odd"):
        read_heard(db, "odd")


def test_between_suggestions_others_may_go_first(db: Database) -> None:
    spans = {"mention": (Span(0, 3),)}
    write_heard(db, "turns", [Suggestion(key=str(n), layer="entity", spans=spans) for n in range(5)])
    turns: list[None] = []
    assert len(read_heard(db, "turns", lambda: turns.append(None)) or ()) == 5
    assert len(turns) == 5
