"""Exporters: from a read-only view of a project to files. One file is one format."""

from annotation.exporters._base import (
    Choice,
    Exporter,
    ExportFailure,
    Loss,
    Option,
    Options,
    Progress,
    Report,
)
from annotation.exporters._cells import Cell, Column
from annotation.exporters._choosing import choose_options
from annotation.exporters._sheet import Sheet, read_sheets
from annotation.exporters._tables import Table, lay_out, with_texts
from annotation.exporters._tables import registry as registry_table
from annotation.registry import Registry

EXPORTERS: Registry[Exporter] = Registry("exporters")

__all__ = [
    "EXPORTERS",
    "Cell",
    "Choice",
    "Column",
    "ExportFailure",
    "Exporter",
    "Loss",
    "Option",
    "Options",
    "Progress",
    "Report",
    "Sheet",
    "Table",
    "choose_options",
    "lay_out",
    "read_sheets",
    "registry_table",
    "with_texts",
]
