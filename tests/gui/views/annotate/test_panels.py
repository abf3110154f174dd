"""Small parts of the room on their own: drawn rows, notes, what is found, what changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotation.i18n import Message
from annotation.project import Entry, RecordEvent
from annotation.records import Annotation, AssignmentState, Change, Span, Status
from gui.theme import ThemeSwitch, current_theme
from gui.views.find_words import places_of
from gui.views.history import changes_in_words
from gui.views.hover_card import status_words
from gui.views.queue_delegate import QueueDelegate, paint_state
from gui.views.records import RecordDelegate
from gui.views.why import origin_words
from tests.gui.views.annotate.conftest import Bench


def record(status: Status = Status.ACCEPTED, basis: str | None = None, **values: object) -> Annotation:
    return Annotation(
        id="r", article="eau", annotator="ana", layer="entity", status=status, basis=basis,
        spans={"mention": (Span(0, 2),)}, **values,  # type: ignore[arg-type] # by name
    )  # fmt: skip


# ------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (record(Status.SUGGESTED), "Suggestion"),
        (record(), "Made by hand"),
        (record(basis="s"), "Accepted"),
        (record(Status.EDITED, "s"), "Corrected"),
        (record(Status.REJECTED, "s"), "Rejected"),
    ],
)
def test_the_state_of_a_record_is_said(found: Annotation, words: str) -> None:
    assert status_words(found) == words


def test_the_origin_says_how_sure_it_was() -> None:
    assert origin_words(record(origin="entities/1", confidence=0.876)) == "entities 1 · 88% sure"
    assert origin_words(record(origin="Ana")) == "Ana"
    assert origin_words(record()) == ""


def told(before: Annotation | None, after: Annotation | None, bench: Bench) -> list[str]:
    return [words for words, _hue in changes_in_words(event(before, after), bench.desk)]


def event(before: Annotation | None, after: Annotation | None) -> RecordEvent:
    return RecordEvent(
        Entry(1, "2026-03-01T10:00:00Z", "ana", "EditFeatures", Message("Change"), None),
        Change(before, after),
    )


def test_changes_are_told_field_by_field(bench: Bench) -> None:
    before = record(features={"type": "PER"}, note="")
    after = record(Status.EDITED, "s", features={"type": "ORG", "entity": "union-verte"}, note="vu")
    moved = replace(before, spans={"mention": (Span(0, 7),)})
    assert told(before, after, bench) == [
        "Type: Person → Organisation", "Stands for: – → Union verte", "Note: vu", "Corrected",
    ]  # fmt: skip
    assert told(before, moved, bench) == ["Mention: “Le plan”"]
    assert told(None, before, bench) == ["Made by hand"]
    assert told(before, None, bench) == ["Deleted"]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("l'eau", [(0, 5), (12, 17)]),
        ("L’EAU", [(0, 5), (12, 17)]),
        ("eau  vive", [(14, 22)]),
        ("(", [(23, 24)]),
        ("  ", []),
        ("rien", []),
    ],
)
def test_words_are_found_whatever_their_case_apostrophe_and_blanks(
    words: str, places: list[tuple[int, int]]
) -> None:
    assert places_of(words, "l’eau, mais l'eau\u00a0vive (.") == places


# ------------------------------------------------------------ drawn


def drawn(paint: object, width: int = 200, height: int = 64) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(current_theme()["paper"])
    painter = QPainter(image)
    assert callable(paint)
    paint(painter)
    painter.end()
    return image


def test_every_state_of_an_article_looks_different_without_colour(themes: ThemeSwitch) -> None:
    def shade(state: AssignmentState) -> bytes:
        image = drawn(lambda painter: paint_state(painter, state, QRect(4, 4, 12, 12).toRectF()), 20, 20)
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(grey.constBits())

    assert len({shade(state) for state in AssignmentState}) == len(AssignmentState)


@pytest.mark.parametrize("selected", [False, True])
def test_rows_are_drawn_with_and_without_selection(bench: Bench, selected: bool) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 200, 64)
    if selected:
        option.state = QStyle.StateFlag.State_Selected
    empty = drawn(lambda painter: None)
    queue, records = bench.room.queue.rows, bench.room.records.rows
    for delegate, index in ((QueueDelegate(), queue.index(0)), (RecordDelegate(), records.index(0))):
        image = drawn(lambda painter, delegate=delegate, index=index: delegate.paint(painter, option, index))
        assert image != empty
        ground = image.pixelColor(100, 30) if selected else image.pixelColor(196, 60)
        assert (ground == current_theme()["selected"]) is selected


def test_the_overview_beside_the_article_shows_its_records_and_leads_there(bench: Bench) -> None:
    bench.shell.resize(900, 420)
    overview, bar = bench.room.article.overview, bench.text.verticalScrollBar()
    assert overview.isVisible()
    assert overview.height() == bench.text.height()
    assert len(bench.text.overview()) >= len(bench.desk.records)
    assert bar.value() == 0
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(8, overview.height() - 2))
    assert bar.value() == bar.maximum() > 0
