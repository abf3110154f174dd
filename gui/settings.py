"""What the program remembers about a person between two starts: typed, in one ini file of theirs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QSettings

RECENT = 12
"""How many projects are remembered."""


@dataclass(slots=True, kw_only=True)
class Settings:
    """Every setting with its default. Change the attributes, then `SettingsFile.save`."""

    language: str = ""
    """A language's code, or "" for the system's."""
    theme: str = "system"
    annotator: str = ""
    zoom: float = 1.0
    reading_font: str = ""
    """The face of articles: "" for the serif that comes along, "sans", or the name of a family."""
    reading_height: float = 1.6
    """Height of an article's line in font sizes."""
    reading_width: int = 68
    """Width of an article's column in characters."""
    paragraph_numbers: bool = False
    line_numbers: bool = False
    arcs: str = "selected"
    """Of which records references are drawn: "all", "selected" or "none"."""
    shown_records: str = "all"
    """Which records articles show: "all", "decided" or "waiting"."""
    least_sure: float = 0.0
    """The confidence from which suggestions are shown in the article."""
    recent_projects: list[str] = field(default_factory=list)
    """Paths, the latest first."""
    last_articles: dict[str, str] = field(default_factory=dict)
    """The article shown last in each recent project: {path: article id}."""
    last_room: str = ""
    tour_seen: bool = False
    panes: str = ""
    """Which panes the Annotate room shows: "" for all."""
    room_layouts: dict[str, str] = field(default_factory=dict)
    """What each room wrote down about its panes: {room: text}."""
    shortcuts: dict[str, str] = field(default_factory=dict)
    """The keys of actions that a person changed, a key a line: {id of the action: keys}."""
    window_geometry: str = ""
    """QWidget.saveGeometry in base64."""

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones, and forget the oldest beyond RECENT."""
        name = str(path.absolute())
        self.recent_projects = [name, *(other for other in self.recent_projects if other != name)][:RECENT]
        kept = {key: value for key, value in self.last_articles.items() if key in self.recent_projects}
        self.last_articles = kept

    def forget_project(self, path: Path) -> None:
        """Take a project that is gone out of the recent ones."""
        name = str(path.absolute())
        self.recent_projects = [other for other in self.recent_projects if other != name]
        self.last_articles.pop(name, None)


class SettingsFile:
    """The ini file that settings live in: the person's own, or `path`."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("selon", appauthor=False, ensure_exists=True) / "selon.ini"
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    def load(self) -> Settings:
        """The settings in the file; what is missing or damaged there has its default."""
        defaults = Settings()
        kept = {one.name: self._read(one.name, getattr(defaults, one.name)) for one in fields(Settings)}
        return Settings(**kept)

    def save(self, settings: Settings) -> None:
        """Write all settings; the file is replaced as a whole."""
        for one in fields(Settings):
            self._file.setValue(one.name, json.dumps(getattr(settings, one.name), ensure_ascii=False))
        self._file.sync()

    def _read(self, name: str, default: Any) -> Any:
        try:
            value = json.loads(str(self._file.value(name)))
        except ValueError:
            return default
        return value if _fits(value, default) else default


def _fits(value: Any, default: Any) -> bool:
    """Whether a value read from the file is of its default's type, down to what it holds."""
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(default, dict):
        return isinstance(value, Mapping) and all(isinstance(item, str) for item in value.values())
    return type(value) is type(default)
