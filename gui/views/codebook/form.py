"""The form of the part that is selected, made when it is selected and kept true to the draft."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotation.codebook import Place
from annotation.i18n import Message, _, available_languages, current_language
from gui.views.codebook.guide_box import GuideBox
from gui.views.codebook.inputs import DraftLine, Row
from gui.views.codebook.naming import id_of, is_nameless, part_words, title_of
from gui.views.codebook.pages import Page
from gui.views.codebook.workspace import Workspace
from gui.widgets.label import ElidedLabel, label

_GROUPS = ("layer", "tagset", "reason")


class Form(QScrollArea):
    """Follows the workspace. `focus_name` gives the keyboard to the name of the part."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._language = current_language()
        self._place: Place | None = None
        self._kind: object = None
        self.rows: list[Row] = []
        self.guide: GuideBox | None = None
        self.id_line: DraftLine | None = None
        self._title: ElidedLabel | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        work.selected.connect(self.refresh)
        work.changed.connect(self.refresh)
        self.refresh()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that texts can be written in: the program's and those of the codebook."""
        return tuple(dict.fromkeys((*available_languages(), *self._work.draft.languages())))

    def row(self, key: str) -> Row | None:
        """The row that shows the value under a key of the part."""
        return next((row for row in self.rows if row.input.place[-1] == key), None)

    def focus_name(self) -> None:
        """Give the keyboard to the first line."""
        if self.rows:
            self.rows[0].input.setFocus(Qt.FocusReason.TabFocusReason)
            lines = self.rows[0].findChildren(DraftLine)
            if lines:
                lines[0].selectAll()
        elif self.id_line is not None:
            self.id_line.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_value(self, place: Place) -> None:
        """Give the keyboard to the row that shows a value, and scroll there."""
        row = next((one for one in self.rows if one.input.place == place), None)
        if row is not None:
            row.input.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row)

    def refresh(self) -> None:
        """Show the part that is selected, as it is now."""
        shape = self._shape()
        if self._place != self._work.place or self._kind != shape:
            self._place, self._kind = self._work.place, shape
            self._build()
        for row in self.rows:
            row.refresh()
        if self.guide is not None:
            self.guide.refresh()
        if self._title is not None:
            self._title.setText(title_of(self._work.draft, self._work.place))
        if self.id_line is not None and not self.id_line.hasFocus():
            self.id_line.setText(self._work.place[-1])

    def _shape(self) -> object:
        """What decides which rows there are."""
        draft, place = self._work.draft, self._work.place
        if place[2:3] == ("field",):
            part = draft.at(place) or {}
            return part.get("kind"), part.get("multiple"), draft.ids(("layer",)), self.languages
        if len(place) == 2 and place[0] == "layer":
            return len(draft.ids((*place, "role"))) > 1, bool(draft.ids((*place, "field"))), self.languages
        return self.languages

    # ------------------------------------------------------------ layout

    def _build(self) -> None:
        focused = self._focused()
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(10)
        self.rows, self.guide, self.id_line, self._title = [], None, None, None
        column.addLayout(self._head())
        place = self._work.place
        if len(place) == 1 and place[0] in _GROUPS:
            column.addWidget(label(_group_words(place[0]), "muted", wrap=True))
        else:
            self._fill(column)
        column.addStretch()
        old = self.takeWidget()
        if old is not None:
            old.setParent(self)  # taken, it would go with its last reference, in the midst of its own signal
            old.hide()
            old.deleteLater()
        self.setWidget(content)
        if focused is not None:
            self.focus_value(focused)

    def _focused(self) -> Place | None:
        """Which value the keyboard is in, if it is the same part that is laid out anew."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((row.input.place for row in self.rows if row.isAncestorOf(focus)), None)

    def _head(self) -> QHBoxLayout:
        place = self._work.place
        head = QHBoxLayout()
        head.setSpacing(10)
        self._title = ElidedLabel("", "heading")
        head.addWidget(self._title, 1)
        if len(place) > 1:
            head.addWidget(label(part_words(place), "small"))
            self.id_line = DraftLine(place[-1])
            self.id_line.setFixedWidth(150)
            self.id_line.setReadOnly(not self._work.editable)
            self.id_line.setAccessibleName(_("Id"))
            self.id_line.setToolTip(
                _("The id: what files and exports call it. Records follow when it changes.")
            )
            self.id_line.editingFinished.connect(self._rename)
            head.addWidget(self.id_line)
        return head

    def _fill(self, column: QVBoxLayout) -> None:
        place = self._work.place
        page = Page(self._work, place, self.languages)
        for row in page.rows():
            self.rows.append(row)
            column.addWidget(row)
        if self.rows and len(place) > 1:
            for line in self.rows[0].findChildren(DraftLine):
                line.editingFinished.connect(self._name_id)
        if page.has_guide:
            self.guide = GuideBox(self._work, place, self.languages, self._language)
            self.guide.switch.chosen.connect(self._keep_language)
            column.addSpacing(6)
            column.addWidget(self.guide)
        if len(place) == 2 and place[0] == "tagset":
            column.addWidget(label(self._tagset_words(), "muted", wrap=True))

    def _tagset_words(self) -> str:
        fields = [title_of(self._work.draft, one) for one in self._work.draft.tag_fields(self._work.place[1])]
        if not fields:
            return _("No field takes its values from this tagset.")
        return _("Values of: {fields}", fields=", ".join(fields))

    def _keep_language(self, language: str) -> None:
        self._language = language

    def _rename(self) -> None:
        if self.id_line is None:
            return
        place, id_ = self._work.place, self.id_line.text()
        if len(place) < 2 or id_ == place[-1]:
            return
        if not self._work.attempt(
            lambda draft: draft.rename(place, id_), Message("Change an id"), (*place[:-1], id_)
        ):
            self.id_line.setText(place[-1])

    def _name_id(self) -> None:
        """Give a part that is new an id that says what it is called, once it is."""
        draft, place = self._work.draft, self._work.place
        if len(place) > 1 and draft.at(place) is not None and is_nameless(place[-1]) and draft.is_new(place):
            wished = id_of(draft.at((*place, "label") if place[0] != "reason" else place) or {})
            if wished:
                id_ = draft.free_id(place[:-1], wished)
                self._work.attempt(
                    lambda made: made.rename(place, id_), Message("Change an id"), (*place[:-1], id_)
                )


def _group_words(group: str) -> str:
    """What a group of parts is for."""
    return {
        "layer": _("A layer is one kind of annotation: which words it marks in which roles, and what is said "
                   "of them in which fields."),
        "tagset": _("A tagset is a list or a tree of values, from which fields of any layer are filled."),
    }.get(group, _("Reviewers give one of these reasons for a decision."))  # fmt: skip
