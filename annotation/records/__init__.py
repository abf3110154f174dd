"""The things a project holds, as frozen dataclasses that know nothing of storage or windows."""

from annotation.records.annotation import Annotation, Json, Spans, Status, Suggestion
from annotation.records.annotator import GOLD, MACHINE, Annotator, AnnotatorKind
from annotation.records.article import Article, Text, digest
from annotation.records.assignment import UNASSIGNED, Assignment, AssignmentState
from annotation.records.changes import Change, Changes, Record
from annotation.records.codebook_version import CodebookVersion
from annotation.records.dataset import Agreed, Dataset, DescribedReader
from annotation.records.decision import Decision, Outcome, decision_id
from annotation.records.entity import Entity
from annotation.records.folding import fold_name
from annotation.records.identity import derived_id, new_id, now
from annotation.records.reader import Reader
from annotation.records.setting import Setting
from annotation.records.span import Span, covers, overlap, quote
from annotation.records.sparing import Shown, SigningReader, SparingReader
from annotation.records.visible import Difference, Place, VisibleRecords, is_suggestion, place_of

__all__ = [
    "GOLD", "MACHINE", "UNASSIGNED", "Agreed", "Annotation", "Annotator", "AnnotatorKind", "Article",
    "Assignment", "AssignmentState", "Change", "Changes", "CodebookVersion", "Dataset", "Decision",
    "DescribedReader", "Difference", "Entity", "Json", "Outcome", "Place", "Reader", "Record", "Setting",
    "Shown", "SigningReader", "Span", "Spans", "SparingReader", "Status", "Suggestion", "Text",
    "VisibleRecords", "covers", "decision_id", "derived_id", "digest", "fold_name", "is_suggestion",
    "new_id", "now", "overlap", "place_of", "quote",
]  # fmt: skip
