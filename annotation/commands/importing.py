"""The command that brings files in."""

import sys
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, answer, show_progress, writing
from annotation.i18n import _, ngettext
from annotation.importers import IMPORTERS, Skipped
from annotation.operations import import_files
from annotation.operations.recognising import AUTO
from annotation.project import Project
from annotation.records import Article


@click.command("import")
@writing
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", default=AUTO, type=click.Choice([AUTO, *IMPORTERS.names]), show_default=True
)
@click.option("--encoding", default="", help="Of text files that are not UTF-8, such as cp1252; or “guess”.")
@click.option("-r", "--recursive", is_flag=True, help="Take all files of folders.")
@JSON
def import_(
    project: Project,
    files: tuple[Path, ...],
    format_: str,
    encoding: str,
    recursive: bool,
    as_json: bool,
) -> None:
    """Bring in files of articles."""
    report = import_files(project, files, format_, recursive, show_progress(_("Import")), encoding)
    document = {
        "imported": len(report.articles),
        "annotations": report.annotations,
        "articles": [_article(found) for found in report.articles],
        "skipped": [_skipped(one) for one in report.skipped],
    }
    for one in report.skipped:
        click.echo(_("Left out {file}: {reason}", file=one.file, reason=one.reason), err=True)
    count = ngettext("Imported one article.", "Imported {n} articles.", len(report.articles))
    answer(as_json, document, count)
    if any(one.failed for one in report.skipped):
        sys.exit(1)


def _skipped(one: Skipped) -> dict[str, Any]:
    found: dict[str, Any] = {"file": one.file, "reason": one.reason}
    return {**found, "urls": list(one.urls)} if one.urls else found


def _article(article: Article) -> dict[str, Any]:
    keys = ("id", "title", "outlet", "published", "authors", "lang", "source_file")
    return {key: getattr(article, key) for key in keys}
