"""The journal gives back exactly what was done, and a damaged one is said to be."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.operations import ChangeSetting
from annotation.project import Project, Unreadable
from annotation.project.connection import protect
from annotation.project.journal import _dump_title, _load_title
from tests.annotation.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    "title",
    [
        Message("Undo"),
        Message("Change {fields}", {"fields": "été 👍"}),
        Message("Accept", {}, "Accept {n} suggestions", 3),
        Message("{a} {b} {c}", {"a": 1, "b": 1.5, "c": True}),
    ],
)
def test_a_title_is_kept_to_be_translated_later(title: Message) -> None:
    kept = _load_title(_dump_title(title))
    assert kept == title
    assert str(kept) == str(title)


def test_a_value_of_another_kind_is_kept_as_it_reads() -> None:
    assert str(_load_title(_dump_title(Message("Open {path}", {"path": Path("a/b")})))) == "Open a/b"


@pytest.mark.parametrize(
    "stored",
    [
        "nonsense",
        "3",
        "[[1]]",
        '[["unheard_of", null, {}]]',
        '[["settings", null, null]]',
        '[["settings", [], {}]]',
        '[["settings", null, {"id": "a"}]]',
        '[["settings", null, {"id": "a", "value": "nonsense"}]]',
        b"no zlib",
        zlib.compress(b"\xff\xfe"),
        "[" * 100_000,
    ],
)
def test_a_damaged_entry_is_one_sentence(stored: str | bytes, project: Project) -> None:
    entry = project.apply(ChangeSetting(key="a", value=1)).entry
    protect(project.read.db, protected=False)
    project.read.db.execute("UPDATE journal SET items = ? WHERE id = ?", [stored, entry])
    with pytest.raises(Unreadable, match="cannot be read"):
        project.changes(entry)


@pytest.mark.parametrize("title", ["nonsense", "3", '["a"]', '["a", [], "", null]', '["a", {}, "", "x"]'])
def test_a_damaged_title_is_one_sentence(title: str, project: Project) -> None:
    project.apply(ChangeSetting(key="a", value=1))
    protect(project.read.db, protected=False)
    project.read.db.execute("UPDATE journal SET title = ?", [title])
    if title == '["a", [], "", null]':
        assert str(project.history(1)[0].title) == "a"
        return
    with pytest.raises(Unreadable, match="An entry of the project's journal cannot be read"):
        project.history(1)


def test_a_title_of_a_strangers_file_is_only_text(project: Project) -> None:
    project.apply(ChangeSetting(key="a", value=1))
    protect(project.read.db, protected=False)
    evil = json.dumps(["{a.__class__} {b:>9999999999}", {"a": "x", "b": "y"}, "", None])
    project.read.db.execute("UPDATE journal SET title = ?", [evil])
    assert str(project.history(1)[0].title) == "{a.__class__} {b:>9999999999}"


def test_what_was_done_since_an_entry_is_read_oldest_first_but_for_some_operations(project: Project) -> None:
    since = project.apply(ChangeSetting(key="a", value=1)).entry
    done = [project.apply(ChangeSetting(key=key, value=2)) for key in ("b", "c")]
    assert project.read.last_entry() == done[-1].entry
    assert project.read.changes_since(since) == done
    assert project.read.changes_since(since, ["ChangeSetting"]) == []
    assert project.read.changes_since(done[-1].entry) == []


def test_very_much_is_not_read(project: Project) -> None:
    noise = hashlib.shake_256(b"n").hexdigest(2_000_000)
    project.apply(ChangeSetting(key="a", value=noise))
    assert project.read.changes_since(0) is None
