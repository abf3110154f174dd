"""How sure a suggestion must be to be shown in the article: a slider in the bar below, and two keys."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from annotation.i18n import _, ngettext
from gui.views.workbench import Workbench
from gui.widgets.dates import number_words
from gui.widgets.label import label

_STEP = 5
_WIDTH = 84


class ThresholdBar(QWidget):
    """A short slider in per cent, and what it hides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(2 * _STEP)
        self.slider.setFixedWidth(_WIDTH)
        self.slider.setAccessibleName(_("How sure suggestions must be to be shown, per cent"))
        self.slider.setToolTip(_("How sure suggestions must be to be shown, per cent"))
        self.words = label("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.slider)
        row.addWidget(self.words)

    def show_hidden(self, number: int) -> None:
        """Say from which confidence on suggestions are shown, and how many are not."""
        if not self.slider.value():
            self.words.setText("")
            return
        hidden = ngettext("one hidden", "{count} hidden", number, count=number_words(number))
        self.words.setText(_("≥ {share}% · {hidden}", share=number_words(self.slider.value()), hidden=hidden))


class Threshold:
    """Hides the suggestions of the article that are not sure enough; what is chosen holds everywhere."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.bar = ThresholdBar()
        self.bar.slider.setValue(round(bench.settings.least_sure * 100))
        bench.bar.put_after_counts(self.bar)
        bench.desk.show_from(bench.settings.least_sure)
        self.bar.slider.valueChanged.connect(self.choose)
        bench.actions_table.connect_to("suggestion.surer", partial(self.step, _STEP))
        bench.actions_table.connect_to("suggestion.less-sure", partial(self.step, -_STEP))
        for told in (bench.desk.opened, bench.desk.changed, bench.desk.filled):
            told.connect(self.show)
        self.show()

    def step(self, by: int) -> None:
        """Raise the threshold by some per cent, or lower it, and say what that hides."""
        slider = self.bar.slider
        slider.setValue(slider.value() + by)
        self._bench.hand.said.emit(self.bar.words.text() or _("All suggestions are shown."))

    def choose(self, percent: int) -> None:
        """Show suggestions from so many per cent on."""
        self._bench.settings.least_sure = percent / 100
        self._bench.desk.show_from(percent / 100)
        self.show()
        self._bench.vouch()

    def show(self, _difference: object = None) -> None:
        """Say how many are hidden now; nothing is there to choose while no article is open."""
        self.bar.setVisible(self._bench.desk.article is not None)
        self.bar.show_hidden(self._bench.desk.records.unsure if self.bar.slider.value() else 0)
