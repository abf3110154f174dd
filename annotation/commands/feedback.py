"""The command that tells annotators what was decided about their work."""

from pathlib import Path

import click

from annotation.adjudication.feedback import ENDINGS, feedback_row, gather_feedback, write_feedback
from annotation.commands.frame import JSON, answer, reading, show_progress
from annotation.commands.people import people_called
from annotation.i18n import _, ngettext
from annotation.project import Project
from annotation.records import Annotator


@click.command()
@reading
@click.option("--annotator", required=True, help="For whom, by name.")
@click.option("--out", type=click.Path(path_type=Path), help=f"The report: {' or '.join(ENDINGS)}.")
@JSON
def feedback(project: Project, annotator: str, out: Path | None, as_json: bool) -> None:
    """Say what was decided about an annotator's work, how it differs, and why."""
    (id_,) = people_called(project.read, [annotator])
    person = project.read.get(Annotator, id_)
    found = gather_feedback(project.read, person, show_progress(_("Feedback")))
    if out is not None:
        write_feedback(found, out)
    said = ngettext("One decision about the work of {name}, {changed} otherwise than they said.",
                    "{n} decisions about the work of {name}, {changed} otherwise than they said.",
                    len(found.items), name=person.name, changed=len(found.changed))  # fmt: skip
    answer(as_json, {**feedback_row(found), "file": str(out) if out else None}, said)
