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
from annotation.exporters._choosing import choose_options
from annotation.registry import Registry

EXPORTERS: Registry[Exporter] = Registry("exporters")

__all__ = [
    "EXPORTERS",
    "Choice",
    "ExportFailure",
    "Exporter",
    "Loss",
    "Option",
    "Options",
    "Progress",
    "Report",
    "choose_options",
]
