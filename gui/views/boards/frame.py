"""What boards about chosen records look like: tools, a thin line while reading, content or why none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.boards.sheets import Cell, write_table
from gui.dialogs.files import ask_for_new_file
from gui.tasks import Progress, Step, Task
from gui.views.boards.board import Bench, Board
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.message_bar import MessageBar
from gui.widgets.progress_line import ProgressLine

Rows = Callable[[Progress], Iterable[Sequence[Cell]]]
_WRITTEN = "written"


class FramedBoard(Board):
    """A board with a row of tools above its content. Boards fill `tools`, and call `show_content`."""

    narrowed = True

    def __init__(self, bench: Bench, layer: str, icon: str, sentence: str) -> None:
        super().__init__()
        self.bench = bench
        self.session = bench.session
        self._layer = layer
        self._writing: Task | None = None
        self.tools = QHBoxLayout()
        self.count = label("", "muted")
        self.line = ProgressLine()
        self.messages = MessageBar()
        self._waiting = EmptyState(
            icon,
            _("Nobody has labelled anything of this yet, but there are suggestions."),
            self._action(_("Show suggestions too"), self._show_suggestions),
        )
        self._filtered = EmptyState(
            "funnel",
            _("Nothing here is like what you chose above."),
            self._action(_("Show everything"), self.show_everything),
        )
        self._unmarked = EmptyState(icon, sentence, bench.actions["go.room:annotate"])
        self._articleless = EmptyState(icon, sentence, bench.actions["project.import"])
        self._pages = QWidget()
        self._stack = QStackedLayout(self._pages)
        for page in (self._waiting, self._filtered, self._unmarked, self._articleless):
            self._stack.addWidget(page)
        self._reading = label(_("Reading…"), "muted")
        self._reading.setProperty("surface", "paper")
        self._reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._reading)
        self._stack.setCurrentWidget(self._reading)
        self._lay_out()

    def _lay_out(self) -> None:
        self.tools.setContentsMargins(16, 8, 16, 8)
        self.tools.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.tools)
        column.addWidget(Hairline())
        column.addWidget(self.line)
        column.addWidget(self.messages)
        column.addWidget(self._pages, 1)

    def _action(self, text: str, slot: Callable[[], object]) -> QAction:
        made = QAction(text, self)
        made.triggered.connect(lambda _checked=False: slot())
        return made

    # ------------------------------------------------------------ content, or none

    def set_content(self, content: QWidget) -> None:
        """Have this as what is shown where there is something to show."""
        self.content = content
        self._stack.addWidget(content)

    def show_content(self, there: bool) -> None:
        """Show the content, or why there is none with the one button that brings it."""
        page = self.content if there else self._why_none()
        focus = QApplication.focusWidget()
        lost = focus is not None and self.content.isAncestorOf(focus)
        self._stack.setCurrentWidget(page)
        if lost and not there:
            page.setFocus()  # what had the keyboard is not seen any more

    @property
    def is_narrowed(self) -> bool:
        """Whether the board itself leaves something out that there is; boards with filters say so."""
        return False

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self.bench.scope.reset()

    def _why_none(self) -> QWidget:
        if not self.bench.scope.is_usual or self.is_narrowed:
            return self._filtered
        try:
            layer = self._layer
            waiting, articles = self.session.read(
                lambda reader: (reader.boards.has_suggestions(layer), reader.count_articles())
            )
        except AnnotationError:
            return self._unmarked
        return self._waiting if waiting else self._unmarked if articles else self._articleless

    def _show_suggestions(self) -> None:
        scope = self.bench.scope
        scope.choose(replace(scope.chosen, suggestions=True))

    # ------------------------------------------------------------ what goes on

    def show_step(self, step: Step) -> None:
        """Show how far the reading is."""
        self.line.advance(step.done, step.total)

    def show_busy(self, busy: bool) -> None:
        """Show that something is read, or no longer."""
        if busy:
            self.line.advance(0)
        else:
            self.line.finish()

    # ------------------------------------------------------------ writing files

    def export_button(self, entries: Sequence[tuple[str, Callable[[], object]]]) -> QPushButton:
        """A button that offers to write files: at once where there is one kind, else from a menu."""
        made = button(_("Export…"), icon="file-up")
        if len(entries) == 1:
            made.clicked.connect(lambda _checked=False: entries[0][1]())
            return made
        menu = QMenu(made)
        for text, slot in entries:
            act = menu.addAction(text)
            act.triggered.connect(lambda _checked=False, slot=slot: slot())
        made.setMenu(menu)
        return made

    def write_rows(self, name: str, header: Sequence[str], rows: Rows) -> None:
        """Ask for a file and write a table to it in the background; `rows` is asked there."""
        path = ask_for_new_file(self, self._place(name), ".csv")
        if path is None:
            return
        heads = list(header)

        def work(progress: Progress) -> int:
            return write_table(path, heads, rows(progress))

        self.show_busy(True)
        self._writing = self.session.tasks.run(
            work,
            lambda number: self._written(path, number),
            self._not_written,
            self.show_step,
            receiver=self,
        )

    def say_written(self, path: Path) -> None:
        """Say that a picture was written."""
        self.messages.show_notice(_WRITTEN, _("Written: {name}.", name=path.name), "success")

    def complain(self, error: Exception) -> None:
        """Say what could not be written, or read."""
        if isinstance(error, AnnotationError):
            self.messages.show_notice(_WRITTEN, str(error), "danger")

    def _place(self, name: str) -> Path:
        return self.session.path.with_name(name)

    def _written(self, path: Path, number: int) -> None:
        self.show_busy(False)
        said = ngettext("One row written: {name}.", "{count} rows written: {name}.", number,
                        count=number_words(number), name=path.name)  # fmt: skip
        self.messages.show_notice(_WRITTEN, said, "success")

    def _not_written(self, error: Exception) -> None:
        self.show_busy(False)
        self.complain(error)
