"""The command that writes the registry of names, or takes names over."""

import sys
from pathlib import Path

import click

from annotation.commands.frame import JSON, PROJECT, answer
from annotation.i18n import _
from annotation.operations import OperationError
from annotation.operations.entity_table import exchange_entities
from annotation.project import open_project


@click.command("entities")
@PROJECT
@click.option("--export", "out", type=click.Path(path_type=Path), help="Write the registry as CSV.")
@click.option("--import", "file", type=click.Path(path_type=Path), help="Take names over from CSV.")
@click.option("--dry-run", is_flag=True, help="Say what an import would do, and change nothing.")
@JSON
def entities(project: Path, out: Path | None, file: Path | None, dry_run: bool, as_json: bool) -> None:
    """Write the registry of names as a table, or take names over from one."""
    if (out is None) == (file is None):
        raise OperationError("Say either --export FILE or --import FILE.")
    with open_project(project, read_only=file is None or dry_run) as opened:
        document, said = exchange_entities(opened, out, file, dry_run)
    for bad in document.get("bad", ()):
        click.echo(_("Line {line}: {reason}", line=bad["line"], reason=bad["reason"]), err=True)
    answer(as_json, document, said)
    if document.get("bad"):
        sys.exit(1)
