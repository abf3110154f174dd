"""Correcting the text of an article: both texts side by side, and what becomes of the annotations."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from annotation.duplicates import differences
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.importers import clean_text
from annotation.operations.text_correction import Correction, CorrectText, foresee_correction
from annotation.project import ProjectReader
from annotation.records import Article
from gui.dialogs.typed_text import typed_text
from gui.session import Session
from gui.tasks import Task
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.marked_text.positions import Positions
from gui.widgets.side_by_side import SideBySide, Stretch

_SIZE = (980, 660)
_PAUSE = 250
"""Milliseconds after the last key before it is looked at what the new text would do."""
_MOST = 5
"""Annotations that are named of those whose words change, or that would be lost."""
_WHOLE = 10**9


def correct_text(session: Session, article: str, parent: QWidget) -> None:
    """Let a person correct the text of an article, and do it if they want it."""

    def question(reader: ProjectReader) -> tuple[Article, str]:
        found = reader.get(Article, article)
        return found, reader.text(found)

    try:
        found, text = session.read(question)
    except AnnotationError as error:
        session.failed.emit(error)
        return
    asked = CorrectionDialog(session, found, text, parent)
    if asked.exec():
        made = CorrectText(article=article, text=asked.text, actor=session.me, drop=asked.drop.isChecked())
        session.apply(made)
    asked.deleteLater()


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found out about a new text."""

    text: str
    stretches: tuple[Stretch, ...]
    correction: Correction | None
    trouble: str = ""


class CorrectionDialog(QDialog):
    """Shows the old text and the new one, which can be edited. `text` is the new one as it will be stored."""

    def __init__(self, session: Session, article: Article, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Correct the text"))
        self._session = session
        self._article = article
        self._before = Positions(text, _WHOLE)
        self._task: Task | None = None
        self.beside = SideBySide(editable=True)
        self.cleaning = button(_("Clean"), "plain", "sparkles")
        self.outcome = label("", wrap=True)
        self.details = label("", "muted", wrap=True)
        self.drop = QCheckBox(_("Remove the annotations that have no place in the new text"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        names = _("The text as it is"), _("The text as it will be")
        self.beside.show_texts((names[0], text), (names[1], text), ())
        self._connect()
        self.look()

    def _lay_out(self) -> None:
        parts = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(parts.Ok | parts.Cancel)
        self.buttons.button(parts.Ok).setText(_("Correct the text"))
        self.buttons.button(parts.Ok).setProperty("kind", "primary")
        self.buttons.button(parts.Cancel).setText(_("Cancel"))
        self.cleaning.setToolTip(
            _("Take out what is no part of the article: rights, “read more”, soft hyphens, page breaks")
        )
        self.cleaning.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(label(self._article.title, "heading", wrap=True), 1)
        head.addWidget(self.cleaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.beside, 1)
        for part in (self.outcome, self.details, self.drop, self.buttons):
            column.addWidget(part)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.beside.other.edited.connect(self._note)
        self.cleaning.clicked.connect(self.clean)
        self.drop.toggled.connect(lambda _on: self._vouch())
        self._pause.timeout.connect(self.look)
        self.finished.connect(lambda _result: self._stop())
        self._looked: _Looked | None = None
        self.beside.other.text.setFocus()

    @property
    def text(self) -> str:
        """The new text, its untouched lines as they were to the letter."""
        return typed_text(self._before, self.beside.other.typed)

    def clean(self) -> None:
        """Take out of the new text what is no part of the article."""
        self.beside.other.replace_text(clean_text(self.beside.other.typed).text)

    # ------------------------------------------------------------ what it would do

    def _note(self) -> None:
        self._looked = None
        self._vouch()
        self._pause.start()

    def look(self) -> None:
        """Find out, in the background, what the new text would do."""
        self._stop()
        text, old, article = self.text, self._before.text, self._article.id
        project = self._session.project

        def ask(reader: ProjectReader) -> _Looked:
            stretches = stretches_of(old, text)
            try:
                return _Looked(text, stretches, foresee_correction(reader, article, text))
            except AnnotationError as error:
                return _Looked(text, stretches, None, str(error))

        self._task = self._session.tasks.run(
            lambda _progress: project.ask(ask),
            self._show,
            self._session.failed.emit,
            lane="project",
            receiver=self,
        )

    def _stop(self) -> None:
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _show(self, looked: _Looked) -> None:
        self._task = None
        self._looked = looked
        self.beside.other.take_typed(looked.text)
        self.beside.show_stretches(looked.stretches)
        found = looked.correction
        if looked.text == self._before.text:
            self.outcome.setText(_("Nothing is changed yet: write in the text at the right."))
        else:
            self.outcome.setText(outcome_words(found) if found else looked.trouble)
        self.details.setText("\n".join(detail_lines(found)) if found else "")
        self.details.setVisible(bool(self.details.text()))
        self.drop.setVisible(bool(found and found.lost))
        self._vouch()

    def _vouch(self) -> None:
        found = self._looked.correction if self._looked else None
        allowed = found is not None and (not found.lost or self.drop.isChecked())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(allowed)

    def _accept(self) -> None:
        """Take the text, if it is the one that was looked at."""
        if self._looked is not None and self._looked.text == self.text:
            self.accept()
        else:
            self.look()


def stretches_of(one: str, other: str) -> tuple[Stretch, ...]:
    """How two texts go together."""
    return tuple(Stretch(piece.same, piece.one, piece.other) for piece in differences(one, other))


def outcome_words(found: Correction) -> str:
    """What becomes of the annotations, in a sentence or two."""
    moved = len(found.moved)
    parts = [
        ngettext(
            "One annotation goes along.", "{number} annotations go along.", moved, number=number_words(moved)
        )
        if moved
        else _("The article has no annotations that go along.")
    ]
    if found.lost:
        lost = len(found.lost)
        parts.append(ngettext("One has no place in the new text.", "{number} have no place in the new text.",
                              lost, number=number_words(lost)))  # fmt: skip
    if found.decisions:
        gone = len(found.decisions)
        parts.append(ngettext("One decision of a reviewer is open again.",
                              "{number} decisions of a reviewer are open again.",
                              gone, number=number_words(gone)))  # fmt: skip
    return " ".join(parts)


def detail_lines(found: Correction) -> list[str]:
    """The annotations that have no place, and those whose words change, as far as there is room."""
    lines = [_("No place: “{words}”", words=short(one.words)) for one in found.lost[:_MOST]]
    lines += ["…"] if len(found.lost) > _MOST else []
    lines += [
        _("Other words: “{before}” → “{after}”", before=short(one.before), after=short(one.after))
        for one in found.reworded[:_MOST]
    ]
    return [*lines, "…"] if len(found.reworded) > _MOST else lines


def short(words: str) -> str:
    """Words cut short for a line."""
    return words if len(words) <= 70 else f"{words[:69]}…"
