"""Changing the theme while the program runs, by choice or with the system."""

import gc
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory, QWidget

from gui.theme.current import current_theme, put_on
from gui.theme.fonts import interface_font
from gui.theme.icons import redraw_icon
from gui.theme.sheet import style_sheet, write_marks
from gui.theme.theme import Theme, load_theme, theme_names

SYSTEM = "system"
"""The choice to follow the system's light, dark or high contrast."""


class ThemeSwitch(QObject):
    """Dresses the QApplication in a theme and changes it live. Make one; it lives as long as the application.

    Emits `changed` after the whole program wears another theme.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = SYSTEM
        self._marks = QTemporaryDir()
        self._following = True
        # Else a style sheet keeps a palette that a widget sets itself from what it holds.
        app.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(interface_font())
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """What was chosen: the name of a theme, or "system"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Wear the theme called `choice`, or the system's; an unknown name counts as "system"."""
        self._choice = choice if choice in theme_names() else SYSTEM
        theme = load_theme(self._wanted())
        self._following = False
        self._app.styleHints().setColorScheme(self._scheme(theme))
        self._following = True
        self._wear(theme)

    def _wanted(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        self._app.styleHints().unsetColorScheme()
        if _wants_contrast(self._app):
            return "contrast"
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _scheme(self, theme: Theme) -> Qt.ColorScheme:
        """What Qt is told, so that title bars and the system's dialogs go with a theme chosen by hand."""
        if self._choice == SYSTEM:
            return Qt.ColorScheme.Unknown
        return Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light

    def _follow(self) -> None:
        if self._following and self._choice == SYSTEM and self._wanted() != current_theme().name:
            self._wear(load_theme(self._wanted()))

    def _wear(self, theme: Theme) -> None:
        put_on(theme)
        marks = write_marks(theme, Path(self._marks.path()))
        self._app.setPalette(theme.palette())
        self._app.setStyleSheet(style_sheet(theme, marks))
        for widget in _all_widgets(self._app):
            if isinstance(widget, QAbstractButton):
                redraw_icon(widget)
        self.changed.emit()


def _all_widgets(app: QApplication) -> list[QWidget]:
    """Every widget there is. Python collects no garbage meanwhile, which could delete some of them."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        return app.allWidgets()
    finally:
        if was_collecting:
            gc.enable()


def _wants_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast; Qt knows since 6.10."""
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
