"""What the cells of the corpus say, in the manner of the language that is spoken."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from annotation.project import CorpusRow, LayerCount
from gui.views.corpus_cells import cell_words, tip_words
from gui.widgets.dates import short_date_words, time_words

ROW = CorpusRow(
    id="a", title="A title", outlet="Écho", published="2025-05-12T08:30:00+02:00", lang="fr", length=2211,
    state="done", counts={"entity": LayerCount(labels=3)},
)  # fmt: skip


@pytest.fixture
def speaking(request: pytest.FixtureRequest) -> Iterator[None]:
    """Numbers and dates as in a locale."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("speaking", "date", "length"),
    [
        ("en_US", "12 May 2025", "2,211"),
        ("en_GB", "12/05/2025", "2,211"),
        ("fr_FR", "12/05/2025", "2\u202f211"),
        ("de_DE", "12.05.2025", "2.211"),
    ],
    indirect=["speaking"],
)  # fmt: skip
def test_a_date_is_the_day_and_numbers_have_groups(speaking: None, date: str, length: str) -> None:
    assert (cell_words(ROW, "published"), cell_words(ROW, "length")) == (date, length)


@pytest.mark.parametrize("speaking", ["en_GB"], indirect=True)
def test_the_tip_has_the_day_in_words_and_the_time(speaking: None) -> None:
    assert tip_words(ROW, "published") == "12 May 2025, 08:30"
    assert tip_words(replace(ROW, published="2025-05-12"), "published") == "12 May 2025"
    assert tip_words(replace(ROW, published=""), "published") == ""


@pytest.mark.parametrize("published", ["2025", "2025-05", "spring 1998", ""])
def test_what_is_less_than_a_day_stands_as_it_is(published: str) -> None:
    assert short_date_words(published) == published


@pytest.mark.parametrize("published", ["2025-05-12", "2025", "", "2025-05-12T99:99", "2025-05-12 noon"])
def test_where_there_is_no_time_none_is_said(published: str) -> None:
    assert time_words(published) == ""


def test_language_and_state_are_words() -> None:
    assert (cell_words(ROW, "lang"), cell_words(ROW, "state")) == ("français", "done")
    nothing = replace(ROW, lang="", state="", outlet="")
    assert [cell_words(nothing, field) for field in ("lang", "state", "outlet")] == ["", "", ""]


def test_titles_and_outlets_can_be_read_whole_and_numbers_need_no_tip() -> None:
    assert [tip_words(ROW, field) for field in ("title", "outlet", "labels")] == ["A title", "Écho", ""]


def test_a_copy_says_of_what_and_an_article_how_many_it_has() -> None:
    copy = replace(ROW, copy_of="The first", relatives=2)
    assert cell_words(copy, "duplicates") == tip_words(copy, "duplicates") == "copy of “The first”"
    assert tip_words(copy, "title") == "A title\ncopy of “The first”"
    assert cell_words(replace(ROW, relatives=1), "duplicates") == "has one copy"
    assert cell_words(replace(ROW, relatives=2), "duplicates") == "has 2 copies"
    assert cell_words(ROW, "duplicates") == ""
