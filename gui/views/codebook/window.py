"""The window of the codebook editor: parts at the left, the form in the middle, the preview at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Place
from annotation.i18n import _
from gui.theme import set_icon
from gui.views.codebook.acts import Acts
from gui.views.codebook.form import Form
from gui.views.codebook.outline import Outline
from gui.views.codebook.preview import Preview
from gui.views.codebook.problems import Problems
from gui.views.codebook.workspace import Workspace, part_of
from gui.widgets.button import button, icon_button
from gui.widgets.hairline import Hairline
from gui.widgets.label import ElidedLabel, label

_SIZE = (1180, 740)
_WIDTHS = (270, 530, 380)


class CodebookWindow(QDialog):
    """Edits one workspace. Closing it keeps the draft.

    Emits `applying`, `importing`, `exporting`, `comparing` for its buttons, `hidden` when it closes.
    """

    applying = Signal()
    importing = Signal()
    exporting = Signal()
    comparing = Signal()
    discarding = Signal()
    hidden = Signal()

    def __init__(self, work: Workspace, project: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Codebook of {project}", project=project))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.work = work
        self.acts = Acts(work)
        self.outline = Outline(work)
        self.form = Form(work)
        self.preview = Preview(work)
        self.problems = Problems(work)
        self.search = QLineEdit()
        self._make_tools()
        self._make_foot()
        self._lay_out()
        self._wire()
        self._follow()
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))

    # ------------------------------------------------------------ layout

    def _make_tools(self) -> None:
        self.search.setPlaceholderText(_("Find a part"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(_("Find a part"))
        self.add = QToolButton()
        self.add.setToolTip(_("Add (Ins)"))
        self.add.setAccessibleName(_("Add"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(self.add, "plus")
        menu = QMenu(self.add)
        menu.aboutToShow.connect(self._fill_menu)
        self.add.setMenu(menu)
        self.copy = icon_button("copy", _("Copy (Ctrl+D)"))
        self.remove = icon_button("trash-2", _("Remove (Del)"))
        self.up = icon_button("arrow-up", _("Move up (Alt+↑)"))
        self.down = icon_button("arrow-down", _("Move down (Alt+↓)"))
        self.undo = icon_button("undo-2", _("Undo"))
        self.redo = icon_button("redo-2", _("Redo"))

    def _make_foot(self) -> None:
        self.import_ = button(_("Import…"))
        self.export = button(_("Export…"))
        self.versions = button(_("Versions…"))
        self.said = ElidedLabel("", "danger")
        self.discard = button(_("Discard changes"), "quiet")
        self.apply = button(_("Apply…"), "primary")

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.outline, 1)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for tool in (self.add, self.copy, self.remove, self.up, self.down):
            tools.addWidget(tool)
        tools.addStretch()
        tools.addWidget(self.undo)
        tools.addWidget(self.redo)
        column.addLayout(tools)
        middle = QWidget()
        middle.setProperty("surface", "paper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.form)
        right = QWidget()
        outer = QVBoxLayout(right)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.preview)
        split = QSplitter(Qt.Orientation.Horizontal)
        for part in (left, middle, right):
            split.addWidget(part)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        split.setSizes(list(_WIDTHS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if not self.work.editable:
            strip = label(
                _("The project is open read-only: the codebook can be looked at and exported."), "small"
            )
            strip.setContentsMargins(12, 8, 12, 8)
            whole.addWidget(strip)
        whole.addWidget(split, 1)
        whole.addWidget(Hairline())
        whole.addWidget(self.problems)
        whole.addLayout(self._lay_out_foot())

    def _lay_out_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(8)
        for one in (self.import_, self.export, self.versions):
            one.setAutoDefault(False)
            foot.addWidget(one)
        foot.addWidget(self.said, 1)
        for one in (self.discard, self.apply):
            one.setAutoDefault(False)
            foot.addWidget(one)
        return foot

    # ------------------------------------------------------------ wiring

    def _wire(self) -> None:
        work, outline = self.work, self.outline
        work.changed.connect(self._follow)
        work.selected.connect(self._follow)
        work.refused.connect(self.said.setText)
        self.search.textChanged.connect(outline.look_for)
        self.search.returnPressed.connect(self._enter_found)
        outline.deleting.connect(self.acts.remove)
        outline.duplicating.connect(self.acts.duplicate)
        outline.renaming.connect(self.form.focus_name)
        outline.moving.connect(self.acts.move)
        outline.shifting.connect(self.acts.shift)
        outline.dropped.connect(self.acts.drop)
        self.problems.wanted.connect(self.go)
        for tool, act in (
            (self.copy, self.acts.duplicate),
            (self.remove, self.acts.remove),
            (self.up, lambda: self.acts.move(-1)),
            (self.down, lambda: self.acts.move(1)),
            (self.undo, work.undo),
            (self.redo, work.redo),
            (self.import_, self.importing.emit),
            (self.export, self.exporting.emit),
            (self.versions, self.comparing.emit),
            (self.discard, self.discarding.emit),
            (self.apply, self.applying.emit),
        ):
            tool.clicked.connect(lambda _checked=False, act=act: act())
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), work.undo),
            (QKeySequence("Ctrl+Shift+Z"), work.redo),
            (QKeySequence("Ctrl+Y"), work.redo),
            (QKeySequence("Ctrl+F"), self._find),
            (QKeySequence("Ins"), lambda: self.add_part(self.acts.same_kind)),
            (QKeySequence("Ctrl+Return"), self._apply_by_key),
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def add_part(self, kind: str) -> None:
        """Add a part, and let its name be typed."""
        if self.acts.add(kind):
            self.form.focus_name()

    def go(self, place: Place) -> None:
        """Select the part that a place belongs to, and give the keyboard to the value."""
        self.work.select(part_of(place))
        self.form.focus_value(place)

    def _fill_menu(self) -> None:
        menu = self.add.menu()
        menu.clear()
        for kind, words in (
            ("layer", _("Layer")),
            ("role", _("Role")),
            ("field", _("Field")),
            ("tagset", _("Tagset")),
            ("tag", _("Tag")),
            ("below", _("Tag below this one")),
            ("reason", _("Reason")),
        ):
            action = menu.addAction(words)
            action.setEnabled(self.acts.group_for(kind) is not None)
            action.triggered.connect(lambda _checked=False, kind=kind: self.add_part(kind))

    def _follow(self) -> None:
        work = self.work
        chosen = len(work.place) > 1 and work.editable
        for tool in (self.copy, self.remove, self.up, self.down):
            tool.setEnabled(chosen)
        self.add.setEnabled(work.editable)
        undo, redo = work.editing.undo_title, work.editing.redo_title
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.setToolTip(_("Undo: {act}", act=undo) if undo else _("Undo"))
        self.redo.setToolTip(_("Redo: {act}", act=redo) if redo else _("Redo"))
        self.import_.setEnabled(work.editable)
        changed = work.editable and work.editing.is_changed
        self.discard.setVisible(changed)
        self.apply.setVisible(work.editable)
        self.apply.setEnabled(changed and work.is_sound)
        self.said.setText("")

    def _enter_found(self) -> None:
        """Enter in the search goes to the first part that it leaves."""
        if self.outline.found:
            self.work.select(self.outline.found[0])
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _apply_by_key(self) -> None:
        if self.apply.isEnabled():
            self.applying.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the draft for the next time. For Qt."""
        super().closeEvent(event)
        self.hidden.emit()

    def reject(self) -> None:
        """Esc leaves the search, and nothing else: the window is closed by its frame or Ctrl+W. For Qt."""
        if self.search.text():
            self.search.clear()
