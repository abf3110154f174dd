"""The command that measures how far annotators agree."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from annotation.agreement import (
    Finding,
    Survey,
    measures_called,
    questions_of,
    read_labelled,
    survey,
)
from annotation.agreement.intervals import DRAWS
from annotation.agreement.reports import make_report, write_report
from annotation.agreement.table import lines_of, row_of, write_csv
from annotation.commands.frame import JSON, answer, reading, show_progress
from annotation.commands.people import people_called
from annotation.i18n import _
from annotation.project import Project


@click.command()
@reading
@click.option("--layer", "layers", multiple=True, help="Only this layer; may be given several times.")
@click.option("--field", "fields", multiple=True, help="Only this field; may be given several times.")
@click.option("--measure", "measures", multiple=True, help="Only this measure, such as alpha_nominal.")
@click.option("--annotator", "annotators", multiple=True, help="Only these annotators, by name.")
@click.option("--pairs", is_flag=True, help="Every two annotators by themselves too.")
@click.option("--draws", default=DRAWS, show_default=True, help="Corpora drawn for an interval; 0 for none.")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write the table to a file, too.")
@click.option("--report", type=click.Path(path_type=Path), help="A report: .html, .pdf, .tex or .csv.")
@JSON
def agreement(
    project: Project,
    layers: tuple[str, ...],
    fields: tuple[str, ...],
    measures: tuple[str, ...],
    annotators: tuple[str, ...],
    pairs: bool,
    draws: int,
    table: Path | None,
    report: Path | None,
    as_json: bool,
) -> None:
    """Measure how far annotators agree, by layer and field."""
    reader = project.read
    wanted = Survey(
        questions=questions_of(reader.codebook, layers, fields),
        measures=measures_called(measures),
        pairs=pairs,
        draws=max(0, draws),
    )
    chosen = people_called(reader, annotators) or None
    people = {one.id: one.name for one in reader.annotators().values()}
    rows = [row_of(finding, people) for finding in _findings(project, wanted, chosen, report)]
    if table is not None:
        write_csv(rows, table)
    nobody = _("No article has the work of two annotators yet.")
    answer(as_json, rows, "\n".join(lines_of(rows)) if reader.reviewable() else nobody)


def _findings(
    project: Project, wanted: Survey, annotators: Sequence[str] | None, report: Path | None
) -> Iterable[Finding]:
    """The coefficients alone, or those of a report, which is written."""
    reader, told = project.read, show_progress(_("Agreement"))
    if report is not None:
        made = make_report(reader, project.path.stem, wanted, annotators, told)
        write_report(made, report)
        return made.findings
    names = {entity.id: entity.name for entity in reader.entities()}
    labelled = read_labelled(reader, [row.id for row in reader.reviewable()], annotators)
    return survey(labelled, reader.codebook, wanted, names, told)
