"""The command that makes work double-blind, or lifts that."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotation.commands.frame import JSON, PROJECT, answer
from annotation.i18n import _
from annotation.operations import OperationError, PutAnnotator, Together
from annotation.operations.blinding import SetBlinding, blinding_in
from annotation.operations.people import person_called
from annotation.project import Operation, ProjectReader, open_project
from annotation.records import Annotator, new_id
from annotation.records.blinding import Blinding

REVIEWERS = click.option(
    "--reviewer", "reviewers", multiple=True, help="Who reviews, several times; somebody new is added."
)


@click.command()
@PROJECT
@REVIEWERS
@click.option("--lift", is_flag=True, help="Let everybody see everything again.")
@JSON
def blind(project: Path, reviewers: tuple[str, ...], lift: bool, as_json: bool) -> None:
    """Make work double-blind, lift that, or say whether it is.

    Annotators then see only their own work in the window, reviewers see letters in place of names. With
    neither --reviewer nor --lift nothing is changed.
    """
    if lift and reviewers:
        raise OperationError("Choose one of --reviewer and --lift.")
    with open_project(project, read_only=not (lift or reviewers)) as opened:
        if reviewers:
            operations = blinding_by(opened.read, reviewers)
            opened.apply(Together(operations=tuple(operations), title=operations[-1].title))
        elif lift:
            opened.apply(SetBlinding(blinding=None))
        blinding = blinding_in(opened.read)
        names = _names(opened.read, blinding.reviewers) if blinding else []
    said = (
        _("Work is double-blind; reviewers: {names}.", names=", ".join(names) or "–")
        if blinding
        else _("Work is not double-blind.")
    )
    answer(as_json, {"double_blind": blinding is not None, "reviewers": names}, said)


def blinding_by(reader: ProjectReader, reviewers: Sequence[str]) -> list[Operation]:
    """What makes work double-blind with the reviewers of these names; nothing where it is and none are named.

    Who is not in the project yet comes into it.
    """
    if not reviewers and blinding_in(reader) is not None:
        return []
    people = {name: person_called(reader, name) for name in reviewers}
    new = [Annotator(id=new_id(), name=name) for name, found in people.items() if found is None]
    chosen = (*(one.id for one in people.values() if one), *(one.id for one in new))
    return [*(PutAnnotator(annotator=one) for one in new), SetBlinding(blinding=Blinding(reviewers=chosen))]


def _names(reader: ProjectReader, ids: Sequence[str]) -> list[str]:
    people = reader.annotators()
    return [people[id_].name for id_ in ids if id_ in people]
