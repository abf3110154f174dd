"""The guideline of a part: what annotators read, with examples of what is meant and what is not."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from annotation.codebook import Place
from annotation.i18n import Message, _
from gui.views.codebook.inputs import DraftText
from gui.views.codebook.workspace import Workspace
from gui.widgets.label import label
from gui.widgets.segmented import Segmented

_TITLE = Message("Change a guideline")


class GuideBox(QWidget):
    """Short help, guideline (Markdown), examples and counterexamples, in one language at a time."""

    def __init__(self, work: Workspace, place: Place, languages: Sequence[str], language: str) -> None:
        super().__init__()
        self._work = work
        self._place = place
        self.language = language if language in languages else languages[0]
        self.switch = Segmented([(lang, lang) for lang in languages])
        self.switch.select(self.language)
        self.switch.chosen.connect(self._turn)
        self.help = DraftText(2)
        self.texts = {"guide": DraftText(7), "examples": DraftText(7), "counterexamples": DraftText(7)}
        self.tabs = QTabWidget()
        for key, name in (
            ("guide", _("Guideline")),
            ("examples", _("Examples")),
            ("counterexamples", _("Not meant")),
        ):
            self.tabs.addTab(self.texts[key], name)
        self.texts["guide"].setPlaceholderText(_("Markdown: **bold**, *italic*, - list, # heading"))
        self.texts["examples"].setPlaceholderText(
            _("One example a line; the words to mark between **two stars**")
        )
        self.texts["counterexamples"].setPlaceholderText(
            _("One a line: what is easily taken for it, and is not")
        )
        self._wire()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show the texts of the draft."""
        for key, box in (("help", self.help), *self.texts.items()):
            text = self._text(key)
            if box.toPlainText() != text:
                box.blockSignals(True)
                box.setPlainText(text)
                box.blockSignals(False)
            box.setReadOnly(not self._work.editable)

    def _text(self, key: str) -> str:
        found = (self._work.draft.at((*self._place, key)) or {}).get(self.language, "")
        return "\n".join(found) if isinstance(found, list) else str(found)

    def _wire(self) -> None:
        for key, box in (("help", self.help), *self.texts.items()):
            box.textChanged.connect(lambda key=key, box=box: self._edited(key, box))
            box.left.connect(self._work.seal)

    def _edited(self, key: str, box: DraftText) -> None:
        text = box.toPlainText()
        if text == self._text(key):
            return
        value: object = text
        if key in ("examples", "counterexamples"):
            value = text.split("\n") if text.strip() else None
        self._work.put((*self._place, key, self.language), value, _TITLE)

    def _turn(self, language: str) -> None:
        self._work.seal()
        self.language = language
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(_("Guideline"), "section"))
        head.addWidget(self.switch, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(label(_("Short help, shown when pointing at it"), "small"))
        column.addWidget(self.help)
        self.help.setAccessibleName(_("Short help"))
        column.addWidget(self.tabs)
        for key in self.texts:
            self.texts[key].setAccessibleName(self.tabs.tabText(list(self.texts).index(key)))
