"""Double-blind work from the window: the action that switches it, and what always says that it is on."""

from PySide6.QtCore import QObject

from annotation.i18n import _
from annotation.operations.blinding import SetBlinding
from annotation.records.blinding import Blinding
from gui.dialogs.packages.blinding import BlindingDialog
from gui.session import Session
from gui.shell import Shell


class BlindingControl(QObject):
    """Handles “Double-blind…”, and the words at the bottom of the window."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        shell.actions_table.connect_to("project.blind", self.ask)
        shell.bottom.state.clicked.connect(shell.actions_table["project.blind"].trigger)
        session.opened.connect(self.show_state)
        session.sight_changed.connect(self.show_state)
        session.closed.connect(self.show_state)
        shell.retranslated.connect(self.show_state)

    def show_state(self) -> None:
        """Say at the bottom whether work is double-blind, and what that means for who looks."""
        session = self._session
        if session.blinding is None:
            self._shell.bottom.set_state("")
        elif session.veiled:
            tip = _("You see only your own records until a reviewer lifts it.")
            self._shell.bottom.set_state(_("Double-blind"), tip)
        else:
            tip = _("You review: others see only their own records, and you see letters in place of names.")
            self._shell.bottom.set_state(_("Double-blind: reviewer"), tip)

    def ask(self) -> None:
        """Ask who reviews, and switch it on or off."""
        session = self._session
        dialog = BlindingDialog(session.people(), session.me, session.blinding, self._shell)
        dialog.wanted.connect(self.switch)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def switch(self, blinding: Blinding | None) -> None:
        """Make work double-blind with these reviewers, or lift it."""
        if blinding != self._session.blinding and self._session.be_known():
            self._session.apply(SetBlinding(blinding=blinding, actor=self._session.me))
