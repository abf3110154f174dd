"""One canonical name with all that is known of it, to be changed in place; beneath, where it is mentioned."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.operations import PutEntity, RenameEntity
from annotation.project.registry import RegistryRow
from annotation.records import Entity
from gui.views.note_box import NoteBox
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.mention_list import MentionList
from gui.views.registry.wikidata import WikidataLine
from gui.views.registry.words import mention_words
from gui.widgets.button import button
from gui.widgets.dates import moment_words, number_words
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.word_chips import WordChips


class EntityCard(QWidget):
    """Shows and changes one entity. Emits `split_wanted`, `removal_wanted`, and `left` for Esc."""

    split_wanted = Signal()
    removal_wanted = Signal()
    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.row: RegistryRow | None = None
        self.name = EscapeLine()
        self.type = QComboBox()
        self.aliases = WordChips()
        self.alias = EscapeLine()
        self.wikidata = WikidataLine()
        self.note = NoteBox()
        self.origin = label("", "small", wrap=True)
        self.counts = label("", "heading", wrap=True)
        self.spots = label("", "small", wrap=True)
        self.mentions = MentionList(desk)
        self.split = button(_("Split…"))
        self.remove = button(_("Remove…"), "danger")
        self._dress()
        self._lay_out()
        self._connect()

    def _dress(self) -> None:
        self.name.setAccessibleName(_("Name"))
        self.type.setAccessibleName(_("Type"))
        self.aliases.setAccessibleName(_("Also called"))
        self.alias.setAccessibleName(_("Add another spelling"))
        self.alias.setPlaceholderText(_("Add another spelling"))
        for line in (self.name, self.alias):
            line.setProperty("kind", "quiet")
        self.split.setToolTip(_("Give some mentions or spellings to another name"))
        self.remove.setToolTip(_("Take the name out of the registry"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        also = QVBoxLayout()
        also.setSpacing(4)
        also.addWidget(self.aliases)
        also.addWidget(self.alias)
        alike = QWidget()
        alike.setLayout(also)
        also.setContentsMargins(0, 0, 0, 0)
        rows = ((_("Name"), self.name), (_("Type"), self.type), (_("Also called"), alike),
                (_("Wikidata"), self.wikidata), (_("Note"), self.note))  # fmt: skip
        for place, (word, part) in enumerate(rows):
            said = label(word, "muted")
            said.setContentsMargins(0, 6, 0, 0)
            grid.addWidget(said, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, place, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.origin, 1)
        acts.addWidget(self.split)
        acts.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 0)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addLayout(acts)
        column.addWidget(Hairline())
        column.addWidget(self.counts)
        column.addWidget(self.spots)
        column.addWidget(self.mentions, 1)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._rename)
        self.type.activated.connect(lambda _place: self._put(type=self.type.currentData()))
        self.alias.returnPressed.connect(self._add_alias)
        self.alias.editingFinished.connect(self._add_alias)
        self.aliases.removed.connect(self._remove_alias)
        self.wikidata.committed.connect(lambda id_: self._put(wikidata=id_))
        self.note.committed.connect(lambda text: self._put(note=text.strip()))
        self.split.clicked.connect(self.split_wanted)
        self.remove.clicked.connect(self.removal_wanted)
        for line in (self.name, self.alias, self.note):
            line.left.connect(self.left)

    # ------------------------------------------------------------ showing

    def show_row(self, row: RegistryRow) -> None:
        """Show an entity; what is being typed is not touched where it is the same one."""
        other = self.row is None or self.row.entity.id != row.entity.id
        if other:
            self.commit()
        before, self.row = self.row, row
        entity = row.entity
        if other or before is None or before.entity.name != entity.name:
            self.name.setText(entity.name)
            self.name.setCursorPosition(0)
        if other:
            self.alias.clear()
        self._show_types(entity.type)
        self.aliases.set_words(entity.aliases)
        self.wikidata.show_id(entity.wikidata)
        self.note.show_note(entity.note)
        self.origin.setText(_origin_words(entity))
        for part in (self.name, self.type, self.aliases, self.alias, self.wikidata, self.note,
                     self.split, self.remove):  # fmt: skip
            part.setEnabled(self._desk.writable)
        self._show_mentions()

    def _show_types(self, type_: str) -> None:
        tags = [("", _("no type")), *((tag.id, tag.text) for tag in self._desk.types)]
        if type_ not in dict(tags):
            tags.append((type_, type_))
        if [self.type.itemData(place) for place in range(self.type.count())] != [id_ for id_, _text in tags]:
            self.type.clear()
            for id_, text in tags:
                self.type.addItem(self._desk.type_icon(id_), text, id_)
        self.type.setCurrentIndex(self.type.findData(type_))

    def _show_mentions(self) -> None:
        assert self.row is not None, "there is an entity to show"
        key, row = self.row.entity.id, self.row
        if not self._desk.has_counts:
            self.counts.setText(_("Looking for mentions…"))
            self.spots.hide()
            self.mentions.show_mentions(())
            return
        self.mentions.show_who(self._desk.ask(lambda _reader, index: index.number_of(key), None))
        found = Counter(mention.spot for mention in self.mentions.mentions)
        parts = [f"{self.mentions.spot_words(spot)} {number_words(n)}" for spot, n in sorted(found.items())]
        self.counts.setText(mention_words(row.mentions, row.articles))
        self.spots.setText(" · ".join(parts))
        self.spots.setVisible(len(parts) > 1)

    # ------------------------------------------------------------ changing

    def edit_name(self) -> None:
        """Let the name be typed."""
        self.name.setFocus()
        self.name.selectAll()

    def commit(self) -> None:
        """Keep what is being typed."""
        if self.row is not None:
            self._rename()
            self._add_alias()
            self.note.commit()

    def _rename(self) -> None:
        entity = self._entity
        name = " ".join(self.name.text().split())
        if entity is None or name == entity.name:
            return
        if not name:
            self.name.setText(entity.name)
            return
        self._desk.do(RenameEntity(entity=entity.id, name=name, actor=self._desk.session.me))

    def _add_alias(self) -> None:
        entity, words = self._entity, " ".join(self.alias.text().split())
        self.alias.clear()
        if entity and words and words not in (entity.name, *entity.aliases):
            self._put(aliases=(*entity.aliases, words))

    def _remove_alias(self, words: str) -> None:
        entity = self._entity
        if entity:
            self._put(aliases=tuple(alias for alias in entity.aliases if alias != words))

    @property
    def _entity(self) -> Entity | None:
        """The entity as it is stored now; None where it is gone."""
        if self.row is None:
            return None
        key = self.row.entity.id
        return self._desk.ask(lambda reader, _index: reader.find(Entity, key), None)

    def _put(self, **values: str | Sequence[str]) -> None:
        entity = self._entity
        if entity is not None:
            changed = replace(entity, **values)  # type: ignore[arg-type] # fields of an entity
            if changed != entity:
                self._desk.do(PutEntity(entity=changed, actor=self._desk.session.me))


class EscapeLine(QLineEdit):
    """A line of text; Esc puts back what was there before and emits `left`."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = ""

    def setText(self, text: str | None) -> None:
        """Show a text, to which Esc goes back. For Qt."""
        self._before = text or ""
        super().setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets what was typed. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            super().setText(self._before)
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _origin_words(entity: Entity) -> str:
    when = moment_words(entity.updated)
    if entity.origin:
        return _("Taken in by {detector}, {when}", detector=entity.origin, when=when)
    return _("Made or changed by a person, {when}", when=when) if when else ""
