"""The command that repeats an export: quoted, complete, and understood by the program's own door."""

import shlex
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from annotation.cli import cli
from annotation.operations.sets import SetWish
from annotation.records import Status
from gui.dialogs.export_command import CommandLine, command_of
from gui.dialogs.export_wish import ExportWish
from gui.theme import ThemeSwitch
from tests.annotation.newsroom import newsroom_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="the shell quotes otherwise")


@posix
@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (SetWish(), "--set all"),
        (SetWish(annotator="gold"), "--set gold"),
        (SetWish(annotator="Ann B"), "--set 'annotator Ann B'"),
        (SetWish(statuses=frozenset({Status.REJECTED})), "--set all --status rejected"),
    ],
)
def test_whose_and_in_which_state_is_said(chosen: SetWish, said: str) -> None:
    wish = replace(chosen, format="csv", options={"separator": "tab"})
    command = command_of(Path("a b.selon"), ExportWish(set=wish, out=Path("out")))
    assert command == f"selon export 'a b.selon' --format csv --out out {said} --option separator=tab"


@posix
def test_the_command_writes_what_it_says(tmp_path: Path) -> None:
    project, out = newsroom_file(tmp_path), tmp_path / "an out"
    wish = SetWish(
        format="csv", options={"separator": "tab"}, annotator="Ann", anonymise=True,
        statuses=frozenset({Status.ACCEPTED, Status.EDITED}),
    )  # fmt: skip
    key = tmp_path / "a key.csv"
    command = command_of(project, ExportWish(set=wish, out=out, key=key))
    done = CliRunner().invoke(cli, shlex.split(command)[1:])
    assert done.exit_code == 0, done.output
    assert key.is_file()
    assert "\t" in (out / "articles.csv").read_text("utf-8").splitlines()[0]


def test_a_command_can_be_copied(qtbot: QtBot, themes: ThemeSwitch) -> None:
    line = CommandLine()
    qtbot.addWidget(line)
    line.show_command("selon export a.selon")
    line.copy.click()
    assert QGuiApplication.clipboard().text() == "selon export a.selon"
    line.show_command("")
    assert not line.copy.isEnabled()
