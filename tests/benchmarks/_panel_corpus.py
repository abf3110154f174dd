"""A large corpus that several people labelled, for benchmarks: always the same, with many conflicts."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.project import create_project
from annotation.records import Annotation, Annotator, Article, Json, Span, Status, digest

_FOLDER = TemporaryDirectory(prefix="selon-panel-")
_MADE = 100
"""Articles that go through the program; the others are copies of them, with ids and texts of their own."""
_WORD = 6
_LAYERS = ("entity", "entity", "entity", "figure", "source", "stance")
_TYPES = ("PER", "ORG", "LOC")


@cache
def panel_project(articles: int, people: int = 3, records: int = 6) -> Path:
    """A project of so many articles, in each of which every one of `people` has about so many records."""
    path = Path(_FOLDER.name) / f"panel{articles}x{people}x{records}.selon"
    chance = random.Random(7)
    with create_project(path) as project:
        for who in range(people):
            project.apply(PutAnnotator(annotator=Annotator(id=f"p{who}", name=f"Person {who}")))
        made = tuple(_imported(number, records) for number in range(min(articles, _MADE)))
        project.apply(AddArticles(imported=made))
        ids = (one.article.id for one in made)
        marked = (one for id_ in ids for one in _records(chance, id_, people, records))
        project.apply(AddAnnotations(annotations=tuple(marked)))
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(1, -(-articles // _MADE)):
            _copy(connection, f".{number}")
    return path


def _copy(connection: sqlite3.Connection, mark: str) -> None:
    """Add the first articles and their records again, with `mark` after every id."""
    chosen = f"WHERE number <= {_MADE}"
    kept = "lang, outlet, authors, published, section, page, url, source_file, metadata, created, tags"
    connection.execute(
        f"INSERT INTO texts SELECT text_sha256 || '{mark}', text || '{mark}' FROM articles "
        f"JOIN texts ON sha256 = text_sha256 {chosen}"
    )
    connection.execute(
        f"INSERT INTO articles (id, title, text_sha256, length, {kept}) SELECT id || '{mark}', title, "
        f"text_sha256 || '{mark}', length + {len(mark)}, {kept} FROM articles {chosen}"
    )
    rest = "layer, spans, features, status, origin, confidence, note, basis, why, created, updated"
    connection.execute(
        f"INSERT INTO annotations (id, article, annotator, {rest}) "
        f"SELECT id || '{mark}', article || '{mark}', annotator, {rest} "
        f"FROM annotations WHERE article IN (SELECT id FROM articles {chosen})"
    )


def _imported(number: int, records: int) -> Imported:
    text = " ".join(f"w{place:04d}"[: _WORD - 1] for place in range(records * 12)) + f" {number:03d}"
    article = Article(
        id=f"a{number}", title=f"Article {number}", text_sha256=digest(text), length=len(text), lang="fr",
        published=f"2024-{1 + number % 12:02d}-11",
    )  # fmt: skip
    return Imported(article=article, text=text)


def _records(chance: random.Random, article: str, people: int, records: int) -> Iterator[Annotation]:
    """What everybody says of the same things: some miss them, move their ends, or call them otherwise."""
    for thing in range(records):
        layer, said = _LAYERS[thing % len(_LAYERS)], chance.choice(_TYPES)
        for who in range(people):
            if chance.random() < 0.9:
                start = thing * 12 + (chance.random() < 0.1)
                size = 1 + (chance.random() < 0.15)
                type_ = said if chance.random() < 0.9 else chance.choice(_TYPES)
                yield _record(f"{article}-{who}-{thing}", article, f"p{who}", layer, start, size, type_)


def _record(id_: str, article: str, who: str, layer: str, start: int, size: int, said: str) -> Annotation:
    def words(first: int, number: int) -> tuple[Span, ...]:
        return (Span(first * _WORD, (first + number) * _WORD - 1),)

    spans = {
        "entity": {"mention": words(start, size)},
        "figure": {"mention": words(start, size)},
        "source": {"source": words(start, size), "cue": words(start + 3, 1), "content": words(start + 4, 4)},
        "stance": {"evidence": words(start, size + 3)},
    }[layer]
    plain: dict[str, dict[str, Json]] = {
        "entity": {"type": said},
        "figure": {"kind": "cardinal", "value": str(len(said) + start)},
        "source": {"speech": "direct" if said == "PER" else "indirect", "source_type": "person"},
        "stance": {
            "holder": {"entity": "brume"},
            "target": {"concept": f"target {start // 12}"},
            "polarity": "favor" if said == "PER" else "against",
        },
    }
    return Annotation(
        id=id_, article=article, annotator=who, layer=layer, spans=spans, features=plain[layer],
        status=Status.ACCEPTED, origin=who,
    )  # fmt: skip
