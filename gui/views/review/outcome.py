"""The foot of the decision card: what the gold record will be, as far as it is chosen."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotation.adjudication import Draft
from annotation.codebook import Role
from annotation.i18n import _
from gui.views.review.desk import ReviewDesk
from gui.views.review.words import outcome_text, value_text
from gui.widgets.label import label

_LONG = 90


class DecisionOutcome(QWidget):
    """Says in words what is chosen; it fills as keys are pressed."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.heading = label("", "heading", wrap=True)
        self.quote = label("", wrap=True)
        self.values = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 6)
        column.setSpacing(4)
        column.addWidget(label(_("Gold"), "section"))
        column.addWidget(self.heading)
        column.addWidget(self.quote)
        column.addWidget(self.values)
        desk.selected.connect(self.refresh)
        desk.drafted.connect(self.refresh)

    def refresh(self) -> None:
        """Say what is chosen now."""
        draft = self._desk.draft
        if draft is None:
            return
        proposed = self._desk.proposal
        heading = outcome_text(proposed or draft, self._desk.participants.names)
        self.heading.setText(_("Enter takes: {outcome}", outcome=heading) if proposed else heading)
        draft = proposed or draft
        said = dict(self._said(draft)) if draft.begun and not draft.rejected else {}
        quotes = [_("“{quote}”", quote=text) for key, text in said.items() if key.startswith("role:")]
        values = [text for key, text in said.items() if key.startswith("field:")]
        self.quote.setText("  ".join(quotes))
        self.quote.setVisible(bool(quotes))
        self.values.setText("  ·  ".join(values))
        self.values.setVisible(bool(values))

    def _said(self, draft: Draft) -> Iterator[tuple[str, str]]:
        """(row key, words) of each row that has an answer."""
        comparison = self._desk.comparison
        spans, features = draft.result()
        for row in draft.cluster.rows if comparison else ():
            held = spans.get(row.part.id) if isinstance(row.part, Role) else features.get(row.part.id)
            if comparison is None or held is None or held == ():
                continue
            text = value_text(row.part, held, comparison.referents)
            shown = text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"
            named = _("{field}: {value}", field=row.part.text, value=shown)
            yield row.key, shown if isinstance(row.part, Role) else named
