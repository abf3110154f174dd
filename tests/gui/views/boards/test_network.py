"""The Network board: drawn in the background, pointed at, dragged, walked through and written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotation.operations import AddAnnotations
from annotation.operations.boards.picture import Mode
from annotation.project.boards.chosen import Chosen
from gui.session import Session
from gui.views.boards.network import NetworkBoard
from gui.views.boards.network_scene import on_curve
from gui.views.boards.scope import Scope
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN
from tests.gui.views.boards.shown import Shown

Show = Callable[..., Shown]


@pytest.fixture
def shown(show: Show) -> Shown:
    return show(NetworkBoard)


@pytest.fixture
def board(shown: Shown) -> NetworkBoard:
    assert isinstance(shown.board, NetworkBoard)
    return shown.board


def names(board: NetworkBoard) -> set[str]:
    return {node.party.name for node in board.view.scene.picture.nodes}


def place(board: NetworkBoard, key: str) -> QPoint:
    return board.view.to_widget(board.view.scene.places[key]).toPoint()


def middle(board: NetworkBoard, source: str, polarity: str) -> QPoint:
    """A point on the edge that somebody is the source of."""
    scene = board.view.scene
    edge = next(one for one in scene.picture.edges if (one.source, one.polarity) == (source, polarity))
    return board.view.to_widget(on_curve(*scene.curve(edge), 0.5)).toPoint()


def quotes(board: NetworkBoard) -> list[str]:
    model = board.evidence.model
    return [row.quote for at in range(model.rowCount()) if (row := model.row(at))]


def choose_mode(board: NetworkBoard, mode: Mode) -> None:
    at = board.options.mode.findData(mode)
    board.options.mode.setCurrentIndex(at)
    board.options.mode.activated.emit(at)


def test_actors_and_concepts_are_drawn(board: NetworkBoard, shown: Shown) -> None:
    assert names(board) == {"Nina Roux", "OTAN", "Ali Ben", "la réforme"}
    assert len(board.view.scene.picture.edges) == 4
    assert "4 actors" in shown.texts
    assert board.panes() == (board.view, board.evidence.list)


def test_an_edge_leads_to_its_evidence_and_that_into_the_text(board: NetworkBoard, shown: Shown) -> None:
    QTest.mouseClick(board.view, Qt.MouseButton.LeftButton, pos=middle(board, "w:ali ben", "against"))
    assert board.evidence.title.text() == "Ali Ben → OTAN"
    assert quotes(board) == ["accuse"]
    point = board.evidence.list.visualRect(board.evidence.model.index(0, 0)).center()
    QTest.mouseClick(board.evidence.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown.wanted == [("d2", "t2")]


def test_a_node_leads_to_all_that_concerns_it(board: NetworkBoard) -> None:
    QTest.mouseClick(board.view, Qt.MouseButton.LeftButton, pos=place(board, "e:otan"))
    assert board.evidence.title.text() == "OTAN"
    assert set(quotes(board)) == {"soutient", "accuse"}


def test_pointing_at_a_node_lights_up_its_neighbours(board: NetworkBoard) -> None:
    QTest.mouseMove(board.view, QPoint(1, 1))
    QTest.mouseMove(board.view, place(board, "w:ali ben"))
    pointed, scene = board.view.pointed, board.view.scene
    assert pointed.node == "w:ali ben"
    assert {key for key in scene.places if pointed.holds_node(scene, key)} == {"w:ali ben", "e:otan"}
    assert sum(pointed.holds_edge(edge) for edge in scene.picture.edges) == 1
    plain = board.view.grab().toImage()
    board.view.leaveEvent(None)
    assert board.view.pointed.node is None
    assert board.view.grab().toImage() != plain


def test_a_node_can_be_dragged_and_stays_there(board: NetworkBoard, shown: Shown, session: Session) -> None:
    before = QPointF(board.view.scene.places["e:otan"])
    start = place(board, "e:otan")
    QTest.mousePress(board.view, Qt.MouseButton.LeftButton, pos=start)
    for step in (10, 20, 40):
        QTest.mouseMove(board.view, start + QPoint(step, step))
    QTest.mouseRelease(board.view, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 40))
    after = QPointF(board.view.scene.places["e:otan"])
    assert after != before
    assert board.evidence.title.text() == ""
    new = record("t9", "d1", "stance", {"evidence": ["affirmé"]}, holder={"entity": "police"},
                 target={"entity": "roux"}, polarity="favor")  # fmt: skip
    session.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    shown.rest()
    assert "Police" in names(board)
    assert board.view.scene.places["e:otan"] == after
    session.undo_stack.undo()
    shown.rest()
    assert "Police" not in names(board)


def test_the_plane_is_moved_and_enlarged(board: NetworkBoard) -> None:
    view = board.view
    zoom, centre = view.zoom, QPointF(view.middle)
    around = QPointF(place(board, "e:otan"))
    wheel = QWheelEvent(around, view.mapToGlobal(around), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(view, wheel)
    assert view.zoom > zoom
    assert (QPointF(place(board, "e:otan")) - around).manhattanLength() < 3
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(zoom)
    QTest.keyClick(view, Qt.Key.Key_Right)
    moved = QPointF(view.middle)
    assert moved != centre
    empty = QPoint(4, 4)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=empty)
    QTest.mouseMove(view, empty + QPoint(30, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=empty + QPoint(30, 0))
    assert view.middle.x() < moved.x()
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.middle == centre
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=empty)
    assert view.middle == centre


def test_the_keyboard_walks_from_the_busiest_on(board: NetworkBoard) -> None:
    QTest.keyClick(board.view, Qt.Key.Key_N)
    assert board.evidence.title.text() == "Nina Roux"
    QTest.keyClick(board.view, Qt.Key.Key_N)
    second = board.evidence.title.text()
    assert second != "Nina Roux"
    QTest.keyClick(board.view, Qt.Key.Key_P)
    assert board.evidence.title.text() == "Nina Roux"


def test_polarities_concepts_and_strength_are_options(board: NetworkBoard, shown: Shown) -> None:
    board.options.polarities["against"].click()
    board.options.concepts.click()
    shown.rest()
    assert names(board) == {"Nina Roux", "OTAN"}
    board.options.minimum.setValue(5)
    shown.rest()
    assert board._filtered.isVisible()
    board._filtered.button.click()
    shown.rest()
    assert len(names(board)) == 4


def test_those_who_disagree_are_tied_in_another_mode(board: NetworkBoard, shown: Shown) -> None:
    choose_mode(board, Mode.CONFLICT)
    shown.rest()
    assert names(board) == {"Nina Roux", "Ali Ben"}
    assert not board.options.polarities["favor"].isVisible()
    edge = board.view.scene.picture.edges[0]
    board.view.choose_edge(edge)
    assert board.evidence.title.text() in ("Nina Roux – Ali Ben", "Ali Ben – Nina Roux")
    assert quotes(board) == ["soutient", "accuse"]
    choose_mode(board, Mode.CONGRUENCE)
    shown.rest()
    assert board._filtered.isVisible()


def test_a_network_that_is_too_large_says_so(board: NetworkBoard, shown: Shown) -> None:
    picture = board.view.scene.picture
    board._show((type(picture)(picture.nodes, picture.edges, True, 12), {
        key: (spot.x(), spot.y()) for key, spot in board.view.scene.places.items()
    }))  # fmt: skip
    assert "12 more are not shown: these are the 4 busiest." in shown.texts


def test_only_the_last_that_was_asked_for_is_drawn(board: NetworkBoard, shown: Shown, scope: Scope) -> None:
    board.options.concepts.click()
    first = board.building.task
    board.options.concepts.click()
    assert first is not None
    assert first.cancelled
    shown.rest()
    assert len(names(board)) == 4
    scope.choose(Chosen(article="d2"))
    shown.rest()
    assert names(board) == {"Nina Roux", "Ali Ben", "OTAN"}


def test_hidden_it_draws_nothing_until_it_is_looked_at(
    board: NetworkBoard, shown: Shown, session: Session
) -> None:
    board.hide()
    new = record("t9", "d1", "stance", {"evidence": ["affirmé"]}, holder={"entity": "police"},
                 target={"entity": "roux"}, polarity="favor")  # fmt: skip
    session.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    shown.rest()
    assert "Police" not in names(board)
    board.show()
    shown.rest()
    assert "Police" in names(board)


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_pictures_are_written_with_names_and_legend(
    ending: str, board: NetworkBoard, shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"out{ending}"
    monkeypatch.setattr("gui.views.boards.network.ask_for_new_file", lambda *_asked: path)
    board.export_picture(ending)
    assert f"Written: out{ending}." in shown.texts
    if ending == ".svg":
        text = path.read_text("utf-8")
        assert all(name in text for name in ("Nina Roux", "OTAN", "Favor", "stroke-dasharray"))
    else:
        assert QImage(str(path)).width() >= 840
    monkeypatch.setattr("gui.views.boards.network.ask_for_new_file", lambda *_asked: None)
    board.export_picture(ending)
    nowhere = tmp_path / "no" / path.name
    monkeypatch.setattr("gui.views.boards.network.ask_for_new_file", lambda *_asked: nowhere)
    board.export_picture(ending)
    assert any("cannot be written" in text for text in shown.texts)


def test_the_layout_is_remembered(board: NetworkBoard, shown: Shown, show: Show) -> None:
    board.options.minimum.setValue(2)
    choose_mode(board, Mode.CONFLICT)
    shown.rest()
    state = board.layout_state()
    other = show(NetworkBoard).board
    assert isinstance(other, NetworkBoard)
    other.restore_layout(state)
    assert other.options.plan.minimum == 2
    assert other.options.plan.mode is Mode.CONFLICT
    for broken in ("", "[]", '{"options": {"mode": "x"}}'):
        other.restore_layout(broken)
    assert other.options.plan.minimum == 2
