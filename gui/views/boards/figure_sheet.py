"""Figures side by side as a file: a row a figure, those that count the same one after the other."""

from collections.abc import Iterator, Sequence
from functools import partial

from annotation.i18n import _
from annotation.operations.boards.comparing import Comparison
from annotation.operations.boards.sheets import Cell
from annotation.project import ArticleTitle, ProjectReader
from annotation.project.boards.figures import Figure
from gui.door import SessionDoor
from gui.tasks import Progress
from gui.views.boards.figure_words import figure_words

_BATCH = 500


def figure_header() -> list[str]:
    """The heads of the columns."""
    return [
        _("What is counted"), _("Kind"), _("Source"), _("Figure"), _("Comparison"), _("Value"), _("From"),
        _("To"), _("Unit"), _("Per"), _("Lowest of all"), _("Highest of all"), _("In the text"),
        _("Article"), _("Outlet"), _("Date"), "article", "id",
    ]  # fmt: skip


def figure_rows(
    door: SessionDoor, listed: Sequence[Comparison], kinds: Sequence[str], progress: Progress
) -> Iterator[Sequence[Cell]]:
    """The rows of a file; quotes and titles are read a comparison at a time."""
    for place, (comparison, kind) in enumerate(zip(listed, kinds, strict=True)):
        progress.report(place, len(listed))
        figures = [(column.source, figure) for column in comparison.columns for figure in column.figures]
        for start in range(0, len(figures), _BATCH):
            batch = figures[start : start + _BATCH]
            quotes, titles = door.ask(partial(_read, [figure for _source, figure in batch]))
            for source, figure in batch:
                title = titles.get(figure.article)
                yield [
                    comparison.counted, kind, source.name if source else "", figure_words(figure),
                    figure.comparator, figure.value, figure.value_min, figure.value_max, figure.unit,
                    figure.per,
                    str(comparison.low or ""), str(comparison.high or ""), quotes.get(figure.id, ""),
                    title.title if title else "", title.outlet if title else "", figure.published,
                    figure.article, figure.id,
                ]  # fmt: skip


def _read(figures: Sequence[Figure], reader: ProjectReader) -> tuple[dict[str, str], dict[str, ArticleTitle]]:
    articles = sorted({figure.article for figure in figures})
    return reader.boards.quotes([figure.id for figure in figures]), reader.article_titles(articles)
