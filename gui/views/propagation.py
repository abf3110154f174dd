"""The panel in which all that is like a record is looked through before anything is decided."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QSlider, QStackedLayout, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations import Likeness, Mentions
from gui.models.mention_rows import Grouping, MentionRows
from gui.views.propagation_list import MentionList
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import ElidedLabel, label
from gui.widgets.progress_line import ProgressLine
from gui.widgets.segmented import Segmented

_SIZE = (680, 560)
_SOON = 150
"""Milliseconds after the last movement of the threshold before the search begins anew."""
HERE, EVERYWHERE = "article", "corpus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Like:
    """What others are to be like: the words of a record, and what it says of them."""

    words: str
    label: str
    hue: str
    decides: bool = False
    """Whether suggestions that say the same are to be decided about, and nothing is to be labelled anew."""


class PropagationPanel(QDialog):
    """Lists what was found, everything ticked. Other windows stay usable beside it.

    Emits `searching` when something else is looked for, `jumped(Mention)` to show one in its article,
    `doing(reject)` when the chosen ones are to be labelled or accepted, or rejected, and `stopping` when a
    person no longer wants to wait.
    """

    searching = Signal()
    jumped = Signal(object)
    doing = Signal(bool)
    stopping = Signal()

    def __init__(
        self,
        like: Like,
        rows: MentionRows,
        parent: QWidget | None = None,
        *,
        here: str = "",
        asked: QWidget | None = None,
    ) -> None:
        """A panel for what is to be like `like`.

        `here` is what the narrower place to look in is called, `asked` what a person chooses before all else.
        """
        super().__init__(parent)
        self.like = like
        self._asked = asked
        self.rows = rows
        self.setWindowTitle(_("Suggestions like this") if like.decides else _("Label all like this"))
        self.resize(*_SIZE)
        self._editable = True
        self._kept = self._articles = 0
        self._busy = self._looked = False
        self.scope = Segmented([(HERE, here or _("This article")), (EVERYWHERE, _("Corpus"))])
        self.likeness = Segmented(
            [
                (Likeness.EXACT.value, _("Exact")),
                (Likeness.FOLDED.value, _("Accents and case may differ")),
                (Likeness.FUZZY.value, _("Variants")),
            ]
        )
        self.grouping = Segmented(
            [(Grouping.ARTICLE.value, _("By article")), (Grouping.WORDS.value, _("By wording"))]
        )
        self.least = QSlider(Qt.Orientation.Horizontal)
        self.list = MentionList(rows)
        self.count = ElidedLabel("", "small")
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------ what is asked, what is shown

    @property
    def wanted(self) -> tuple[str, Likeness, int]:
        """Where to look, what counts as the same words, and how alike variants are at least, per cent."""
        return self.scope.selected, Likeness(self.likeness.selected), self.least.value()

    def place_in(self, window: QWidget) -> None:
        """Stand in the lower right corner of a window, where the article is seen beside it."""
        room = window.frameGeometry()
        self.move(max(0, room.right() - self.width() - 24), max(0, room.bottom() - self.height() - 64))

    def show_busy(self, what: str) -> None:
        """Say that something goes on, such as a search; Cancel stops it."""
        self._busy = True
        self.count.setText(what)
        self._follow()

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how far it is."""
        self.line.advance(done, total)

    def show_rest(self, what: str = "") -> None:
        """Say that nothing goes on any more, and what came of it."""
        self._busy = False
        self.line.finish()
        self._follow()
        if what:
            self.count.setText(what)

    def show_found(self, mentions: Mentions, titles: dict[str, str], *, editable: bool) -> None:
        """List what was found; with `editable`, it can be labelled."""
        self._kept, self._articles, self._editable = mentions.kept, mentions.articles, editable
        self.rows.show(mentions.found, titles)
        self.show_rest()
        if self.rows.rowCount():
            self.list.choose(0)
        if not self._looked:
            self._looked = True
            (self.list if self.rows.rowCount() else self.scope).setFocus()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.scope.select(HERE)
        self.likeness.select(Likeness.EXACT.value)
        self.grouping.select(Grouping.ARTICLE.value)
        self.least.setRange(60, 100)
        self.least.setValue(85)
        self.least.setAccessibleName(_("How alike variants are at least"))
        self.line = ProgressLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self.line)
        column.addWidget(Hairline())
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        self.nothing = EmptyState("search", _("Nothing else like this can be labelled."), width=260)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        column.addWidget(lists, 1)
        column.addWidget(Hairline())
        column.addLayout(self._make_foot())

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(8)
        title = QHBoxLayout()
        title.setSpacing(8)
        self.mark = HueMark(self.like.hue)
        title.addWidget(self.mark)
        title.addWidget(ElidedLabel(_("“{words}”", words=self.like.words), "heading"), 1)
        title.addWidget(label(self.like.label, "muted"))
        column.addLayout(title)
        if self._asked is not None:
            column.addWidget(self._asked)
        column.addLayout(_row(self.scope, self.likeness))
        column.addLayout(self._make_threshold())
        self.all = button(_("All"), "link")
        self.none = button(_("None"), "link")
        column.addLayout(_row(self.grouping, self.all, self.none))
        return head

    def _make_threshold(self) -> QHBoxLayout:
        self._least_words = label("", "small")
        self._least_words.setMinimumWidth(150)
        self.least.setMinimumWidth(240)
        row = _row(self._least_words, self.least)
        self._show_least(self.least.value())
        return row

    def _make_foot(self) -> QHBoxLayout:
        self.stop = button(_("Cancel"))
        self.reject_button = button("", icon="x")
        self.do = button("", "primary", "check")
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        for part in (self.stop, self.reject_button, self.do):
            row.addWidget(part)
        return row

    def _connect(self) -> None:
        self.scope.chosen.connect(lambda _key: self.searching.emit())
        self.likeness.chosen.connect(lambda _key: self._likeness_chosen())
        self.grouping.chosen.connect(lambda key: self.rows.group_by(Grouping(key)))
        self.least.valueChanged.connect(self._show_least)
        self.least.valueChanged.connect(lambda _value: self._soon.start())
        self._soon.timeout.connect(self.searching)
        self.rows.counted.connect(self._follow)
        self.list.jumped.connect(lambda row: self.jumped.emit(self.rows.mention_at(row)))
        self.all.clicked.connect(lambda: self.rows.choose_all(chosen=True))
        self.none.clicked.connect(lambda: self.rows.choose_all(chosen=False))
        self.do.clicked.connect(lambda: self.doing.emit(False))
        self.reject_button.clicked.connect(lambda: self.doing.emit(True))
        self.stop.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.do.click)
        self._show_threshold()
        self._follow()

    # ------------------------------------------------------------ following

    def _likeness_chosen(self) -> None:
        self._show_threshold()
        self.searching.emit()

    def _show_threshold(self) -> None:
        fuzzy = self.likeness.selected == Likeness.FUZZY.value
        self.least.setVisible(fuzzy)
        self._least_words.setVisible(fuzzy)

    def _show_least(self, value: int) -> None:
        self._least_words.setText(_("at least {share}% alike", share=number_words(value)))

    def _follow(self) -> None:
        """Say how many are chosen, and let the buttons say what they do."""
        chosen, total = self.rows.number_chosen, self.rows.total
        can = bool(chosen) and self._editable and not self._busy
        self.stop.setText(_("Cancel") if self._busy else _("Close"))
        self.do.setEnabled(can)
        self.reject_button.setEnabled(can)
        self.reject_button.setVisible(self.like.decides)
        number = number_words(chosen)
        self.reject_button.setText(_("Reject {number}", number=number))
        self.do.setText(
            _("Accept {number}", number=number) if self.like.decides else _("Label {number}", number=number)
        )
        if not self._busy:
            self._stack.setCurrentWidget(self.list if total else self.nothing)
            self.count.setText(self._count_words(chosen, total))

    def _count_words(self, chosen: int, total: int) -> str:
        parts = [
            _("{chosen} of {total} chosen", chosen=number_words(chosen), total=number_words(total)),
            ngettext("one article", "{number} articles", self._articles, number=number_words(self._articles)),
        ]
        if self._kept and not self.like.decides:
            parts.append(ngettext("one stays as it is", "{count} stay as they are", self._kept,
                                  count=number_words(self._kept)))  # fmt: skip
        return " · ".join(parts) if total or self._kept else ""

    # ------------------------------------------------------------ going

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what goes on, else closes; Enter alone does nothing here. For Qt."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stop what goes on, else close. For Qt."""
        if self._busy:
            self.stopping.emit()
        else:
            super().reject()


def _row(*parts: QWidget, spacing: int = 12) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part in parts:
        part.setSizePolicy(QSizePolicy.Policy.Maximum, part.sizePolicy().verticalPolicy())
        row.addWidget(part)
    row.addStretch()
    return row
