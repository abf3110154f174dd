"""Starting the window: the application, its language, theme and last resort, and the end of all that."""

import logging
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gui.collector import Collector
from gui.furnish import furnish
from gui.language import speak
from gui.last_resort import LastResort
from gui.settings import Settings, SettingsFile
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from resources import RESOURCES


def create_application() -> QApplication:
    """The QApplication with the program's names and icon. There can be one in a process."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("selon")
    application.setApplicationDisplayName("Selon")
    application.setDesktopFileName("selon")
    application.setWindowIcon(QIcon(str(RESOURCES / "icons" / "selon.svg")))
    return application


def main(project: Path | None = None) -> int:
    """Open the window, on the file `project` where there is one; gives the exit code when it closes."""
    return run(partial(furnish, project=project))


def run(furnish: Callable[[Shell, Tasks], object]) -> int:
    """Open the window, let `furnish` put rooms and handlers in it; gives the exit code when it closes."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    application = create_application()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    last_resort = LastResort(parent=application)
    last_resort.install()
    file = SettingsFile()
    settings = file.load()
    tasks = Tasks(application)
    collector = Collector(application)
    try:
        shell = open_shell(application, settings)
        furnish(shell, tasks)
        shell.show()
        return application.exec()
    finally:
        tasks.close()
        collector.stop()
        file.save(settings)
        last_resort.uninstall()


def open_shell(application: QApplication, settings: Settings) -> Shell:
    """The window's frame in the language and theme of `settings`, not yet shown."""
    speak(application, settings.language)
    themes = ThemeSwitch(application)
    themes.choose(settings.theme)
    return Shell(settings, themes)
