"""The commands that hand articles out and bring the work back."""

from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, PROJECT, answer, show_progress, writing
from annotation.i18n import _, ngettext
from annotation.operations import Merged, OperationError, merge_packages, pack_for
from annotation.operations.filters import articles_called
from annotation.operations.merge_report import check_writable, write_merge_report
from annotation.project import Project, open_project
from annotation.project.packing import Contents

_MOST = 20
"""Conflicts of a file that are told one by one."""


@click.command()
@writing
@click.option("--annotator", required=True, help="Whose articles; added where nobody is called so.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--all", "everything", is_flag=True, help="All articles, not only those assigned to them.")
@click.option("--filter", "filter_", help="Only articles of a saved filter, by its name, or of a query.")
@click.option("--no-suggestions", is_flag=True, help="Leave suggestions out.")
@click.option("--no-decisions", is_flag=True, help="Leave out what was decided about their work.")
@JSON
def pack(project: Project, annotator: str, out: Path, everything: bool, filter_: str | None,
         no_suggestions: bool, no_decisions: bool, as_json: bool) -> None:  # fmt: skip
    """Make a project file for one annotator, with nothing of the others' work."""
    packed = pack_for(
        project,
        annotator,
        out,
        everything=everything,
        articles=articles_called(project.read, filter_) if filter_ else None,
        contents=Contents(suggestions=not no_suggestions, decisions=not no_decisions),
        progress=show_progress(_("Package")),
    )
    document = {
        "file": str(out),
        "annotator": packed.annotator.name,
        "articles": packed.articles,
        "decisions": packed.decisions,
    }
    said = ngettext("Packed one article for {name} in {path}.", "Packed {n} articles for {name} in {path}.",
                    packed.articles, name=packed.annotator.name, path=out)  # fmt: skip
    answer(as_json, document, said)


@click.command()
@PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be merged, and change nothing.")
@click.option("--report", type=click.Path(path_type=Path), help="Write what came of each file as CSV.")
@JSON
def merge(project: Path, files: tuple[Path, ...], dry_run: bool, report: Path | None, as_json: bool) -> None:
    """Bring back the work in packages, or in any copies of the project."""
    _check_files(project, files)
    if report is not None:
        check_writable(report)
    with open_project(project, read_only=dry_run) as opened:
        merged = merge_packages(opened, files, dry_run=dry_run, progress=show_progress(_("Merge")))
    if report is not None:
        write_merge_report(merged, report)
    document = {"files": [_row(one) for one in merged], "dry_run": dry_run}
    answer(as_json, document, "\n".join(line for one in merged for line in _lines(one)))


def _check_files(project: Path, files: tuple[Path, ...]) -> None:
    """Raise OperationError where the project itself is among the packages."""
    for file in files:
        if file.exists() and project.exists() and file.samefile(project):
            raise OperationError("“{path}” is the project itself: name packages, or copies of it.", path=file)


def _row(merged: Merged) -> dict[str, Any]:
    return {
        "file": merged.file,
        "annotators": merged.annotators,
        "articles": merged.articles,
        "added": merged.added,
        "changed": merged.changed,
        "removed": merged.removed,
        "unchanged": merged.unchanged,
        "conflicts": [
            {"article": one.article, "reason": str(one.reason), "advice": str(one.advice.value)}
            for one in merged.conflicts
        ],
    }


def _lines(merged: Merged) -> list[str]:
    said = _(
        "{file} ({people}): {added} added, {changed} changed, {removed} removed, {unchanged} as they were.",
        **{**_row(merged), "people": ", ".join(merged.annotators)},
    )
    conflicts = [f"  {one.article or merged.file}: {one.reason}" for one in merged.conflicts[:_MOST]]
    more = len(merged.conflicts) - len(conflicts)
    rest = ngettext("one more: see --report", "{n} more: see --report", more)
    return [said, *conflicts, *([f"  … {rest}"] if more else [])]
