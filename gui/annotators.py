"""Who annotates: shown at the bottom of the window, and chosen there or in the menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotation.i18n import _
from annotation.records import Annotator, new_id
from gui.session import Session
from gui.shell import Shell
from gui.widgets.choice_list import Choice
from gui.widgets.pick_popover import PickPopover
from gui.widgets.ranking import ranked

_NEW = "new"


class AnnotatorChoice(QObject):
    """Handles “Annotate as…” and the button that says who annotates now."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self.picker: PickPopover | None = None
        """What people choose from, while it is open."""
        shell.actions_table.connect_to("people.annotate-as", self.ask)
        shell.bottom.person.clicked.connect(self.ask)
        session.opened.connect(self.show_name)
        session.annotator_changed.connect(self._keep_name)
        session.closing.connect(self._close)
        session.closed.connect(self.show_name)
        shell.retranslated.connect(self.show_name)

    def show_name(self) -> None:
        """Say who annotates, and what a click does."""
        person = self._session.annotator
        tip = self._shell.actions_table["people.annotate-as"].toolTip()
        self._shell.bottom.set_person(person.name if person else "", tip)

    def ask(self) -> None:
        """Let a person choose among those of the project, or type a new name."""
        self._close()
        people = self._session.people()
        nobody = _("Nobody is called that in this project, and it is open read-only.")
        anchor = self._shell.bottom.person
        picker = self.picker = PickPopover(
            anchor, lambda typed: self._offer(typed, people), _("Who annotates?"), nobody
        )
        picker.taken.connect(lambda choice: self._take(choice, people))
        picker.closed.connect(self._forget)
        picker.open_under(anchor.rect(), anchor)

    def _offer(self, typed: str, people: Sequence[Annotator]) -> list[Choice]:
        """The people whose name answers what is typed, and a new one of that name."""
        choices = [self._choice(person) for person in people]
        found = ranked(typed, choices, lambda choice: choice.title, limit=len(choices))
        known = {person.name.casefold() for person in people}
        if typed and typed.casefold() not in known and self._session.writable:
            title = _("Add “{name}”", name=typed)
            found.append(Choice(key=_NEW, title=title, also=typed, icon="plus", free=True))
        return found

    def _choice(self, person: Annotator) -> Choice:
        now = self._session.annotator is not None and person.id == self._session.annotator.id
        return Choice(key=person.id, title=person.name, note=_("annotates now") if now else "", icon="users")

    def _take(self, choice: Choice, people: Sequence[Annotator]) -> None:
        if choice.key == _NEW:
            self._session.annotate_as(Annotator(id=new_id(), name=choice.also))
        else:
            self._session.annotate_as(next(person for person in people if person.id == choice.key))

    def _keep_name(self) -> None:
        self._shell.settings.annotator = self._session.annotator_name
        self.show_name()

    def _close(self) -> None:
        if self.picker is not None:
            self.picker.dismiss()

    def _forget(self) -> None:
        self.picker = None
