"""The command that writes labelled datasets."""

from collections.abc import Mapping
from pathlib import Path

import click

from annotation.commands.frame import JSON, answer, reading, show_progress
from annotation.exporters import EXPORTERS
from annotation.i18n import _
from annotation.operations import OperationError, export_project, part_of, split_articles
from annotation.operations.filters import articles_called
from annotation.project import Project, ProjectReader
from annotation.project.selection import ALL, Selection
from annotation.records import Status


@click.command()
@reading
@click.option("--format", "format_", required=True, type=click.Choice(list(EXPORTERS.names)))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A folder, or a file for one-file formats."
)
@click.option(
    "--set", "set_", nargs=1, default=ALL, show_default=True, help="gold, all, or “annotator NAME”."
)
@click.argument("name", required=False)
@click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status]))
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Of the format's own options.")
@click.option("--split", help="Shares for train, dev and test, such as 80/10/10.")
@click.option("--seed", default=1, show_default=True, type=int)
@click.option("--filter", "filter_", help="Only articles of a saved filter, by its name, or of a query.")
@JSON
def export(project: Project, format_: str, out: Path, set_: str, name: str | None, statuses: tuple[str, ...],
           options: tuple[str, ...], split: str | None, seed: int, filter_: str | None,
           as_json: bool) -> None:  # fmt: skip
    """Write a labelled dataset."""
    whose = _whose(set_, name)
    chosen = frozenset(map(Status, statuses)) or frozenset(Status)
    parts = _parts(project.read, split, seed, filter_)
    reports = [
        export_project(
            project.read,
            format_,
            part_of(EXPORTERS[format_], out, part) if part else out,
            Selection(annotator=whose, statuses=chosen, articles=articles),
            show_progress(_("Export")),
            dict(map(_pair, options)),
        )
        for part, articles in parts.items()
    ]
    files = [str(path) for report in reports for path in report.files]
    document = {
        "articles": sum(report.articles for report in reports),
        "annotations": sum(report.annotations for report in reports),
        "files": files,
        "losses": [
            {"what": loss.what, "count": loss.count, "done": loss.done} for r in reports for loss in r.losses
        ],
    }
    answer(as_json, document, _("Wrote {articles} articles with {annotations} annotations: {files}",
                                 articles=document["articles"], annotations=document["annotations"],
                                 files=", ".join(files)))  # fmt: skip


def _parts(
    reader: ProjectReader, split: str | None, seed: int, filter_: str | None
) -> Mapping[str, frozenset[str] | None]:
    """{name of a part: ids of its articles, None for all}; "" where nothing is split."""
    chosen = frozenset(articles_called(reader, filter_)) if filter_ else None
    if not split:
        return {"": chosen}
    parts = split_articles(reader, split, seed)
    return {name: ids if chosen is None else ids & chosen for name, ids in parts.items()}


def _pair(option: str) -> tuple[str, str]:
    """The name and the value of `--option NAME=VALUE`."""
    name, equals, value = option.partition("=")
    if not equals:
        raise OperationError("Write --option as NAME=VALUE, not “{option}”.", option=option)
    return name.strip(), value.strip()


def _whose(set_: str, name: str | None) -> str:
    """The annotator meant by `--set gold`, `--set all`, `--set annotator NAME`, `--set "annotator NAME"`."""
    first, _space, rest = set_.partition(" ")
    if first != "annotator":
        return set_
    if not (rest or name):
        raise OperationError("Name the annotator: --set annotator NAME.")
    return rest or str(name)
