"""The command line that writes the same set again."""

from collections.abc import Iterator
from pathlib import Path

from annotation.operations.sets.wish import SetWish
from annotation.operations.splitting import COPIES, Division
from annotation.project.selection import ALL
from annotation.records import GOLD, Shown, Status


def command_words(project: Path, out: Path, wish: SetWish) -> list[str]:
    """The words of the command, to be quoted for a shell; what is as usual is not said."""
    return ["selon", "export", str(project), "--format", wish.format, "--out", str(out), *_chosen(wish),
            *_divided(wish.division), *_covered(wish), *_described(wish)]  # fmt: skip


def _chosen(wish: SetWish) -> Iterator[str]:
    whose = wish.annotator
    yield from ("--set", whose if whose in (ALL, GOLD.name) else f"annotator {whose}")
    statuses = wish.statuses or frozenset({Status.SUGGESTED})  # of which --suggestions says more
    if statuses != frozenset(Status):
        for status in Status:
            yield from ("--status", status.value) if status in statuses else ()
    if wish.suggestions is not None:
        yield "--suggestions" if wish.suggestions else "--no-suggestions"
    for layer in wish.layers:
        yield from ("--layer", layer)
    if wish.filter:
        yield from ("--filter", wish.filter)
    for name, value in wish.options.items():
        yield from ("--option", f"{name}={value}")


def _divided(division: Division) -> Iterator[str]:
    if not division:
        return
    if division.shares:
        yield from ("--split", division.shares)
    if division.folds:
        yield from ("--folds", str(division.folds))
    yield from ("--seed", str(division.seed))
    for key in division.stratify:
        yield from ("--stratify", key)
    for kind in division.groups:
        yield from ("--group", kind) if kind != COPIES else ()


def _covered(wish: SetWish) -> Iterator[str]:
    if wish.anonymise:
        yield "--anonymise"
    if wish.shown is not Shown.WHOLE:
        yield "--no-texts"
    if wish.shown is Shown.QUOTES:
        yield "--quotes"
    if not wish.provenance:
        yield "--no-provenance"


def _described(wish: SetWish) -> Iterator[str]:
    for name in ("manifest", "card", "croissant"):
        if getattr(wish, name):
            yield f"--{name}"
    if wish.agreement is not None:
        yield "--agreement" if wish.agreement else "--no-agreement"
    about = wish.about
    for name in ("title", "description", "licence", "url", "version"):
        if value := getattr(about, name):
            yield from (f"--{name}" if name != "version" else "--dataset-version", value)
    for creator in about.creators:
        yield from ("--creator", creator)
