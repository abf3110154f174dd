"""A name that stands for two: which mentions and spellings go to another one."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations import SplitEntity
from annotation.operations.naming import new_entity
from annotation.project import ProjectReader
from annotation.project.registry import (
    Mention,
    RegistryIndex,
    RegistryRow,
    article_of,
    find_contexts,
    records_at,
)
from annotation.records import Annotation, Entity, fold_name
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.mention_list import MentionList
from gui.views.registry.offers import name_choices
from gui.widgets.button import button
from gui.widgets.choice_list import Choice
from gui.widgets.completer_line import CompleterLine
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.word_chips import WordChips

_MOST = 20_000
"""Mentions whose spellings are looked at."""


class SplitCard(QWidget):
    """Offers to split an entity. Emits `done(key)` with the one that something went to."""

    done = Signal(str)
    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entity: Entity | None = None
        self._places: dict[str, list[int]] = {}
        self._spelt: dict[str, str] = {}
        self._title = label("", "heading", wrap=True)
        self.target = CompleterLine(self._rank, free=True)
        self.aliases = WordChips(ticking=True)
        self.spellings = WordChips(ticking=True)
        self.mentions = MentionList(desk)
        self.mentions.ticked = set()
        self._what = label("", "muted", wrap=True)
        self.split = button(_("Split it"), "primary")
        self.cancel = button(_("Cancel"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.split)
        acts.addWidget(self.cancel)
        acts.addWidget(self._what, 1)
        self.target.setPlaceholderText(_("Another name, or a new one"))
        self.target.setAccessibleName(_("To whom they go"))
        self.aliases.setAccessibleName(_("Spellings that go"))
        self.spellings.setAccessibleName(_("Mentions that are written so"))
        self._alias_word = label(_("Spellings that go"), "section")
        self._spelling_word = label(_("Mentions that go"), "section")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for part in (self._title, label(_("To whom they go"), "section"), self.target, self._alias_word,
                     self.aliases, self._spelling_word, self.spellings):  # fmt: skip
            column.addWidget(part)
        column.addWidget(self.mentions, 1)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.target.chosen.connect(lambda _choice: self._tell())
        self.target.textChanged.connect(lambda _text: self._tell())
        self.aliases.ticks_changed.connect(self._tell)
        self.spellings.ticks_changed.connect(self._tick_spellings)
        self.mentions.ticks_changed.connect(self._tell)
        self.split.clicked.connect(self._split)
        self.cancel.clicked.connect(self.left)

    def show_row(self, row: RegistryRow) -> None:
        """Offer to split this entity."""
        entity = self._entity = row.entity
        self._title.setText(_("Split “{name}”", name=entity.name))
        self.target.set_choice(None)
        for chips in (self.aliases, self.spellings):
            chips.ticked.clear()
        self.aliases.set_words(entity.aliases)
        self._alias_word.setVisible(bool(entity.aliases))
        self.mentions.show_who(self._desk.ask(lambda _reader, index: index.number_of(entity.id), None))
        self.mentions.ticked = set()
        self._list_spellings()
        self._tell()

    def start(self) -> None:
        """Take the keyboard."""
        self.target.setFocus()

    # ------------------------------------------------------------ what goes

    def _list_spellings(self) -> None:
        """How the mentions are written, the commonest first, each to be ticked at once."""
        mentions = self.mentions.mentions[:_MOST]
        nothing: list[str] = []
        words = self._desk.ask(lambda reader, index: _words(reader, index, mentions), nothing)
        self._places = {}
        for place, one in enumerate(words):
            self._places.setdefault(one, []).append(place)
        common = Counter({one: len(places) for one, places in self._places.items()}).most_common(24)
        self._spelt = {f"{one} ({number_words(n)})": one for one, n in common if one}
        self.spellings.set_words(list(self._spelt) if len(self._spelt) > 1 else [])

    def _tick_spellings(self) -> None:
        places = {place for word in self.spellings.ticked for place in self._places[self._spelt[word]]}
        self.mentions.ticked = places
        self.mentions.viewport().update()
        self._tell()

    @property
    def _to(self) -> str:
        """What the name of the other entity is, as it stands in the line."""
        return " ".join(self.target.text().split())

    def _tell(self) -> None:
        n = len(self.mentions.ticked or ())
        self._what.setText(
            ngettext("one mention goes", "{number} mentions go", n, number=number_words(n)) if n else ""
        )
        chosen = bool(n or self.aliases.ticked)
        self.split.setEnabled(self._desk.writable and chosen and bool(self._to))

    def _rank(self, typed: str) -> Sequence[Choice]:
        own = self._entity.id if self._entity else ""
        return [choice for choice in name_choices(self._desk, typed) if choice.key != own]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ doing it

    def _split(self) -> None:
        entity, choice, to = self._entity, self.target.choice, self._to
        if entity is None or not self.split.isEnabled():
            return
        key = choice.key if choice and not choice.free else ""
        mentions = [self.mentions.mentions[place] for place in sorted(self.mentions.ticked or ())]
        nothing: tuple[Entity | None, tuple[str, ...]] = (None, ())
        into, ids = self._desk.ask(
            lambda reader, index: (
                _target(reader, key, to, entity.type),
                _records(reader, index, mentions, entity.id),
            ),
            nothing,
        )
        if into is None:
            return
        aliases = tuple(alias for alias in entity.aliases if alias in self.aliases.ticked)
        operation = SplitEntity(
            entity=entity.id, into=into, annotations=ids, aliases=aliases, actor=self._desk.session.me
        )
        if self._desk.do(operation, len(ids)):
            self.done.emit(into.id)


def _target(reader: ProjectReader, key: str, name: str, type_: str) -> Entity:
    """Whom a name means: the one that was picked, else a new one."""
    known = reader.find(Entity, key) if key else None
    return known or new_entity(reader, name, type_)


def _words(reader: ProjectReader, index: RegistryIndex, mentions: Sequence[Mention]) -> list[str]:
    """How each mention is written, those alike alike; "" for one whose words do not name anybody."""
    contexts = find_contexts(reader.db, mentions)
    folded: dict[str, str] = {}
    named = (one if one and index.spots[one.mention.spot].role else None for one in contexts)
    found = [" ".join(one.words.split()) if one else "" for one in named]
    return [folded.setdefault(fold_name(one), one) for one in found]


def _records(
    reader: ProjectReader, index: RegistryIndex, mentions: Sequence[Mention], key: str
) -> tuple[str, ...]:
    """The ids of the records that name an entity at some mentions."""
    by_article: dict[str, list[Annotation]] = {}
    for record in reader.annotations_naming(key):
        by_article.setdefault(record.article, []).append(record)
    articles = {mention.article: article_of(reader.db, mention.article) for mention in mentions}
    found: dict[str, None] = {}
    for mention in mentions:
        records = by_article.get(articles[mention.article], [])
        found.update((record.id, None) for record in records_at(records, index, mention))
    return tuple(found)
