"""How far everybody is: who did how much of what, how fast, what is left, and a chart of the days."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations.progress_report import pace
from annotation.project.progress import PAUSE, Share, Work
from gui.actions import ActionTable
from gui.models.record_table import Column, RecordTable
from gui.widgets.bar_chart import BarChart
from gui.widgets.button import ActionButton
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.label import label

_DAYS = 60
"""Days of the chart at most, the latest ones."""
Row = tuple[Share, Work | None]


class ProgressBoard(QWidget):
    """Shows shares and work. One row a person; the chart is of the people who are selected, or of all."""

    def __init__(self, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = RecordTable[Row](_columns(), key=lambda row: row[0].annotator)
        self.table = QTableView()
        self.table.setModel(self.rows)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(_("Progress"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(32)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_chart())
        self.summary = label("", "heading")
        self.chart = BarChart()
        self.chart_title = label("", "section")
        words = _(
            "Time at work is counted from one act to the next; {minutes} minutes without any are a pause.",
            minutes=round(PAUSE / 60),
        )
        rule = label(words, "small", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        head.addWidget(ActionButton(actions["corpus.progress-save"], icon="file-up"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.chart_title)
        column.addWidget(self.chart)
        column.addWidget(rule)

    def show_progress(self, shares: Sequence[Share], work: Sequence[Work]) -> None:
        """Show how far everybody is."""
        spent = {one.annotator: one for one in work}
        self.rows.reset([(share, spent.get(share.annotator)) for share in shares])
        done, assigned = sum(one.done for one in shares), sum(one.assigned for one in shares)
        left = sum(one.left for one in shares)
        self.summary.setText(
            _("{done} of {total} done, {left} left", done=number_words(done), total=number_words(assigned),
              left=number_words(left)) if shares else _("Nobody annotates yet.")
        )  # fmt: skip
        self._show_chart()

    def _show_chart(self) -> None:
        chosen = [self.rows.record(index)[0] for index in self.table.selectionModel().selectedRows()]
        everyone = [row[0] for row in self.rows.rows]
        days: Counter[str] = Counter()
        for share in chosen or everyone:
            days.update(share.days)
        bars = [(short_date_words(day), number) for day, number in all_days(days)]
        total = sum(number for _day, number in bars)
        names = ", ".join(share.name for share in chosen)
        self.chart_title.setText(_("Articles done by day") + (f": {names}" if names else ""))
        words = ngettext("{n} article done", "{n} articles done", total)
        self.chart.set_bars(bars, f"{self.chart_title.text()}. {words}")
        self.chart.setVisible(bool(bars))
        self.chart_title.setVisible(bool(bars))


def all_days(days: Counter[str]) -> list[tuple[str, int]]:
    """Every day from the first to the last with its number, the latest ones where there are too many."""
    if not days:
        return []
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    first = max(first, last - timedelta(days=_DAYS - 1))
    every = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    return [(day.isoformat(), days[day.isoformat()]) for day in every]


def _columns() -> list[Column[Row]]:
    return [
        Column(title=_("Annotator"), text=lambda row: row[0].name),
        Column(title=_("Done"), text=_done, right=True),
        Column(title=_("Left"), text=lambda row: number_words(row[0].left), right=True),
        Column(title=_("Skipped"), text=lambda row: number_words(row[0].skipped), right=True),
        Column(title=_("Flagged"), text=lambda row: number_words(row[0].flagged), right=True),
        Column(title=_("Labels"), text=lambda row: number_words(row[0].labels), right=True),
        Column(title=_("At work"), text=_at_work, right=True),
        Column(title=_("An article"), text=_each, right=True),
        Column(title=_("Still to go"), text=_to_go, right=True),
    ]


def _done(row: Row) -> str:
    return _("{done} of {total}", done=number_words(row[0].done), total=number_words(row[0].assigned))


def _at_work(row: Row) -> str:
    return time_words_of(row[1].total if row[1] else 0)


def _each(row: Row) -> str:
    return time_words_of(pace(*row)[1] * 60)


def _to_go(row: Row) -> str:
    """How long the rest takes at this pace."""
    return time_words_of(pace(*row)[1] * 60 * row[0].left)


def time_words_of(seconds: float) -> str:
    """A length of time as roughly as people want to know it; "" for none."""
    if seconds <= 0:
        return ""
    if seconds < 90:
        return _("{n} s", n=round(seconds))
    if seconds < 5400:
        return _("{n} min", n=round(seconds / 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    return _("{hours} h {minutes}", hours=number_words(hours), minutes=f"{minutes:02}")
