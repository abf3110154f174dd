"""A pointer at another record, an entity or a concept: by name, or picked in the text."""

from PySide6.QtWidgets import QWidget

from annotation.fields import Field
from annotation.i18n import _
from gui.editors._base import Offers
from gui.editors.entity import NameEditor
from gui.widgets.button import icon_button


class ReferenceEditor(NameEditor):
    """A line that offers names while they are typed, and a button to pick in the text."""

    def __init__(self, field: Field, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(field, offers, parent)
        self.picker = icon_button("spline", _("Pick in the text"), size=14)
        self.picker.clicked.connect(lambda: offers.pick(field))
        self._put(self.picker, 0)
        self.picker.setVisible("annotation" in field.to)
        self.picker.setAccessibleName(_("Pick {field} in the text", field=field.text))


editor = ReferenceEditor
