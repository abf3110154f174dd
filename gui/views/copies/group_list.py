"""The list of groups of copies: what stands for each, how many, where and for how long."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotation.i18n import _, ngettext
from annotation.project.duplicates import CopyArticle, CopyGroup, find_groups
from gui.models.lazy_rows import LazyRows
from gui.models.lazy_table import LazyTable
from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.session import Session
from gui.views.registry.queue_list import QueueList
from gui.widgets.dates import number_words
from gui.widgets.row_ground import halves, paint_ground, write_left, write_right

ROW = 46


def group_table() -> LazyTable[CopyGroup]:
    """A model of groups."""
    return LazyTable[CopyGroup]([Column(title="", text=spoken)], key=lambda group: group.name)


def group_rows(session: Session, names: Sequence[str]) -> LazyRows[str, CopyGroup]:
    """The groups of these names, each read from the project when it is looked at."""

    def fetch(wanted: Sequence[str]) -> list[CopyGroup]:
        found = {group.name: group for group in session.read(partial(find_groups, names=wanted))}
        return [found.get(name) or _gone(name) for name in wanted]

    return LazyRows(names, fetch)


def _gone(name: str) -> CopyGroup:
    """What stands in the place of a group that is no more, until the list is read again."""
    nobody = CopyArticle(id=name, title="", outlet="", published="", length=0, number=0)
    return CopyGroup(name=name, articles=(nobody,))


class GroupList(QueueList):
    """Shows groups, J and K walk; several can be selected, to be joined."""

    def __init__(self, model: RecordTable[CopyGroup], parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.setModel(model)
        self.setItemDelegate(GroupDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(_("Groups of copies"))

    def decide(self, event: QKeyEvent) -> bool:
        """Nothing is decided by a key alone: the board's actions are."""
        return False


class GroupDelegate(QStyledItemDelegate):
    """Draws a group in two lines: its title and how many articles, then outlets and days."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and both lines."""
        group: CopyGroup = index.data(RECORD)
        painter.save()
        ground = paint_ground(painter, option)
        upper, lower = halves(ground.room(high=4))
        painter.setPen(ground.muted)
        upper = write_right(painter, number_words(len(group.articles)), upper)
        lower = write_right(painter, gap_words(group), lower)
        write_left(painter, ", ".join(group.outlets), lower)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.Medium)
        painter.setFont(bold)
        painter.setPen(ground.ink)
        write_left(painter, group.representative.title, upper)
        painter.restore()


def gap_words(group: CopyGroup) -> str:
    """How many days lie between the earliest and the latest article of a group."""
    if group.gap is None:
        return ""
    if group.gap == 0:
        return _("the same day")
    return ngettext("one day apart", "{number} days apart", group.gap, number=number_words(group.gap))


def spoken(group: CopyGroup) -> str:
    """A group as a screen reader says it."""
    number = len(group.articles)
    count = ngettext("one article", "{number} articles", number, number=number_words(number))
    return ", ".join(filter(None, (group.representative.title, count, *group.outlets, gap_words(group))))


WALK = (Qt.Key.Key_J, Qt.Key.Key_K)
"""The keys that walk through the groups."""
