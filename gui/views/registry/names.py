"""All names of the registry: searched, filtered, sorted; the chosen one or ones at the right."""

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import PutEntity
from annotation.operations.naming import new_entity
from annotation.project.registry import RegistryQuery, RegistryRow, RegistrySort, Show, find_names, read_names
from annotation.records import Entity
from gui.models.registry_table import COLUMNS, RegistryTable
from gui.tasks import Task
from gui.views.registry.card import EntityCard
from gui.views.registry.cells import RegistryCells
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.frame import stand_beside
from gui.views.registry.merging import MOST, MergeCard
from gui.views.registry.removing import RemoveCard
from gui.views.registry.splitting import SplitCard
from gui.views.registry.table import NamesTable
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label

_TYPING_PAUSE = 120
_FIRST_WIDE = frozenset({RegistrySort.MENTIONS, RegistrySort.ARTICLES, RegistrySort.UPDATED})
"""What is sorted from the largest down at the first click."""
_SIDE = 400


class NamesFace(QWidget):
    """Table and card. Emits `wanted(article id, annotation id)`, `chosen_changed` for another selection."""

    wanted = Signal(str, str)
    chosen_changed = Signal()

    def __init__(self, desk: RegistryDesk, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sort = (RegistrySort.NAME, False)
        self._asked: RegistryQuery | None = None
        self._asking: Task | None = None
        self._select: list[str] | None = None
        """What is to be selected when the answer is there."""
        self._to_edit = ""
        """The new name that is to be typed as soon as it is listed."""
        cells = RegistryCells(desk)
        self.model = RegistryTable(self._fetch, cells.words, cells.tips, self, cells.mark)
        self.table = NamesTable(self.model)
        self.search = QLineEdit()
        self.type = QComboBox()
        self.show_only = QComboBox()
        self.count = label("", "muted")
        self.card = EntityCard(desk)
        self.merging = MergeCard(desk)
        self.splitting = SplitCard(desk)
        self.removing = RemoveCard(desk)
        self.side = QStackedWidget()
        self._idle = EmptyState(
            "users", _("Choose a name to see and change it; choose several to make them one.")
        )
        self._nothing = EmptyState("search", _("No name fits."))
        self._empty = empty
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Search names, spellings, Wikidata ids"))
        self.search.setAccessibleName(_("Search names"))
        self.search.setClearButtonEnabled(True)
        self.type.setAccessibleName(_("Type"))
        for choice in (self.type, self.show_only):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_only.setAccessibleName(_("Which names"))
        for word, show in (
            (_("All names"), Show.ALL),
            (_("Mentioned by nothing"), Show.UNUSED),
            (_("Made by the machine"), Show.MACHINE),
            (_("Without Wikidata id"), Show.NO_WIKIDATA),
        ):
            self.show_only.addItem(word, show)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        for part in (self.type, self.show_only, self.count):
            head.addWidget(part)
        for card in (self._idle, self.card, self.merging, self.splitting, self.removing):
            self.side.addWidget(card)
        self.side.setProperty("surface", "paper")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side.setMinimumWidth(300)
        pages = (self.table, self._nothing, self._empty)
        self._pages, self.splitter = stand_beside(self, head, pages, self.side, (800, _SIDE))
        self.splitter.setStretchFactor(0, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._enter_table)
        self._pause.timeout.connect(self.reload)
        self.type.activated.connect(lambda _place: self.reload())
        self.show_only.activated.connect(lambda _place: self.reload())
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.chosen_changed.connect(self._show_chosen)
        self.table.edit_wanted.connect(self.edit)
        self.card.left.connect(self.table.setFocus)
        self.card.mentions.wanted.connect(self.wanted)
        self.card.split_wanted.connect(self.start_split)
        self.card.removal_wanted.connect(self.start_removal)
        self.merging.done.connect(lambda key: self.reload(select=[key]))
        self.splitting.done.connect(lambda key: self.reload(select=[key]))
        self.splitting.mentions.wanted.connect(self.wanted)
        self.removing.done.connect(self._go_on)
        for card in (self.merging, self.splitting, self.removing):
            card.left.connect(self._go_back)
        self._desk.listed.connect(self.reload)
        self._desk.counted.connect(self.reload)

    def layout_state(self) -> str:
        """Widths of columns and panes, and what the names are sorted by."""
        state = {"widths": self.table.widths, "sizes": self.splitter.sizes(), "sort": list(self._sort)}
        return json.dumps(state)

    def restore_layout(self, state: str) -> None:
        """Lay out as it was; words of another version change nothing."""
        try:
            read = json.loads(state)
            self.table.set_widths([int(width) for width in read["widths"]])
            self.splitter.setSizes([int(size) for size in read["sizes"]])
            self._sort = (RegistrySort(read["sort"][0]), bool(read["sort"][1]))
        except (ValueError, TypeError, KeyError, IndexError):
            return
        self.table.show_sorting(*self._sort)

    # ------------------------------------------------------------ which names

    def reload(self, select: Sequence[str] | None = None) -> None:
        """Ask anew which names are shown; then select `select`, else what is selected now."""
        self._pause.stop()
        if not self._desk.session.is_open or not self._desk.has_names:
            return
        if self._asking is not None:
            self._asking.drop()
        if select:
            self._select = list(select)
        self._show_types()
        key, descending = self._sort
        query = self._asked = RegistryQuery(
            search=self.search.text(),
            type=self.type.currentData() or "",
            show=Show(self.show_only.currentData() or Show.ALL),
            sort=key,
            descending=descending,
        )
        nothing: list[str] = []
        self._asking = self._desk.ask_later(
            lambda _reader, index: find_names(index, query),
            lambda keys: self._show(query, keys),
            nothing,
            self,
        )

    def _show_types(self) -> None:
        tags = [("", _("All types")), *((tag.id, tag.text) for tag in self._desk.types)]
        if [self.type.itemData(place) for place in range(self.type.count())] != [id_ for id_, _word in tags]:
            self.type.clear()
            for id_, word in tags:
                self.type.addItem(self._desk.type_icon(id_), word, id_)

    def _show(self, query: RegistryQuery, keys: list[str]) -> None:
        if query is not self._asked:
            return
        self._asking = None
        kept = self._select if self._select is not None else self.table.chosen
        place = self.table.verticalScrollBar().value()
        self.model.show_names(keys)
        self.table.verticalScrollBar().setValue(place)
        if kept != self.table.chosen:
            self.table.choose(kept)
        self._select = None
        if self._to_edit in keys:
            self.table.choose([self._to_edit])
            self._to_edit = ""
            QTimer.singleShot(0, self, self.edit)
        number = number_words(len(keys))
        self.count.setText(ngettext("one name", "{number} names", len(keys), number=number))
        narrowed = query.search.strip() or query.type or query.show is not Show.ALL
        self._pages.setCurrentWidget(self.table if keys else self._nothing if narrowed else self._empty)
        self._refresh_side()

    def _sort_by(self, section: int) -> None:
        key = COLUMNS[section][1]
        if key is not None:
            first = key in _FIRST_WIDE
            self._sort = (key, not self._sort[1]) if self._sort[0] is key else (key, first)
            self.reload()
        self.table.show_sorting(*self._sort)

    def _fetch(self, keys: Sequence[str]) -> list[RegistryRow]:
        nothing: list[RegistryRow] = []
        return self._desk.ask(lambda reader, index: read_names(reader.db, index, keys), nothing)

    def rows(self, keys: Sequence[str]) -> list[RegistryRow]:
        """The rows of some entities."""
        return self._fetch(keys)

    def _enter_table(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()
            if not self.table.chosen:
                self.table.selectRow(0)

    # ------------------------------------------------------------ what is chosen

    @property
    def chosen(self) -> list[str]:
        """The keys of the selected entities."""
        return self.table.chosen

    def _show_chosen(self) -> None:
        self.card.commit()
        self.side.setCurrentWidget(self._idle)
        self._refresh_side()
        self.chosen_changed.emit()

    def _refresh_side(self) -> None:
        """Show what is selected as it is now; a question that is being asked is asked on."""
        chosen = self.chosen
        if self.side.currentWidget() in (self.splitting, self.removing) and chosen:
            return
        rows = self._fetch(chosen[: MOST + 1])
        if len(rows) == 1:
            self.side.setCurrentWidget(self.card)
            self.card.show_row(rows[0])
        elif len(rows) > 1:
            self.side.setCurrentWidget(self.merging)
            self.merging.show_rows(rows)
            self.merging.merge.setEnabled(self.merging.merge.isEnabled() and len(chosen) <= MOST)
        else:
            self.side.setCurrentWidget(self._idle)

    def _go_back(self) -> None:
        """Show the card again, and let the table have the keyboard."""
        self.side.setCurrentWidget(self._idle)
        self._refresh_side()
        self.table.setFocus()

    def _go_on(self) -> None:
        """Select what comes after what is gone."""
        row = max(0, self.table.currentIndex().row())
        gone = set(self.chosen)
        left = [key for key in self.model.keys[row:] + self.model.keys[:row][::-1] if key not in gone]
        self.side.setCurrentWidget(self._idle)
        self.reload(select=left[:1])
        self.table.setFocus()

    # ------------------------------------------------------------ acting

    def edit(self) -> None:
        """Let the name of the selected entity be typed."""
        if len(self.chosen) == 1:
            self._go_back()
            self.card.edit_name()

    def start_merge(self) -> None:
        """Let the selected entities be made one."""
        if len(self.chosen) > 1:
            self._go_back()
            self.merging.start()

    def start_split(self) -> None:
        """Let the selected entity be split."""
        rows = self._fetch(self.chosen[:1])
        if len(self.chosen) == 1 and rows and self._desk.has_counts:
            self.side.setCurrentWidget(self.splitting)
            self.splitting.show_row(rows[0])
            self.splitting.start()

    def start_removal(self) -> None:
        """Ask whether the selected entities are to go."""
        chosen = self.chosen
        rows = self._fetch(chosen[:1])
        if rows:
            self.side.setCurrentWidget(self.removing)
            self.removing.show_keys(chosen, rows[0].entity.name)
            self.removing.start()

    def make_new(self) -> None:
        """Add a name, and let it be typed."""
        name = self.search.text().strip() or _("New name")
        nothing: Entity | None = None
        made = self._desk.ask(lambda reader, _index: new_entity(reader, name), nothing)
        if made is not None and self._desk.do(PutEntity(entity=made, actor=self._desk.session.me)):
            self.search.clear()
            self.show_only.setCurrentIndex(0)
            self.type.setCurrentIndex(0)
            self._to_edit = made.id
            self.reload()
