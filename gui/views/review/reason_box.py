"""The reasons of the codebook, one of which a decision may have."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from annotation.i18n import _


class ReasonBox(QComboBox):
    """Offers reasons. Emits `left` when its list closes, so that the next key decides."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Reason"))
        self.setToolTip(_("Reason"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def hidePopup(self) -> None:
        """Close the list, and tell of it. For Qt."""
        shown = self.view().isVisible()
        super().hidePopup()
        if shown:
            self.left.emit()
