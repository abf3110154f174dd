"""What the program is, which version, and whose work it carries."""

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from annotation.i18n import _
from gui.theme import pixmap


def program_version() -> str:
    """The version that is installed; "dev" for a checkout that is not."""
    try:
        return version("selon")
    except PackageNotFoundError:
        return "dev"


def about_box(parent: QWidget | None = None) -> QMessageBox:
    """A box that says it, to be opened by the caller; it deletes itself."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_("About Selon"))
    box.setIconPixmap(pixmap("quote", 32, "accent", box.devicePixelRatioF()))
    box.setText(_("Selon {version}", version=program_version()))
    about = _(
        "Who says what in the news: annotate sources, stances, entities and figures, review, agree, export."
    )
    carried = _(
        "Free software under the MIT licence. It carries the fonts Source Serif Pro and Inter (SIL Open Font "
        "Licence) and icons of Lucide (ISC licence), and stands on Qt {qt}.",
        qt=qVersion(),
    )
    box.setInformativeText(f"{about}\n\n{carried}")
    return box
