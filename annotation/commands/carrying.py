"""The command that carries labels over to the copies of articles."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, PROJECT, answer, show_progress
from annotation.commands.people import people_called
from annotation.i18n import _, ngettext
from annotation.operations.carrying import Carriage, CarryLabels, foresee_carrying, plan_carrying
from annotation.project import Door, ProjectReader, open_project

_MOST = 20
"""Labels that are named of those that are not carried."""


@click.command()
@PROJECT
@click.option("--annotator", required=True, metavar="NAME", help="Whose labels are carried.")
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ID",
    help="Carry those of this article to its copies; may be repeated. Else of one article of each group.",
)
@click.option("--suggested", is_flag=True, help="Carry suggestions, which somebody has to accept.")
@click.option("--dry-run", is_flag=True, help="Only say what would be carried.")
@JSON
def carry(
    project: Path, annotator: str, articles: tuple[str, ...], suggested: bool, dry_run: bool, as_json: bool
) -> None:
    """Give the copies of articles the labels that the articles have, where their words are the same.

    Of each group of copies, the labels are those in the article that stands for it; if the annotator labelled
    only others, those in the one with most. What was decided in a copy stays as it is. It is one step, and
    doing it again adds only what is new.
    """
    with open_project(project, read_only=dry_run) as opened:
        actor = opened.ask(lambda reader: people_called(reader, [annotator]))[0]
        plan = opened.ask(lambda reader: plan_carrying(reader, actor, articles))
        found = list(_foresee(opened, plan, actor, suggested=suggested))
        wanted = _worth(found)
        if wanted and not dry_run:
            opened.apply(CarryLabels(copies=wanted, actor=actor, suggested=suggested))
    document = {"annotator": annotator, "suggested": suggested, "done": bool(wanted) and not dry_run}
    answer(as_json, document | _document(found), _sentences(found, done=not dry_run))


def _foresee(
    door: Door, plan: Mapping[str, Sequence[str]], actor: str, *, suggested: bool
) -> Iterator[Carriage]:
    progress = show_progress(_("Comparing articles"))

    def foresee(reader: ProjectReader, source: str) -> list[Carriage]:
        return list(foresee_carrying(reader, source, plan[source], actor, suggested=suggested))

    for done, source in enumerate(plan):
        progress(done, len(plan))
        yield from door.ask(partial(foresee, source=source))
    progress(len(plan), len(plan))


def _worth(found: Iterable[Carriage]) -> dict[str, list[str]]:
    """Those copies that get something, by the article that they get it from."""
    copies: dict[str, list[str]] = {}
    for one in found:
        if one.new:
            copies.setdefault(one.source, []).append(one.copy)
    return copies


def _document(found: Sequence[Carriage]) -> dict[str, Any]:
    return {
        "carried": sum(len(one.new) for one in found),
        "already": sum(one.already for one in found),
        "not_carried": sum(len(one.kept) for one in found),
        "references_left_out": sum(one.loose for one in found),
        "copies": [
            {
                "article": one.copy,
                "from": one.source,
                "new": [{"id": record.id, "layer": record.layer} for record in one.new],
                "already": one.already,
                "references_left_out": one.loose,
                "not_carried": [
                    {"id": kept.record, "layer": kept.layer, "words": kept.words, "reason": str(kept.reason)}
                    for kept in one.kept
                ],
            }
            for one in found
        ],
    }


def _sentences(found: Sequence[Carriage], *, done: bool) -> str:
    """What is carried, and for each copy what is not, and why."""
    if not found:
        return _("There is nothing to carry: no article that has copies bears labels of theirs.")
    lines = [_head(found, done=done)]
    if already := sum(one.already for one in found):
        there = ngettext("one is there already", "{n} are there already", already)
        lines.append(f"  {there}")
    if loose := sum(one.loose for one in found):
        lines.append(
            "  " + ngettext("one reference left out", "{number} references left out", loose, number=loose)
        )
    reasons = Counter(str(kept.reason) for one in found for kept in one.kept)
    for reason, number in reasons.most_common():
        lines.append("  " + ngettext("one is not carried: {reason}", "{n} are not carried: {reason}", number,
                                     reason=reason))  # fmt: skip
    every = [f"{one.copy}  “{kept.words}” — {kept.reason}" for one in found for kept in one.kept]
    lines += every[:_MOST]
    if rest := len(every) - _MOST if len(every) > _MOST else 0:
        lines.append(ngettext("… and one more: see --json", "… and {n} more: see --json", rest))
    return "\n".join(lines)


def _head(found: Sequence[Carriage], *, done: bool) -> str:
    number = sum(len(one.new) for one in found)
    copies = sum(1 for one in found if one.new)
    to = ngettext("one copy", "{number} copies", copies, number=copies)
    if done:
        return ngettext(
            "Carried one label to {copies}.", "Carried {n} labels to {copies}.", number, copies=to
        )
    return ngettext(
        "One label would be carried to {copies}.",
        "{n} labels would be carried to {copies}.",
        number,
        copies=to,
    )
