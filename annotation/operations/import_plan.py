"""What a person decided about files that are to be imported, before anything is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from annotation.codebook import Codebook
from annotation.importers import FIELDS, Imported
from annotation.operations._base import OperationError
from annotation.operations.articles import stored_value
from annotation.operations.label_meanings import main_roles, meanings_of
from annotation.operations.recognising import AUTO, printable
from annotation.operations.settings import ChangeSetting
from annotation.project import Door, ProjectReader

TABLES = "import.tables"
"""The setting that holds {key of a table: {field: column, or "" for none}}."""
LABELS = "import.labels"
"""The setting that holds {label of a file: what it means}."""
GUESSED = "guessed"
"""The metadata of an article that names its fields which nothing in the file states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """How files are read, and what becomes of the articles in them. An empty one leaves all to the files."""

    format: str = AUTO
    """The name of an importer, or "auto" for the one that recognises the file best."""
    recursive: bool = False
    """Whether folders are taken with all that is in them."""
    encoding: str = ""
    """Of text files: a codec's name, "guess" for the likeliest, or "" for UTF-8."""
    encodings: Mapping[str, str] = field(default_factory=dict)
    """The same for single files, by path."""
    formats: Mapping[str, str] = field(default_factory=dict)
    """The importers of single files, by path."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """{field of an article: column}, for every table that has the column; "" leaves the field empty."""
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The same for single kinds of table, by `Table.key`."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """{label: "entity.type=PER", "source:cue", "stance" or "skip"}"""
    roles: Mapping[str, str] = field(default_factory=dict)
    """{layer: role that takes the words of a label which names none}, as the project's codebook has it."""
    edits: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """{article: {field: value}} that take the place of what the file says."""
    excluded: frozenset[str] = frozenset()
    """Articles that are not wanted."""

    def format_of(self, path: Path) -> str:
        """How a file is read."""
        return self.formats.get(printable(path), self.format)

    def choices(self, path: Path) -> dict[str, Any]:
        """What was decided about a file, as `SourceFile.choices`."""
        return {
            "encoding": self.encodings.get(printable(path), self.encoding),
            "columns": self.columns,
            "tables": self.tables,
            "labels": self.labels,
            "roles": self.roles,
        }

    def edit(self, found: Imported) -> Imported:
        """The article as it was corrected; what a person wrote is a guess no more."""
        edits = self.edits.get(found.article.id)
        if not edits:
            return found
        metadata = dict(found.article.metadata)
        if guessed := [name for name in metadata.pop(GUESSED, ()) if name not in edits]:
            metadata[GUESSED] = guessed
        values = {name: stored_value(name, value) for name, value in edits.items()}
        return replace(found, article=replace(found.article, metadata=metadata, **values))


def check_plan(plan: ImportPlan, codebook: Codebook) -> None:
    """Raises OperationError for a column of no field, and for a meaning that the codebook does not have."""
    for name in plan.columns:
        if name not in FIELDS:
            raise OperationError(
                "Articles have no field “{name}”: choose one of {known}.", name=name, known=", ".join(FIELDS)
            )
    for label, meaning in plan.labels.items():
        if meaning not in meanings_of(codebook):
            raise OperationError(
                "“{label}” cannot become “{meaning}”: the codebook has no such layer, role or value.",
                label=label,
                meaning=meaning,
            )


def with_memory(plan: ImportPlan, reader: ProjectReader) -> ImportPlan:
    """The plan with what the project remembers of columns and labels, where the plan itself says nothing."""
    return replace(
        plan,
        tables={**_remembered(reader, TABLES), **plan.tables},
        labels={**_remembered(reader, LABELS), **plan.labels},
        roles=main_roles(reader.codebook),
    )


def remember(plan: ImportPlan, door: Door, actor: str = "") -> None:
    """Keep the columns and labels of a plan for the next import into this project."""
    for key, chosen in ((TABLES, plan.tables), (LABELS, plan.labels)):
        known = door.ask(partial(_remembered, key=key))
        wanted: dict[str, Any] = {
            **known,
            **{name: dict(one) if isinstance(one, Mapping) else one for name, one in chosen.items()},
        }
        if wanted != known:
            door.apply(ChangeSetting(key=key, value=wanted, actor=actor))


def _remembered(reader: ProjectReader, key: str) -> dict[str, Any]:
    found = reader.setting(key)
    if not isinstance(found, dict):
        return {}
    kind = dict if key == TABLES else str
    return {name: one for name, one in found.items() if isinstance(one, kind)}
