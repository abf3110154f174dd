"""The command that reads articles and suggests."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

import click

from annotation.commands.frame import JSON, answer, show_progress, writing
from annotation.detectors import DETECTORS, DetectionCluster, DetectionPool, workers_for_run
from annotation.i18n import _
from annotation.operations import OperationError, choices_of
from annotation.operations.detecting import DetectionReport, detect_articles
from annotation.operations.filters import articles_called
from annotation.operations.recognising import AUTO
from annotation.project import Project
from annotation.records import Article

DETECTOR = click.Choice(list(DETECTORS.names))


@click.command()
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
@click.option("--filter", "filter_", help="Only articles of a saved filter, by its name, or of a query.")
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
    filter_: str | None,
    only: tuple[str, ...],
    without: tuple[str, ...],
    as_json: bool,
) -> None:
    """Suggest entities, figures, attributions and stances in every article.

    What the project chose about detectors and thresholds is heeded. With --only or --without, what other
    detectors suggested before stays.
    """
    articles = _articles(project, unread, chosen)
    if filter_:
        wanted = set(articles_called(project.read, filter_))
        every = project.read.article_ids() if articles is None else articles
        articles = [id_ for id_ in every if id_ in wanted]
    names = _detectors(project, only, without)
    try:
        with _readers(workers, scheduler) as readers:
            report = detect_articles(project, readers, articles, lang, show_progress(_("Detect")), names)
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
    for sentence in _failures(report.failures):
        click.echo(sentence, err=True)
    for code in sorted(report.without_model):
        click.echo(_(
            "No spaCy pipeline for “{lang}” is installed, so names were found by word lists only: "
            "install one, for English with: pip install “selon[en]”", lang=code), err=True)  # fmt: skip
    counts = ", ".join(f"{layer} {n}" for layer, n in sorted(report.suggestions.items())) or "0"
    seconds = f"{report.seconds:.1f}"
    sentence = _(
        "Read {n} articles in {seconds} s: {counts}.", n=report.articles, seconds=seconds, counts=counts
    )
    answer(as_json, document, sentence)


def _failures(failures: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A sentence for each reason: a detector that fails does so in every article."""
    articles = defaultdict[str, list[str]](list)
    for article, reason in failures:
        articles[reason].append(article)
    for reason, ids in articles.items():
        if len(ids) == 1:
            yield _("Not everything was read in {article}: {reason}", article=ids[0], reason=reason)
        else:
            yield _("Not everything was read in {n} articles, such as {article}: {reason}",
                    n=len(ids), article=ids[0], reason=reason)  # fmt: skip


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
