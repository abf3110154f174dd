"""Files dropped on the window: a project is opened, several are collected, everything else is imported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from gui.dialogs.files import files_in, is_project


class FileDrops(QObject):
    """Watches what is dropped on `window`."""

    def __init__(
        self,
        window: QWidget,
        import_files: Callable[[Sequence[Path]], None],
        open_project: Callable[[Path], None],
        collect: Callable[[Sequence[Path]], None] | None = None,
    ) -> None:
        """Hand on what is dropped; `collect` takes several projects, which are packages that came back."""
        super().__init__(window)
        self._import = import_files
        self._open = open_project
        self._collect = collect
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds files of this machine; leave the rest to the window."""
        if isinstance(event, QDropEvent) and (paths := files_in(event.mimeData())):
            if event.type() == QEvent.Type.DragEnter:
                event.acceptProposedAction()
                return True
            if event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
                self._take(paths)
                return True
        return super().eventFilter(watched, event)

    def _take(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and is_project(paths[0]):
            self._open(paths[0])
        elif self._collect is not None and all(map(is_project, paths)):
            self._collect(paths)
        else:
            self._import(paths)
