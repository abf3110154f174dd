from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from gui.settings import RECENT, Look, Settings, SettingsFile

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "selon.ini"


def test_a_new_person_has_the_defaults(path: Path) -> None:
    assert SettingsFile(path).load() == Settings()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    annotator=words,
    zoom=st.floats(0.1, 5),
    recent=st.lists(words, max_size=5),
    layouts=st.dictionaries(words, words, max_size=3),
)
def test_what_is_saved_is_there_at_the_next_start(
    path: Path, annotator: str, zoom: float, recent: list[str], layouts: dict[str, str]
) -> None:
    saved = Settings(
        annotator=annotator,
        zoom=zoom,
        recent_projects=recent,
        look=Look(room_layouts=layouts),
        line_numbers=True,
    )
    SettingsFile(path).save(saved)
    assert SettingsFile(path).load() == saved


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
@pytest.mark.parametrize("damage", ["{", "null", '{"a": 1}', "[1]", '"x', "true", "12"])
def test_a_damaged_setting_has_its_default_or_its_type(path: Path, name: str, damage: str) -> None:
    file = QSettings(str(path), QSettings.Format.IniFormat)
    file.setValue(name, damage)
    file.sync()
    value = getattr(SettingsFile(path).load(), name)
    assert type(value) in {type(getattr(Settings(), name)), int}


def test_an_old_whole_number_is_good_enough_for_a_zoom(path: Path) -> None:
    file = QSettings(str(path), QSettings.Format.IniFormat)
    file.setValue("zoom", "2")
    file.sync()
    assert SettingsFile(path).load().zoom == 2


def test_the_file_is_in_the_persons_own_folder(own_settings: Path) -> None:
    assert SettingsFile().path.is_relative_to(own_settings)


def test_the_latest_project_comes_first_and_once() -> None:
    settings = Settings()
    for name in ("a", "b", "a"):
        settings.remember_project(Path(f"/projects/{name}.selon"))
    assert [Path(name).stem for name in settings.recent_projects] == ["a", "b"]


def test_the_oldest_project_is_forgotten_with_its_article() -> None:
    settings = Settings()
    first = Path("/projects/0.selon")
    settings.remember_project(first)
    settings.look.last_articles[str(first)] = "a1"
    for number in range(1, RECENT + 1):
        settings.remember_project(Path(f"/projects/{number}.selon"))
    assert len(settings.recent_projects) == RECENT
    assert settings.look.last_articles == {}


def test_a_project_that_is_gone_can_be_forgotten() -> None:
    settings, path = Settings(), Path("/projects/a.selon")
    settings.remember_project(path)
    settings.look.last_articles[str(path)] = "a1"
    settings.forget_project(path)
    settings.forget_project(path)
    assert (settings.recent_projects, settings.look.last_articles) == ([], {})


def test_two_programs_that_run_at_once_keep_what_each_changed(path: Path) -> None:
    first, second = SettingsFile(path), SettingsFile(path)
    one, two = first.load(), second.load()
    one.theme, two.zoom = "dark", 1.5
    first.save(one)
    second.save(two)
    kept = SettingsFile(path).load()
    assert (kept.theme, kept.zoom) == ("dark", 1.5)
