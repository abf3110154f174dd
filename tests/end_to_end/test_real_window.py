"""The program as people start it: a process with a real window on an X server, driven by its keys."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, StoreSuggestions
from annotation.project import ProjectError, create_project, open_project
from annotation.records import Article, Span, Status, Suggestion, digest

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not shutil.which("xdotool"), reason="needs xdotool, one of the packages of the tests"),
]

TEXT = "Un pont pour Orsane\n\nLa ville d’Orsane paiera 4 millions d’euros, selon le maire Paul Ferrant."
PATIENCE = 60.0
"""Seconds within which a window comes up, or does what it was asked, on a busy machine."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article and three suggestions."""
    path = tmp_path / "pont.selon"
    article = Article(
        id="pont", title="Un pont pour Orsane", text_sha256=digest(TEXT), length=len(TEXT), lang="fr"
    )
    words = (("entity", "Orsane"), ("figure", "4 millions d’euros"), ("entity", "Paul Ferrant"))
    suggestions = tuple(
        Suggestion(key=f"{layer}/{number}", layer=layer, spans={"mention": (_last(word),)}, origin="tests/1")
        for number, (layer, word) in enumerate(words)
    )
    with create_project(path) as made:
        made.apply(AddArticles(imported=(Imported(article=article, text=TEXT),)))
        found = ArticleSuggestions(article="pont", lang="fr", suggestions=suggestions)
        made.apply(StoreSuggestions(found=(found,)))
    return path


def _last(word: str) -> Span:
    start = TEXT.rindex(word)
    return Span(start, start + len(word))


class Program:
    """The running program, and the keys that it is given."""

    def __init__(self, process: "subprocess.Popen[str]", environment: dict[str, str]) -> None:
        self.process = process
        self._environment = environment
        self._window = self._find()

    def press(self, *keys: str) -> None:
        """Press keys in the window, by the names that X gives them."""
        self._xdotool("windowfocus", "--sync", self._window)
        for key in keys:
            self._xdotool("key", "--clearmodifiers", key)

    def _find(self) -> str:
        found: list[str] = []

        def visible() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--name", "pont", check=False).split()
            return bool(found)

        self.wait_until(visible)
        return found[-1]

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait until a condition holds; fail when it takes too long or the program has ended."""
        end, pause = time.monotonic() + PATIENCE, threading.Event()
        while not condition():
            assert self.process.poll() is None, self.process.communicate()[1]
            assert time.monotonic() < end, "it took too long"
            pause.wait(0.1)

    def _xdotool(self, *words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env=self._environment,
            capture_output=True,
            text=True,
            check=check,
            timeout=PATIENCE,
        )
        return done.stdout


@pytest.fixture
def program(project: Path, x_display: str, repository: Path) -> Iterator[Program]:
    """The program, open on the project."""
    environment = {**os.environ, "DISPLAY": x_display, "QT_QPA_PLATFORM": "xcb", "SELON_LANG": "en"}
    command = [sys.executable, str(repository / "main.py"), str(project)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Program(process, environment)
        finally:
            if process.poll() is None:
                process.kill()


def decided(path: Path) -> list[str]:
    """What was decided so far, read while the program has the project open."""
    try:
        with open_project(path, read_only=True) as opened:
            found = opened.read.annotations("pont")
    except ProjectError:  # the program is writing this very moment
        return []
    return sorted(record.status.value for record in found if record.status is not Status.SUGGESTED)


def test_suggestions_are_decided_by_keys_and_the_window_closes_cleanly(
    program: Program, project: Path
) -> None:
    program.press("ctrl+2", "alt+Next")
    program.wait_until(lambda: _is_started(project))
    program.press("j", "Return")
    program.wait_until(lambda: decided(project) == ["accepted"])
    program.press("x")
    program.wait_until(lambda: decided(project) == ["accepted", "rejected"])
    program.press("ctrl+z")
    program.wait_until(lambda: decided(project) == ["accepted"])
    program.press("ctrl+q")
    _out, said = program.process.communicate(timeout=PATIENCE)
    assert (program.process.returncode, said) == (0, "")
    assert [path.name for path in project.parent.iterdir()] == [project.name]
    with open_project(project) as opened:
        assert opened.check() == []


def _is_started(path: Path) -> bool:
    try:
        with open_project(path, read_only=True) as opened:
            return any(found.state == "started" for found in opened.read.assignments_of("pont"))
    except ProjectError:
        return False
