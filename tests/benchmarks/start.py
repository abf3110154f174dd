"""How long the program takes from its start to the first paint: on nothing, and on a project."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.operations.sample import create_sample_project
from tests.benchmarks._measure import Measurement, milliseconds

NAME = "start"
BARE = "an empty window of Qt"
REPOSITORY = Path(__file__).resolve().parents[2]

_PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class FirstPaint(QObject):
    "Says when a widget has painted for the first time, and ends the program."
    def __init__(self, widget, application):
        super().__init__(widget)
        self._application = application
        widget.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)
        return False
    def _end(self):
        print(time.monotonic_ns(), flush=True)
        self._application.closeAllWindows()
"""
_OURS = """
from pathlib import Path
from gui import app
from gui.furnish import furnish
from PySide6.QtWidgets import QApplication

def fill(shell, tasks):
    project = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    made = furnish(shell, tasks, project)
    def watch_table():
        room = shell.rooms.room
        room.listed.connect(lambda: FirstPaint(room.table.viewport(), QApplication.instance()))
    if project:
        made.session.opened.connect(watch_table)
    else:
        FirstPaint(shell, QApplication.instance())

sys.exit(app.run(fill))
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("Selon"))
window.resize(1280, 800)
FirstPaint(window, application)
window.show()
sys.exit(application.exec())
"""


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times of a bare window, of the welcome page, and of a project's articles."""
    runs = 1 if quick else 12
    with TemporaryDirectory() as name:
        project = Path(name) / "sample.selon"
        create_sample_project(project).close()
        bare, welcome, articles = (
            [_start(program, Path(name), *arguments) for _time in range(runs + 1)][1:]
            for program, arguments in ((_BARE, ()), (_OURS, ()), (_OURS, (str(project),)))
        )
    yield milliseconds(NAME, "nothing", "first paint of the welcome page", welcome, baseline=(BARE, bare))
    yield milliseconds(NAME, "the sample", "first paint of the articles", articles, baseline=(BARE, bare))


def _start(program: str, home: Path, *arguments: str) -> float:
    """Seconds from the start of a process of its own to the paint; both clocks are the system's one.

    The first start compiles what every later one finds compiled, as it is where the program is installed.
    """
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "SELON_LANG": "en"}
    environment |= {f"XDG_{kind}_HOME": str(home) for kind in ("CONFIG", "STATE", "CACHE", "DATA")}
    environment |= {"PYTHONPYCACHEPREFIX": str(home / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", _PAINTED + program, *arguments]
    began = time.monotonic_ns()
    done = subprocess.run(
        command,
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )
    return (int(done.stdout) - began) / 1e9
