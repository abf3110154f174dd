"""Doing again what was just done: on the same words elsewhere in the article, or on other words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from annotation.i18n import _, ngettext
from annotation.operations import Alike, LabelAlike, find_alike
from gui.views.article import ArticleView
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.making import Maker
from gui.views.marks import chip_of
from gui.widgets.numbered_menu import NumberedMenu

MANY = 8
"""Mentions from which on one is asked before they are labelled."""


class Kind(StrEnum):
    """What can be done again."""

    MAKE = "make"
    LABEL = "label"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done last: with records of which layer, and with which of its tags."""

    kind: Kind
    layer: str = ""
    tag: str = ""


class Repeater(QObject):
    """Remembers the last act that can be done again, and does it; labels all mentions of the same words."""

    def __init__(self, desk: Desk, hand: Hand, maker: Maker, article: ArticleView) -> None:
        super().__init__(article)
        self._desk = desk
        self._hand = hand
        self._maker = maker
        self._article = article
        self.last: Act | None = None
        self.menu: NumberedMenu | None = None
        """What asks before many mentions are labelled, while it is open."""

    # ------------------------------------------------------------ acting, remembered

    def accept(self) -> None:
        """Make the selected suggestion a label."""
        self._remember(Act(kind=Kind.ACCEPT))
        self._hand.accept()

    def reject(self) -> None:
        """Say that the selected suggestion is wrong."""
        self._remember(Act(kind=Kind.REJECT))
        self._hand.reject()

    def label(self, tag: str) -> None:
        """Give the selected record another tag."""
        layer = self._desk.layer
        self._remember(Act(kind=Kind.LABEL, layer=layer.id if layer else "", tag=tag))
        self._hand.label(tag)

    def make(self, layer: str) -> None:
        """Make a record of a layer on the selected words."""
        self._remember(Act(kind=Kind.MAKE, layer=layer))
        self._maker.make(layer)

    def _remember(self, act: Act) -> None:
        if self._desk.editable:
            self.last = act

    # ------------------------------------------------------------ again

    def again(self) -> None:
        """Do the last act again: on the selected words, else on the selected record."""
        act = self.last
        if act is None:
            self._hand.said.emit(_("There is nothing to repeat yet."))
        elif self._article.text.selection() is not None and act.layer:
            self._maker.make(act.layer, act.tag)
        elif self._desk.record is None:
            self._hand.said.emit(_("Select words or a record to repeat it on."))
        else:
            self._do_on_record(act)

    def _do_on_record(self, act: Act) -> None:
        layer = self._desk.layer
        if act.kind is Kind.ACCEPT:
            self._hand.accept()
        elif act.kind is Kind.REJECT:
            self._hand.reject()
        elif act.tag and layer is not None and layer.id == act.layer:
            self._hand.label(act.tag)
        else:
            self._hand.said.emit(_("The last act does not fit this record."))

    # ------------------------------------------------------------ all alike

    def label_alike(self) -> None:
        """Label every mention of the selected record's words as it is labelled; ask first where many are."""
        found = self._find()
        if found is None:
            return
        if len(found) < MANY:
            self._label(found)
            return
        title = ngettext("Label one mention of “{words}”", "Label {n} mentions of “{words}”", len(found),
                         words=found.words)  # fmt: skip
        text = self._article.text
        self.menu = NumberedMenu(text, [(title, lambda: self._label(found))])
        self.menu.closed.connect(self._forget_menu)
        mark = text.current_mark
        self.menu.open_under(text.rect_of_mark(mark) if mark else text.cursorRect(), text.viewport())

    def _find(self) -> Alike | None:
        """The other mentions; None, and said why, where there is nothing to label."""
        record, layer, me = self._desk.record, self._desk.layer, self._hand.me
        if record is None or layer is None or not self._desk.editable:
            return None
        alike = None
        if len(layer.roles) == 1:
            alike = self._desk.session.read(lambda reader: find_alike(reader, record, me))
        if alike is None:
            self._hand.said.emit(_("Only a record of one stretch of words can be repeated."))
        elif not len(alike):
            words = alike.words
            self._hand.said.emit(_("“{words}” stands nowhere else without a label.", words=words))
        return alike or None

    def _label(self, alike: Alike) -> None:
        """Label the mentions in one step, and say how many they were."""
        annotator = self._desk.session.annotator
        origin = annotator.name if annotator else ""
        if not self._hand.do(LabelAlike(alike=alike, actor=self._hand.me, origin=origin)):
            return
        record, layer = self._desk.record, self._desk.layer
        what = " ".join(chip_of(record, layer)).strip() if record else ""
        said = ngettext("Labelled one mention of “{words}”: {what}.",
                        "Labelled {n} mentions of “{words}”: {what}.", len(alike),
                        words=alike.words, what=what)  # fmt: skip
        if alike.kept:
            said += " " + ngettext("One stays as it is.", "{n} stay as they are.", alike.kept)
        self._hand.said.emit(said)

    def _forget_menu(self) -> None:
        self.menu = None
