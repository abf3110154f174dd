"""The registry as a CSV table: written so that nothing is lost, read with what it would change said first.

Columns: key, name, type, aliases, wikidata, note, origin; aliases are parted by " | ". A cell that a
spreadsheet would take for a formula has an apostrophe before it. Keys are what features of annotations hold;
a row without one names the entity that has its name, or a new one.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.operations._base import OperationError
from annotation.operations.entity_checks import tidied
from annotation.operations.naming import free_key
from annotation.project import Project, ProjectReader, Writer
from annotation.records import Entity, Json, fold_name, now

COLUMNS = ("key", "name", "type", "aliases", "wikidata", "note", "origin")
_PART = " | "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_LONGEST = 1_000_000
"""Characters of a cell."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of the table that cannot be taken, and why."""

    line: int
    """Counted from 1, the head included."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPlan:
    """What reading a table would do to a registry."""

    added: tuple[Entity, ...] = ()
    changed: tuple[tuple[Entity, Entity], ...] = ()
    """(as it is, as it would be)"""
    unchanged: int = 0
    bad: tuple[BadLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportEntities:
    """Do what a plan says, in one step."""

    plan: EntityPlan
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many names are taken over."""
        n = len(self.plan.added) + len(self.plan.changed)
        return Message("Import one name", {}, "Import {n} names", n)

    def apply(self, writer: Writer) -> None:
        """Store what is new or different; what is changed so is a person's from then on."""
        moment = now()
        for entity in self.plan.added:
            writer.put(replace(tidied(entity), created=moment, updated=moment))
        for before, after in self.plan.changed:
            created = (writer.find(Entity, before.id) or before).created
            writer.put(replace(tidied(after), origin="", created=created, updated=moment))


# ---------------------------------------------------------------- writing


def export_entities(reader: ProjectReader, out: Path) -> int:
    """Write the whole registry to a file; how many names it has.

    Raises OperationError where it cannot be written; what was there is then untouched.
    """
    entities = list(reader.entities())
    scratch = out.with_name(f".~{out.name}")
    try:
        scratch.write_text(write_table(entities), encoding="utf-8", newline="")
        scratch.replace(out)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise OperationError(
            "The registry cannot be written to “{path}” ({reason}).", path=out, reason=error.strerror or error
        ) from error
    return len(entities)


def write_table(entities: Iterable[Entity]) -> str:
    """The table of some entities."""
    stream = io.StringIO()
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    for one in entities:
        cells = (one.id, one.name, one.type, _joined(one.aliases), one.wikidata, one.note, one.origin)
        table.writerow([_safe(cell) for cell in cells])
    return stream.getvalue()


def _joined(aliases: Sequence[str]) -> str:
    return _PART.join(alias.replace("\\", "\\\\").replace("|", "\\|") for alias in aliases)


def _safe(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would calculate it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


# ---------------------------------------------------------------- reading


def read_entities(reader: ProjectReader, path: Path) -> EntityPlan:
    """What a file would add to the registry and change in it. Raises OperationError for what is no table."""
    try:
        written = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OperationError(
            "“{path}” cannot be read ({reason}): it has to be a table in CSV, in UTF-8.",
            path=path,
            reason=reason,
        ) from error
    return plan_import(list(reader.entities()), written)


def plan_import(known: Sequence[Entity], written: str) -> EntityPlan:
    """What a table would add to the entities that are known, change and leave. Raises OperationError."""
    plan = _Plan(known)
    for line, row in _rows(written):
        try:
            plan.take(line, row)
        except AnnotationError as error:
            plan.bad.append(BadLine(line, str(error)))
    return plan.whole


def _rows(written: str) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """(number of the line, cells by column) of each row; None for one with too many cells."""
    separator = ";" if written.partition("\n")[0].count(";") > written.partition("\n")[0].count(",") else ","
    csv.field_size_limit(_LONGEST)
    table = csv.reader(io.StringIO(written, newline=""), delimiter=separator, strict=True)
    head: list[str] | None = None
    line = 1
    try:
        for cells in table:
            begins, line = line, table.line_num + 1
            if head is None:
                head = _head(cells)
            elif any(cell.strip() for cell in cells):
                fits = len(cells) <= len(head)
                yield begins, dict(zip(head, map(_plain, cells), strict=False)) if fits else None
    except csv.Error as error:
        raise OperationError(
            "Line {line} of the table cannot be read ({reason}).", line=table.line_num, reason=error
        ) from error
    if head is None:
        raise OperationError("The table is empty: its first line has to name the columns.")


def _head(cells: Sequence[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    if "name" not in names:
        raise OperationError("The first line of the table has to name the columns, “name” among them.")
    if twice := [name for name in names if name and names.count(name) > 1]:
        raise OperationError("The column “{name}” stands in the table twice.", name=twice[0])
    return names


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps spreadsheets from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


class _Plan:
    """A plan as it grows line by line."""

    def __init__(self, known: Sequence[Entity]) -> None:
        self._known = {entity.id: entity for entity in known}
        self._named: dict[tuple[str, str], list[str]] = {}
        for entity in known:
            self._named.setdefault((fold_name(entity.name), entity.type), []).append(entity.id)
        self._lines: dict[str, int] = {}
        self._added: list[Entity] = []
        self._changed: list[tuple[Entity, Entity]] = []
        self._unchanged = 0
        self.bad: list[BadLine] = []

    @property
    def whole(self) -> EntityPlan:
        """The plan."""
        return EntityPlan(
            added=tuple(self._added),
            changed=tuple(self._changed),
            unchanged=self._unchanged,
            bad=tuple(self.bad),
        )

    def take(self, line: int, row: Mapping[str, str] | None) -> None:
        """Take in a line. Raises OperationError where it cannot be."""
        if row is None:
            raise OperationError("It has more cells than the first line.")
        key = self._key(row)
        if key in self._lines:
            raise OperationError("Line {line} has the same name already.", line=self._lines[key])
        known = self._known.get(key)
        entity = tidied(_filled(known or Entity(id=key, name=""), row, is_new=known is None))
        if known is not None and not row.get("key", "").strip():
            entity = replace(entity, name=known.name)  # it was found by it, but for accents and capitals
        self._lines[key] = line
        if known is None:
            self._added.append(entity)
        elif _says(entity) == _says(tidied(known)):
            self._unchanged += 1
        else:
            self._changed.append((known, entity))

    def _key(self, row: Mapping[str, str]) -> str:
        """The key of a row: its own, that of the one entity with its name, or a new one."""
        if key := row.get("key", "").strip():
            return key
        name = row.get("name", "")
        having = self._named.get((fold_name(name), row.get("type", "").strip()), [])
        if len(having) > 1:
            raise OperationError(
                "Several names of the registry are “{name}”: give the key.", name=name.strip()
            )
        return having[0] if having else free_key(name, lambda key: key in self._known or key in self._lines)


def _filled(entity: Entity, row: Mapping[str, str], *, is_new: bool) -> Entity:
    """The entity as a row has it; a column that the table lacks changes nothing."""
    made = replace(
        entity,
        name=row.get("name", entity.name),
        type=row.get("type", entity.type).strip(),
        aliases=tuple(_parted(row["aliases"])) if "aliases" in row else entity.aliases,
        wikidata=row.get("wikidata", entity.wikidata),
        note=row.get("note", entity.note),
    )
    return replace(made, origin=row.get("origin", "").strip()) if is_new else made


def _parted(cell: str) -> Iterator[str]:
    """The aliases of a cell."""
    part, escaped = "", False
    for char in cell:
        if escaped or char not in "\\|":
            part, escaped = part + char, False
        elif char == "\\":
            escaped = True
        else:
            yield part.strip()
            part = ""
    yield part.strip()


def _says(entity: Entity) -> tuple[object, ...]:
    return entity.name, entity.type, entity.aliases, entity.wikidata, entity.note


def exchange_entities(
    project: Project, out: Path | None, file: Path | None, dry_run: bool
) -> tuple[dict[str, Any], str]:
    """Write the registry to `out`, or take `file` over but for a dry run; what was done, and in one line.

    Raises OperationError where a file cannot be written or read.
    """
    if file is None:
        number = export_entities(project.read, out) if out else 0
        return {"exported": number}, ngettext("Wrote one name.", "Wrote {n} names.", number)
    plan = read_entities(project.read, file)
    if not dry_run:
        project.apply(ImportEntities(plan=plan))
    return {**plan_document(plan), "written": not dry_run}, plan_words(plan)


def plan_document(plan: EntityPlan) -> dict[str, Json]:
    """A plan as a program reads it."""
    return {
        "added": [{"key": one.id, "name": one.name} for one in plan.added],
        "changed": [{"key": after.id, "name": after.name} for _before, after in plan.changed],
        "unchanged": plan.unchanged,
        "bad": [{"line": bad.line, "reason": bad.reason} for bad in plan.bad],
    }


def plan_words(plan: EntityPlan) -> str:
    """A plan in a line."""
    return _(
        "{added} new, {changed} changed, {unchanged} as they are, {bad} lines left out",
        added=len(plan.added),
        changed=len(plan.changed),
        unchanged=plan.unchanged,
        bad=len(plan.bad),
    )
