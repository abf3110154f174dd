"""Carrying labels to the copies of an article: what it would do, copy by copy, before it is done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.carrying import Carriage, CarryLabels, foresee_carrying
from annotation.project import ProjectReader
from annotation.project.duplicates import CopyArticle, CopyGroup
from annotation.records import Changes
from gui.session import Session
from gui.tasks import Cancelled, Progress, Task
from gui.views.copies.parts import all_or_nothing
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.label import label
from gui.widgets.segmented import Segmented

LABELS, SUGGESTIONS = "labels", "suggestions"
_WIDTH, _HEIGHT = 620, 320
_FEW = 10
"""Copies that get labels in one transaction."""
_TITLE = 50
"""Characters of a title that are shown."""
_MOST = 6
"""Labels that are named of those that a copy does not get."""


def carry_labels(session: Session, group: CopyGroup, source: str, parent: QWidget) -> int:
    """Show what carrying would do, and do it if a person wants it; how many records were made."""
    asked = CarryDialog(session, group, source, parent)
    made = 0
    if asked.exec() and asked.copies:
        new = asked.new
        if _carry(session, source, asked.copies, suggested=asked.which.selected == SUGGESTIONS):
            made = new
    asked.deleteLater()
    return made


def _carry(session: Session, source: str, copies: Sequence[str], *, suggested: bool) -> bool:
    """Do it as one step: at once to few copies, in parts that are shown and can be stopped to many.

    False where nothing was done.
    """

    def make(part: Sequence[str]) -> CarryLabels:
        return CarryLabels(copies={source: part}, actor=session.me, suggested=suggested)

    title = make(copies).title
    if len(copies) <= _FEW:
        return bool(session.apply(make(copies)))
    if not session.be_known():
        return False
    door = session.door()

    def work(progress: Progress) -> list[Changes]:
        for start in range(0, len(copies), _FEW):
            progress.report(start, len(copies))
            door.apply(make(copies[start : start + _FEW]))
        return []

    try:
        session.wait(str(title), lambda progress: all_or_nothing(door, session.me, lambda: work(progress)))
    except Cancelled:
        return False
    except AnnotationError as error:
        session.failed.emit(error)
        return False
    session.remember(tuple(door.entries), title, large=True)
    return True


class CarryDialog(QDialog):
    """Lists the copies with what each would get. `copies` are those that are ticked."""

    def __init__(
        self, session: Session, group: CopyGroup, source: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Carry labels over"))
        self._session = session
        self._source = next(one for one in group.articles if one.id == source)
        self._others = [one for one in group.articles if one.id != source]
        self._task: Task | None = None
        self.boxes: dict[str, QCheckBox] = {}
        self._found: dict[str, Carriage] = {}
        self.which = Segmented(((LABELS, _("As labels")), (SUGGESTIONS, _("As suggestions"))))
        self.which.select(LABELS)
        self.explained = label("", "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._lay_out()
        self.which.chosen.connect(lambda _key: self.look())
        self.finished.connect(lambda _result: self._stop())
        self.look()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("content")
        inside.setLayout(self._rows)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(4)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(_HEIGHT)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(parts.Ok | parts.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(parts.Ok).setText(_("Carry over"))
        self.buttons.button(parts.Ok).setProperty("kind", "primary")
        self.buttons.button(parts.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(self._source.title, "heading", wrap=True))
        column.addWidget(self.which)
        column.addWidget(self.explained)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self._say()

    @property
    def copies(self) -> tuple[str, ...]:
        """Ids of the copies that are ticked and get something."""
        return tuple(id_ for id_, box in self.boxes.items() if box.isChecked() and self._found[id_].new)

    @property
    def new(self) -> int:
        """How many records the ticked copies get."""
        return sum(len(self._found[id_].new) for id_ in self.copies)

    def look(self) -> None:
        """Find out, in the background, what would be carried."""
        self._stop()
        self._say()
        self._fill(())
        door, me = self._session.door(), self._session.me
        source, ids = self._source.id, [one.id for one in self._others]
        suggested = self.which.selected == SUGGESTIONS

        def work(progress: Progress) -> list[Carriage]:
            found: list[Carriage] = []
            for id_ in ids:
                progress.check()
                found += door.ask(partial(_foresee, source=source, copy=id_, me=me, suggested=suggested))
            return found

        self._task = self._session.tasks.run(work, self._fill, self._complain, receiver=self)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _complain(self, error: Exception) -> None:
        self.explained.setText(str(error))
        if isinstance(error, AnnotationError):
            self._session.failed.emit(error)

    def _say(self) -> None:
        as_labels = _(
            "The copies get your labels, where their words are the same. What was decided there stays."
        )
        suggested = _("The copies get suggestions, which count when somebody accepts them.")
        self.explained.setText(suggested if self.which.selected == SUGGESTIONS else as_labels)

    def _fill(self, found: Sequence[Carriage]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.boxes.clear()
        self._found = {one.copy: one for one in found}
        for article in self._others:
            if carriage := self._found.get(article.id):
                self._add(article, carriage)
        self._rows.addStretch()
        self._vouch()

    def _add(self, article: CopyArticle, found: Carriage) -> None:
        parts = (article.outlet, short_date_words(article.published), _short(article.title, _TITLE))
        box = self.boxes[article.id] = QCheckBox(" · ".join(filter(None, parts)))
        box.setToolTip(article.title)
        box.setChecked(bool(found.new))
        box.setEnabled(bool(found.new))
        box.toggled.connect(self._vouch)
        self._rows.addWidget(box)
        words = label(outcome_words(found), "muted", wrap=True)
        words.setContentsMargins(24, 0, 0, 8)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(words)

    def _vouch(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.copies))


def _foresee(reader: ProjectReader, source: str, copy: str, me: str, *, suggested: bool) -> list[Carriage]:
    return list(foresee_carrying(reader, source, [copy], me, suggested=suggested))


def outcome_words(found: Carriage) -> str:
    """What a copy gets, has, and does not get, and why."""
    number = len(found.new)
    parts = [ngettext("one new", "{number} new", number, number=number_words(number))]
    if found.already:
        parts.append(_("{number} there already", number=number_words(found.already)))
    if found.loose:
        parts.append(
            ngettext("one reference left out", "{number} references left out", found.loose,
                     number=number_words(found.loose))
        )  # fmt: skip
    lines = [", ".join(parts)]
    if found.kept:
        lines.append(ngettext("one cannot be carried:", "{number} cannot be carried:", len(found.kept),
                              number=number_words(len(found.kept))))  # fmt: skip
        lines += [f"  “{_short(kept.words)}” — {kept.reason}" for kept in found.kept[:_MOST]]
        lines += ["  …"] if len(found.kept) > _MOST else []
    return "\n".join(lines)


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
