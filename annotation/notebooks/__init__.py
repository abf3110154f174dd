"""Projects in notebooks and scripts: read-only, article by article, or as tables of pandas and polars."""

from annotation.notebooks.frames import NoSuchTable, NoTables
from annotation.notebooks.notebook import Notebook, open_project

__all__ = ["NoSuchTable", "NoTables", "Notebook", "open_project"]
