"""The article under review: lanes of annotators, and the way from a mark to its conflict."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.operations import EditArticle
from gui.theme import ThemeSwitch, current_theme
from gui.views.review.lanes import AGREED, GOLD, first_mark, record_of
from gui.widgets.marked_text import Mark
from tests.gui.views.review.conftest import Bench


def marks(bench: Bench, record: str) -> list[Mark]:
    return [mark for mark in bench.room.article.text.marks() if record_of(mark.id) == record]


def test_each_annotator_has_a_lane_in_a_hue_with_initials(bench: Bench) -> None:
    bench.go("a6")
    (anna,), (ben,) = marks(bench, "a3"), marks(bench, "b3")
    assert (anna.hue, ben.hue) == ("anna", "ben")
    assert (anna.glyph, ben.glyph) == ("A", "B")
    assert anna.label == "Organisation"
    palette = bench.room.article.text._painter.palette
    assert {"anna", "ben", AGREED, GOLD} <= set(palette.hues)


def test_what_is_agreed_is_one_lane_and_hidden_until_it_is_asked_for(bench: Bench) -> None:
    (mark,) = [*marks(bench, "a1"), *marks(bench, "b1")]
    assert (mark.hue, mark.faded, mark.glyph) == (AGREED, True, "")
    assert bench.room.article.text.rect_of_mark(mark.id).isEmpty()
    QTest.mouseClick(bench.room.queue.fold, Qt.MouseButton.LeftButton)
    bench.qtbot.waitUntil(lambda: not bench.room.article.text.rect_of_mark(mark.id).isEmpty())


def test_what_is_decided_is_one_calm_lane(bench: Bench) -> None:
    bench.go("a3")
    bench.press("A", "Enter")
    (gold,) = bench.gold()
    (mark,) = marks(bench, gold.id)
    assert (mark.hue, mark.faded) == (GOLD, True)
    assert marks(bench, "a3") == marks(bench, "b3") == []
    bench.go("a3")
    assert marks(bench, "a3")
    assert marks(bench, gold.id) == []


def test_the_current_conflict_is_led_to(bench: Bench) -> None:
    cluster = bench.go("a5")
    target = first_mark(cluster, bench.desk.people, bench.session.codebook)
    assert target is not None
    assert bench.room.article.text.current_mark == target
    assert record_of(target) == "a5"


def test_a_click_on_a_mark_goes_to_its_conflict(bench: Bench) -> None:
    bench.go("a3")
    (mark,) = marks(bench, "b6")
    bench.qtbot.waitUntil(lambda: not bench.room.article.text.rect_of_mark(mark.id).isEmpty())
    bench.room.article.text.mark_clicked.emit(mark.id)
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.layer == "figure"
    assert bench.room.card.grid.hasFocus()


def test_the_lanes_follow_the_theme(bench: Bench, themes: ThemeSwitch) -> None:
    themes.choose("dark")
    text = bench.room.article.text
    assert text._painter.palette.page.paper == current_theme().colours["paper"]


def test_title_and_outlet_stand_above_the_text(bench: Bench) -> None:
    headline = bench.room.article.text._layout.headline
    assert (headline.title, headline.subtitle) == ("Le budget", "Le Cadran")


def test_the_title_stands_once_where_the_text_begins_with_it(bench: Bench) -> None:
    text, article = bench.room.article.text, bench.desk.article
    assert article is not None
    bench.session.apply(EditArticle(article=article.id, values={"title": text.text.split("\n")[0]}))
    bench.desk.open(article.id)
    assert text.headline[0] == ""
    bench.session.apply(EditArticle(article=article.id, values={"title": "Another"}))
    bench.desk.open(article.id)
    assert text.headline[0] == "Another"


def test_a_stripe_for_each_annotator_stands_beside_the_lines_of_conflicts(bench: Bench) -> None:
    bench.go("a6")
    assert bench.room.article.text._margins.stripes == tuple(person.id for person in bench.desk.people)


def test_the_overview_shows_where_the_conflicts_are(bench: Bench) -> None:
    bench.go("a6")
    overview = bench.room.article.overview
    bench.qtbot.waitUntil(overview.isVisible)
    overview.refresh()
    picture = overview.grab().toImage()
    hues = {bench.room.article.text.mark_palette.style(person.id).line for person in bench.desk.people}
    seen = {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert hues & seen
