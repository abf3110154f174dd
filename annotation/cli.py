"""The command line: the same operations as the window, no display needed.

Exit code 0 only on success; an error is one plain sentence on stderr; `--json` prints one JSON document.
"""

import functools
import json
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from annotation import i18n
from annotation.codebook import Draft, load_codebook
from annotation.codebook.moving import moves_of_words, read_moves
from annotation.detectors import DETECTORS, DetectionCluster, DetectionPool, workers_for_run
from annotation.errors import AnnotationError
from annotation.exporters import EXPORTERS
from annotation.i18n import _, ngettext
from annotation.importers import IMPORTERS, Skipped
from annotation.operations import (
    ApplyCodebook,
    OperationError,
    choices_of,
    export_project,
    import_files,
    part_of,
    split_articles,
)
from annotation.operations.codebooks import foresee
from annotation.operations.demonstration import demonstrate
from annotation.operations.detecting import DetectionReport, detect_articles
from annotation.operations.entity_table import exchange_entities
from annotation.operations.recognising import AUTO
from annotation.project import HIGHLIGHT, Project, create_project, open_project
from annotation.project.selection import ALL, Selection
from annotation.records import Article, Status

PROJECT = click.argument("project", type=click.Path(path_type=Path))
DETECTOR = click.Choice(list(DETECTORS.names))
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
Command = Callable[..., Any]


def _version() -> str:
    try:
        return version("selon")
    except PackageNotFoundError:
        return "0 (not installed)"


class Explained(click.Group):
    """A group of commands whose expected errors are one sentence on stderr and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except AnnotationError as error:
            click.echo(_("Error: {sentence}", sentence=error), err=True)
            ctx.exit(1)


@click.group(cls=Explained, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), prog_name="selon")
def cli() -> None:
    """Selon: tag sources and stances in news articles.

    `selon [PROJECT]` opens the window; the commands below need no display.
    """
    i18n.use_language(i18n.preferred_language())


def reading(command: Command) -> Command:
    """Open the project named first read-only for the command, and close it after."""
    return _with_project(command, read_only=True)


def writing(command: Command) -> Command:
    """Open the project named first for writing for the command, and close it after."""
    return _with_project(command, read_only=False)


def _with_project(command: Command, read_only: bool) -> Command:
    @PROJECT
    @functools.wraps(command)
    def run(project: Path, **options: Any) -> Any:
        with open_project(project, read_only=read_only) as opened:
            return command(opened, **options)

    return run


def _answer(as_json: bool, document: Any, sentence: str) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=1) if as_json else sentence
    click.echo(text.encode("utf-8", "replace").decode("utf-8"))


def _progress(text: str) -> Callable[[int, int], None]:
    """A line on stderr that counts up while somebody watches."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{text} {done}/{total}", err=True, nl=done >= total)

    return show


@cli.command()
@PROJECT
@click.option(
    "--codebook", type=click.Path(path_type=Path), help="A codebook in TOML; the default one if left out."
)
def new(project: Path, codebook: Path | None) -> None:
    """Make a new, empty project."""
    create_project(project, _read_codebook(codebook) if codebook else None).close()
    click.echo(_("Made {path}.", path=project))


def _read_codebook(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OperationError(
            "The codebook “{path}” cannot be read ({reason}).", path=path, reason=error
        ) from error


@cli.command("import")
@writing
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", default=AUTO, type=click.Choice([AUTO, *IMPORTERS.names]), show_default=True
)
@click.option("--encoding", default="", help="Of text files that are not UTF-8, such as cp1252; or “guess”.")
@click.option("-r", "--recursive", is_flag=True, help="Take all files of folders.")
@JSON
def import_(
    project: Project,
    files: tuple[Path, ...],
    format_: str,
    encoding: str,
    recursive: bool,
    as_json: bool,
) -> None:
    """Bring in files of articles."""
    report = import_files(project, files, format_, recursive, _progress(_("Import")), encoding)
    document = {
        "imported": len(report.articles),
        "annotations": report.annotations,
        "articles": [_article(found) for found in report.articles],
        "skipped": [_skipped(one) for one in report.skipped],
    }
    for one in report.skipped:
        click.echo(_("Left out {file}: {reason}", file=one.file, reason=one.reason), err=True)
    count = ngettext("Imported one article.", "Imported {n} articles.", len(report.articles))
    _answer(as_json, document, count)
    if any(one.failed for one in report.skipped):
        sys.exit(1)


def _skipped(one: Skipped) -> dict[str, Any]:
    found: dict[str, Any] = {"file": one.file, "reason": one.reason}
    return {**found, "urls": list(one.urls)} if one.urls else found


def _article(article: Article) -> dict[str, Any]:
    keys = ("id", "title", "outlet", "published", "authors", "lang", "source_file")
    return {key: getattr(article, key) for key in keys}


@cli.command()
@writing
@click.option("--lang", default=AUTO, show_default=True, help="Language of the articles, such as fr.")
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    help="Processes that read; as many as the computer bears if left out.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Of a Dask cluster that reads, such as tcp://10.0.0.5:8786."
)
@click.option("--unread", is_flag=True, help="Leave out articles that were read before.")
@click.option("--article", "chosen", multiple=True, metavar="ID", help="Read this article; may be repeated.")
@click.option("--only", multiple=True, type=DETECTOR, help="Run this detector; may be repeated.")
@click.option("--without", multiple=True, type=DETECTOR, help="Leave this detector out; may be repeated.")
@JSON
def detect(
    project: Project,
    lang: str,
    workers: int | None,
    scheduler: str | None,
    unread: bool,
    chosen: tuple[str, ...],
    only: tuple[str, ...],
    without: tuple[str, ...],
    as_json: bool,
) -> None:
    """Suggest entities, figures, attributions and stances in every article.

    What the project chose about detectors and thresholds is heeded. With --only or --without, what other
    detectors suggested before stays.
    """
    articles = _articles(project, unread, chosen)
    names = _detectors(project, only, without)
    try:
        with _readers(workers, scheduler) as readers:
            report = detect_articles(project, readers, articles, lang, _progress(_("Detect")), names)
    except KeyboardInterrupt:
        click.echo(_(
            "Stopped. What was found is stored, whole article by whole article; go on with: selon detect "
            "{path} --unread", path=project.path), err=True)  # fmt: skip
        sys.exit(130)
    _tell_detected(report, as_json)


def _tell_detected(report: DetectionReport, as_json: bool) -> None:
    """Say what was found; on stderr, what could not be read and what is lacking."""
    document = {
        "articles": report.articles,
        "suggestions": dict(report.suggestions),
        "seconds": round(report.seconds, 3),
        "models": sorted(report.models),
        "failures": [{"article": article, "reason": reason} for article, reason in report.failures],
    }
    for article, reason in report.failures:
        click.echo(
            _("Not everything was read in {article}: {reason}", article=article, reason=reason), err=True
        )
    for code in sorted(report.without_model):
        click.echo(_(
            "No spaCy pipeline for “{lang}” is installed, so names were found by word lists only: "
            "install one, for English with: pip install “selon[en]”", lang=code), err=True)  # fmt: skip
    counts = ", ".join(f"{layer} {n}" for layer, n in sorted(report.suggestions.items())) or "0"
    seconds = f"{report.seconds:.1f}"
    sentence = _(
        "Read {n} articles in {seconds} s: {counts}.", n=report.articles, seconds=seconds, counts=counts
    )
    _answer(as_json, document, sentence)


def _articles(project: Project, unread: bool, chosen: tuple[str, ...]) -> list[str] | None:
    """Ids of the articles to read, None for all. Raises OperationError for one that is not there."""
    for id_ in chosen:
        if project.read.find(Article, id_) is None:
            raise OperationError("The project has no article “{id}”: see their ids with: selon export "
                                 "--format jsonl", id=id_)  # fmt: skip
    if not unread:
        return list(dict.fromkeys(chosen)) or None
    ids = project.read.unread_ids()
    return [id_ for id_ in ids if id_ in chosen] if chosen else ids


def _detectors(project: Project, only: tuple[str, ...], without: tuple[str, ...]) -> frozenset[str] | None:
    """The names of the detectors to run, None for those that the project has not turned off.

    Raises OperationError for one that it has: what that says would not be shown.
    """
    if not only and not without:
        return None
    off = choices_of(project.read).off
    if refused := sorted(off.intersection(only)):
        raise OperationError("The project has turned the detector “{name}” off: turn it on in the window "
                             "first.", name=refused[0])  # fmt: skip
    return (frozenset(only) or frozenset(DETECTORS.names) - off) - frozenset(without)


def _readers(workers: int | None, scheduler: str | None) -> DetectionPool | DetectionCluster:
    if scheduler and workers:
        raise OperationError("Leave out --workers: the cluster has its own.")
    return DetectionCluster(scheduler) if scheduler else DetectionPool(workers or workers_for_run())


@cli.command()
@reading
@click.option("--format", "format_", required=True, type=click.Choice(list(EXPORTERS.names)))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="A folder, or a file for one-file formats."
)
@click.option(
    "--set", "set_", nargs=1, default=ALL, show_default=True, help="gold, all, or “annotator NAME”."
)
@click.argument("name", required=False)
@click.option("--status", "statuses", multiple=True, type=click.Choice([s.value for s in Status]))
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Of the format's own options.")
@click.option("--split", help="Shares for train, dev and test, such as 80/10/10.")
@click.option("--seed", default=1, show_default=True, type=int)
@JSON
def export(project: Project, format_: str, out: Path, set_: str, name: str | None, statuses: tuple[str, ...],
           options: tuple[str, ...], split: str | None, seed: int, as_json: bool) -> None:  # fmt: skip
    """Write a labelled dataset."""
    whose = _whose(set_, name)
    chosen = frozenset(map(Status, statuses)) or frozenset(Status)
    parts = split_articles(project.read, split, seed) if split else {"": None}
    reports = [
        export_project(
            project.read,
            format_,
            part_of(EXPORTERS[format_], out, part) if part else out,
            Selection(annotator=whose, statuses=chosen, articles=articles),
            _progress(_("Export")),
            dict(map(_pair, options)),
        )
        for part, articles in parts.items()
    ]
    files = [str(path) for report in reports for path in report.files]
    document = {
        "articles": sum(report.articles for report in reports),
        "annotations": sum(report.annotations for report in reports),
        "files": files,
        "losses": [
            {"what": loss.what, "count": loss.count, "done": loss.done} for r in reports for loss in r.losses
        ],
    }
    _answer(as_json, document, _("Wrote {articles} articles with {annotations} annotations: {files}",
                                 articles=document["articles"], annotations=document["annotations"],
                                 files=", ".join(files)))  # fmt: skip


def _pair(option: str) -> tuple[str, str]:
    """The name and the value of `--option NAME=VALUE`."""
    name, equals, value = option.partition("=")
    if not equals:
        raise OperationError("Write --option as NAME=VALUE, not “{option}”.", option=option)
    return name.strip(), value.strip()


def _whose(set_: str, name: str | None) -> str:
    """The annotator meant by `--set gold`, `--set all`, `--set annotator NAME`, `--set "annotator NAME"`."""
    first, _space, rest = set_.partition(" ")
    if first != "annotator":
        return set_
    if not (rest or name):
        raise OperationError("Name the annotator: --set annotator NAME.")
    return rest or str(name)


@cli.command()
@reading
@JSON
def info(project: Project, as_json: bool) -> None:
    """Say what a project holds."""
    codebook = project.read.codebook
    document = {
        "articles": project.read.count_articles(),
        "annotators": [person.name for person in project.read.annotators().values()],
        "annotations": project.read.counts(),
        "schema": project.schema,
        "codebook": f"{codebook.id} {codebook.version}",
    }
    lines = [ngettext("One article", "{n} articles", int(project.read.count_articles()))]
    for layer, counts in project.read.counts().items():
        lines.append(f"{layer}: " + ", ".join(f"{status} {n}" for status, n in counts.items()))
    lines.append(
        _("Codebook {codebook}, schema {schema}", codebook=document["codebook"], schema=project.schema)
    )
    _answer(as_json, document, "\n".join(lines))


@cli.command()
@reading
@click.argument("query")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1))
@JSON
def search(project: Project, query: str, limit: int, as_json: bool) -> None:
    """Find articles by their words; accents do not matter, "exact phrase", OR and prefix* work."""
    hits = project.search(query, limit)
    before, after = HIGHLIGHT
    plain = str.maketrans({before: "[", after: "]", "\n": " "})
    document = [
        {"article": hit.article, "title": hit.title.translate({ord(before): None, ord(after): None}),
         "snippet": hit.snippet.translate(plain)} for hit in hits
    ]  # fmt: skip
    lines = [f"{row['article']}  {row['title']}\n    {row['snippet']}" for row in document]
    _answer(as_json, document, "\n".join(lines) or _("Nothing found."))


@cli.command()
@reading
@JSON
def check(project: Project, as_json: bool) -> None:
    """Look for damage: in the file, the texts, the offsets, the references."""
    found = project.check(_progress(_("Check")))
    problems = [{"kind": one.kind, "where": one.where, "what": str(one.what)} for one in found]
    lines = [f"{row['kind']} {row['where']}: {row['what']}" for row in problems]
    _answer(as_json, {"ok": not problems, "problems": problems}, "\n".join(lines) or _("No problems found."))
    if problems:
        sys.exit(1)


@cli.command()
@reading
@click.option("--out", required=True, type=click.Path(path_type=Path))
def backup(project: Project, out: Path) -> None:
    """Write a whole copy of a project, also while it is open elsewhere."""
    project.back_up(out)
    click.echo(_("Wrote {path}.", path=out))


@cli.command("entities")
@PROJECT
@click.option("--export", "out", type=click.Path(path_type=Path), help="Write the registry as CSV.")
@click.option("--import", "file", type=click.Path(path_type=Path), help="Take names over from CSV.")
@click.option("--dry-run", is_flag=True, help="Say what an import would do, and change nothing.")
@JSON
def entities(project: Path, out: Path | None, file: Path | None, dry_run: bool, as_json: bool) -> None:
    """Write the registry of names as a table, or take names over from one."""
    if (out is None) == (file is None):
        raise OperationError("Say either --export FILE or --import FILE.")
    with open_project(project, read_only=file is None or dry_run) as opened:
        document, said = exchange_entities(opened, out, file, dry_run)
    for bad in document.get("bad", ()):
        click.echo(_("Line {line}: {reason}", line=bad["line"], reason=bad["reason"]), err=True)
    _answer(as_json, document, said)
    if document.get("bad"):
        sys.exit(1)


@cli.group()
def codebook() -> None:
    """Show or replace the codebook of a project."""


@codebook.command("show")
@reading
def show_codebook(project: Project) -> None:
    """Print the codebook as TOML."""
    click.echo(project.read.codebook_toml, nl=False)


@codebook.command("apply")
@writing
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--remap", type=click.Path(path_type=Path), help="A file that says where values go (TOML).")
@click.option(
    "--map",
    "words",
    multiple=True,
    metavar="PLACE=ID",
    help="Where the values of a part go, such as tagset.polarity.mixed=neutral; nothing after = clears them.",
)
@click.option("--note", default="", help="Why it changes; kept with the version.")
@click.option("--dry-run", is_flag=True, help="Say what would become of the annotations; change nothing.")
@JSON
def apply_codebook(project: Project, file: Path, remap: Path | None, words: tuple[str, ...], note: str,
                   dry_run: bool, as_json: bool) -> None:  # fmt: skip
    """Put another codebook in force. Annotations keep the values they have, or go where you say."""
    toml, moves = _read_codebook(file), read_moves(_read_codebook(remap)) if remap else {}
    moves |= moves_of_words(words, Draft.of(project.read.codebook_toml))
    tell = _progress(_("Annotations"))
    effects = foresee(project.read, toml, moves, tell)
    if not dry_run:
        project.apply(ApplyCodebook(toml=toml, note=note, moves=moves, tell=tell))
    applied = {"applied": not dry_run, "codebook": load_codebook(toml).version}
    said = _("Nothing was changed.") if dry_run else _("The codebook of {path} is in force.", path=file)
    lines = [
        _("{place}: {outcome} in {n} annotations", place=".".join(place), outcome=outcome.value, n=number)
        for (place, outcome), number in sorted(effects.counts.items())
    ]
    _answer(as_json, {**applied, **effects.as_json()}, "\n".join([*lines, said]))


@cli.command()
@click.option("--out", default=Path("selon-demo"), show_default=True, type=click.Path(path_type=Path))
@JSON
@click.pass_obj
def demo(show: Callable[[Path], int] | None, out: Path, as_json: bool) -> None:
    """Do the main job on the bundled sample: make a project, detect, export, and say what was written where.

    Where there is a display, the window then opens on the project.
    """
    written = demonstrate(out, _progress(_("Detect")))
    document = {"project": str(written.project), "files": [str(path) for path in written.files],
                "articles": written.articles, "suggestions": written.suggestions,
                "annotations": written.annotations}  # fmt: skip
    _answer(as_json, document, _(
        "Wrote {project} ({articles} articles, {annotations} annotations, {suggestions} suggestions) "
        "and exported {files}.\nOpen it with: selon {project}",
        project=written.project, articles=written.articles, annotations=written.annotations,
        suggestions=written.suggestions, files=", ".join(map(str, written.files))))  # fmt: skip
    if show is not None and not as_json:
        sys.exit(show(written.project))


COMMANDS = frozenset(cli.commands)
"""Names that the first argument may have to mean the command line; anything else opens the window."""
