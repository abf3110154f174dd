"""Files dropped on the window: a project is opened, everything else is imported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gui.dialogs.files import SUFFIX


class FileDrops(QObject):
    """Watches what is dropped on `window`."""

    def __init__(
        self,
        window: QWidget,
        import_files: Callable[[Sequence[Path]], None],
        open_project: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._import = import_files
        self._open = open_project
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds files; leave the rest to the window."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            return self._take(event)
        if (
            isinstance(event, QDragEnterEvent)
            and event.type() == QEvent.Type.DragEnter
            and event.mimeData().hasUrls()
        ):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QDropEvent) -> bool:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return False
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self._open(paths[0])
        else:
            self._import(paths)
        return True
