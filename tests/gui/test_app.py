import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import open_shell
from gui.settings import Settings, SettingsFile
from gui.theme import ThemeSwitch, current_theme

PROGRAM = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui import app

def furnish(shell, tasks):
    seen = tasks.project.call(lambda: "lane")
    print(seen, shell.windowTitle(), QApplication.applicationName())
    {act}

print("code", app.run(furnish))
"""
CLOSE = "QTimer.singleShot(0, shell.close)"
CHANGE = f"shell.wear('dark'); {CLOSE}"
FAIL = "QTimer.singleShot(0, lambda: 1 // 0); QTimer.singleShot(300, lambda: shell.close())"


def start(act: str, home: Path, repository: Path) -> subprocess.CompletedProcess[str]:
    """The program, started in a process of its own with a home of its own, until its window closes."""
    environment = {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "SELON_LANG": "en"}
    environment |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "STATE", "CACHE")}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(act=act)],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_program_starts_and_ends_with_its_window(tmp_path: Path, repository: Path) -> None:
    ended = start(CLOSE, tmp_path, repository)
    assert ended.stdout.split() == ["lane", "Selon", "selon", "code", "0"], ended.stderr


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path, repository: Path) -> None:
    start(CHANGE, tmp_path, repository)
    (file,) = tmp_path.rglob("selon.ini")
    assert SettingsFile(file).load().theme == "dark"


def test_an_error_that_nobody_expected_leaves_the_window_alive_and_a_report(
    tmp_path: Path, repository: Path
) -> None:
    ended = start(FAIL, tmp_path, repository)
    assert "code 0" in ended.stdout, ended.stderr
    (report,) = tmp_path.rglob("report-*.txt")
    assert "ZeroDivisionError" in report.read_text("utf-8")


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_window_opens_in_the_theme_of_the_settings(
    theme: str, qapp: QApplication, qtbot: QtBot, themes: ThemeSwitch
) -> None:
    shell = open_shell(qapp, Settings(theme=theme, language="en"))
    qtbot.addWidget(shell)
    assert current_theme().name == theme
    themes.choose("dark" if theme == "light" else "light")
