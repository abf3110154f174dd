"""A table that is to be taken over into the registry: what it would add, change and leave, before it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations import ImportEntities
from annotation.operations.entity_table import EntityPlan, read_entities
from annotation.records import Entity
from gui.models.record_table import Column, RecordTable
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.table_view import PlainTable
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """One line of the preview: what happens, to which name, and how."""

    what: str
    name: str
    how: str


class ImportFace(QWidget):
    """Previews a table and takes it over. Emits `left` when that is done, or not wanted."""

    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan: EntityPlan | None = None
        self._title = label("", "heading")
        self._what = label("", "muted", wrap=True)
        self.model = RecordTable[ImportLine](
            [
                Column(title=_("What happens"), text=lambda line: line.what),
                Column(title=_("Name"), text=lambda line: line.name),
                Column(title=_("How"), text=lambda line: line.how, tip=lambda line: line.how),
            ],
            key=id,
        )
        self.table = PlainTable(self.model, (140, 260))
        self.table.setAccessibleName(_("What the table would change"))
        self.take = button(_("Import"), "primary")
        self.cancel = button(_("Cancel"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.take)
        acts.addWidget(self.cancel)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(12)
        for part in (self._title, self._what):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.left)

    def open(self, path: Path) -> None:
        """Read a table in the background and show what it would do."""
        self._plan = None
        self._title.setText(_("Import names from {file}", file=path.name))
        self._what.setText(_("Reading…"))
        self.model.reset(())
        self.take.setEnabled(False)
        project = self._desk.session.project
        self._desk.session.tasks.run(
            lambda _progress: project.ask(lambda reader: read_entities(reader, path)),
            self._show,
            self._fail,
            lane="project",
            receiver=self,
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._what.setText(str(error))
            self.cancel.setFocus()

    def _show(self, plan: EntityPlan) -> None:
        self._plan = plan
        added, changed, bad = len(plan.added), len(plan.changed), len(plan.bad)
        n = added + changed
        parts = [
            ngettext("one new name", "{number} new names", added, number=number_words(added)),
            ngettext("one is changed", "{number} are changed", changed, number=number_words(changed)),
            ngettext("one stays the same", "{number} stay the same", plan.unchanged,
                     number=number_words(plan.unchanged)),
        ]  # fmt: skip
        if bad:
            lines = ngettext("one line cannot be taken", "{number} lines cannot be taken", bad,
                             number=number_words(bad))  # fmt: skip
            parts.append(lines)
        self._what.setText(
            ", ".join(parts) + "." if n or bad else _("The table says what the registry says.")
        )
        self.model.reset(list(_lines(plan)))
        self.take.setText(ngettext("Import one name", "Import {n} names", n) if n else _("Import"))
        self.take.setEnabled(n > 0 and self._desk.writable)
        (self.take if n else self.cancel).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        plan = self._plan
        if plan is None or not self.take.isEnabled():
            return
        n = len(plan.added) + len(plan.changed)
        if self._desk.do(ImportEntities(plan=plan, actor=self._desk.session.me), n):
            self._desk.said.emit(
                ngettext("Imported one name.", "Imported {number} names.", n, number=number_words(n))
            )
            self.left.emit()


def _lines(plan: EntityPlan) -> Iterator[ImportLine]:
    for bad in plan.bad:
        yield ImportLine(what=_("line left out"), name=_("Line {line}", line=bad.line), how=bad.reason)
    for before, after in plan.changed:
        yield ImportLine(what=_("changed"), name=before.name, how="; ".join(_differences(before, after)))
    for entity in plan.added:
        yield ImportLine(what=_("new"), name=entity.name, how=" · ".join(filter(None, _said(entity))))


def _said(entity: Entity) -> tuple[str, ...]:
    return entity.type, ", ".join(entity.aliases), entity.wikidata, entity.note


def _differences(before: Entity, after: Entity) -> Iterator[str]:
    words = {
        "name": _("Name"),
        "type": _("Type"),
        "aliases": _("Also called"),
        "wikidata": _("Wikidata"),
        "note": _("Note"),
    }
    for field, word in words.items():
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            shown = [", ".join(one) if isinstance(one, tuple) else str(one) for one in (old, new)]
            yield _("{field}: {before} → {after}", field=word, before=shown[0] or "—", after=shown[1] or "—")
