"""How long it takes to find articles by words and by what is labelled, beside LIKE over the same texts."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from sqlite3 import connect

from annotation.project import CorpusQuery, open_project
from tests.benchmarks._corpus import shared_corpus
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "corpus_search"
QUERIES = {
    "a word": "bacorden",
    "a phrase": '"bafi nouval"',
    "words with OR and the beginning of one": "bacorden OR telva*",
    "a word, an outlet and a year": "bacorden outlet:gazette date:2015",
    "a stance towards somebody": 'stance:against target:"Zerlomel Garba"',
    "somebody's name among the labels": 'entity:"Zerlomel Garba"',
    "a tag": "tag:war",
    "suggested stances, a language, a year, not a word": "suggested:stance -bacorden lang:en date:2015",
}


def run(*, quick: bool) -> Iterator[Measurement]:
    """Ids of the articles of a query in their order; snippets of the best hundred."""
    count = 60 if quick else 100_000
    runs = 1 if quick else 15
    path = shared_corpus(count)
    size = f"{count} articles"
    with closing(connect(path)) as plain:
        like = "SELECT a.id FROM articles a JOIN texts t ON t.sha256 = a.text_sha256 WHERE t.text LIKE ?"
        slow = times(lambda: plain.execute(like, ["%bacorden%"]).fetchall(), 1 if count > 1000 else 3)
    with open_project(path, read_only=True) as project:
        project.read.corpus_ids(CorpusQuery())
        for what, query in QUERIES.items():
            asked = CorpusQuery(search=query)
            samples = times(partial(project.read.corpus_ids, asked), runs)
            yield milliseconds(NAME, size, what, samples, baseline=("LIKE for one word", slow))
        snippets = times(partial(project.search, "bacorden", 100), runs)
        yield milliseconds(NAME, size, "snippets of the best hundred", snippets)
