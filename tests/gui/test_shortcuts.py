"""Keys that a person changed: in force at the next start, and carried by a file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.actions.keymap import KeysError, keys_of
from gui.settings import Settings
from gui.shell import Shell
from gui.shortcuts import ShortcutChoice
from gui.theme import ThemeSwitch


def keys(shell: Shell, action: str) -> tuple[str, ...]:
    bound = shell.actions_table.find(action)
    assert bound is not None
    return keys_of(bound)


def test_what_was_changed_holds_at_the_next_start(qtbot: QtBot, themes: ThemeSwitch) -> None:
    settings = Settings(theme="light")
    first = Shell(settings, themes)
    qtbot.addWidget(first)
    ShortcutChoice(first).use({"suggestion.next": ("M",), "go.room:corpus": ("Alt+1",)})
    second = Shell(settings, themes)
    qtbot.addWidget(second)
    ShortcutChoice(second)
    assert keys(second, "suggestion.next") == ("M",)


def test_a_file_carries_keys_from_one_machine_to_another(shell: Shell, tmp_path: Path) -> None:
    choice = ShortcutChoice(shell)
    choice.use({"suggestion.next": ("M",), "suggestion.why": ()})
    choice.write(tmp_path / "keys.toml")
    choice.use({})
    assert choice.read(tmp_path / "keys.toml") == "2 actions have other keys now."
    assert (keys(shell, "suggestion.next"), keys(shell, "suggestion.why")) == (("M",), ())
    assert shell.settings.shortcuts == {"suggestion.next": "M", "suggestion.why": ""}


def test_what_a_file_has_that_does_not_fit_is_counted(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text('[keys]\n"no.such" = ["A"]\n"project.new" = ["A"]\n', "utf-8")
    assert ShortcutChoice(shell).read(path) == "One action has other keys now. 2 entries were left out."


@pytest.mark.parametrize("name", ["nowhere.toml", "folder"])
def test_a_file_that_cannot_be_read_or_written_is_said(shell: Shell, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    choice = ShortcutChoice(shell)
    with pytest.raises(KeysError, match="cannot be read"):
        choice.read(tmp_path / name)
    with pytest.raises(KeysError, match="cannot be written"):
        choice.write(tmp_path / "no folder" / name)


def test_the_dialog_changes_the_window_behind_it(shell: Shell, qtbot: QtBot) -> None:
    choice = ShortcutChoice(shell)
    shell.show()
    shell.actions_table["help.shortcuts"].trigger()
    assert choice.dialog is not None
    choice.dialog.chosen.emit({"suggestion.next": ("M",)})
    assert keys(shell, "suggestion.next") == ("M",)
    choice.dialog.accept()
    assert choice.dialog is None
