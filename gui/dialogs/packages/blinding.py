"""Double-blind work: what it means, who reviews, and switching it on and off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.records import Annotator
from annotation.records.blinding import Blinding
from gui.dialogs.packages.check_table import CheckTable
from gui.widgets.button import button
from gui.widgets.label import label


class BlindingDialog(QDialog):
    """One form. Emits `wanted(Blinding)` for what is chosen, `wanted(None)` to lift it; then it closes."""

    wanted = Signal(object)

    def __init__(
        self,
        people: Sequence[Annotator],
        me: str,
        blinding: Blinding | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Double-blind"))
        self._me = me
        self._blinding = blinding
        self.people = CheckTable((_("Reviewer"),), _("Who reviews"))
        reviewers = blinding.reviewers if blinding else (me,)
        for person in people:
            self.people.add_row(person.id, (person.name,), checked=person.id in reviewers)
        self.outcome = label("", "small", wrap=True)
        self.lift = button(_("Lift double-blind"))
        self.switch = button(_("Keep these reviewers") if blinding else _("Switch on"), "primary")
        self._lay_out()
        self.people.ticked.connect(self._follow)
        self._follow()

    @property
    def chosen(self) -> Blinding:
        """Double-blind work with the reviewers who are ticked."""
        return Blinding(reviewers=tuple(self.people.checked))

    def _follow(self) -> None:
        reviewers = self.people.checked
        if not reviewers:
            said = _("Tick at least one person who reviews.")
        elif self._me not in reviewers:
            said = _("You will see only your own records; a reviewer can lift it again.")
        else:
            said = ""
        self.outcome.setText(said)
        self.switch.setEnabled(bool(reviewers) and self.chosen != self._blinding)

    def _want(self, blinding: Blinding | None) -> None:
        self.wanted.emit(blinding)
        self.accept()

    def _lay_out(self) -> None:
        words = _(
            "While work is double-blind, annotators see only their own records, in all rooms and in what "
            "they export. Only reviewers have the rooms Review and Agreement, with letters in place of "
            "names. Everybody who opens this file and is no reviewer is an annotator."
        )
        limits = _(
            "It is no lock: the file holds everybody’s work. Packages hold only one annotator’s, and the "
            "setting goes along in them."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        buttons.addButton(self.lift, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.switch, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.lift.setVisible(self._blinding is not None)
        self.lift.clicked.connect(lambda: self._want(None))
        self.switch.clicked.connect(lambda: self._want(self.chosen))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.people, 1)
        column.addWidget(label(limits, "small", wrap=True))
        column.addWidget(self.outcome)
        column.addWidget(buttons)
        self.resize(520, 440)
