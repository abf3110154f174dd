"""How long it takes until the Corpus room shows rows, sorts, filters, counts and tags them.

The baseline is what Qt offers for it: the same rows in a QSortFilterProxyModel, sorted by the title.
"""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication

from annotation.operations import TagArticles
from annotation.operations.bulk import do_in_parts
from annotation.project import CorpusQuery, Project, SortKey, open_project
from gui.models.corpus_table import CorpusTable
from gui.views.article_table import ArticleTable
from gui.views.corpus_cells import cell_words, tip_words
from tests.benchmarks._corpus import shared_corpus
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "corpus_table"
_SORTS = (SortKey.TITLE, SortKey.PUBLISHED, SortKey.LENGTH, SortKey.SUGGESTIONS, SortKey.STATE)
_FACETS = ("outlet", "year", "layers")
_PROXIED = 20_000
"""Rows that are enough to see how the proxy does: it asks Python for cells at every comparison."""


def run(*, quick: bool) -> Iterator[Measurement]:
    """First rows, sorts (the first and a later one), a filter by label, facets, a tag on every article."""
    count = 60 if quick else 100_000
    runs = 1 if quick else 9
    application = QApplication.instance() or QApplication([])
    path = shared_corpus(count)
    size = f"{count} articles"
    with open_project(path) as project:
        yield milliseconds(NAME, size, "first rows", times(_first_rows(project), runs,
                           before=partial(_forget, project)))  # fmt: skip
        slow = times(_proxy(project, min(count, _PROXIED)), 1)
        proxy = (f"QSortFilterProxyModel on {min(count, _PROXIED)} of them, by title", slow)
        for key in _SORTS:
            asked = partial(project.read.corpus_ids, CorpusQuery(sort=key, annotator="ann"))
            first = times(asked, 1 if count > 1000 else 3, before=partial(_forget, project))
            yield milliseconds(NAME, size, f"sort by {key}, the first time", first, baseline=proxy)
            yield milliseconds(NAME, size, f"sort by {key}, again", times(asked, runs), baseline=proxy)
        labelled = partial(project.read.corpus_ids, CorpusQuery(filters="stance:against lang:en"))
        yield milliseconds(NAME, size, "filter by a label and a language", times(labelled, runs))
        for name in _FACETS:
            facet = partial(project.read.corpus.facet, name, CorpusQuery(annotator="ann"))
            yield milliseconds(NAME, size, f"facet {name}", times(facet, runs))
        yield milliseconds(NAME, size, "tag them all", times(partial(_tag_all, project), 1))
    QCoreApplication.processEvents()
    del application


def _forget(project: Project) -> None:
    """Let nothing be remembered of the articles, as after one changed."""
    project.apply(TagArticles(articles=("a1",), add=("x",)))
    project.apply(TagArticles(articles=("a1",), remove=("x",)))


def _first_rows(project: Project) -> Callable[[], None]:
    """Asks for all articles, and paints the rows that fit into a window."""
    model = CorpusTable(lambda ids: project.read.corpus_rows(ids, "ann"), cell_words, tip_words)
    table = ArticleTable(model)
    table.resize(1280, 760)
    table.show()

    def show() -> None:
        model.show_articles(project.read.corpus_ids(CorpusQuery()))
        table.grab()

    return show


def _proxy(project: Project, count: int) -> Callable[[], None]:
    """Sorts rows by their titles as Qt does where a model is put into its proxy."""
    model = CorpusTable(lambda ids: project.read.corpus_rows(ids, "ann"), cell_words, tip_words)
    model.show_articles(project.read.corpus_ids(CorpusQuery())[:count])

    def sort() -> None:
        proxy = QSortFilterProxyModel()
        proxy.setSourceModel(model)
        proxy.sort(0, Qt.SortOrder.AscendingOrder)
        assert proxy.rowCount() == count, "everything is there"

    return sort


def _tag_all(project: Project) -> None:
    ids = project.read.article_ids()
    do_in_parts(project, lambda part: TagArticles(articles=part, add=("all",)), ids, lambda _d, _t: None)
