"""Lines of a paragraph: which way they run, and where they break."""

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def is_bidi(text: str) -> bool:
    """Whether something in `text` may run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def starts_right(text: str) -> bool:
    """Whether the first letter of `text` runs from right to left, and so its paragraph does."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def break_lines(layout: QTextLayout, width: float, *, right_to_left: bool) -> None:
    """Break the text of a block into lines of `width` px, to be put in their places afterwards."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    if right_to_left:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
