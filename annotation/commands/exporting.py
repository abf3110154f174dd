"""The command that writes labelled datasets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from annotation.commands.frame import JSON, answer, pair, reading, show_progress
from annotation.exporters import EXPORTERS
from annotation.i18n import _, ngettext
from annotation.operations import OperationError
from annotation.operations.sets import About, SetReport, SetWish, export_set
from annotation.operations.sets.key import write_key
from annotation.operations.sets.presets import find_preset, wish_of
from annotation.operations.splitting import COPIES, GROUPS
from annotation.project import Project
from annotation.records import Shown, Status

_NAMED = 6
"""Files that are named one by one."""

_FILE = click.Path(path_type=Path)


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, in the order in which the help lists them."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


CHOOSING = _options(
    click.option("--set", "set_", help="gold, all, or “annotator NAME”.  [default: all]"),
    click.argument("name", required=False),
    click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status])),
    click.option("--suggestions/--no-suggestions", default=None,
                 help="Also those that nobody decided about, or none.  [default: as --status says]"),
    click.option("--layer", "layers", multiple=True, help="Only this layer; may be given several times."),
    click.option("--filter", "--query", "filter_",
                 help="Only articles of a saved filter, by its name, or of a query."),
)  # fmt: skip
DIVIDING = _options(
    click.option("--split", help="Shares for train, dev and test, such as 80/10/10."),
    click.option("--folds", type=int, help="Parts for cross-validation; with --split the test set is apart."),
    click.option("--seed", type=int, help="Another number, another division.  [default: 1]"),
    click.option("--stratify", multiple=True, metavar="KEY",
                 help="Alike in outlet, lang, year, section, labels or labels.LAYER; may be repeated."),
    click.option("--group", "groups", multiple=True, type=click.Choice(GROUPS),
                 help="What stays in one part: copies always do, all of an outlet’s day, all of an outlet."),
)  # fmt: skip
COVERING = _options(
    click.option("--anonymise", is_flag=True, default=None, help="Pseudonyms for annotators, everywhere."),
    click.option("--key", type=_FILE, help="Write which pseudonym stands for whom, to a file of its own."),
    click.option("--no-texts", is_flag=True, help="Leave the texts out; positions and hashes stay."),
    click.option("--quotes", is_flag=True, help="With --no-texts: keep the words that records mark."),
    click.option("--provenance/--no-provenance", default=None,
                 help="Whether it is told where labels come from.  [default: it is]"),
)  # fmt: skip
DESCRIBING = _options(
    click.option("--manifest", is_flag=True, default=None,
                 help="Choices, command and checksums in manifest.json."),
    click.option("--card", is_flag=True, default=None, help="A dataset card in README.md."),
    click.option("--croissant", is_flag=True, default=None,
                 help="Metadata for catalogues in croissant.json."),
    click.option("--agreement/--no-agreement", default=None,
                 help="Whether the card tells of agreement.  [default: where that takes seconds]"),
    click.option("--title", help="Of the dataset.  [default: the project’s name]"),
    click.option("--description", help="What the dataset is, in a sentence or two."),
    click.option("--licence", "--license", "licence", help="Such as CC-BY-4.0."),
    click.option("--creator", "creators", multiple=True, help="Who made it; may be given several times."),
    click.option("--url", help="Where the dataset is to be found."),
    click.option("--dataset-version", "version", help="Such as 1.0.0."),
)  # fmt: skip


@click.command()
@reading
@click.option("--format", "format_", type=click.Choice(list(EXPORTERS.names)))
@click.option("--out", required=True, type=_FILE, help="A folder, or a file for one-file formats.")
@click.option("--preset", help="Begin with a preset, by its name: other options change it.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Of the format's own options.")
@CHOOSING
@DIVIDING
@COVERING
@DESCRIBING
@click.option("--dry-run", is_flag=True, help="Write nothing: say what would be written, and what lost.")
@JSON
def export(project: Project, out: Path, preset: str | None, key: Path | None, dry_run: bool, as_json: bool,
           **given: Any) -> None:  # fmt: skip
    """Write a labelled dataset."""
    wish = _wish(find_preset(preset) if preset else None, given)
    if key is not None and not wish.anonymise:
        raise OperationError("A key belongs to pseudonyms: give --anonymise, too.")
    report = export_set(project, wish, out, show_progress(_("Export")), keep=not dry_run)
    if key is not None and not dry_run:
        write_key(project.read, key)
    document = _document(report)
    answer(as_json, document, "\n".join(_sentences(report, dry_run)))


def _wish(base: SetWish | None, given: dict[str, Any]) -> SetWish:
    """What a preset wishes, changed by what is given."""
    if base is None and not given["format_"]:
        raise click.UsageError(_("Name a format with --format, or a preset with --preset."))
    changes: dict[str, Any] = {
        "format": given["format_"],
        "annotator": _whose(given["set_"], given["name"]),
        "statuses": frozenset(map(Status, given["statuses"])),
        "suggestions": given["suggestions"],
        "layers": given["layers"],
        "filter": given["filter_"],
        "options": _options_of(
            base, given["format_"], dict(pair(one, "--option") for one in given["options"])
        ),
        "shown": _shown(given["no_texts"], given["quotes"]),
        **{name: given[name] for name in ("anonymise", "provenance", "manifest", "card", "croissant")},
        "agreement": given["agreement"],
    }
    division = {
        "shares": given["split"],
        "folds": given["folds"],
        "seed": given["seed"],
        "stratify": given["stratify"],
        "groups": (COPIES, *(one for one in given["groups"] if one != COPIES)) if given["groups"] else None,
    }
    about = {name: given[name] for name in About.__dataclass_fields__}
    return wish_of(base or SetWish(), changes, division, about)


def _options_of(base: SetWish | None, format_: str | None, given: dict[str, str]) -> dict[str, str]:
    """The options of a preset's format, unless another format is given, and those that are given."""
    kept = base.options if base and format_ in (None, base.format) else {}
    return {**kept, **given}


def _shown(no_texts: bool, quotes: bool) -> Shown | None:
    """How much of the texts is shown; None where nothing is said of it."""
    if not no_texts:
        if quotes:
            raise OperationError("Quotes are there with the texts: give --quotes with --no-texts.")
        return None
    return Shown.QUOTES if quotes else Shown.NOTHING


def _document(report: SetReport) -> dict[str, Any]:
    document: dict[str, Any] = {
        "articles": report.articles,
        "annotations": report.annotations,
        "files": [str(path) for path in report.files],
        "losses": [{"what": one.what, "count": one.count, "done": one.done} for one in report.losses],
    }
    if report.parts is not None:
        document["parts"] = dict(report.parts)
        document["groups"] = {"number": report.groups, "largest": report.largest}
    return document


def _sentences(report: SetReport, dry_run: bool) -> Sequence[str]:
    """What is told of it: a sentence, the parts, and what is lost."""
    files = _said(report.files)
    counts = {"articles": report.articles, "annotations": report.annotations, "files": files}
    wrote = (
        _("Would write {articles} articles with {annotations} annotations: {files}", **counts)
        if dry_run
        else _("Wrote {articles} articles with {annotations} annotations: {files}", **counts)
    )
    parts = ", ".join(f"{name} {number}" for name, number in (report.parts or {}).items())
    losses = [f"{one.what}: {one.count}. {one.done}" for one in report.losses]
    return [wrote, *([_("Articles of the parts: {parts}", parts=parts)] if parts else []), *losses]


def _said(files: Sequence[Path]) -> str:
    """The files by name; of many the first ones, and how many more there are."""
    if len(files) <= _NAMED:
        return ", ".join(map(str, files))
    first = ", ".join(map(str, files[: _NAMED - 1]))
    more = len(files) - _NAMED + 1
    return ngettext("{files} and one more file", "{files} and {n} more files", more, files=first)


def _whose(set_: str | None, name: str | None) -> str | None:
    """The annotator meant by `--set gold`, `--set all`, `--set annotator NAME`, `--set "annotator NAME"`."""
    first, _space, rest = (set_ or "").partition(" ")
    if first != "annotator":
        return set_
    if not (rest or name):
        raise OperationError("Name the annotator: --set annotator NAME.")
    return rest or str(name)
