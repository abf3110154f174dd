"""A small project for tests: three articles, two annotators, suggestions; and how to see a file whole."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, PutAnnotator, PutEntity, StoreSuggestions
from annotation.project import Project, create_project, open_project
from annotation.records import Annotation, Annotator, Article, Entity, Json, Span, Suggestion, digest

ANN = Annotator(id="p-ann", name="Ann")
BOB = Annotator(id="p-bob", name="Bob")
TEXTS = {
    "a1": "« Nous tiendrons 👍 », a déclaré Nina Roux à l’OTAN. Plus de 10\u202f000 soldats, selon elle.",
    "a2": "Line one\r\nof CRLF, e\u0301te\u0301 and قال الوزير. Nina Roux said no.",
    "a3": "Une dépêche sans rien.",
}
Words = tuple[str, dict[str, list[str]], dict[str, Json]]
"""(layer, quotes by role, features)"""

WORDS: dict[str, dict[str, Words]] = {
    "a1": {
        "e1": ("entity", {"mention": ["Nina Roux"]}, {"type": "PER"}),
        "e2": ("entity", {"mention": ["OTAN"]}, {"type": "ORG", "entity": "otan"}),
        "f1": ("figure", {"mention": ["Plus de 10\u202f000 soldats"]},
               {"kind": "cardinal", "comparator": ">", "value": "10000", "source": "s1"}),
        "s1": ("source",
               {"source": ["Nina Roux"], "cue": ["a déclaré"], "content": ["« Nous tiendrons 👍 »"]},
               {"speech": "direct", "speaker": "roux"}),
        "t1": ("stance", {"evidence": ["tiendrons", "👍"]},
               {"holder": {"annotation": "e1"}, "target": {"entity": "otan"}, "polarity": "favor",
                "attribution": "s1"}),
    },
    "a2": {"e1": ("entity", {"mention": ["Nina Roux"]}, {"type": "PER"})},
}  # fmt: skip
ENTITIES = (
    Entity(id="roux", name="Nina Roux", type="PER", aliases=("Mme Roux",)),
    Entity(id="otan", name="OTAN", type="ORG", aliases=("NATO",), wikidata="Q7184"),
)


def imported(id_: str, text: str, **values: Any) -> Imported:
    """An article as an importer gives it."""
    article = Article(
        id=id_, text_sha256=digest(text), length=len(text), **{"title": f"Title {id_}", **values}
    )
    return Imported(article=article, text=text)


def spans_of(text: str, quotes: dict[str, list[str]]) -> dict[str, tuple[Span, ...]]:
    """Where each quote first stands in the text, by role."""
    return {
        role: tuple(Span(text.index(one), text.index(one) + len(one)) for one in found)
        for role, found in quotes.items()
    }


def suggestions(article: str, *keys: str) -> ArticleSuggestions:
    """What detection finds in an article: everything in WORDS, or only these keys of it."""
    chosen = {key: found for key, found in WORDS.get(article, {}).items() if not keys or key in keys}
    return ArticleSuggestions(
        article=article,
        lang="fr",
        suggestions=tuple(
            Suggestion(key=key, layer=layer, spans=spans_of(TEXTS[article], quotes), features=features,
                       confidence=0.5, origin="test/1", why="a rule")
            for key, (layer, quotes, features) in chosen.items()
        ),
    )  # fmt: skip


def annotation(
    id_: str, who: str, layer: str, quotes: dict[str, list[str]], article: str = "a1", **features: Json
) -> Annotation:
    """A record of a person."""
    return Annotation(
        id=id_,
        article=article,
        annotator=who,
        layer=layer,
        spans=spans_of(TEXTS[article], quotes),
        features=features,
        origin=who,
    )


def named(project: Project, key: str, article: str = "a1") -> Annotation:
    """The suggestion of an article that WORDS calls `key`."""
    layer, quotes, _features = WORDS[article][key]
    wanted = spans_of(TEXTS[article], quotes)
    found = project.read.annotations(article, ["machine"])
    return next(one for one in found if one.layer == layer and one.spans == wanted)


@cache
def _template() -> Path:
    path = Path(mkdtemp(prefix="selon-newsroom-")) / "template.selon"
    with create_project(path) as project:
        project.apply(AddArticles(imported=tuple(imported(id_, text) for id_, text in TEXTS.items())))
        for person in (ANN, BOB):
            project.apply(PutAnnotator(annotator=person))
        for entity in ENTITIES:
            project.apply(PutEntity(entity=entity))
        project.apply(StoreSuggestions(found=(suggestions("a1"), suggestions("a2"))))
    return path


def newsroom_file(folder: Path) -> Path:
    """A fresh copy of the small project in a folder."""
    return Path(shutil.copy(_template(), folder / "newsroom.selon"))


@contextmanager
def newsroom(folder: Path) -> Iterator[Project]:
    """The small project, open for writing."""
    with open_project(newsroom_file(folder)) as project:
        yield project


LEFT_OUT = {"journal", "sqlite_sequence", "_sqlite_migrations", "heard", "label_words", "stamps"}
"""The trail, SQLite's own, what follows from the texts, and the words that any label ever had."""


def dump(path: Path) -> dict[str, list[str]]:
    """All rows of all tables but the journal, and all words of the search index, each table's rows sorted."""
    with closing(sqlite3.connect(path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = [name for name in names if name not in LEFT_OUT and not name.startswith("articles_fts")]
        rows = {name: sorted(map(repr, db.execute(f"SELECT * FROM {name}"))) for name in tables}
        return {**rows, "articles_fts": sorted(map(repr, index_of(db)))}


def index_of(db: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Every word of the search index with its article, column and place."""
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'articles_fts', 'instance')")
    return list(db.execute("SELECT term, doc, col, offset FROM temp.words"))
