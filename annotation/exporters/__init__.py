"""Exporters: from a read-only view of a project to files. One file is one format."""

from annotation.exporters._base import Exporter, ExportFailure, Loss, Progress, Report
from annotation.registry import Registry

EXPORTERS: Registry[Exporter] = Registry("exporters")

__all__ = ["EXPORTERS", "ExportFailure", "Exporter", "Loss", "Progress", "Report"]
