"""The panel of filters: values with counts, chosen and left out by clicks."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.codebook import built_in_codebook, load_codebook
from annotation.project.facets import FacetValue
from gui.views.corpus_facets import FacetPanel, facets, term_of

VALUES = {
    "outlet": [FacetValue("Le Monde", 1200), FacetValue("Écho", 3), FacetValue("", 1)],
    "year": [FacetValue("2024", 2)],
    "layers": [FacetValue("stance", 5)],
    "tags": [FacetValue(f"t{number}", 1) for number in range(30)],
    "state": [FacetValue("", 2), FacetValue("done", 1)],
}


@pytest.fixture
def panel(shown: Callable[[QWidget], QWidget]) -> FacetPanel:
    asked: list[tuple[str, str]] = []

    def ask(name: str, key: str, show: Callable[[Sequence[FacetValue]], object]) -> None:
        asked.append((name, key))
        show(VALUES.get(name, []))

    made = FacetPanel(load_codebook(built_in_codebook()), ask)
    made.asked = asked  # type: ignore[attr-defined]  # for the tests
    made.resize(260, 700)
    shown(made)
    made.chosen.connect(made.show_filters)
    return made


def pick(panel: FacetPanel, facet: str, value: str, *, alt: bool = False) -> list[str]:
    """Click on the words of a value; the filters that this gives."""
    row = panel.lists[facet].rows[value]
    modifiers = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QCoreApplication.processEvents()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, modifiers, row.rect().center())
    return list(panel._filters)


def test_a_facet_is_asked_for_when_it_is_opened(panel: FacetPanel) -> None:
    assert panel.asked == []  # type: ignore[attr-defined]  # for the tests
    panel.folds["outlet"].set_open(True)
    panel.reload()
    assert panel.asked == [("outlet", "outlet")] * 2  # type: ignore[attr-defined]  # for the tests
    assert [row.words.text() for row in panel.lists["outlet"].rows.values()] == ["Le Monde", "Écho", "none"]


def test_values_are_chosen_together_and_let_go(panel: FacetPanel) -> None:
    panel.folds["outlet"].set_open(True)
    assert pick(panel, "outlet", "Le Monde") == ['outlet:"Le Monde"']
    assert panel.lists["outlet"].rows["Le Monde"].box.isChecked()
    assert pick(panel, "outlet", "") == ['outlet:none,"Le Monde"']
    assert pick(panel, "outlet", "Le Monde") == ["outlet:none"]
    assert pick(panel, "outlet", "") == []


def test_a_value_is_left_out_with_alt(panel: FacetPanel) -> None:
    panel.folds["outlet"].set_open(True)
    assert pick(panel, "outlet", "Écho", alt=True) == ["-outlet:Écho"]
    state = panel.lists["outlet"].rows["Écho"].box.checkState()
    assert state is Qt.CheckState.PartiallyChecked
    assert pick(panel, "outlet", "Écho") == ["outlet:Écho"]
    assert pick(panel, "outlet", "Écho", alt=True) == ["outlet:Écho", "-outlet:Écho"]


def test_the_box_itself_can_be_clicked(panel: FacetPanel) -> None:
    panel.folds["layers"].set_open(True)
    box = panel.lists["layers"].rows["stance"].box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert list(panel._filters) == ["has:stance"]


def test_days_and_counts_are_typed(panel: FacetPanel, qtbot: QtBot) -> None:
    panel.folds["year"].set_open(True)
    panel.dates[0].setText("2024-01")
    QTest.keyClick(panel.dates[0], Qt.Key.Key_Return)
    assert list(panel._filters) == ["date:2024-01.."]
    panel.layer.setCurrentIndex(panel.layer.findData("stance"))
    panel.least.setValue(3)
    panel._take_count()
    assert list(panel._filters) == ["date:2024-01..", "stance>=3"]


def test_many_values_are_shown_in_parts(panel: FacetPanel) -> None:
    panel.folds["tags"].set_open(True)
    assert len(panel.lists["tags"].rows) == 8
    panel.lists["tags"]._show_more()
    assert len(panel.lists["tags"].rows) == 30


def test_nothing_is_said(panel: FacetPanel) -> None:
    panel.folds["section"].set_open(True)
    assert panel.lists["section"].rows == {}


def test_every_facet_filters_by_a_key_that_there_is() -> None:
    for facet in facets():
        assert term_of(f"{facet.key}:x", facet.key, left_out=False) is not None
        assert term_of(f"-{facet.key}:x", facet.key, left_out=True) is not None
        assert term_of(f"-{facet.key}:x", facet.key, left_out=False) is None
    assert term_of("journal:x", "outlet", left_out=False) is not None
    assert term_of("word", "outlet", left_out=False) is None
