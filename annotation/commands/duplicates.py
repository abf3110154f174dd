"""The command that finds and marks the copies of articles."""

import time
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, PROJECT, answer, show_progress
from annotation.duplicates import THRESHOLD
from annotation.i18n import _, ngettext
from annotation.operations.duplicates import Copies, MarkCopies, find_copies
from annotation.project import open_project
from annotation.project.duplicates import CopyGroup, describe_groups, grouped_ids


@click.command()
@PROJECT
@click.option(
    "--threshold",
    default=THRESHOLD,
    show_default=True,
    type=float,
    help="The share of the shorter article that has to stand in the other.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be marked.")
@click.option("--pairs", is_flag=True, help="With --json, list every pair that was found as well.")
@JSON
def duplicates(project: Path, threshold: float, dry_run: bool, pairs: bool, as_json: bool) -> None:
    """Find the articles that are copies of each other, whatever their dates, and mark them.

    Nothing is deleted: each group has an article that stands for it, the earliest, of one day the longest.
    What people said about copies in the window holds.
    """
    started = time.perf_counter()
    with open_project(project, read_only=dry_run) as opened:
        found = find_copies(opened, threshold, show_progress(_("Comparing articles")))
        before = opened.ask(grouped_ids)
        groups = opened.ask(lambda reader: describe_groups(reader, [one.articles for one in found.groups]))
        if not dry_run:
            opened.apply(MarkCopies(groups=[group.articles for group in found.groups]))
    document = _document(found, groups, time.perf_counter() - started)
    document["released"] = len(before.keys() - {id_ for one in found.groups for id_ in one.articles})
    document["marked"] = not dry_run
    if pairs:
        document["pairs"] = [[one, other, round(alike, 4)] for one, other, alike in found.every_pair()]
    answer(as_json, document, _sentences(found, groups, dry_run=dry_run))


def _document(found: Copies, groups: list[CopyGroup], seconds: float) -> dict[str, Any]:
    return {
        "articles": found.articles,
        "copies": found.copies,
        "exact": found.exact,
        "near": len(found.pairs),
        "threshold": found.threshold,
        "seconds": round(seconds, 3),
        "groups": [
            {
                "representative": shown.representative.id,
                "gap": shown.gap,
                "outlets": list(shown.outlets),
                "articles": [
                    {"id": one.id, "title": one.title, "outlet": one.outlet or None,
                     "published": one.published or None, "containment": round(alike, 4)}
                    for one, alike in zip(shown.articles, group.alike, strict=True)
                ],
            }
            for shown, group in zip(groups, found.groups, strict=True)
        ],
    }  # fmt: skip


def _sentences(found: Copies, groups: list[CopyGroup], *, dry_run: bool) -> str:
    if not groups:
        return _("No article is a copy of another one.")
    copies = ngettext("one copy", "{number} copies", found.copies, number=found.copies)
    head = (
        ngettext(
            "{copies} in one group would be marked.",
            "{copies} in {n} groups would be marked.",
            len(groups),
            copies=copies,
        )
        if dry_run
        else ngettext(
            "Marked {copies} in one group.", "Marked {copies} in {n} groups.", len(groups), copies=copies
        )
    )
    return "\n".join([head, *(line for group in groups for line in _lines(group))])


def _lines(group: CopyGroup) -> list[str]:
    """A group as people read it: what stands for it, then its copies."""
    known = ((one, (one.outlet, one.published[:10], one.title)) for one in group.articles)
    lines = [f"{one.id}  {' · '.join(filter(None, parts))}" for one, parts in known]
    return [lines[0], *(f"  {line}" for line in lines[1:])]
