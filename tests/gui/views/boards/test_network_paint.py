"""Names in a network never lie upon each other."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from annotation.operations.boards.picture import PicturePlan, build_picture
from gui.theme import load_theme
from gui.views.boards import network_paint
from gui.views.boards.network_paint import Pointed, _moved_into, paint_scene
from gui.views.boards.network_scene import Scene
from tests.annotation.operations.boards.stances import stances


@pytest.fixture
def crowded() -> Scene:
    """Thirty actors with long names on very little room."""
    said = stances(*(f"actor-with-a-long-name-{n} + hub" for n in range(30)), "hub - hub")
    picture = build_picture(said, PicturePlan())
    places = {node.party.key: (n % 6 * 0.3, n // 6 * 0.3) for n, node in enumerate(picture.nodes)}
    return Scene.of(picture, places, {})


def written(scene: Scene, pointed: Pointed, monkeypatch: pytest.MonkeyPatch) -> list[tuple[QRectF, str]]:
    """The names that are written, and where."""
    found: list[tuple[QRectF, str]] = []

    def note(_painter: QPainter, place: QRectF, text: str, _theme: object, *, bold: bool) -> None:
        found.append((place, text))

    monkeypatch.setattr(network_paint, "_paint_name", note)
    image = QImage(QSize(400, 300), QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_scene(painter, scene, load_theme("light"), pointed)
    painter.end()
    return found


def test_names_never_overlap(crowded: Scene, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    names = written(crowded, Pointed(), monkeypatch)
    assert names
    assert len(names) < 31
    assert not any(one.intersects(other) for (one, _a), (other, _b) in combinations(names, 2))


def test_the_name_that_is_pointed_at_is_always_written(
    crowded: Scene, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = crowded.picture.nodes[-1].party
    names = [text for _place, text in written(crowded, Pointed(node=last.key), monkeypatch)]
    assert any(text.startswith(last.name[:8]) for text in names)
    assert len(names) <= 2


def test_a_node_that_is_moved_by_hand_stays(crowded: Scene) -> None:
    again = Scene.of(crowded.picture, dict.fromkeys(crowded.places, (0.0, 0.0)), {"hub": QPointF(9, 9)})
    assert again.places["hub"] == QPointF(9, 9)
    assert again.neighbours("hub") >= {"actor-with-a-long-name-0", "hub"}


def test_points_find_nodes_and_edges(crowded: Scene) -> None:
    assert crowded.node_at(crowded.places["hub"]) == "hub"
    assert crowded.node_at(QPointF(-999, -999)) is None
    assert crowded.edge_at(QPointF(-999, -999)) is None
    assert Scene().bounds() == QRectF(0, 0, 1, 1)


def test_a_name_at_the_edge_is_moved_inside_what_is_seen() -> None:
    room = QRectF(0, 0, 100, 100)
    assert _moved_into(QRectF(-20, 10, 40, 10), room) == QRectF(0, 10, 40, 10)
    assert _moved_into(QRectF(90, 10, 40, 10), room) == QRectF(60, 10, 40, 10)
    assert _moved_into(QRectF(30, 10, 40, 10), room) == QRectF(30, 10, 40, 10)
