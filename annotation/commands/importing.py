"""The command that brings files in."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, answer, pair, show_progress, writing
from annotation.i18n import _, ngettext
from annotation.importers import IMPORTERS, Skipped
from annotation.operations import ImportPlan, Preview, import_files, write_report
from annotation.operations.import_plan import check_plan, with_memory
from annotation.operations.import_preview import Candidate, State
from annotation.operations.recognising import AUTO
from annotation.project import Project
from annotation.records import Article

_COLUMN = "Take a field of the articles from a column of tables, as text=body; “url=” leaves it empty."
_LABEL = "Take a label for something of the codebook: Person=entity.type=PER, Cue=source:cue or Noise=skip."


@click.command("import")
@writing
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", default=AUTO, type=click.Choice([AUTO, *IMPORTERS.names]), show_default=True
)
@click.option("--encoding", default="", help="Of text files that are not UTF-8, such as cp1252; or “guess”.")
@click.option("-r", "--recursive", is_flag=True, help="Take all files of folders.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=NAME", help=_COLUMN)
@click.option("--label", "labels", multiple=True, metavar="LABEL=MEANING", help=_LABEL)
@click.option("--without", multiple=True, metavar="ID", help="Leave an article out, by its id in a dry run.")
@click.option("--dry-run", is_flag=True, help="Say what is in the files; import nothing.")
@click.option(
    "--report", "place", type=click.Path(path_type=Path, dir_okay=False), help="Keep the report as CSV."
)
@JSON
def import_(
    project: Project,
    files: tuple[Path, ...],
    dry_run: bool,
    place: Path | None,
    as_json: bool,
    **choices: Any,
) -> None:
    """Bring in files of articles."""
    plan = with_memory(_plan(project, **choices), project.read)
    if dry_run:
        _preview(project, files, plan, as_json)
    else:
        _import(project, files, plan, place, as_json)


def _plan(
    project: Project,
    format_: str,
    encoding: str,
    recursive: bool,
    columns: Sequence[str],
    labels: Sequence[str],
    without: Sequence[str],
) -> ImportPlan:
    """What the options say. Raises OperationError for a field, or a meaning, that there is not."""
    plan = ImportPlan(
        format=format_,
        encoding=encoding,
        recursive=recursive,
        columns=dict(pair(one, "--column") for one in columns),
        labels=dict(pair(one, "--label") for one in labels),
        excluded=frozenset(without),
    )
    check_plan(plan, project.read.codebook)
    return plan


def _import(
    project: Project, files: Sequence[Path], plan: ImportPlan, place: Path | None, as_json: bool
) -> None:
    report = import_files(project, files, plan, show_progress(_("Import")))
    if place:
        write_report(report, place)
    document = {
        "imported": len(report.articles),
        "annotations": report.annotations,
        "articles": [_article(found) for found in report.articles],
        "skipped": [_skipped(one) for one in report.skipped],
        "files": [asdict(one) for one in report.files.values()],
    }
    count = ngettext("Imported one article.", "Imported {n} articles.", len(report.articles))
    _tell(report.skipped, as_json, document, count)


def _preview(project: Project, files: Sequence[Path], plan: ImportPlan, as_json: bool) -> None:
    """Say what an import would bring, and of what it would make what."""
    found = Preview()
    found.fill(project, files, plan, show_progress(_("Looking at the files")))
    document = {
        "articles": [_candidate(one) for one in found.candidates],
        "skipped": [_skipped(one) for one in found.skipped],
        "tables": [
            {"file": one.file, "columns": list(one.names), "fields": dict(one.columns)}
            for one in found.tables.values()
        ],
        "labels": [
            {"label": label, "meaning": meaning, "count": count}
            for (label, meaning), count in sorted(found.labels.items())
        ],
    }
    new = [one for one in found.candidates if one.state is State.NEW]
    count = ngettext("One article would be imported.", "{n} articles would be imported.", len(new))
    known = [one for one in found.candidates if one.state is State.KNOWN and one.annotations]
    if known:
        count += "\n" + ngettext(
            "Annotations would come to one article that is there.",
            "Annotations would come to {n} articles that are there.",
            len(known),
        )
    _tell(found.skipped, as_json, document, "\n".join([*(f"{one.id}  {one.title}" for one in new), count]))


def _tell(skipped: Sequence[Skipped], as_json: bool, document: dict[str, Any], text: str) -> None:
    """Answer; where a whole file could not be read, the command has failed."""
    for one in skipped:
        click.echo(_("Left out {file}: {reason}", file=one.file, reason=one.reason), err=True)
    answer(as_json, document, text)
    if any(one.failed for one in skipped):
        sys.exit(1)


def _candidate(one: Candidate) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "outlet": one.outlet or None,
        "published": one.published or None,
        "authors": list(one.authors),
        "lang": one.lang,
        "source_file": str(one.path),
        "length": one.length,
        "annotations": one.annotations,
        "guessed": sorted(one.guessed),
        "state": one.state.value,
    }


def _skipped(one: Skipped) -> dict[str, Any]:
    found: dict[str, Any] = {"file": one.file, "reason": one.reason}
    return {**found, "urls": list(one.urls)} if one.urls else found


def _article(article: Article) -> dict[str, Any]:
    keys = ("id", "title", "outlet", "published", "authors", "lang", "source_file")
    return {key: getattr(article, key) for key in keys}
