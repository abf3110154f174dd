"""The Agreement room: how far annotators agree, on what, since when, and the records behind every figure."""

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from gui.actions import ActionTable
from gui.models.agreement_findings import FindingTable
from gui.rooms import Room
from gui.session import Session
from gui.tasks import Step
from gui.views.agreement.coefficients import CoefficientView
from gui.views.agreement.desk import AgreementDesk
from gui.views.agreement.details import Details
from gui.views.agreement.wish_bar import WishBar
from gui.views.agreement.words import cost_words, finding_words, rows_of
from gui.widgets.button import ActionButton, button
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.message_bar import MessageBar
from gui.widgets.progress_line import ProgressLine

_AGED, _WAITING = "aged", "waiting"
_SIZES = [690, 500]


class AgreementRoom(Room):
    """Coefficients, and what stands behind the one that is chosen.

    Emits `record_wanted(article, record)`, `review_wanted(article, record)`, `article_wanted(article)`,
    `export_wanted` and `corpus_wanted`.
    """

    record_wanted = Signal(str, str)
    review_wanted = Signal(str, str)
    article_wanted = Signal(str)
    export_wanted = Signal()
    corpus_wanted = Signal()

    def __init__(self, session: Session, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._awaited = False
        """Whether the table gets the keyboard as soon as it is there."""
        self.desk = AgreementDesk(session, self)
        self.bar = WishBar(self.desk)
        self.model = FindingTable(finding_words(), self)
        self.table = CoefficientView(self.model)
        self.details = Details(self.desk, actions)
        self.line = ProgressLine()
        self.messages = MessageBar()
        self.step = label("", "small")
        self.cancel = button(_("Cancel"))
        self.step.hide()
        self.cancel.hide()
        self.compute = ActionButton(actions["agreement.compute"])
        self.export = ActionButton(actions["agreement.export"])
        self._make_pages(actions)
        self._lay_out()
        self._connect()
        self._show_page()

    # ------------------------------------------------------------ layout

    def _make_pages(self, actions: ActionTable) -> None:
        corpus = QAction(_("Go to the corpus"), self)
        corpus.triggered.connect(self.corpus_wanted)
        self._nothing = EmptyState("gauge", _begin(), corpus)
        self._large = EmptyState("gauge", _large_words(1), actions["agreement.compute"])
        everything = QAction(_("Compare everything"), self)
        everything.triggered.connect(self.bar.show_everything)
        self._filtered = EmptyState(
            "funnel", _("Nothing can be compared of what you chose above."), everything
        )
        self._waiting = label("", "muted")
        self._waiting.setProperty("surface", "paper")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.bar, 1)
        head.addStretch(0)
        for part in (self.step, self.cancel, self.compute, self.export):
            head.addWidget(part)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.table.setMinimumWidth(360)
        self.details.setMinimumWidth(530)  # else it takes the room of boxes that most pages hide
        self.split.addWidget(self.table)
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes(_SIZES)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        for page in (self.split, self._nothing, self._large, self._filtered, self._waiting):
            self._pages.addWidget(page)
        self._head = QWidget()
        strip = QVBoxLayout(self._head)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(0)
        strip.addLayout(head)
        strip.addWidget(Hairline())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.line)
        column.addWidget(self.messages)
        column.addWidget(pages, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.looked.connect(self._looked)
        desk.computed.connect(self._computed)
        desk.aged.connect(self._aged)
        desk.busy.connect(self._show_busy)
        desk.stepped.connect(self._show_step)
        desk.chosen.connect(self._follow_choice)
        self.cancel.clicked.connect(desk.cancel)
        self.table.selected.connect(self._select)
        self.table.activated_row.connect(self._enter)
        self.table.doubleClicked.connect(lambda index: self._enter(index.row()))
        units = self.details.units
        units.record_wanted.connect(self._want_record)
        units.review_wanted.connect(self.review_wanted)
        units.chose.connect(self._vouch)
        self.details.articles.wanted.connect(self._want_review)
        self._actions.connect_to("agreement.compute", desk.compute)
        self._actions.connect_to("agreement.export", self.export_wanted.emit)
        self._actions.connect_to("agreement.review", units.want_review)

    # ------------------------------------------------------------ for the window

    def panes(self) -> Sequence[QWidget]:
        """The choices, the table, the picture, the list."""
        return (self.bar.layers, self.table, self.details.page, self.details.units.list)

    def entered(self) -> None:
        """Look what there is to compare, and give the table the keyboard."""
        self.desk.look()
        self._awaited = not self.table.isVisible()
        self.table.setFocus()

    def layout_state(self) -> str:
        """Which page is shown, and how wide the panes are."""
        return json.dumps(
            {
                "page": self.details.pages.selected,
                "panes": self.split.sizes(),
                "parts": self.details.split.sizes(),
            }
        )

    def restore_layout(self, state: str) -> None:
        """Lay the room out as it was."""
        try:
            known = json.loads(state)
            self.split.setSizes([int(width) for width in known["panes"]])
            self.details.split.setSizes([int(height) for height in known["parts"]])
            self.details.show_page(str(known["page"]))
        except (ValueError, TypeError, KeyError):
            return

    # ------------------------------------------------------------ what is shown

    def _looked(self) -> None:
        if self.desk.outlook is not None:
            self.bar.show_outlook(self.desk.outlook, self._session.codebook)
        self._show_page()

    def _computed(self) -> None:
        study = self.desk.study
        if study is None:
            return
        self.model.show_rows(rows_of(study))
        self.bar.refresh(study.codebook)
        self._show_page()

    def _follow_choice(self) -> None:
        """Show in the table which coefficient is looked at."""
        key = self.desk.key
        place = self.model.place_of(*key) if key else None
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        self._vouch()

    def _show_page(self) -> None:
        outlook, study = self.desk.outlook, self.desk.study
        if study is not None and study.material.compared:
            page: QWidget = self.split
        elif study is not None and study.wish.narrows:
            page = self._filtered
        elif outlook is None or self.desk.computing:
            page = self._waiting
            self._waiting.setText(_("Reading…") if outlook is None else _("Computing…"))
        elif not outlook.articles:
            page = self._nothing
            self._nothing.set_sentence(self._why_nothing())
        else:
            page = self._large
            self._large.set_sentence(_large_words(outlook.articles))
        self._pages.setCurrentWidget(page)
        if self._awaited and page is self.split and self.isVisible():
            self._awaited = False
            self.table.setFocus()
        self._head.setVisible(page is not self._nothing)
        self._vouch()

    def _why_nothing(self) -> str:
        people = self.desk.outlook.people if self.desk.outlook else ()
        begin = _begin()
        if not people:
            return f"{begin} {_('Nobody has marked anything in this project yet.')}"
        if len(people) == 1:
            only = _("So far {name} is the only annotator: hand out articles to somebody else as well.",
                     name=people[0].name)  # fmt: skip
            return f"{begin} {only}"
        none = _(
            "No article has the work of two of the {number} annotators yet: hand out the same articles to "
            "several.",
            number=number_words(len(people)),
        )
        return f"{begin} {none}"

    def _aged(self) -> None:
        """Say what no longer holds, and what was left out."""
        desk, study = self.desk, self.desk.study
        if desk.outdated and not desk.computing:
            said = (
                _("Out of date: labels changed since this was computed.")
                if desk.changed
                else _("You chose something else than was computed.")
            )
            text = _("Compute again") if desk.changed else _("Compute")
            self.messages.show_notice(_AGED, said, "warning", text, desk.compute)
        else:
            self.messages.dismiss(_AGED)
        if study is not None and study.waiting and not desk.computing and not desk.outdated:
            seconds = sum(study.waiting.values()) / 2
            said = _("γ is not computed, since that would take {cost}.", cost=cost_words(seconds))
            self.messages.show_notice(_WAITING, said, "info", _("Compute it"), desk.compute_waiting)
        else:
            self.messages.dismiss(_WAITING)
        self._show_page()

    def _show_busy(self, busy: bool) -> None:
        self.cancel.setVisible(busy)
        self.compute.setVisible(not busy)
        self.step.setVisible(busy)
        if busy:
            self.line.advance(0)
            self.step.setText("")
        else:
            self.line.finish()
        self._aged()

    def _show_step(self, step: Step) -> None:
        self.line.advance(step.done, step.total)
        if step.total:
            self.step.setText(f"{number_words(step.done)}/{number_words(step.total)}")

    # ------------------------------------------------------------ what is done

    def _select(self, place: int) -> None:
        row = self.model.rows[place]
        self.desk.select((row.question, row.measure))

    def _enter(self, place: int) -> None:
        """Compute what was left out, or go on to the picture."""
        row = self.model.rows[place]
        if row.finding is None:
            self.desk.compute_waiting([(row.question, row.measure)])
        else:
            self.details.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_record(self, article: str, record: str) -> None:
        if record:
            self.record_wanted.emit(article, record)
        else:
            self.article_wanted.emit(article)

    def _want_review(self, article: str) -> None:
        self.review_wanted.emit(article, "")

    def _vouch(self) -> None:
        """Tell the actions what holds now."""
        study, outlook = self.desk.study, self.desk.outlook
        there = study is not None and study.material.compared > 0
        self.hold(
            {
                "agreement-possible": outlook is not None
                and outlook.articles > 0
                and not self.desk.computing,
                "agreement-there": there and not self.desk.computing,
                "unit-chosen": self.details.units.current is not None,
            }
        )


def _begin() -> str:
    return _("Agreement is measured where two people or more marked the same articles.")


def _large_words(articles: int) -> str:
    return ngettext(
        "One article has the work of two people or more.",
        "{number} articles have the work of two people or more. To compare them may take a while; "
        "you can go on working meanwhile.",
        articles,
        number=number_words(articles),
    )
