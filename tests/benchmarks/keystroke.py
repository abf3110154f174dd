"""How long a key takes in the Annotate room, from the press to the paint, what it decides being on disk."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer

from annotation.operations import Accept
from annotation.project import Project, open_project
from annotation.records import MACHINE
from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import application
from tests.benchmarks._rooms import PERSON, SIZES, RoomWindow, make_project, room_window, wait

NAME = "keystroke"
ALONE = "the operation without a window"
_KEYS = (
    ("next suggestion", "J"),
    ("accept, and go to the next", "\r"),
    ("reject, and go to the next", "X"),
    ("delete one record", "delete"),
    ("another label", "2"),
    ("undo", "undo"),
)


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times of keys that walk and decide, in a short article, a long one and a book."""
    application()
    with TemporaryDirectory() as name:
        for length, records in SIZES[:1] if quick else SIZES:
            path = Path(name) / f"{length}.selon"
            make_project(path, length, records)
            size = f"{length // 1000} kB, {records} records"
            runs = 2 if quick else 60
            alone = _accept_alone(path, runs)
            with room_window(path) as window:
                window.open()
                for metric, key in _KEYS:
                    baseline = (ALONE, alone) if metric != "next suggestion" else None
                    found = _presses(window, key, min(runs, records // 10))
                    yield milliseconds(NAME, size, metric, found, baseline=baseline)
                found = _presses_between(window, min(runs, records // 10))
                yield milliseconds(NAME, size, "accept while suggestions are weighed anew", found)


def _presses(window: RoomWindow, key: str, runs: int) -> list[float]:
    def before() -> None:
        if key in ("2", "delete"):
            window.press("J")

    return times(lambda: window.press(key), runs, before=before)


def _presses_between(window: RoomWindow, runs: int) -> list[float]:
    """The times of accepting while the suggestions are weighed anew, each time a little further with it."""
    follower, moments = window.room.follower, cycle(range(5, 1_200, 23))
    pause = QTimer(singleShot=True)

    def before() -> None:
        wait(lambda: not window.tasks.running)
        follower.renew_now()
        pause.start(next(moments))
        wait(lambda: not pause.isActive())

    return times(lambda: window.press("\r"), runs, before=before)


def _accept_alone(path: Path, runs: int) -> list[float]:
    """The times of accepting a suggestion, committed, in a project that no window shows."""
    with open_project(path) as project:
        ids = [one.id for one in project.read.annotations("a", [MACHINE.id])]
        waiting = iter(ids[-runs:])
        return times(_acceptor(project, waiting), runs)


def _acceptor(project: Project, ids: Iterator[str]) -> Callable[[], object]:
    return lambda: project.apply(Accept(annotations=(next(ids),), actor=PERSON.id))
