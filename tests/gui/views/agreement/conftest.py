"""What tests of the Agreement room get: three annotators' work open in a window, and the room in it."""

from pathlib import Path

import pytest

from gui.views.agreement.room import AgreementRoom
from tests.gui.furnished import Window
from tests.gui.views.agreement.three import three_file


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    """The window with the project open."""
    window.open(three_file(tmp_path))
    return window


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chance is drawn a few times; nothing depends on how often that is, or on how busy a machine is."""
    for name in ("annotation.measures._holistic.DRAWS", "annotation.measures._holistic.MOST"):
        monkeypatch.setattr(name, 4)
    monkeypatch.setattr("gui.views.agreement.study.DRAWS", 60)
    monkeypatch.setattr("gui.views.agreement.desk.QUICK", 60.0)


@pytest.fixture
def room(opened: Window) -> AgreementRoom:
    """The room, entered, when all is computed."""
    opened.shell.enter("agreement")
    made = opened.shell.rooms.room
    assert isinstance(made, AgreementRoom)
    opened.shell.activateWindow()
    opened.qtbot.waitUntil(opened.shell.isActiveWindow)
    opened.qtbot.waitUntil(
        lambda: made.desk.behind is not None and not opened.session.tasks.running, timeout=15_000
    )
    return made
