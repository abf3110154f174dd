"""The colour of a layer, or of a tag: one of those that can be read in every theme, or another that can."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from annotation.codebook import Place
from annotation.codebook.loading import HUE, PLAIN_HUE
from annotation.i18n import Message, _
from gui.theme import current_theme
from gui.views.codebook.hues import MORE, PALETTE, is_readable
from gui.views.codebook.inputs import DraftLine, Input
from gui.views.codebook.workspace import Workspace
from gui.widgets.button import button
from gui.widgets.label import label

_SWATCH = 26


class Swatch(QAbstractButton):
    """One colour to choose, as the theme of now shows it."""

    def __init__(self, hue: str) -> None:
        super().__init__()
        self.hue = hue
        self.setCheckable(True)
        self.setToolTip(hue)
        self.setAccessibleName(_("Colour {hue}", hue=hue))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """A square. For Qt."""
        return QSize(_SWATCH, _SWATCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colour, a ring where it is chosen or has the keyboard. For Qt."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.hue(self.hue))
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawRoundedRect(QRectF(4, 4, _SWATCH - 8, _SWATCH - 8), 4, 4)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme["ink" if self.isChecked() else "accent"], 2))
            painter.drawRoundedRect(QRectF(1, 1, _SWATCH - 2, _SWATCH - 2), 6, 6)


class HueInput(Input):
    """Swatches, those first that stay apart for colour-blind people; and any other by its number."""

    def __init__(self, work: Workspace, place: Place, title: Message, *, may_lack: bool = False) -> None:
        """With `may_lack` there may be none: then it is that of the layer."""
        super().__init__(work, place, title)
        self.none: QPushButton | None = None
        column = QVBoxLayout()
        column.setSpacing(4)
        grid = QGridLayout()
        grid.setSpacing(2)
        self.group = QButtonGroup(self)
        self.swatches: dict[str, Swatch] = {}
        for row, hues in enumerate((PALETTE, MORE)):
            for number, hue in enumerate(hues):
                swatch = self.swatches[hue] = Swatch(hue)
                self.group.addButton(swatch)
                swatch.clicked.connect(lambda _checked=False, hue=hue: self._put(hue))
                grid.addWidget(swatch, row, number)
        grid.setColumnStretch(max(len(PALETTE), len(MORE)), 1)
        column.addLayout(grid)
        if may_lack:
            self.none = button(_("As the layer"))
            self.none.setCheckable(True)
            self.none.clicked.connect(self._put_none)
        other = QHBoxLayout()
        self.line = DraftLine()
        self.line.setMaximumWidth(92)
        self.line.setMaxLength(7)
        self.line.setAccessibleName(_("Colour as #RRGGBB"))
        self.line.textEdited.connect(self._typed)
        self.said = label("", "small", wrap=True)
        other.addWidget(self.line)
        if self.none is not None:
            other.addWidget(self.none)
        other.addWidget(self.said, 1)
        column.addLayout(other)
        self.row.addLayout(column)
        self.setFocusProxy(self.line)

    def refresh(self) -> None:
        """Show which colour it is."""
        hue = str(self.work.draft.at(self.place) or ("" if self.none else PLAIN_HUE))
        if self.none is not None:
            self.none.setChecked(not hue)
        self.group.setExclusive(False)
        for one, swatch in self.swatches.items():
            swatch.setChecked(one.casefold() == hue.casefold())
        self.group.setExclusive(True)
        if self.line.text().casefold() != hue.casefold() and not self.line.isModified():
            self.line.setText(hue)
        self._say(self.line.text())

    def _put_none(self) -> None:
        self._put("")
        self.refresh()

    def _typed(self, text: str) -> None:
        if HUE.fullmatch(text) and is_readable(text.upper()):
            self.line.setModified(False)
            self._put(text.upper())
        self._say(text)

    def _say(self, text: str) -> None:
        if not text and self.none is not None:
            self.said.setText(_("The colour of the layer that it labels."))
        elif not HUE.fullmatch(text):
            self.said.setText(_("Type a colour such as #0072B2."))
        elif not is_readable(text.upper()):
            self.said.setText(_("It cannot be read in every theme: choose a darker one."))
        elif text.upper() in PALETTE:
            self.said.setText(_("Stays apart for colour-blind people."))
        else:
            self.said.setText(_("Can be read in every theme."))
