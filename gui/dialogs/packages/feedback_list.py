"""What was decided about one's own work: a list beside the article, each line opening its record."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from annotation.adjudication.feedback import Feedback, Item, Piece, Verdict, value_pieces, verdict_text
from annotation.adjudication.feedback.wording import sentence, verdicts_text, why
from annotation.i18n import _, ngettext
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

_SIZE = (760, 520)
_CHANGED, _ALL = "changed", "all"


class FeedbackList(QDialog):
    """Shows feedback. Emits `record_wanted(article, record)`: theirs, or the gold record that they missed."""

    record_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Feedback"))
        self._feedback: Feedback | None = None
        self.sentence = label(_("Reading the decisions…"), wrap=True)
        self.which = QComboBox()
        self.which.setAccessibleName(_("Which decisions"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.setMinimumContentsLength(24)
        self.rows = RecordTable[Item](self._columns(), key=_key)
        self.table = RowTable(self.rows, _("Feedback"))
        self.detail = QLabel()
        self.detail.setTextFormat(Qt.TextFormat.RichText)
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setMinimumHeight(5 * self.fontMetrics().lineSpacing())
        self.opener = button(_("Open the record"), "primary", icon="highlighter")
        self._lay_out()
        self.which.currentIndexChanged.connect(lambda _row: self._show())
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())
        self.table.activated_row.connect(lambda _row: self._go())
        self.table.doubleClicked.connect(lambda _index: self._go())
        self.opener.clicked.connect(self._go)
        self._tell()

    def show_feedback(self, feedback: Feedback) -> None:
        """Show what was decided, what differs first."""
        self._feedback = feedback
        changed = len(feedback.changed)
        self.which.clear()
        self.which.addItem(_("All that differs ({n})", n=changed), _CHANGED)
        for verdict in Verdict:
            number = sum(verdict in item.verdicts for item in feedback.items)
            if number:
                self.which.addItem(f"{verdict_text(verdict)} ({number})", verdict.value)
        self.which.addItem(_("Everything ({n})", n=len(feedback.items)), _ALL)
        said = ngettext("One decision about your work; {changed} otherwise than you said.",
                        "{n} decisions about your work; {changed} otherwise than you said.",
                        len(feedback.items), changed=changed)  # fmt: skip
        self.sentence.setText(said if feedback.items else _("Nothing was decided about your work yet."))
        self._show()

    def say(self, trouble: str) -> None:
        """Say why there is nothing to show."""
        self.sentence.setText(trouble)

    @property
    def current(self) -> Item | None:
        """The decision that is selected."""
        rows = self.table.selected_rows
        return self.rows.rows[rows[0]] if rows else None

    def _show(self) -> None:
        items: Sequence[Item] = self._feedback.items if self._feedback else ()
        wanted = self.which.currentData()
        if wanted == _CHANGED:
            items = [item for item in items if not item.is_agreed]
        elif wanted != _ALL:
            items = [item for item in items if wanted in item.verdicts]
        self.rows.reset(items)
        if items:
            self.table.selectRow(0)
        self._tell()

    def _tell(self) -> None:
        item = self.current
        self.opener.setEnabled(item is not None)
        self.detail.setText("".join(self._lines(item)) if item else "")

    def _lines(self, item: Item) -> list[str]:
        lines = [f"<p><b>{escape(item.quote)}</b><br>{escape(sentence(item))}</p>"]
        for one in item.differences:
            mine, gold = value_pieces(one, item.referents)
            lines.append(f"<p>{escape(one.part.text)}: {_marked(mine, 's')} → {_marked(gold, 'u')}</p>")
        if self._feedback and (reason := why(item, self._feedback.codebook)):
            lines.append(f"<p><i>{escape(reason)}</i></p>")
        if item.later:
            lines.append(f"<p>{escape(_('You changed your record after this decision.'))}</p>")
        return lines

    def _go(self) -> None:
        item = self.current
        shown = (item.mine or item.gold) if item else None
        if item is not None and shown is not None:
            self.record_wanted.emit(item.article, shown.id)

    def _columns(self) -> list[Column[Item]]:
        return [
            Column(title=_("Words"), text=lambda item: item.quote, tip=lambda item: item.quote),
            Column(title=_("Layer"), text=lambda item: item.layer.text),
            Column(title=_("Decided"), text=verdicts_text),
            Column(title=_("Why"), text=self._why, tip=self._why),
            Column(title=_("Article"), text=lambda item: item.title, tip=lambda item: item.title),
        ]

    def _why(self, item: Item) -> str:
        return why(item, self._feedback.codebook) if self._feedback else ""

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.sentence, 1)
        top.addWidget(self.which)
        heads = self.table.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setSortIndicatorShown(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        shut = button(_("Close"))
        shut.clicked.connect(self.close)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        bottom.addWidget(shut)
        bottom.addWidget(self.opener)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(20, 16, 20, 16)
        column_.setSpacing(12)
        column_.addLayout(top)
        column_.addWidget(self.table, 1)
        column_.addWidget(self.detail)
        column_.addLayout(bottom)
        self.resize(*_SIZE)


def _key(item: Item) -> tuple[str, str]:
    return item.decision.id, item.mine.id if item.mine else ""


def _marked(pieces: Sequence[Piece], tag: str) -> str:
    return "".join(
        f"<b><{tag}>{escape(words)}</{tag}></b>" if own else escape(words) for words, own in pieces
    )
