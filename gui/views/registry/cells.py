"""What the cells of the registry's table say."""

from PySide6.QtGui import QIcon

from annotation.i18n import _
from annotation.project.registry import RegistryRow
from gui.views.registry.desk import RegistryDesk
from gui.widgets.dates import moment_words, number_words, short_date_words
from gui.widgets.hue_mark import tag_icon


class RegistryCells:
    """Words of cells and of what is said when they are pointed at."""

    def __init__(self, desk: RegistryDesk) -> None:
        self._desk = desk

    def words(self, row: RegistryRow, column: str) -> str:
        """What a cell shows."""
        entity = row.entity
        if column in ("mentions", "articles"):
            return number_words(getattr(row, column)) if self._desk.has_counts else "…"
        if column == "type":
            return self._desk.type_words(entity.type)
        if column == "aliases":
            return " · ".join(entity.aliases)
        if column == "origin":
            return _("machine") if entity.origin else _("person")
        if column == "updated":
            return short_date_words(entity.updated)
        return " ".join(str(getattr(entity, column)).split())

    def mark(self, row: RegistryRow, column: str) -> QIcon | None:
        """What stands before the words: the colour of the type."""
        return tag_icon(self._desk.type_hue(row.entity.type)) if column == "type" else None

    def tips(self, row: RegistryRow, column: str) -> str:
        """What a cell has no room for."""
        entity = row.entity
        if column == "aliases":
            return "\n".join(entity.aliases[:40])
        if column == "origin":
            return entity.origin
        if column == "updated":
            return moment_words(entity.updated)
        return str(getattr(entity, column)) if column in ("name", "note") else ""
