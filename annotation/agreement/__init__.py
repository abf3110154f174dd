"""Agreement: which records of several annotators mean the same thing, and the units that measures see."""

from annotation.agreement.alignment import Cluster, align, in_text_order, meeting
from annotation.agreement.extent import Extent, extent_likeness, same_extent, touching
from annotation.agreement.intervals import interval
from annotation.agreement.likeness import Likeness
from annotation.agreement.questions import UnknownMeasured, fitting, measures_called, questions_of
from annotation.agreement.reading import labels_in, read_labelled
from annotation.agreement.referents import Referents
from annotation.agreement.survey import Finding, Survey, found, survey
from annotation.agreement.units import Labelled, Question, align_article, tabulate, tabulate_all

__all__ = [
    "Cluster",
    "Extent",
    "Finding",
    "Labelled",
    "Likeness",
    "Question",
    "Referents",
    "Survey",
    "UnknownMeasured",
    "align",
    "align_article",
    "extent_likeness",
    "fitting",
    "found",
    "in_text_order",
    "interval",
    "labels_in",
    "measures_called",
    "meeting",
    "questions_of",
    "read_labelled",
    "same_extent",
    "survey",
    "tabulate",
    "tabulate_all",
    "touching",
]
