"""The project file: create, open, lock, migrate, read, write, back up. The only user of SQLite."""

import annotation.project._loading  # noqa: F401 - before anything imports sqlite_utils
from annotation.project.ahead import ReadAhead, read_ahead
from annotation.project.checking import Trouble
from annotation.project.corpus import CorpusQuery, SortKey
from annotation.project.corpus_rows import CorpusRow, LayerCount
from annotation.project.decided import Decided
from annotation.project.errors import Missing, Outdated, ProjectError, ProjectLocked, ReadOnly, Unreadable
from annotation.project.journal import Entry, RecordEvent
from annotation.project.opening import create_project, open_project
from annotation.project.packing import PACKED, pack_project
from annotation.project.project import Door, Operation, Project
from annotation.project.query import QueryError
from annotation.project.queue import ArticleQueue, ArticleTitle, QueueWish
from annotation.project.reader import ProjectReader
from annotation.project.review import ReviewRow
from annotation.project.search import HIGHLIGHT, Hit
from annotation.project.stamps import Stamp, edited, stamp_of
from annotation.project.stretches import RawAnnotation, decode_annotations, raw_annotations
from annotation.project.writer import Writer

__all__ = [
    "HIGHLIGHT",
    "PACKED",
    "ArticleQueue",
    "ArticleTitle",
    "CorpusQuery",
    "CorpusRow",
    "Decided",
    "Door",
    "Entry",
    "Hit",
    "LayerCount",
    "Missing",
    "Operation",
    "Outdated",
    "Project",
    "ProjectError",
    "ProjectLocked",
    "ProjectReader",
    "QueryError",
    "QueueWish",
    "RawAnnotation",
    "ReadAhead",
    "ReadOnly",
    "RecordEvent",
    "ReviewRow",
    "SortKey",
    "Stamp",
    "Trouble",
    "Unreadable",
    "Writer",
    "create_project",
    "decode_annotations",
    "edited",
    "open_project",
    "pack_project",
    "raw_annotations",
    "read_ahead",
    "stamp_of",
]
