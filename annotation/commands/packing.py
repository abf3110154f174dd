"""The commands that hand articles out and bring the work back."""

from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, PROJECT, answer, show_progress, writing
from annotation.i18n import _, ngettext
from annotation.operations import Merged, merge_packages, pack_for
from annotation.project import Project, open_project


@click.command()
@writing
@click.option("--annotator", required=True, help="Whose articles; added where nobody is called so.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--all", "everything", is_flag=True, help="All articles, not only those assigned to them.")
@JSON
def pack(project: Project, annotator: str, out: Path, everything: bool, as_json: bool) -> None:
    """Make a project file for one annotator, with nothing of the others' work."""
    packed = pack_for(project, annotator, out, everything=everything, progress=show_progress(_("Package")))
    document = {"file": str(out), "annotator": packed.annotator.name, "articles": packed.articles}
    said = ngettext("Packed one article for {name} in {path}.", "Packed {n} articles for {name} in {path}.",
                    packed.articles, name=packed.annotator.name, path=out)  # fmt: skip
    answer(as_json, document, said)


@click.command()
@PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be merged, and change nothing.")
@JSON
def merge(project: Path, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Bring back the work in packages, or in any copies of the project."""
    with open_project(project) as opened:
        merged = merge_packages(opened, files, dry_run=dry_run, progress=show_progress(_("Merge")))
    document = {"files": [_row(one) for one in merged], "dry_run": dry_run}
    answer(as_json, document, "\n".join(line for one in merged for line in _lines(one)))


def _row(merged: Merged) -> dict[str, Any]:
    return {
        "file": merged.file,
        "annotators": merged.annotators,
        "articles": merged.articles,
        "added": merged.added,
        "changed": merged.changed,
        "removed": merged.removed,
        "unchanged": merged.unchanged,
        "conflicts": [{"article": one.article, "reason": str(one.reason)} for one in merged.conflicts],
    }


def _lines(merged: Merged) -> list[str]:
    said = _(
        "{file} ({people}): {added} added, {changed} changed, {removed} removed, {unchanged} as they were.",
        **{**_row(merged), "people": ", ".join(merged.annotators)},
    )
    conflicts = [f"  {one.article or merged.file}: {one.reason}" for one in merged.conflicts]
    return [said, *conflicts]
