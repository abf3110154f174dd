"""Two names that may be one, side by side, with what the articles say around each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.project.registry import RegistryRow
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.mention_list import MentionList
from gui.views.registry.twin_search import Twin
from gui.views.registry.words import mention_words
from gui.widgets.button import button
from gui.widgets.hairline import Hairline
from gui.widgets.hue_mark import HueMark
from gui.widgets.key_legend import KeyLegend
from gui.widgets.label import label


class TwinCard(QWidget):
    """Compares two names. Emits `wanted(article id, annotation id)`."""

    wanted = Signal(str, str)

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._twin: Twin | None = None
        self._swapped = False
        self._reason = label("", "heading", wrap=True)
        self._sides = (TwinSide(desk), TwinSide(desk))
        self.merge = button(_("Make them one"), "primary")
        self.apart = button(_("Not the same"))
        self.exchange = button(_("Let the other name stay"), "quiet")
        self._legend = KeyLegend()
        self._legend.set_keys(
            (((_("Enter"),), _("make one")), (("X",), _("not the same")), (("S",), _("other name stays")))
        )
        self._content = QWidget()
        self._lay_out()
        self.exchange.clicked.connect(self.swap)
        for side in self._sides:
            side.mentions.wanted.connect(self.wanted)
        self.show_twin(None)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self.merge, self.apart, self.exchange):
            acts.addWidget(part)
        acts.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, side in enumerate(self._sides):
            grid.addWidget(side, 0, 2 * place)
            grid.setColumnStretch(2 * place, 1)
        grid.addWidget(Hairline(Qt.Orientation.Vertical), 0, 1)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(16, 16, 16, 12)
        inner.setSpacing(12)
        inner.addWidget(self._reason)
        inner.addLayout(acts)
        inner.addWidget(Hairline())
        inner.addLayout(grid, 1)
        inner.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._content)

    def show_twin(self, twin: Twin | None) -> None:
        """Compare two names, or nothing."""
        if twin is None or self._twin is None or twin.pair != self._twin.pair:
            self._swapped = False
        self._twin = twin
        self._content.setVisible(twin is not None)
        if twin is not None:
            self._reason.setText(str(twin.suggestion.reason))
            self._draw()

    def swap(self) -> None:
        """Let the other name stay."""
        self._swapped = not self._swapped
        if self._twin is not None:
            self._draw()

    @property
    def stays(self) -> RegistryRow:
        """The entity whose name stays. Raises RuntimeError where nothing is compared."""
        return self._both[0]

    @property
    def goes(self) -> RegistryRow:
        """The other one."""
        return self._both[1]

    @property
    def _both(self) -> tuple[RegistryRow, RegistryRow]:
        if self._twin is None:
            raise RuntimeError("nothing is compared")
        both = (self._twin.stays, self._twin.goes)
        return (both[1], both[0]) if self._swapped else both

    def _draw(self) -> None:
        self._sides[0].show_row(self.stays, _("This name stays"))
        self._sides[1].show_row(self.goes, _("This one becomes another spelling of it"))
        for part in (self.merge, self.apart):
            part.setEnabled(self._desk.writable)


class TwinSide(QWidget):
    """One of the two."""

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._role = label("", "section")
        self._name = label("", "heading", wrap=True)
        self._what = label("", "muted", wrap=True)
        self._square = HueMark()
        self._aliases = label("", "small", wrap=True)
        self.mentions = MentionList(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        what = QHBoxLayout()
        what.setSpacing(8)
        what.addWidget(self._square)
        what.addWidget(self._what, 1)
        column.addWidget(self._role)
        column.addWidget(self._name)
        column.addLayout(what)
        column.addWidget(self._aliases)
        column.addSpacing(8)
        column.addWidget(self.mentions, 1)

    def show_row(self, row: RegistryRow, role: str) -> None:
        """Show an entity and what becomes of it."""
        entity, key = row.entity, row.entity.id
        self._role.setText(role)
        self._name.setText(entity.name)
        made = _("machine") if entity.origin else ""
        hue = self._desk.type_hue(entity.type)
        self._square.set_hue(hue)
        self._square.setVisible(bool(hue))
        parts = (
            self._desk.type_words(entity.type),
            mention_words(row.mentions, row.articles),
            entity.wikidata,
            made,
        )
        self._what.setText(" · ".join(filter(None, parts)))
        self._aliases.setText(" · ".join(entity.aliases[:12]))
        self._aliases.setVisible(bool(entity.aliases))
        self.mentions.show_who(self._desk.ask(lambda _reader, index: index.number_of(key), None))
