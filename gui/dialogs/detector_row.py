"""One detector in the form about detection: whether it runs, and how sure it has to be."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSlider, QVBoxLayout

from annotation.i18n import _, ngettext
from annotation.project.detected import Confidences
from gui.widgets.dates import number_words
from gui.widgets.histogram import Histogram
from gui.widgets.label import label

_STEP = 5
_BINS = 20
_ALL = 100


class DetectorRow(QObject):
    """A switch, a threshold and how many suggestions of the project reach it; put into a grid.

    Emits `changed` when a person changes one of them.
    """

    changed = Signal()

    def __init__(self, name: str, title: str, help_: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._counted: Confidences | None = None
        self._kept = 0
        """The threshold that what is counted has passed already, in percent."""
        self._whole = False
        self._editable = True
        self.switch = QCheckBox(title)
        self.switch.setChecked(True)
        self.switch.setToolTip(help_)
        self.help = label(help_, "small", wrap=True)
        self.histogram = Histogram()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _ALL)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self.slider.setAccessibleName(_("{detector}: how sure a suggestion has to be", detector=title))
        self.share = label("")
        self.count = label("", "small")
        self.switch.toggled.connect(self._follow)
        self.slider.valueChanged.connect(self._follow)
        self._show()

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Take a row of a grid of three columns."""
        names, measure, said = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (names, (self.switch, self.help)),
            (measure, (self.histogram, self.slider)),
            (said, (self.share, self.count)),
        ):
            column.setSpacing(2)
            for part in parts:
                column.addWidget(part)
        said.addStretch()
        names.addStretch()
        self.help.setContentsMargins(24, 0, 0, 0)
        for place, layout in enumerate((names, measure, said)):
            grid.addLayout(layout, row, place)

    @property
    def is_on(self) -> bool:
        """Whether the detector is to run."""
        return self.switch.isChecked()

    @property
    def threshold(self) -> float:
        """How sure its suggestions have to be, 0 to 1."""
        return self.slider.value() / _ALL

    def choose(self, *, on: bool, threshold: float) -> None:
        """Show what the project has chosen."""
        with QSignalBlocker(self.switch), QSignalBlocker(self.slider):
            self.switch.setChecked(on)
            self.slider.setValue(round(threshold * _ALL))
        self._kept = self.slider.value()
        self._show()

    def set_counted(self, counted: Confidences, *, whole: bool) -> None:
        """Show how sure the suggestions are that were counted; `whole` says that these are all."""
        self._counted, self._whole = counted, whole
        self.histogram.set_bins(counted.bins(_BINS) if counted.percents else ())
        self._show()

    def set_editable(self, editable: bool) -> None:
        """Whether anything can be changed."""
        self.switch.setEnabled(editable)
        self._editable = editable
        self._show()

    def _follow(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for part in (self.slider, self.histogram, self.share, self.count):
            part.setEnabled(self.is_on)
        self.slider.setEnabled(self.is_on and self._editable)
        self.histogram.set_threshold(self.threshold)
        self.share.setText(self._share_words())
        self.count.setText(self._count_words())

    def _share_words(self) -> str:
        if not self.slider.value():
            return _("All it suggests")
        return _("{share}% sure or more", share=number_words(self.slider.value()))

    def _count_words(self) -> str:
        if self._counted is None:
            return _("Counting…")
        total, reaching = self._counted.total, self._counted.reaching(self.threshold)
        if not total:
            return _("no suggestions yet") if self._whole else _("Counting…")
        if self.slider.value() < self._kept:
            return _("more than {number} suggestions", number=number_words(total))
        if reaching == total:
            return ngettext("one suggestion", "{number} suggestions", total, number=number_words(total))
        return _("{some} of {number} suggestions", some=number_words(reaching), number=number_words(total))
