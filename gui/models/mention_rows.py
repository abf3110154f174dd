"""Mentions to be chosen among, in groups that fold: a flat list of rows, however many there are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotation.i18n import _
from annotation.operations import Mention

Index = QModelIndex | QPersistentModelIndex
Around = Callable[[Mention], tuple[str, str]]
"""What stands before and after a mention, each on one line."""
ROW = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_HEAD = -1


class Grouping(StrEnum):
    """What mentions of one group have in common."""

    ARTICLE = "article"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """What a list shows in one row: a mention between what stands around it, or the head of a group."""

    words: str
    """The words of a mention, or what a group is called."""
    before: str = ""
    after: str = ""
    checked: Qt.CheckState
    is_head: bool = False
    is_folded: bool = False
    count: int = 0
    """Of a head: how many mentions the group has."""
    is_suggestion: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        chosen = _("chosen") if self.checked is not Qt.CheckState.Unchecked else _("not chosen")
        return ", ".join(part for part in (f"{self.before}{self.words}{self.after}", chosen) if part)


@dataclass(slots=True)
class _Group:
    key: str
    members: list[int]
    folded: bool = False


class MentionRows(QAbstractListModel):
    """Lists mentions group by group; every one is chosen at first. `around` is asked for rows in sight alone.

    Emits `counted` when others are chosen than before.
    """

    counted = Signal()

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._mentions: Sequence[Mention] = ()
        self._titles: dict[str, str] = {}
        self._chosen = bytearray()
        self._groups: list[_Group] = []
        self._rows: list[tuple[int, int]] = []
        """(group, mention), or (group, -1) for its head."""
        self._grouping = Grouping.ARTICLE

    def show(self, mentions: Sequence[Mention], titles: dict[str, str]) -> None:
        """List other mentions; `titles` are those of their articles."""
        self.beginResetModel()
        self._mentions, self._titles = mentions, titles
        self._chosen = bytearray(b"\1") * len(mentions)
        self._part()
        self.endResetModel()
        self.counted.emit()

    def group_by(self, grouping: Grouping) -> None:
        """Part the mentions otherwise; those that are chosen stay so."""
        if grouping is not self._grouping:
            self.beginResetModel()
            self._grouping = grouping
            self._part()
            self.endResetModel()

    @property
    def total(self) -> int:
        """How many mentions are listed."""
        return len(self._mentions)

    @property
    def number_chosen(self) -> int:
        """How many of them are chosen."""
        return self._chosen.count(1)

    @property
    def chosen(self) -> list[Mention]:
        """Those that are chosen, in the order in which they were found."""
        pairs = zip(self._mentions, self._chosen, strict=True)
        return [mention for mention, chosen in pairs if chosen]

    def mention_at(self, row: int) -> Mention:
        """The mention of a row; of a head, the first of its group. Raises IndexError outside the list."""
        group, member = self._rows[row]
        return self._mentions[self._groups[group].members[0] if member == _HEAD else member]

    def toggle(self, row: int) -> None:
        """Choose the mention of a row or choose it no more; of a head, all of its group."""
        group, member = self._rows[row]
        if member != _HEAD:
            self._choose([member], not self._chosen[member])
            return
        members = self._groups[group].members
        self._choose(members, not all(self._chosen[one] for one in members))

    def choose_all(self, *, chosen: bool) -> None:
        """Choose every mention, or none."""
        self._choose(range(len(self._mentions)), chosen)

    def fold(self, row: int, *, folded: bool) -> int:
        """Fold or unfold the group of a row; gives the row of its head."""
        number = self._rows[row][0]
        group = self._groups[number]
        while self._rows[row][1] != _HEAD:
            row -= 1
        if group.folded is not folded:
            group.folded = folded
            first, last = row + 1, row + len(group.members)
            if folded:
                self.beginRemoveRows(_NOWHERE, first, last)
                del self._rows[first : last + 1]
                self.endRemoveRows()
            else:
                self.beginInsertRows(_NOWHERE, first, last)
                self._rows[first:first] = [(number, member) for member in group.members]
                self.endInsertRows()
            self.dataChanged.emit(self.index(row), self.index(row))
        return row

    def row(self, place: int) -> MentionRow:
        """What is shown in a row. Raises IndexError outside the list."""
        number, member = self._rows[place]
        return self._head(self._groups[number]) if member == _HEAD else self._line(member)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The number of rows, heads included."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a view asks of one row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW:
            return self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.row(index.row()).words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.row(index.row()).spoken
        return None

    def _part(self) -> None:
        members: dict[str, list[int]] = {}
        for number, mention in enumerate(self._mentions):
            key = mention.article if self._grouping is Grouping.ARTICLE else mention.words
            members.setdefault(key, []).append(number)
        order = list(members.items())
        if self._grouping is Grouping.WORDS:
            order.sort(key=lambda pair: (-len(pair[1]), pair[0]))
        self._groups = [_Group(key, found) for key, found in order]
        self._rows = list(self._listed())

    def _listed(self) -> Iterator[tuple[int, int]]:
        for number, group in enumerate(self._groups):
            yield number, _HEAD
            yield from ((number, member) for member in group.members)

    def _choose(self, members: Iterable[int], chosen: bool) -> None:
        for member in members:
            self._chosen[member] = chosen
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.counted.emit()

    def _head(self, group: _Group) -> MentionRow:
        some = [self._chosen[member] for member in group.members]
        checked = Qt.CheckState.PartiallyChecked if any(some) else Qt.CheckState.Unchecked
        title = self._titles.get(group.key, "") if self._grouping is Grouping.ARTICLE else f"“{group.key}”"
        return MentionRow(
            words=title,
            checked=Qt.CheckState.Checked if all(some) else checked,
            is_head=True,
            is_folded=group.folded,
            count=len(group.members),
        )

    def _line(self, member: int) -> MentionRow:
        mention = self._mentions[member]
        before, after = self._around(mention)
        return MentionRow(
            words=mention.words,
            before=before,
            after=after,
            checked=Qt.CheckState.Checked if self._chosen[member] else Qt.CheckState.Unchecked,
            is_suggestion=bool(mention.suggestion),
        )
