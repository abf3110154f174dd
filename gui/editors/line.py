"""One line of text, checked when it is committed."""

from PySide6.QtWidgets import QLineEdit, QWidget

from annotation.fields import Field, InvalidValue, kind_of
from annotation.records import Json
from gui.editors._base import Editor, Offers


class LineEditor(Editor):
    """A line that commits on Enter and when the keyboard leaves it; what does not fit the field is marked."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.line = QLineEdit()
        self.line.setProperty("kind", "quiet")
        self.line.editingFinished.connect(self.commit)
        self.line.textEdited.connect(lambda _text: self._show_error(""))
        self._put(self.line)

    @property
    def error(self) -> str:
        """What is wrong with what was typed, or ""."""
        return self.line.toolTip() if self.line.property("state") == "error" else ""

    def commit(self) -> None:
        """Decide on the text, if it was changed and fits."""
        if not self.line.isModified():
            return
        text = self.line.text().strip()
        try:
            value = kind_of(self.field).admit(self._read(text), self.field) if text else None
        except InvalidValue as error:
            self._show_error(str(error))
            return
        self.line.setModified(False)
        if value == self.value:
            self._draw()
        self._commit(value)

    def _draw(self) -> None:
        self.line.setText(self._written(self.value))
        self._show_error("")

    def _written(self, value: Json) -> str:
        """How the value stands in the line."""
        return "" if value is None else str(value)

    def _read(self, text: str) -> str:
        """What was typed, as the field's kind understands it."""
        return text

    def _show_error(self, what: str) -> None:
        state = "error" if what else ""
        if self.line.property("state") != state:
            self.line.setProperty("state", state)
            self.line.style().polish(self.line)
        self.line.setToolTip(what)


editor = LineEditor
