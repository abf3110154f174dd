"""Words that name nobody, whom they may mean, and where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.project.registry import RegistryRow, UnlinkedRow
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.mention_list import MentionList
from gui.views.registry.offers import alike_rows, choice_of
from gui.views.registry.words import mention_words, short_words
from gui.widgets.button import button
from gui.widgets.choice_list import Choice, ChoiceList
from gui.widgets.hairline import Hairline
from gui.widgets.key_legend import KeyLegend
from gui.widgets.label import label

MOST = 9
"""Names that are offered: as many as there are digits."""


class NamelessCard(QWidget):
    """Offers names for words. Emits `linked(key)`, `new_wanted`, `ignore_wanted`, and `left` for Esc."""

    linked = Signal(str)
    new_wanted = Signal()
    ignore_wanted = Signal()
    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._row: UnlinkedRow | None = None
        self._words = label("", "heading", wrap=True)
        self._counts = label("", "muted")
        self.line = NameLine()
        self.list = ChoiceList()
        self._nobody = label(_("No name of the registry is like these words."), "muted", wrap=True)
        self.alias = QCheckBox()
        self.new = button("", "plain", "plus")
        self.ignore = button("")
        self.mentions = MentionList(desk)
        self._legend = KeyLegend()
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self.show_row(None)

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(_("Type whom they mean"))
        self.line.setAccessibleName(_("Type whom they mean"))
        self.list.setAccessibleName(_("Whom they may mean"))
        self.alias.setToolTip(_("Detection then links these words as well"))
        self._legend.set_keys(
            (
                (("1", "–", "9"), _("link")),
                (("/",), _("type")),
                (("N",), _("new name")),
                (("X",), _("ignore")),
            )
        )
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.new)
        acts.addWidget(self.ignore)
        acts.addStretch()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (self._words, self._counts, self.line, self.list, self._nobody, self.alias):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(Hairline())
        column.addWidget(self.mentions, 1)
        column.addWidget(self._legend)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._offer())
        self.line.walked.connect(self.list.step)
        self.line.entered.connect(self._take_current)
        self.line.left.connect(self._leave)
        self.list.taken.connect(lambda choice: self.linked.emit(choice.key))
        self.new.clicked.connect(self.new_wanted)
        self.ignore.clicked.connect(self.ignore_wanted)

    # ------------------------------------------------------------ showing

    def show_row(self, row: UnlinkedRow | None) -> None:
        """Show words, or nothing."""
        same = row is not None and self._row is not None and row.folded == self._row.folded
        self._row = row
        self._content.setVisible(row is not None)
        if row is None:
            return
        self._words.setText(row.words)
        self._counts.setText(mention_words(row.mentions, row.articles))
        if not same:
            self.line.clear()
            self.alias.setText(
                _("Remember “{words}” as another spelling", words=short_words(row.words)).replace("&", "&&")
            )
            self.alias.setChecked(is_name_like(row.words))
        self.ignore.setText(_("Take up again") if row.ignored else _("Ignore"))
        self.mentions.show_who(-row.number)
        self._offer()
        for part in (self.new, self.ignore, self.alias, self.line, self.list):
            part.setEnabled(self._desk.writable)

    def _offer(self) -> None:
        """Offer whom the typed text, or else the words, may mean."""
        row = self._row
        if row is None:
            return
        rows = alike_rows(self._desk, self.typed or row.words, MOST)
        self.list.set_choices([self._choice(place, one) for place, one in enumerate(rows, 1)])
        self.list.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self.new.setText(_("New name “{name}”", name=short_words(self.typed or row.words)).replace("&", "&&"))

    def _choice(self, number: int, row: RegistryRow) -> Choice:
        return choice_of(self._desk, row, str(number))

    @property
    def offered(self) -> Sequence[Choice]:
        """The names that are offered now."""
        return self.list.choices

    @property
    def typed(self) -> str:
        """What was typed."""
        return " ".join(self.line.text().split())

    @property
    def keeps_alias(self) -> bool:
        """Whether the words are to be another spelling of whom they are linked to."""
        return self.alias.isChecked()

    # ------------------------------------------------------------ acting

    def start_typing(self) -> None:
        """Let a name be typed."""
        self.line.setFocus()
        self.line.selectAll()

    def take_number(self, number: int) -> None:
        """Take the name with this number, if there is one."""
        if number <= len(self.offered):
            self.linked.emit(self.offered[number - 1].key)

    def _take_current(self) -> None:
        current = self.list.current
        if current is not None:
            self.linked.emit(current.key)
        elif self.typed:
            self.new_wanted.emit()

    def _leave(self) -> None:
        self.line.clear()
        self.left.emit()


class NameLine(QLineEdit):
    """A line whose arrows walk in the list beneath it."""

    walked = Signal(int)
    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter takes, Esc leaves. For Qt."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def is_name_like(words: str) -> bool:
    """Whether words look like a name rather than a common noun or a pronoun: one of them has a capital."""
    return any(word[:1].isupper() or any(char.isdigit() for char in word) for word in words.split())
