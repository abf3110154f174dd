from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from gui.actions import load_actions, read_actions, room_condition
from gui.theme import icon_names

TABLE = """
conditions = ["open"]
[[menus]]
id = "file"
text = "File"
[[actions]]
id = "file.open"
text = "Open"
tip = "Open a file"
menu = "file"
keys = ["O"]
when = ["open"]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "actions.toml"
    path.write_text(text, "utf-8")
    return path


def test_an_entry_is_read_as_it_is_written(tmp_path: Path) -> None:
    specs = read_actions(write(tmp_path, TABLE))
    assert specs["file.open"].keys == ("O",)
    assert specs["file.open"].when == {"open"}
    assert specs.texts() == ("File", "Open", "Open a file")


def test_an_unknown_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        read_actions(write(tmp_path, TABLE))["file.close"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('when = ["open"]', 'when = ["shut"]'), "unknown conditions: shut"),
        (('menu = "file"', 'menu = "edit"'), "unknown menu edit"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    change: tuple[str, str], problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match=problem):
        read_actions(write(tmp_path, TABLE.replace(*change)))


def test_an_action_that_stands_twice_is_refused(tmp_path: Path) -> None:
    twice = TABLE + TABLE[TABLE.index("[[actions]]") :]
    with pytest.raises(ValueError, match=r"file\.open stands twice"):
        read_actions(write(tmp_path, twice))


def test_an_action_of_a_room_needs_the_room_to_be_shown() -> None:
    specs = load_actions()
    assert room_condition("annotate") in specs["suggestion.next"].conditions
    assert room_condition("annotate") not in specs["project.new"].conditions


def test_every_icon_of_the_table_is_drawn() -> None:
    named = {spec.icon for spec in load_actions().actions if spec.icon}
    assert named - set(icon_names()) == set()


def test_qt_understands_every_key(qapp: QApplication) -> None:
    written = [key for spec in load_actions().actions for key in (*spec.shortcuts, *spec.keys)]
    assert [key for key in written if QKeySequence(key).isEmpty()] == []


def test_no_two_actions_that_can_be_reached_together_share_a_key(qapp: QApplication) -> None:
    actions = load_actions().actions
    for scope in {spec.scope for spec in actions}:
        together = [spec for spec in actions if spec.scope in {scope, "global"}]
        keys = [QKeySequence(key).toString() for spec in together for key in (*spec.shortcuts, *spec.keys)]
        assert [key for key in keys if keys.count(key) > 1] == []


def test_keys_without_a_modifier_never_work_in_the_whole_window(qapp: QApplication) -> None:
    bare = [
        key
        for spec in load_actions().actions
        for key in spec.shortcuts
        if "+" not in key and not key.startswith("F")
    ]
    assert bare == []


def test_every_action_can_be_found_in_a_menu() -> None:
    alone = [spec.id for spec in load_actions().actions if not spec.menu and not spec.family]
    assert alone == []


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ("suggestion.next", "J"),
        ("suggestion.previous", "K"),
        ("suggestion.accept", "Return"),
        ("suggestion.reject", "X"),
        ("record.reference", "R"),
        ("record.note", "N"),
        ("article.next", "G"),
        ("article.find", "/"),
        ("go.next-pane", "F6"),
        ("go.command", "Ctrl+K"),
        ("help.keys", "F1"),
        ("edit.undo", "Ctrl+Z"),
        ("edit.redo", "Ctrl+Shift+Z"),
    ],
)
def test_the_keys_are_those_that_the_design_names(action: str, key: str) -> None:
    spec = load_actions()[action]
    assert key in (*spec.shortcuts, *spec.keys)
