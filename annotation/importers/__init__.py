"""Importers: from bytes to articles, with their annotations where the format has them; a file a format."""

from annotation.importers._base import (
    FIELDS,
    NOBODY,
    Detached,
    Hearing,
    Imported,
    Importer,
    ImportFailure,
    Skipped,
    SourceFile,
    Table,
    table_key,
)
from annotation.importers._reading.cleaning import Cleaned, clean_text
from annotation.registry import Registry

IMPORTERS: Registry[Importer] = Registry("importers")

__all__ = [
    "FIELDS",
    "IMPORTERS",
    "NOBODY",
    "Cleaned",
    "Detached",
    "Hearing",
    "ImportFailure",
    "Imported",
    "Importer",
    "Skipped",
    "SourceFile",
    "Table",
    "clean_text",
    "table_key",
]
