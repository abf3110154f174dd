"""The command that measures how far annotators agree."""

from pathlib import Path

import click

from annotation.agreement import Survey, measures_called, questions_of, read_labelled, survey
from annotation.agreement.intervals import DRAWS
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
    articles = [row.id for row in reader.reviewable()]
    names = {entity.id: entity.name for entity in reader.entities()}
    people = {one.id: one.name for one in reader.annotators().values()}
    labelled = read_labelled(reader, articles, chosen)
    found = survey(labelled, reader.codebook, wanted, names, show_progress(_("Agreement")))
    rows = [row_of(finding, people) for finding in found]
    if table is not None:
        write_csv(rows, table)
    nobody = _("No article has the work of two annotators yet.")
    answer(as_json, rows, "\n".join(lines_of(rows)) if articles else nobody)
