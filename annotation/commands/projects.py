"""Commands about a project as a whole: make it, say what it holds, check it, copy it."""

import sys
from pathlib import Path

import click

from annotation.commands.codebooks import read_codebook
from annotation.commands.frame import JSON, PROJECT, answer, reading, show_progress
from annotation.i18n import _, ngettext
from annotation.project import Project, create_project, open_project


@click.command()
@PROJECT
@click.option(
    "--codebook", type=click.Path(path_type=Path), help="A codebook in TOML; the default one if left out."
)
def new(project: Path, codebook: Path | None) -> None:
    """Make a new, empty project."""
    create_project(project, read_codebook(codebook) if codebook else None).close()
    click.echo(_("Made {path}.", path=project))


@click.command()
@reading
@JSON
def info(project: Project, as_json: bool) -> None:
    """Say what a project holds."""
    codebook = project.read.codebook
    document = {
        "articles": project.read.count_articles(),
        "annotators": [person.name for person in project.read.annotators().values()],
        "annotations": project.read.counts(),
        "schema": project.schema,
        "codebook": f"{codebook.id} {codebook.version}",
    }
    lines = [ngettext("One article", "{n} articles", int(project.read.count_articles()))]
    for layer, counts in project.read.counts().items():
        lines.append(f"{layer}: " + ", ".join(f"{status} {n}" for status, n in counts.items()))
    lines.append(
        _("Codebook {codebook}, schema {schema}", codebook=document["codebook"], schema=project.schema)
    )
    answer(as_json, document, "\n".join(lines))


@click.command()
@PROJECT
@click.option("--rebuild", is_flag=True, help="First make the indexes anew from the records.")
@JSON
def check(project: Path, rebuild: bool, as_json: bool) -> None:
    """Look for damage: in the file, the texts, the offsets, the references, the indexes."""
    with open_project(project, read_only=not rebuild) as opened:
        if rebuild:
            opened.rebuild_indexes()
        found = opened.check(show_progress(_("Check")))
    problems = [{"kind": one.kind, "where": one.where, "what": str(one.what)} for one in found]
    lines = [f"{row['kind']} {row['where']}: {row['what']}" for row in problems]
    answer(as_json, {"ok": not problems, "problems": problems}, "\n".join(lines) or _("No problems found."))
    if problems:
        sys.exit(1)


@click.command()
@reading
@click.option("--out", required=True, type=click.Path(path_type=Path))
def backup(project: Project, out: Path) -> None:
    """Write a whole copy of a project, also while it is open elsewhere."""
    project.back_up(out)
    click.echo(_("Wrote {path}.", path=out))
