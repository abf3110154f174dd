"""The pane beside the table: what is known of an article, where the search hit, who did what."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from annotation.codebook import Codebook
from annotation.i18n import _, ngettext
from annotation.project import HIGHLIGHT
from annotation.project.preview import Preview
from gui.models.corpus_table import column_title, state_words
from gui.theme import current_theme
from gui.views.corpus_cells import cell_words
from gui.widgets.button import button
from gui.widgets.dates import moment_words, number_words
from gui.widgets.label import label

_FIELDS = ("outlet", "published", "authors", "section", "lang", "length", "tags", "source_file", "created",
           "url", "duplicates")  # fmt: skip


class DetailsPane(QWidget):
    """Shows the preview of one article, or says that none is chosen. Emits `open_wanted`."""

    open_wanted = Signal()

    def __init__(self, codebook: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codebook = codebook
        self._preview: Preview | None = None
        self._chosen = 0
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(_("About the article"))
        self.text.document().setDocumentMargin(16)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open = button(_("Open the article"), icon="highlighter")
        self.open.clicked.connect(self.open_wanted)
        self._hint = label("", "small")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        self.setMinimumWidth(220)
        self.show_preview(None, 0)

    def show_preview(self, preview: Preview | None, chosen: int) -> None:
        """Show an article, and how many are chosen in all."""
        self._preview, self._chosen = preview, chosen
        self.open.setEnabled(preview is not None)
        many = _("{number} articles are selected", number=number_words(chosen))
        self._hint.setText(many if chosen > 1 else "")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the theme. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        if self._preview is None:
            words = escape(_("Choose an article to see what is known of it."))
            self.text.setHtml(f"<p style='color:{_colour('muted')}'>{words}</p>")
            return
        self.text.setHtml("".join(self._parts(self._preview)))

    def _parts(self, preview: Preview) -> Sequence[str]:
        title = f"<p style='font-size:15px; font-weight:600'>{marked(preview.title)}</p>"
        parts = [title, self._facts(preview)]
        if preview.snippets:
            parts.append(_heading(_("Found here")))
            parts += [f"<p>{marked(one)}</p>" for one in preview.snippets]
        if preview.doings:
            parts.append(_heading(_("Who did what")))
            parts += [f"<p>{escape(words)}</p>" for words in self._doings(preview)]
        parts.append(_heading(_("Beginning")))
        paragraphs = [one for one in preview.beginning.splitlines() if one.strip()]
        whole = preview.row.length <= len(preview.beginning)
        ended = [*paragraphs[:-1], f"{paragraphs[-1]}{'' if whole else '…'}"] if paragraphs else []
        return [*parts, *(f"<p style='line-height:135%'>{escape(one)}</p>" for one in ended)]

    def _facts(self, preview: Preview) -> str:
        """Everything that is known, a line each."""
        row, muted = preview.row, _colour("muted")
        facts = [(escape(column_title(field)), cell_words(row, field)) for field in _FIELDS]
        facts += [(escape(key), cell_words(row, f"meta.{key}")) for key in row.metadata]
        for layer in self._codebook.layers:
            if found := row.counts.get(layer.id):
                labels = ", ".join((label_words(found.labels), suggestion_words(found.suggestions)))
                facts.append((f"{_square(layer.hue)}{escape(layer.texts)}", labels))
        lines = (
            f"<tr><td style='color:{muted}; padding-right:12px'>{name}</td><td>{escape(value)}</td></tr>"
            for name, value in facts
            if value
        )
        return f"<table cellspacing='0' cellpadding='1' style='margin-top:6px'>{''.join(lines)}</table>"

    def _doings(self, preview: Preview) -> Sequence[str]:
        found = []
        for one in preview.doings:
            parts = [label_words(one.labels)] if one.labels else []
            parts += [state_words(one.state)] if one.state else []
            parts += [f"“{one.reason}”"] if one.reason else []
            parts += [moment_words(one.updated)] if one.updated and one.state not in ("", "todo") else []
            found.append(f"{one.name}: {' · '.join(parts)}")
        return found


def label_words(number: int) -> str:
    """So many labels."""
    return ngettext("one label", "{number} labels", number, number=number_words(number))


def suggestion_words(number: int) -> str:
    """So many suggestions."""
    return ngettext("one suggestion", "{number} suggestions", number, number=number_words(number))


def _colour(name: str) -> str:
    return current_theme()[name].name()


def _square(hue: str) -> str:
    """A square in a hue, as the theme can show it, before a word."""
    return f"<span style='color:{current_theme().hue(hue).name()}'>■</span>&nbsp;"


def _heading(text: str) -> str:
    style = f"color:{_colour('muted')}; font-size:11px; font-weight:600; margin-top:14px"
    return f"<p style='{style}'>{escape(text)}</p>"


def marked(text: str) -> str:
    """A text with its found words marked, as HTML."""
    before, after = HIGHLIGHT
    ground, ink = _colour("selected"), _colour("on_selected")
    opened = f"<span style='background-color:{ground}; color:{ink}; font-weight:600'>"
    return escape(text).replace(before, opened).replace(after, "</span>")
