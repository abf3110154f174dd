"""How the article is set: its face, line height, column, numbers beside it; chosen live, and remembered."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QSlider, QWidget

from annotation.i18n import _
from gui.settings import Settings
from gui.theme import interface_font, reading_font
from gui.views.titled_text import TitledText
from gui.views.workbench import Workbench
from gui.widgets.label import label
from gui.widgets.marked_text import Spacing
from gui.widgets.popover import Popover
from gui.widgets.segmented import Segmented

SERIF, SANS = "", "sans"
WIDTHS = (40, 110)
"""Characters of the narrowest and the widest column."""
HEIGHTS = (1.3, 1.6, 1.9, 2.2)
"""Line heights to choose from, in font sizes."""
_SIZES = (10, 40)


def reading_face(name: str) -> QFont:
    """The font to read in: our serif for "", that of the window for "sans", else the family of that name."""
    font = reading_font()
    if name == SANS:
        font.setFamilies(interface_font().families())
    elif name:
        font.setFamilies([name, *font.families()])
    return font


def set_as_read(text: TitledText, settings: Settings) -> None:
    """Set a text as its reader has chosen."""
    text.set_text_font(reading_face(settings.reading_font))
    text.set_spacing(Spacing(line_height=settings.reading_height))
    text.set_column_width(settings.reading_width)
    text.set_numbers(paragraphs=settings.paragraph_numbers, lines=settings.line_numbers)
    text.set_titles_anew()


class ReadingForm(QWidget):
    """The choices in a small form; what is chosen is in the settings and in the text at once."""

    def __init__(self, text: TitledText, settings: Settings) -> None:
        super().__init__()
        self._text, self._settings = text, settings
        self.face = QComboBox()
        self.face.addItem(_("Serif"), SERIF)
        self.face.addItem(_("Sans serif"), SANS)
        for family in families():
            self.face.addItem(family, family)
        self.face.setCurrentIndex(max(0, self.face.findData(settings.reading_font)))
        self.face.setMaximumWidth(240)
        self.face.activated.connect(self._choose_face)
        heights = [(str(height), f"{height:.1f}") for height in HEIGHTS]
        self.height_choice = Segmented(heights)
        if str(settings.reading_height) in dict(heights):
            self.height_choice.select(str(settings.reading_height))
        self.height_choice.chosen.connect(self._choose_height)
        base = reading_font().pixelSize()
        size, self.size_slider = _slider(_SIZES, round(base * text.zoom), _("Size"), self._choose_size)
        width, self.width_slider = _slider(WIDTHS, settings.reading_width, _("Width"), self._choose_width)
        self.paragraphs = _box(_("Number paragraphs"), settings.paragraph_numbers)
        self.paragraphs.toggled.connect(partial(self._keep, "paragraph_numbers"))
        self.lines = _box(_("Number lines"), settings.line_numbers)
        self.lines.toggled.connect(partial(self._keep, "line_numbers"))
        form = QFormLayout(self)
        form.setContentsMargins(16, 12, 16, 12)
        form.setSpacing(8)
        rows = ((_("Font"), self.face), (_("Size"), size), (_("Line height"), self.height_choice))
        for words, widget in (*rows, (_("Width"), width)):
            form.addRow(label(words, "small"), widget)
        form.addRow(self.paragraphs)
        form.addRow(self.lines)

    def _choose_face(self, row: int) -> None:
        self._keep("reading_font", self.face.itemData(row))

    def _choose_height(self, key: str) -> None:
        self._keep("reading_height", float(key))

    def _choose_width(self, characters: int) -> None:
        self._keep("reading_width", characters)

    def _choose_size(self, pixels: int) -> None:
        self._text.set_zoom(pixels / reading_font().pixelSize())

    def _keep(self, name: str, value: object) -> None:
        setattr(self._settings, name, value)
        set_as_read(self._text, self._settings)


class Reading:
    """Sets the article as its reader has chosen, and opens the form to choose otherwise."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.popover: Popover | None = None
        bench.actions_table.connect_to("view.reading", self.open)
        set_as_read(bench.article.text, bench.settings)

    def open(self) -> None:
        """Show the form over the top right corner of the article; again, take it away."""
        if self.popover is not None:
            self.popover.dismiss()
            return
        text = self._bench.article.text
        self.popover = Popover(text, ReadingForm(text, self._bench.settings))
        self.popover.closed.connect(self._forget)
        corner = text.viewport().rect().adjusted(text.viewport().width() - 340, 0, 0, 0)
        corner.setHeight(1)
        self.popover.open_under(corner, text.viewport())

    def _forget(self) -> None:
        popover, self.popover = self.popover, None
        if popover is not None:
            popover.deleteLater()


def families() -> Sequence[str]:
    """The families installed that can be read in, without the system's private ones."""
    found = QFontDatabase.families()
    return [one for one in found if QFontDatabase.isSmoothlyScalable(one) and not one.startswith((".", "@"))]


def _box(words: str, checked: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(checked)
    return box


def _slider(
    ends: tuple[int, int], value: int, name: str, choose: Callable[[int], None]
) -> tuple[QWidget, QSlider]:
    """A slider with what it stands at beside it."""
    row, slider, shown = QWidget(), QSlider(Qt.Orientation.Horizontal), QLabel(str(value))
    slider.setRange(*ends)
    slider.setValue(value)
    slider.setAccessibleName(name)
    slider.setMinimumWidth(160)
    shown.setMinimumWidth(28)
    slider.valueChanged.connect(shown.setNum)
    slider.valueChanged.connect(choose)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(slider)
    layout.addWidget(shown)
    return row, slider
