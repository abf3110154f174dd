"""The command that measures how far annotators agree."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from annotation.agreement import (
    Choice,
    Finding,
    Material,
    Survey,
    answers,
    chosen_articles,
    day_called,
    measures_called,
    narrowed,
    questions_of,
    read_labelled,
    read_material,
)
from annotation.agreement.by_article import article_rows, titles_in, write_articles
from annotation.agreement.cost import LARGE, WHOLE
from annotation.agreement.intervals import DRAWS
from annotation.agreement.reports import report_of, write_report
from annotation.agreement.survey import Told
from annotation.agreement.table import lines_of, row_of, write_csv
from annotation.agreement.unit_table import write_units
from annotation.commands.frame import JSON, answer, reading, show_progress
from annotation.commands.people import people_called
from annotation.i18n import _
from annotation.operations.blinding import names_in
from annotation.operations.filters import articles_called
from annotation.project import Project, ProjectReader


@click.command()
@reading
@click.option("--layer", "layers", multiple=True, help="Only this layer; may be given several times.")
@click.option("--field", "fields", multiple=True, help="Only this field; may be given several times.")
@click.option("--measure", "measures", multiple=True, help="Only this measure, such as alpha_nominal.")
@click.option("--annotator", "annotators", multiple=True, help="Only these annotators, by name.")
@click.option("--filter", "filter_", help="Only articles of a saved filter, by its name, or of a query.")
@click.option("--overlap", is_flag=True, help="Only articles that were handed out to two or more of them.")
@click.option("--training", is_flag=True, help="What was labelled in rounds of training, too.")
@click.option("--since", default="", help="Only work that ended on this day, month or year, or later.")
@click.option("--until", default="", help="Only work that ended on this day, month or year, or before.")
@click.option("--pairs", is_flag=True, help="Every two annotators by themselves too.")
@click.option(
    "--draws",
    default=DRAWS,
    show_default=True,
    type=click.IntRange(0),
    help="Corpora drawn for an interval; 0 for none.",
)
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write the table to a file, too.")
@click.option("--units", type=click.Path(path_type=Path), help="Write who said what of what, as CSV, too.")
@click.option("--articles", "by", type=click.Path(path_type=Path), help="Write each article's, as CSV, too.")
@click.option("--report", type=click.Path(path_type=Path), help="A report: .html, .pdf, .tex or .csv.")
@JSON
def agreement(
    project: Project,
    layers: tuple[str, ...],
    fields: tuple[str, ...],
    measures: tuple[str, ...],
    pairs: bool,
    draws: int,
    table: Path | None,
    units: Path | None,
    by: Path | None,
    report: Path | None,
    as_json: bool,
    **chosen: Any,
) -> None:
    """Measure how far annotators agree, by layer and field.

    --measure usual takes for each question the one measure that says most about it.
    """
    reader = project.read
    codebook = reader.codebook
    wanted = Survey(
        questions=questions_of(codebook, layers, fields),
        measures=measures_called(measures),
        pairs=pairs,
        draws=max(0, draws),
    )
    people = names_in(reader)
    choice, show = _choice(reader, **chosen), show_progress(_("Agreement"))
    articles = chosen_articles(reader, choice)
    written = units is not None or by is not None or report is not None
    whole = any(name.replace("_", "-") in WHOLE for name in measures)
    if written or whole or len(articles) < LARGE:
        material = read_material(reader, wanted.questions, choice)
        findings = list(answers(material.tables, codebook, wanted, show))
    else:
        material = Material()
        findings = list(_streamed(reader, articles, choice, wanted, show))
    rows = [row_of(finding, people) for finding in findings]
    if table is not None:
        write_csv(rows, table)
    if units is not None:
        write_units(material.tables, people, units)
    if by is not None:
        titles = titles_in(reader, material.ended)
        write_articles(article_rows(material.tables, codebook, titles), by)
    if report is not None:
        write_report(report_of(material, findings, project.path.stem, codebook, people), report)
    nobody = _("No article has the work of two annotators yet.")
    answer(as_json, rows, "\n".join(lines_of(rows)) if articles else nobody)


def _streamed(
    reader: ProjectReader, articles: Sequence[str], choice: Choice, wanted: Survey, show: Told
) -> Iterator[Finding]:
    """The coefficients of a corpus that is too large to be held."""
    labelled = read_labelled(reader, articles, choice.people, training=choice.training)
    names = {entity.id: entity.name for entity in reader.entities()}
    some = narrowed(labelled, choice)
    # NumPy is needed for a large corpus alone, and every command would wait for it.
    from annotation.agreement.streaming import stream  # noqa: PLC0415

    return stream(some, reader.codebook, wanted, names, show, expected=len(articles))


def _choice(
    reader: ProjectReader,
    annotators: Sequence[str],
    filter_: str | None,
    overlap: bool,
    training: bool,
    since: str,
    until: str,
) -> Choice:
    """What is compared, of what the options say. Raises AnnotationError for what there is not."""
    return Choice(
        annotators=people_called(reader, annotators),
        articles=frozenset(articles_called(reader, filter_)) if filter_ else None,
        overlap=overlap,
        training=training,
        since=day_called(since),
        until=day_called(until),
    )
