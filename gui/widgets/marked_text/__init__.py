"""A text to read with marks on it: tints, underlines, chips in lanes, arcs. Knows nothing of what they mean.

Give it a frozen text, `Mark`s over code points of it and a `MarkPalette`; it tells what was clicked, hovered
and selected, in code points again.
"""

from gui.widgets.marked_text.handles import Handle
from gui.widgets.marked_text.index import MarkIndex
from gui.widgets.marked_text.mark import Arc, Mark, Visibility
from gui.widgets.marked_text.metrics import Spacing
from gui.widgets.marked_text.overview import Overview
from gui.widgets.marked_text.palette import HueStyle, MarkPalette, PageColours, mark_palette
from gui.widgets.marked_text.positions import Positions
from gui.widgets.marked_text.view import MarkedText

__all__ = [
    "Arc",
    "Handle",
    "HueStyle",
    "Mark",
    "MarkIndex",
    "MarkPalette",
    "MarkedText",
    "Overview",
    "PageColours",
    "Positions",
    "Spacing",
    "Visibility",
    "mark_palette",
]
