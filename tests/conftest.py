"""What every test gets: Qt off screen, settings folders of its own, and a watch on what it leaves behind."""

import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

# Before Qt is imported: it reads these once.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
os.environ["XDG_RUNTIME_DIR"] = os.environ.get("XDG_RUNTIME_DIR") or tempfile.mkdtemp(prefix="selon-tests-")
# Before numpy is: threads of its own in every worker would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from annotation.i18n import use_language
from tests.leaks import Watch, keeping_started

_WINDOWS = 20
_windows = count(1)
"""Tests of the window so far; after each _WINDOWS of them what they left is collected."""
REPOSITORY = Path(__file__).resolve().parent.parent

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage in the half a million objects that tests are, neither now nor later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the user's home in this test: settings, data, state and cache go there."""
    home = tmp_path_factory.mktemp("home")
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    keep_qt_settings_in(home / "qt")
    return home


def keep_qt_settings_in(folder: Path) -> None:
    """Let every QSettings made from now on read and write under `folder`, whatever its format and scope."""
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, str(folder / scope.name))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English and write numbers plainly, whatever this machine does or another test switched to."""
    use_language("en")
    QLocale.setDefault(QLocale.c())
    yield
    use_language("en")
    QLocale.setDefault(QLocale.c())
    if application := QCoreApplication.instance():
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)


@pytest.fixture(autouse=True)
def collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect no garbage while a test of the window runs: another thread might, and take widgets away.

    Now and then it is collected afterwards: windows that nobody has any more would make all others slow.
    """
    with_qt = "qapp" in request.fixturenames
    if with_qt:
        gc.disable()
    yield
    if with_qt:
        if next(_windows) % _WINDOWS == 0:
            gc.collect()
        gc.enable()


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves threads, processes, timers or animations running."""
    watch = Watch()
    with_qt = "qapp" in request.fixturenames
    if with_qt:
        keeping_started(monkeypatch, watch)
    yield
    if left := watch.still_running(with_qt=with_qt):
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of test material beside the checkout, which is not part of it; skips where it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """The name of a display on an X server of these tests' own, for real windows; skips without Xvfb."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb, one of the packages of the tests")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()
