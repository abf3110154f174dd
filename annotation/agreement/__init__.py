"""Agreement: which records of several annotators mean the same thing, and the units that measures see."""

from annotation.agreement.alignment import Cluster, align, in_text_order
from annotation.agreement.candidates import sharing
from annotation.agreement.choice import Choice, NoDay, chosen_articles, day_called, narrowed
from annotation.agreement.extent import Extent, extent_likeness, same_extent, touching
from annotation.agreement.intervals import interval
from annotation.agreement.likeness import Likeness
from annotation.agreement.material import ArticleWork, Material, Work, gather, read_material
from annotation.agreement.questions import (
    SPANS,
    USUAL,
    UnknownMeasured,
    fitting,
    measures_called,
    questions_of,
    sensible,
)
from annotation.agreement.reading import labels_in, read_labelled
from annotation.agreement.referents import Referents
from annotation.agreement.survey import Finding, Survey, answers, found, pairs_of, survey
from annotation.agreement.units import Labelled, Question, align_article, tabulate, tabulate_all

__all__ = [
    "SPANS",
    "USUAL",
    "ArticleWork",
    "Choice",
    "Cluster",
    "Extent",
    "Finding",
    "Labelled",
    "Likeness",
    "Material",
    "NoDay",
    "Question",
    "Referents",
    "Survey",
    "UnknownMeasured",
    "Work",
    "align",
    "align_article",
    "answers",
    "chosen_articles",
    "day_called",
    "extent_likeness",
    "fitting",
    "found",
    "gather",
    "in_text_order",
    "interval",
    "labels_in",
    "measures_called",
    "narrowed",
    "pairs_of",
    "questions_of",
    "read_labelled",
    "read_material",
    "same_extent",
    "sensible",
    "sharing",
    "survey",
    "tabulate",
    "tabulate_all",
    "touching",
]
