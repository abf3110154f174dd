"""What narrows the Sources board: words, and values of fields, outlets and states."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.project.boards.chosen import Chosen
from annotation.records import Status
from gui.session import Session
from gui.views.boards.attribution_columns import LAYER
from gui.views.boards.polarity import status_name
from gui.widgets.check_menu import CheckMenu

_TYPING_PAUSE = 200
_FIELDS = ("source_type", "cue_type", "speech")
_STATUS, _OUTLET = "status", "outlet"
_MOST_OUTLETS = 60


class SourceFilters(QWidget):
    """Emits `changed` when something else is to be shown; for typed words after a moment."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._for: Chosen | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search who, how, what"))
        self.search.setAccessibleName(_("Search attributions"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(140)
        layer = session.codebook.layer(LAYER)
        titles = {key: field.text for key in _FIELDS if layer and (field := layer.field(key))}
        self.menus = {key: CheckMenu(title) for key, title in titles.items()}
        self.menus[_STATUS] = CheckMenu(_("Status"))
        self.menus[_OUTLET] = CheckMenu(_("Outlet"))
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        for menu in self.menus.values():
            row.addWidget(menu)
            menu.chosen.connect(self._told)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._told)
        self._pause.timeout.connect(self.changed)
        self.fill()

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self.search.text()

    @property
    def facets(self) -> Mapping[str, frozenset[str]]:
        """{field: the values that are wanted}, of those that are narrowed."""
        return {key: menu.ticked for key, menu in self.menus.items() if menu.ticked}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words.strip() or self.facets)

    def clear(self) -> None:
        """Leave nothing out, telling nobody."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for menu in self.menus.values():
            menu.set_ticked(frozenset())

    def fill(self) -> None:
        """Offer the values that the codebook has now."""
        layer = self._session.codebook.layer(LAYER)
        for key, menu in self.menus.items():
            field = layer.field(key) if layer else None
            if field is not None:
                menu.set_entries([*((tag.id, tag.text) for tag in field.tags), ("", _("not given"))])
        states = (Status.ACCEPTED, Status.EDITED, Status.SUGGESTED)
        self.menus[_STATUS].set_entries([(state.value, status_name(state)) for state in states])
        self._for = None

    def refresh(self, chosen: Chosen) -> None:
        """Offer the outlets of the chosen attributions, where others are chosen than before."""
        if chosen == self._for:
            return
        try:
            found = self._session.read(lambda reader: reader.boards.outlets(chosen))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return
        self._for = chosen
        named = [(outlet, outlet or _("not given")) for outlet in found[:_MOST_OUTLETS]]
        self.menus[_OUTLET].set_entries(named)

    def _told(self, _ticked: object = None) -> None:
        self._pause.stop()
        self.changed.emit()
