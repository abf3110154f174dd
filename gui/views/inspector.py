"""The inspector: all about the selected record, and every field of it to fill without the mouse."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotation.fields import Field
from annotation.i18n import _
from annotation.project import Operation
from annotation.records import Annotation, Json, is_suggestion
from gui.actions import ActionTable
from gui.editors import Offers
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.history import History
from gui.views.hover_card import status_words
from gui.views.idle_page import IdlePage
from gui.views.many_page import ManyPage
from gui.views.note_box import NoteBox
from gui.views.record_form import RecordForm
from gui.views.role_rows import RoleRows
from gui.views.why import origin_words, why_words
from gui.widgets.button import ActionButton
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

_MANY = 2
"""The page for several records."""


class Inspector(QWidget):
    """Shows the desk's selected record; every decision in it is one operation of the hand.

    Emits `left` when the keyboard is to go back to the article, `wanted(role)` to jump to a role's words, and
    `taking(role)` to give a role the words that are selected in the article.
    """

    left = Signal()
    wanted = Signal(str)
    taking = Signal(str)

    def __init__(
        self, desk: Desk, hand: Hand, offers: Offers, actions: ActionTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hand = hand
        self._offers = offers
        self._selection = False
        self._stale = False
        """Whether something changed that is not shown yet."""
        self._forms: dict[str, RecordForm] = {}
        self._roles: dict[str, RoleRows] = {}
        self.idle = IdlePage(actions)
        self.many = ManyPage(desk, hand, offers, actions)
        self.note = NoteBox()
        self.history = History(desk)
        self._square = HueMark()
        self._title = label("", "heading")
        self._status = label("", "small")
        self._why_head = label(_("Why this suggestion?"), "section")
        self._why = label("", "small", wrap=True)
        self._decide = QWidget()
        self._lay_out(actions)
        self._connect()
        self._open()

    # ------------------------------------------------------------ layout

    def _lay_out(self, actions: ActionTable) -> None:
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.idle)
        self._pages.addWidget(self._make_page(actions))
        self._pages.addWidget(self.many)

    def _make_page(self, actions: ActionTable) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 12, 16)
        column.setSpacing(10)
        column.addLayout(self._make_head())
        column.addWidget(self._make_decide(actions))
        self._place = QVBoxLayout()
        self._place.setSpacing(12)
        column.addLayout(self._place)
        for part in (self.note, self._why_head, self._why, self.history):
            column.addWidget(part)
        column.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._square)
        row.addWidget(self._title, 1)
        row.addWidget(self._status)
        return row

    def _make_decide(self, actions: ActionTable) -> QWidget:
        """The two answers to a suggestion."""
        row = QHBoxLayout(self._decide)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.accept = ActionButton(actions["suggestion.accept"], "primary", "check")
        self.reject = ActionButton(actions["suggestion.reject"], icon="x")
        row.addWidget(self.accept, 1)
        row.addWidget(self.reject, 1)
        return self._decide

    def _connect(self) -> None:
        self._desk.opened.connect(self._open)
        self._desk.selected.connect(self._show)
        self._desk.chosen_changed.connect(self._follow_chosen)
        self.many.left.connect(self.left)
        self._desk.changed.connect(lambda _difference: self._follow())
        self._desk.settled.connect(self._settle)
        self._desk.renamed.connect(self._refresh)
        self.note.committed.connect(self._hand.write_note)
        self.note.left.connect(self.left)

    # ------------------------------------------------------------ showing

    def _open(self) -> None:
        """Another article, or another codebook: the forms are made anew when they are needed."""
        for old in (*self._forms.values(), *self._roles.values()):
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._forms.clear()
        self._roles.clear()
        self.many.forget()
        self.idle.show_layers(self._desk.codebook.layers if self._desk.article else ())
        self._show()

    def _show(self) -> None:
        """Show the record that is selected now; what was typed for the one before is kept first."""
        record = self._desk.record
        self._pages.setCurrentIndex(_MANY if len(self._desk.chosen) > 1 else 1 if record else 0)
        for key, form in self._forms.items():
            form.setVisible(bool(record and key == record.layer))
        for key, rows in self._roles.items():
            rows.setVisible(bool(record and key == record.layer))
        self._refresh()

    def _follow_chosen(self) -> None:
        """Show several records, or one again; one that is selected alone has been shown by then."""
        if len(self._desk.chosen) > 1 or self._pages.currentIndex() == _MANY:
            self._show()

    def _follow(self) -> None:
        """Show the record as it is now; of one act once, in its end."""
        self._stale = True
        if not self._desk.is_settling:
            self._refresh()

    def _settle(self) -> None:
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        record = self._desk.record
        layer = self._desk.layer
        if len(self._desk.chosen) > 1:
            self.many.show_chosen()
            return
        if record is None or layer is None:
            return
        editable = self._desk.editable
        self._square.set_hue(layer.hue_of(record.features))
        self._title.setText(layer.text)
        self._status.setText(status_words(record))
        self._decide.setVisible(is_suggestion(record))
        self.form(record).show_record(record, editable=editable)
        self.roles_of(record).show_record(record, editable=editable, selection=self._selection)
        self.note.show_note(record.note)
        self.note.setReadOnly(not editable)
        self._why.setText(self._describe(record))
        self._why.setVisible(bool(self._why.text()))
        self._why_head.setVisible(bool(record.why))
        self.history.show_record(record)

    def form(self, record: Annotation) -> RecordForm:
        """The form of a record's layer, made when it is first needed."""
        layer = self._desk.layer_of(record)
        assert layer is not None, "asked for a record of the codebook"
        if layer.id not in self._forms:
            form = RecordForm(layer, self._offers)
            form.committed.connect(self._commit)
            form.left.connect(self.left)
            rows = RoleRows(layer, self._desk)
            rows.wanted.connect(self.wanted)
            rows.taking.connect(self.taking)
            rows.clearing.connect(lambda role: self._hand.set_spans({role: ()}))
            self._place.addWidget(rows)
            self._place.addWidget(form)
            self._forms[layer.id], self._roles[layer.id] = form, rows
        return self._forms[layer.id]

    def roles_of(self, record: Annotation) -> RoleRows:
        """The rows of the roles of a record's layer."""
        self.form(record)
        return self._roles[record.layer]

    def _describe(self, record: Annotation) -> str:
        """Why the record was suggested and what made it, each on a line."""
        origin = origin_words(record)
        by_hand = origin == record.origin
        lines = [
            why_words(record, self._desk),
            _("Made by {origin}", origin=origin) if origin and by_hand else origin,
        ]
        return "\n".join(line for line in lines if line)

    @property
    def origin(self) -> str:
        """What is said of what made the record, and why."""
        return self._why.text()

    def set_selection(self, *, there: bool) -> None:
        """Whether words are selected in the article, which roles can take."""
        if there != self._selection:
            self._selection = there
            self._refresh()

    # ------------------------------------------------------------ keyboard

    def commit(self) -> None:
        """Decide on what was typed so far."""
        self.many.commit()
        record = self._desk.record
        if record is not None and record.layer in self._forms:
            self._forms[record.layer].commit()
            self.note.commit()

    def focus_first(self) -> None:
        """Give the keyboard to the first field that is missing, else to the first."""
        record = self._desk.record
        if record is None or self._desk.layer is None:
            return
        if len(self._desk.chosen) > 1:
            self.many.focus_first()
            return
        form = self.form(record)
        editors = list(form.shown)
        missing = (one for one in editors if one.field.required and one.value in (None, "", [], {}))
        target = next(missing, editors[0] if editors else None)
        (target or self.note).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_field(self, field: str) -> None:
        """Give the keyboard to a field, or to the note for "note"."""
        record = self._desk.record
        if record is not None and field == "note":
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif record is not None and field in self.form(record).editors:
            self.form(record).editors[field].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keyboard on to the fields, as when F6 brings it. For Qt."""
        super().focusInEvent(event)
        self.focus_first()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks down the page; before its first place and after its last it leaves. For Qt."""
        stops = self._stops()
        focus = QApplication.focusWidget()
        here = stops.index(focus) if focus in stops else -1
        step = here + (1 if forward else -1)
        if here >= 0 and 0 <= step < len(stops):
            stops[step].setFocus(
                Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            )
        else:
            self.left.emit()
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab reaches here, from the top down."""
        found = [
            child
            for child in self.findChildren(QWidget)
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.focusProxy() is None
            and child.isVisible()
            and child.isEnabled()
        ]
        places = {child: child.mapTo(self, QPoint(0, 0)) for child in found}
        return sorted(found, key=lambda child: (places[child].y(), places[child].x()))

    def _commit(self, field: Field, value: Json, first: tuple[Operation, ...]) -> None:
        self._hand.set_feature(field, value, first)
        self._refresh()
