"""What a change of the codebook asks about: its versions, and the records of layers in batches."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.rows import TABLES
from annotation.records import Annotation, CodebookVersion

_WANTED = "layer IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class AppliedVersion:
    """A version of the codebook, and the id of who put it in force, "" where nobody is known."""

    version: CodebookVersion
    actor: str = ""


def find_labelled(
    db: Database, after: int, layers: Sequence[str], limit: int
) -> list[tuple[int, Annotation]]:
    """The `limit` records of some layers whose rows follow the row `after`, each with its row."""
    table = TABLES[Annotation]
    sql = f"""SELECT rowid, {", ".join(table.columns)} FROM {table.name}
              WHERE rowid > ? AND {_WANTED} ORDER BY rowid LIMIT ?"""
    rows = db.execute(sql, [after, json.dumps(list(layers)), limit]).fetchall()
    return [(row[0], table.decode(dict(zip(table.columns, row[1:], strict=True)))) for row in rows]


def count_labelled(db: Database, layers: Sequence[str]) -> int:
    """How many records some layers have."""
    sql = f"SELECT count(*) FROM annotations WHERE {_WANTED}"
    return int(db.execute(sql, [json.dumps(list(layers))]).fetchone()[0])


def find_versions(db: Database, versions: Sequence[CodebookVersion]) -> list[AppliedVersion]:
    """The versions, given in their order, the newest first.

    The table does not say who applied one, but the journal does: the first entry of the kind since its time.
    """
    sql = "SELECT at, actor FROM journal WHERE operation = 'ApplyCodebook' ORDER BY id"
    entries = db.execute(sql).fetchall()
    found: list[AppliedVersion] = []
    for version in versions:
        actor = next((who for at, who in entries if at >= version.created), "") if found else ""
        found.append(AppliedVersion(version, actor))
    return found[::-1]
