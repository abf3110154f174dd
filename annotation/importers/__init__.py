"""Importers: from bytes to articles, with their annotations where the format has them; a file a format."""

from annotation.importers._base import Imported, Importer, ImportFailure, Skipped, SourceFile
from annotation.registry import Registry

IMPORTERS: Registry[Importer] = Registry("importers")

__all__ = ["IMPORTERS", "ImportFailure", "Imported", "Importer", "Skipped", "SourceFile"]
