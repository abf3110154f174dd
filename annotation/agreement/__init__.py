"""Agreement: which records of several annotators mean the same thing, and the units that measures see."""

from annotation.agreement.alignment import Cluster, align, in_text_order, meeting
from annotation.agreement.extent import Extent, extent_likeness, same_extent, touching
from annotation.agreement.likeness import Likeness
from annotation.agreement.referents import Referents
from annotation.agreement.units import Labelled, align_article, tabulate

__all__ = [
    "Cluster",
    "Extent",
    "Labelled",
    "Likeness",
    "Referents",
    "align",
    "align_article",
    "extent_likeness",
    "in_text_order",
    "meeting",
    "same_extent",
    "tabulate",
    "touching",
]
