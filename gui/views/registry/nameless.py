"""Words that name nobody in the registry: mentions, speakers, holders and targets, linked with a key each."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import IgnoreWords, LinkMentions
from annotation.operations.naming import Link, links_of, new_entity, usual_type
from annotation.project import ProjectReader
from annotation.project.registry import RegistryIndex, Spot, UnlinkedRow, find_groups, read_groups
from annotation.records import Entity
from gui.models.lazy_rows import LazyRows
from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.frame import stand_beside
from gui.views.registry.nameless_card import NamelessCard
from gui.views.registry.queue_list import ENTER, QueueList
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label
from gui.widgets.row_ground import paint_ground, write_left, write_right
from gui.widgets.segmented import Segmented

ROW = 34
_TYPING_PAUSE = 120
WAITING, IGNORED = "waiting", "ignored"
Row = UnlinkedRow | None


class NamelessFace(QWidget):
    """Lists groups of words. Emits `wanted(article id, annotation id)`."""

    wanted = Signal(str, str)

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.search = QLineEdit()
        self.which = Segmented(((WAITING, _("Waiting")), (IGNORED, _("Ignored"))))
        self.which.select(WAITING)
        self.spot = QComboBox()
        self.count = label("", "muted")
        self.model = RecordTable[Row]([Column(title="", text=_spoken)], key=id)
        self.list = NamelessList(self.model)
        self.card = NamelessCard(desk)
        self._nothing = EmptyState("circle-check", self._empty_words())
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Search these words"))
        self.search.setAccessibleName(_("Search these words"))
        self.search.setClearButtonEnabled(True)
        self.spot.setAccessibleName(_("Where they stand"))
        self.spot.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 8)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.spot)
        head.addWidget(self.which)
        head.addWidget(self.count)
        pages = (self.list, self._nothing)
        self._pages, splitter = stand_beside(self, head, pages, self.card, (540, 580))
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self.list.setFocus)
        self._pause.timeout.connect(self.reload)
        self.which.chosen.connect(lambda _key: self.reload())
        self.spot.activated.connect(lambda _place: self.reload())
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._show_current())
        self.list.numbered.connect(self.card.take_number)
        self.list.new_wanted.connect(self.make_new)
        self.list.ignore_wanted.connect(self.ignore)
        self.list.typing_wanted.connect(self.card.start_typing)
        self.card.linked.connect(self.link)
        self.card.new_wanted.connect(self.make_new)
        self.card.ignore_wanted.connect(self.ignore)
        self.card.left.connect(self.list.setFocus)
        self.card.mentions.wanted.connect(self.wanted)
        self._desk.counted.connect(self.reload)

    def panes(self) -> Sequence[QWidget]:
        """Search, list and card."""
        return (self.search, self.list, self.card)

    def entered(self) -> None:
        """List what there is now; take the keyboard."""
        self.reload()
        self.list.setFocus()

    # ------------------------------------------------------------ which words

    @property
    def _ignored(self) -> bool:
        return self.which.selected == IGNORED

    def reload(self) -> None:
        """Ask anew which words name nobody."""
        self._pause.stop()
        if not self._desk.has_counts:
            self._nothing.set_sentence(_("Looking for mentions…"))
            self._pages.setCurrentWidget(self._nothing)
            return
        self._show_spots()
        search, ignored, spot = self.search.text(), self._ignored, self.spot.currentData()
        nothing: list[int] = []
        numbers = self._desk.ask(lambda _reader, index: find_groups(index, search, ignored, spot), nothing)
        row = max(0, self.list.currentIndex().row())
        self.model.reset(LazyRows[int, Row](numbers, self._fetch))
        self.count.setText(ngettext("one", "{number}", len(numbers), number=number_words(len(numbers))))
        self._nothing.set_sentence(self._empty_words())
        self._pages.setCurrentWidget(self.list if numbers else self._nothing)
        if numbers:
            self.list.choose(min(row, len(numbers) - 1))
        self._show_current()

    def _show_spots(self) -> None:
        """Offer the places of records that may name somebody."""
        nothing: tuple[Spot, ...] = ()
        number = len(self._desk.ask(lambda _reader, index: index.spots, nothing))
        words = [_("Everywhere"), *(self._desk.spot_words(place) for place in range(number))]
        if [self.spot.itemText(place) for place in range(self.spot.count())] != words:
            self.spot.clear()
            for place, word in enumerate(words):
                self.spot.addItem(word, place - 1 if place else None)

    def _empty_words(self) -> str:
        if self.search.text().strip() or self.spot.currentData() is not None:
            return _("No words fit.")
        if self._ignored:
            return _("Words that you ignore are listed here, to be taken up again.")
        return _("Every mention names somebody in the registry.")

    def _fetch(self, numbers: Sequence[int]) -> list[Row]:
        nothing: list[UnlinkedRow] = []
        rows = self._desk.ask(lambda _reader, index: read_groups(index, numbers), nothing)
        found = {row.number: row for row in rows}
        return [found.get(number) for number in numbers]

    @property
    def _current(self) -> Row:
        index = self.list.currentIndex()
        return self.model.record(index) if index.isValid() and len(self.model.rows) else None

    def _show_current(self) -> None:
        self.card.show_row(self._current)

    # ------------------------------------------------------------ deciding

    def link(self, key: str) -> None:
        """Let the words of the current group name an entity."""
        self._link(key, None)

    def make_new(self) -> None:
        """Let them name somebody new, who is called as the line says, or as they are."""
        row = self._current
        if row is None:
            return
        name, number = self.card.typed or row.words, row.number
        nothing: Entity | None = None
        made = self._desk.ask(lambda reader, index: _new(reader, index, name, number), nothing)
        if made is not None:
            self._link(made.id, made)

    def _link(self, key: str, new: Entity | None) -> None:
        row = self._current
        if row is None or not self._desk.writable:
            return
        nothing: tuple[tuple[Link, ...], str] = ((), "")
        number = row.number
        links, name = self._desk.ask(
            lambda reader, index: (links_of(reader, index, number), _name_of(reader, key)), nothing
        )
        alias = row.words if self.card.keeps_alias else ""
        operation = LinkMentions(links=links, entity=key, new=new, alias=alias, actor=self._desk.session.me)
        if links and self._desk.do(operation, len(links)):
            n, who = row.mentions, new.name if new else name
            said = ngettext("Linked one mention to “{name}”.", "Linked {number} mentions to “{name}”.", n,
                            number=number_words(n), name=who)  # fmt: skip
            self._desk.said.emit(said)
            self.list.setFocus()

    def ignore(self) -> None:
        """Let the words wait no more; of ignored ones, let them wait again."""
        row = self._current
        if row is None:
            return
        operation = IgnoreWords(words=(row.words,), ignored=not row.ignored, actor=self._desk.session.me)
        if self._desk.do(operation):
            heeded = _("“{words}” waits for a name again.", words=row.words)
            ignored = _("“{words}” is ignored.", words=row.words)
            self._desk.said.emit(heeded if row.ignored else ignored)


def _new(reader: ProjectReader, index: RegistryIndex, name: str, group: int) -> Entity:
    return new_entity(reader, name, usual_type(reader, links_of(reader, index, group)))


def _name_of(reader: ProjectReader, key: str) -> str:
    entity = reader.find(Entity, key)
    return entity.name if entity else ""


class NamelessList(QueueList):
    """The list itself: digits link, N makes new, X ignores, / types."""

    numbered = Signal(int)
    new_wanted = Signal()
    ignore_wanted = Signal()
    typing_wanted = Signal()

    def __init__(self, model: RecordTable[Row], parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self.setModel(model)
        self.setItemDelegate(NamelessDelegate(self))
        self.setAccessibleName(_("Words that name nobody"))
        self.doubleClicked.connect(lambda _index: self.typing_wanted.emit())

    def decide(self, event: QKeyEvent) -> bool:
        """Digits, N, X, / and Enter."""
        if event.text() and event.text() in "123456789":
            self.numbered.emit(int(event.text()))
        elif event.key() == Qt.Key.Key_N:
            self.new_wanted.emit()
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self.ignore_wanted.emit()
        elif event.key() in (*ENTER, Qt.Key.Key_Slash) or event.text() == "/":
            self.typing_wanted.emit()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A stroke that needs Shift on some keyboards types as well. For Qt."""
        if event.text() == "/":
            self.typing_wanted.emit()
        else:
            super().keyPressEvent(event)


class NamelessDelegate(QStyledItemDelegate):
    """Draws words with how often they stand in how many articles."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the counts, the words."""
        found: Row = index.data(RECORD)
        painter.save()
        ground = paint_ground(painter, option)
        if found is not None:
            painter.setFont(option.font)
            painter.setPen(ground.muted)
            room = write_right(painter, count_words(found), ground.room())
            painter.setPen(ground.ink)
            write_left(painter, found.words, room)
        painter.restore()


def count_words(row: UnlinkedRow) -> str:
    """How often words stand, in how many articles."""
    articles = ngettext("one article", "{number} articles", row.articles, number=number_words(row.articles))
    return f"{number_words(row.mentions)} · {articles}"


def _spoken(row: Row) -> str:
    return f"{row.words}, {count_words(row)}" if row else ""
