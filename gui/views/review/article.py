"""The article under review: one lane an annotator, the current conflict in front."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.adjudication import Cluster
from annotation.codebook import Role
from annotation.i18n import _
from annotation.records import Span
from gui.theme import current_theme, interface_font
from gui.views.review.desk import ReviewDesk
from gui.views.review.lanes import AGREED, cluster_marks, first_mark, record_of, review_palette
from gui.views.titled_text import TitledText, titles_of
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.marked_text import Mark, Overview, Visibility

CHARACTERS = 68
_FEW = 40
"""Up to so many clusters are drawn anew one by one; above, all at once is faster."""


class ReviewArticle(QWidget):
    """Shows the text with its lanes. Emits `words_taken(row key, spans)` when words were marked for a row."""

    words_taken = Signal(str, object)
    left = Signal()
    """The keyboard is to go back to the card."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = ""
        self._shown: dict[str, tuple[str, ...]] = {}
        self._drawn: dict[str, Cluster] = {}
        """The clusters as they are drawn, by id."""
        self._current: str | None = None
        self.text = TitledText(review_palette(current_theme(), ()))
        self.text.set_chip_font(interface_font())
        self.text.set_column_width(CHARACTERS)
        self.text.setAccessibleName(_("Article"))
        self.text.installEventFilter(self)
        self.text.mark_clicked.connect(self._click)
        self.hint = WordsHint()
        self.hint.taken.connect(self.take_words)
        self.hint.left.connect(self.leave_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.hint)
        page = QHBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.text, 1)
        self.overview = Overview(self.text)
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview is one
        page.addWidget(self.overview)
        column.addLayout(page, 1)
        desk.opened.connect(self._open)
        desk.compared.connect(self._mark)
        desk.selected.connect(self._follow_selected)

    def show_agreed(self, shown: bool) -> None:
        """Show what all agree on as well, or leave it out."""
        self.text.set_group_visibility(AGREED, Visibility.SHOWN if shown else Visibility.HIDDEN)

    # ------------------------------------------------------------ words marked anew

    @property
    def is_marking(self) -> bool:
        """Whether words are being marked for a row."""
        return bool(self._row)

    def mark_words(self, row: str) -> None:
        """Let a person select the words of a row; those chosen now are selected to begin with."""
        draft = self._desk.draft
        if draft is None:
            return
        part = draft.cluster.row(row).part
        self._row = row
        self.hint.ask(part.text if isinstance(part, Role) else "")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        options = draft.cluster.row(row).options
        value = draft.value(row) or (options[0].value if options else ())
        if isinstance(value, tuple) and value:
            self.text.set_selection(value[0].start, value[0].end)

    def take_words(self, *, add: bool = False) -> None:
        """Take what is selected as the words of the row, or `add` it to them."""
        selected, row, draft = self.text.selection(), self._row, self._desk.draft
        if selected is None or draft is None or not row:
            return
        before = draft.value(row) if add else ()
        spans = (*(before if isinstance(before, tuple) else ()), Span(*selected))
        self.leave_words()
        self.words_taken.emit(row, tuple(sorted(spans)))

    def leave_words(self) -> None:
        """Leave the words as they are."""
        self._row = ""
        self.hint.hide()
        self.text.clear_selection()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While words are marked, Enter takes them and Esc leaves them; no key decides anything then."""
        if not self._row or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_words(add=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_words()
        else:
            return False
        return True

    # ------------------------------------------------------------ text and marks

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the theme of now."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "hint"):
            self._dress()
        super().changeEvent(event)

    def _open(self) -> None:
        self._row = ""
        self.hint.hide()
        article, comparison = self._desk.article, self._desk.comparison
        same = comparison is not None and self.text.text == comparison.text
        if not same:
            self.text.set_text(comparison.text if comparison else "")
        self.text.set_titles(*titles_of(article))
        self._current = None
        self._drawn, self._shown = {}, {}
        self.text.set_marks(())
        self._dress()
        self._mark()

    def _dress(self) -> None:
        self.text.set_mark_palette(review_palette(current_theme(), self._desk.people))
        self.text.set_stripes(person.id for person in self._desk.people)

    def _mark(self) -> None:
        """Mark all clusters as they are now."""
        before, self._current = self._current, self._current_id
        known, self._drawn = self._drawn, {cluster.id: cluster for cluster in self._desk.clusters}
        differing = [
            cluster
            for cluster in self._desk.clusters
            if known.get(cluster.id) != cluster or cluster.id in (before, self._current)
        ]
        if len(differing) > _FEW:
            self._mark_all()
        else:
            gone = [mark for id_ in self._shown.keys() - self._drawn.keys() for mark in self._shown.pop(id_)]
            self._remark(differing, gone)
        self._lead(moved=before != self._current)

    def _mark_all(self) -> None:
        self._shown, marks = {}, []
        for cluster in self._desk.clusters:
            made = self._marks(cluster)
            self._shown[cluster.id] = tuple(mark.id for mark in made)
            marks += made
        self.text.set_marks(marks)

    def _follow_selected(self) -> None:
        """Put the current cluster's lanes in front and into view, and the one before back."""
        before, self._current = self._current, self._current_id
        if before != self._current:
            self._remark(found for found in self._desk.clusters if found.id in (before, self._current))
            self._lead(moved=True)

    @property
    def _current_id(self) -> str | None:
        return self._desk.cluster.id if self._desk.cluster else None

    def _lead(self, *, moved: bool) -> None:
        """Show which mark is the current conflict's, and bring it into view if another is now."""
        cluster = self._desk.cluster
        target = first_mark(cluster, self._desk.people, self._desk.session.codebook) if cluster else None
        self.text.select_mark(target, scroll=moved)

    def _marks(self, cluster: Cluster) -> list[Mark]:
        current = cluster.id == self._current
        return list(cluster_marks(cluster, self._desk.people, self._desk.session.codebook, current=current))

    def _remark(self, clusters: Iterable[Cluster], gone: Iterable[str] = ()) -> None:
        """Draw clusters as they are now, and marks that are `gone` no more, in one go."""
        lost, fresh = set(gone), []
        for cluster in clusters:
            made = self._marks(cluster)
            lost |= set(self._shown.get(cluster.id, ()))
            self._shown[cluster.id] = tuple(mark.id for mark in made)
            fresh += made
        self.text.change_marks(lost - {mark.id for mark in fresh}, fresh)

    def _click(self, mark: str) -> None:
        cluster = self._desk.cluster_of(record_of(mark))
        if cluster and not self._row:
            self._desk.select(cluster.id)
            self.left.emit()


class WordsHint(QWidget):
    """Says which words are being marked, and how to take them."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", wrap=True)
        take, leave = button(_("Take these words")), button(_("Cancel"), "quiet")
        take.clicked.connect(self.taken)
        leave.clicked.connect(self.left)
        for one in (take, leave):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(take)
        row.addWidget(leave)
        self.hide()

    def ask(self, role: str) -> None:
        """Ask for the words of a role."""
        sentence = _(
            "Select the words for {role}: Enter takes them, Shift+Enter adds them, Esc leaves.", role=role
        )
        self._words.setText(sentence)
        self.show()
