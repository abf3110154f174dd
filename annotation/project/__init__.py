"""The project file: create, open, lock, migrate, read, write, back up. The only user of SQLite."""

from annotation.project.corpus import CorpusQuery, CorpusRow, SortKey
from annotation.project.errors import Missing, Outdated, ProjectError, ProjectLocked, ReadOnly
from annotation.project.integrity import Trouble
from annotation.project.journal import Entry
from annotation.project.project import Door, Operation, Project, create_project, open_project
from annotation.project.reader import ProjectReader
from annotation.project.search import HIGHLIGHT, Hit
from annotation.project.writer import Writer

__all__ = [
    "HIGHLIGHT",
    "CorpusQuery",
    "CorpusRow",
    "Door",
    "Entry",
    "Hit",
    "Missing",
    "Operation",
    "Outdated",
    "Project",
    "ProjectError",
    "ProjectLocked",
    "ProjectReader",
    "ReadOnly",
    "SortKey",
    "Trouble",
    "Writer",
    "create_project",
    "open_project",
]
