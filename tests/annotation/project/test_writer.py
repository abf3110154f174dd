"""What is written is noted before and after, and can be repeated."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.project import Missing, Outdated, Writer
from annotation.project.connection import protect
from annotation.records import Annotation, Article, Change, Changes, CodebookVersion, Setting, Text
from tests.annotation.newsroom import imported, newsroom


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer to the newsroom, in a transaction that is taken back at the end."""
    with newsroom(tmp_path) as project:
        db = project.read.db
        protect(db, protected=False)
        db.conn.execute("BEGIN")
        yield Writer(db)
        db.conn.rollback()


def test_what_is_put_is_noted_before_and_after(writer: Writer) -> None:
    one, two = Setting(id="a", value=1), Setting(id="a", value=2)
    writer.put_all([one, two, two])
    writer.remove(Setting, "a")
    assert writer.items == [Change(None, one), Change(one, two), Change(two, None)]
    assert writer.find(Setting, "a") is None


def test_what_is_gone_cannot_be_removed(writer: Writer) -> None:
    with pytest.raises(Missing):
        writer.remove(Setting, "a")
    assert writer.items == []


def test_an_article_without_a_number_gets_the_next_or_keeps_its_own(writer: Writer) -> None:
    writer.keep_text(Text.of("Four."))
    article = imported("a4", "Four.").article
    writer.put(article)
    assert writer.get(Article, "a4").number == 4
    writer.put(replace(article, title="New"))
    assert (writer.get(Article, "a4").number, writer.get(Article, "a4").title) == (4, "New")
    assert writer.items[0].after == replace(article, number=4)


def test_a_text_is_kept_once(writer: Writer) -> None:
    writer.keep_text(Text.of("Once."))
    writer.keep_text(Text.of("Once."))
    assert writer.db.execute("SELECT count(*) FROM texts WHERE text = 'Once.'").fetchone() == (1,)
    assert writer.items == []


def test_the_codebook_is_the_one_just_put_in_force(writer: Writer) -> None:
    assert writer.codebook is writer.codebook
    writer.put(CodebookVersion(id="2", toml="id = 'new'\n[layer.a.role.w]"))
    assert writer.codebook.id == "new"
    writer.remove(CodebookVersion, "2")
    assert writer.codebook.id == "selon-default"


def test_changes_are_repeated_only_from_where_they_began(writer: Writer) -> None:
    one, two = Setting(id="a", value=1), Setting(id="a", value=2)
    changes = Changes(Message("Set"), (Change(None, one), Change(one, two)))
    writer.repeat(changes)
    assert writer.get(Setting, "a") == two
    with pytest.raises(Outdated, match="“Set” cannot be undone or repeated"):
        writer.repeat(changes)
    writer.repeat(changes.inverse())
    assert writer.find(Setting, "a") is None


def test_records_that_were_just_read_are_exchanged_column_by_column(writer: Writer) -> None:
    records = writer.annotations("a1")
    changed = [replace(record, note="seen", spans={}) for record in records[:2]]
    writer.exchange([*zip(records, changed, strict=False), (records[2], records[2])])
    assert [writer.get(Annotation, record.id) for record in changed] == changed
    assert writer.items == [Change(before, after) for before, after in zip(records, changed, strict=False)]
    writer.repeat(Changes(Message("back"), tuple(item.inverse() for item in writer.items)))
    assert writer.annotations("a1") == records
