"""Every command of the moment, found by typing a few letters of it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.choice_list import ROW, ROWS_SHOWN, Choice, ChoiceList
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.popover import Popover
from gui.widgets.ranking import ranked

WIDTH = 560

Command = tuple[Choice, QAction]
"""How a command is shown and searched, and the action that it triggers."""


class CommandPalette(Popover):
    """Opens over the window of `owner` with `commands`; Enter or a click triggers one and closes it."""

    def __init__(self, owner: QWidget) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self._commands: dict[str, Command] = {}
        self._line = QLineEdit()
        self._line.setProperty("kind", "bare")
        self._line.setPlaceholderText(_("What do you want to do?"))
        self._line.setAccessibleName(_("Command"))
        self._line.textChanged.connect(self._narrow)
        self._line.installEventFilter(self)
        self._list = ChoiceList()
        self._list.taken.connect(self._run)
        self._nothing = label(_("No command is called that."), "muted")
        self._nothing.setContentsMargins(16, 10, 16, 14)
        self._lay_out(content)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Open with these commands, in their order until something is typed."""
        self._commands = {choice.key: (choice, action) for choice, action in commands}
        self._line.clear()
        self._narrow("")
        self.open_top()

    @property
    def shown(self) -> Sequence[Choice]:
        """The commands that answer what is typed, best first."""
        return self._list.choices

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the line's arrow keys walk in the list, and its Enter run what is chosen there."""
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _steer(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._list.step(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._list.current is not None:
                self._run(self._list.current)
        else:
            return False
        return True

    def _narrow(self, text: str) -> None:
        choices = [choice for choice, _action in self._commands.values()]
        found = ranked(text, choices, lambda choice: f"{choice.title} {choice.subtitle} {choice.also}")
        self._list.set_choices(found)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _run(self, choice: Choice) -> None:
        _choice, action = self._commands[choice.key]
        self.dismiss()
        action.trigger()

    def _lay_out(self, content: QWidget) -> None:
        content.setFixedWidth(WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        head.addWidget(self._line)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self._list.setFixedHeight(ROW * ROWS_SHOWN + 10)
