"""The command that decides automatically what a strategy can decide."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from annotation.adjudication import (
    STRATEGIES,
    Merge,
    Proposal,
    Terms,
    Ties,
    articles_to_merge,
    learn_trust,
    merging_steps,
)
from annotation.codebook import Codebook
from annotation.commands.frame import JSON, PROJECT, answer, show_progress
from annotation.commands.people import people_called
from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project import Project, ProjectReader, open_project
from annotation.records import MACHINE


class WrongTerms(AnnotationError):
    """What was asked of a strategy does not fit it."""


@click.command()
@PROJECT
@click.option("--strategy", "name", required=True, help="unanimous, majority, annotator, gold-model.")
@click.option("--share", default=0.5, show_default=True, help="The least share of votes, 0.5 to 1.")
@click.option(
    "--presence",
    default=0.5,
    show_default=True,
    help="Of those who read the article, the share whose record is enough, 0 to 0.5 (more than half).",
)
@click.option(
    "--ties",
    type=click.Choice([ties.value for ties in Ties]),
    default=Ties.FIELD.value,
    show_default=True,
    help="Where there is a tie: keep the field open alone, leave the record open, or take an answer.",
)
@click.option("--annotator", default="", help="Whom the strategy “annotator” follows.")
@click.option("--layer", default=None, help="Only this layer.")
@click.option("--reviewer", default="", help="Whose decisions they are; the machine's if left out.")
@click.option("--dry-run", is_flag=True, help="Only count what would be decided.")
@JSON
def adjudicate(
    project: Path,
    name: str,
    share: float,
    presence: float,
    ties: str,
    annotator: str,
    layer: str | None,
    reviewer: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Decide what a strategy can decide; the rest stays open for people."""
    with open_project(project, read_only=dry_run) as opened:
        terms = Terms(share=share, presence=presence, ties=Ties(ties), annotator=annotator)
        merge = _merge(opened.read, name, terms, layer)
        counts = sum(_decided(opened, merge, reviewer, dry_run), Counter[str]())
    numbers = {key: counts[key] for key in ("clusters", "decided", "partly", "settled", "open")}
    document: dict[str, Any] = {"strategy": name, **numbers, "dry_run": dry_run}
    said = _("{decided} of {clusters} decided now, {settled} were already, {open} stay open.", **document)
    if counts["partly"]:
        said += " " + ngettext(
            "Of one of these all but a tied field is decided.",
            "Of {n} of these all but tied fields is decided.",
            counts["partly"],
        )
    answer(as_json, document, said)


def _merge(reader: ProjectReader, name: str, terms: Terms, layer: str | None) -> Merge:
    """What is asked for, checked, with the annotator by id and with whom to trust."""
    if name not in STRATEGIES:
        known = ", ".join(STRATEGIES.names)
        raise WrongTerms("There is no strategy “{name}”: choose one of {known}.", name=name, known=known)
    strategy = STRATEGIES[name]
    if not 0.5 <= terms.share <= 1:
        raise WrongTerms("A share of votes lies between 0.5 and 1, not at {share}.", share=terms.share)
    if not 0 <= terms.presence <= 0.5:
        raise WrongTerms("A share of records lies between 0 and 0.5, not at {share}.", share=terms.presence)
    if "annotator" in strategy.needs and not terms.annotator:
        raise WrongTerms("Say whom to follow: --annotator NAME.")
    _check_layer(reader.codebook, layer)
    followed = people_called(reader, [terms.annotator])[0] if terms.annotator else ""
    bare = Merge(strategy=strategy, terms=replace(terms, annotator=followed), layer=layer)
    return replace(bare, terms=replace(bare.terms, trust=learn_trust(reader, bare)))


def _check_layer(codebook: Codebook, layer: str | None) -> None:
    if layer is not None and codebook.layer(layer) is None:
        known = ", ".join(one.id for one in codebook.layers)
        raise WrongTerms("There is no layer “{name}”: choose one of {known}.", name=layer, known=known)


def _decided(project: Project, merge: Merge, reviewer: str, dry_run: bool) -> Iterator[Counter[str]]:
    """Each article's proposal, carried out unless it is only to be counted."""
    show = show_progress(_("Adjudication"))
    articles = project.ask(articles_to_merge)
    actor = people_called(project.read, [reviewer])[0] if reviewer else MACHINE.id
    done = 0
    for proposals, step in merging_steps(project.ask, articles, merge, actor):
        if step is not None and not dry_run:
            project.apply(step)
        done += len(proposals)
        show(done, len(articles))
        yield from map(_counted, proposals)


def _counted(proposal: Proposal) -> Counter[str]:
    """What is counted of one article's proposal."""
    return Counter(
        clusters=proposal.clusters,
        decided=len(proposal.drafts) - proposal.partly,
        partly=proposal.partly,
        settled=proposal.settled,
        open=proposal.open,
    )
