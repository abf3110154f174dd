"""“Detection…”: what detection does in the project and what it reads now, asked for in a form."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from annotation.detectors import SETTING, Choices
from annotation.i18n import Message
from annotation.operations import ChangeSetting, Together
from annotation.operations.unfinished import Scope
from annotation.project import ProjectReader
from annotation.project.detected import Confidences, Tally
from gui.detection import DetectionControl
from gui.dialogs.detection import HERE, DetectionDialog, Surroundings, Survey
from gui.door import SessionDoor
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_AT_A_TIME = 400
"""Articles whose suggestions are counted together: nothing else of the project has to wait for longer."""
_SHOW_AFTER = 0.25
"""Seconds between two counts that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the window shows when detection is asked for."""

    article: str = ""
    """The id of the open article."""
    title: str = ""
    chosen: tuple[str, ...] = ()
    """Ids of the articles that are selected."""


class DetectionChoice(QObject):
    """Handles “Detection…”. `around` says what the window shows."""

    _counted = Signal(object, object)
    """A door and the Survey made through it, from the lane that counts."""

    def __init__(
        self, shell: Shell, session: Session, control: DetectionControl, around: Callable[[], Around]
    ) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._control = control
        self._around = around
        self._task: Task | None = None
        self.dialog: DetectionDialog | None = None
        """The form, while it is open."""
        shell.actions_table.connect_to("detect.settings", self.ask)
        session.closing.connect(self.close)
        self._counted.connect(self._show)

    def ask(self) -> None:
        """Open the form."""
        if not self._session.is_open or self.dialog is not None:
            return
        around = self._around()
        surroundings = Surroundings(
            title=around.title or around.article,
            chosen=len(around.chosen),
            editable=self._session.writable,
        )
        dialog = DetectionDialog(self._session.codebook, self.choices(), surroundings, self._shell)
        self.dialog = dialog
        dialog.keeping.connect(lambda: self._keep_for_all(dialog.choices))
        dialog.accepted.connect(lambda: self._read(dialog, around))
        dialog.finished.connect(self._forget)
        self._count()
        dialog.open()

    def choices(self) -> Choices:
        """What the project has chosen about detection."""
        return Choices.from_json(self._session.read(lambda reader: reader.setting(SETTING)))

    def close(self) -> None:
        """Take the form away, nothing kept."""
        if self.dialog is not None:
            self.dialog.reject()

    def _forget(self) -> None:
        dialog, self.dialog = self.dialog, None
        if self._task is not None:
            self._task.drop()
            self._task = None
        if dialog is not None:
            dialog.deleteLater()

    def _keep(self, choices: Choices) -> None:
        if choices != self.choices():
            change = ChangeSetting(key=SETTING, value=choices.to_json(), actor=self._session.me)
            title = Message("Change what detection does")
            self._session.apply(Together(operations=(change,), title=title, actor=self._session.me))

    def _keep_for_all(self, choices: Choices) -> None:
        """Keep the choices, and let the suggestions that are there follow where they bear upon them."""
        before = self.choices().thresholds
        self._keep(choices)
        if choices.thresholds != before:
            self._control.renew_all()

    def _read(self, dialog: DetectionDialog, around: Around) -> None:
        self._keep(dialog.choices)
        control = self._control
        begin: dict[str, Callable[[], object]] = {
            HERE: partial(control.detect, [around.article]),
            Scope.CHOSEN: partial(control.detect_chosen, around.chosen),
            Scope.UNREAD: control.detect_new,
            Scope.ALL: control.detect_all,
        }
        begin[dialog.scope]()

    # ------------------------------------------------------------ counting

    def _count(self) -> None:
        """Count in the background, a few hundred articles at a time, as long as the form is open."""
        door = self._session.door()
        work = partial(self._survey, door, self._session.writable)
        self._task = self._session.tasks.run(work, receiver=self)

    def _survey(self, door: SessionDoor, writable: bool, progress: Progress) -> None:
        """Tell what is known so far again and again; for the lane."""
        survey = door.ask(
            lambda reader: Survey(articles=reader.count_articles(), languages=reader.languages())
        )
        self._counted.emit(door, survey)
        if writable:
            survey = replace(survey, unread=len(door.ask(lambda reader: reader.unread_ids())))
        found: dict[str, Confidences] = {}
        told, after = 0.0, -1
        while True:
            progress.check()
            if time.monotonic() - told > _SHOW_AFTER:
                told = time.monotonic()
                self._counted.emit(door, replace(survey, found=dict(found)))
            part = door.ask(partial(_tally, after=after))
            if part.last is None:
                break
            after = part.last
            for name, some in part.found.items():
                found[name] = found.get(name, Confidences()) + some
        self._counted.emit(door, replace(survey, found=found, whole=True))

    def _show(self, door: SessionDoor, survey: Survey) -> None:
        if self.dialog is not None and door.is_open:
            self.dialog.show_survey(survey)


def _tally(reader: ProjectReader, after: int) -> Tally:
    return reader.tally(after, _AT_A_TIME)
