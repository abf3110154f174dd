"""How well a picture can be told from what it stands on."""

from PySide6.QtGui import QColor, QImage

from gui.theme.contrast import contrast


def contrast_of(picture: QImage, ground: str) -> float:
    """The contrast between the strongest colour of a picture and its ground ("#RRGGBB"), 1 for none."""
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    seen = (picture.pixelColor(x, y) for x, y in places)
    solid = {colour.name() for colour in seen if colour.alpha() > 100}
    return max((contrast(QColor(one).name(), ground) for one in solid), default=1.0)
