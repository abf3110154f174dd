"""A large labelled corpus for benchmarks: articles with twenty records each, always the same."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import AddArticles
from annotation.project import create_project
from annotation.records import Annotation, Annotator, Article, Entity, Json, Span, Status, digest

_FOLDER = TemporaryDirectory(prefix="selon-labelled-")
_MADE = 100
"""Articles that go through the program; the others are copies of them, with ids and texts of their own."""
_PEOPLE = (Annotator(id="ann", name="Ann"), Annotator(id="bo", name="Bo"))
_NAMES = tuple(Entity(id=f"k{number}", name=f"Nom Numéro {number}", type="PER") for number in range(200))
_WORDS = (
    "Le",
    "maire",
    "de",
    "Brest",
    "a",
    "déclaré",
    "que",
    "la",
    "gare",
    "fermera",
    "mardi",
    "«",
    "dit-il",
    "»",
)
_LENGTH = 120
RECORDS = 20
"""Of an article: twelve entities, three figures, three attributions, two stances."""


@cache
def labelled_project(count: int) -> Path:
    """A project with that many articles of 120 words, made once for all benchmarks of a run."""
    path = Path(_FOLDER.name) / f"labelled{count}.selon"
    chance = random.Random(5)
    with create_project(path) as project:
        made = tuple(_imported(chance, number) for number in range(min(count, _MADE)))
        project.apply(AddArticles(imported=made))
    with closing(sqlite3.connect(path)) as connection, connection:
        for number in range(1, count // _MADE):
            _copy(connection, f".{number}")
    return path


def _copy(connection: sqlite3.Connection, mark: str) -> None:
    """Add the first articles and their records again, with `mark` after every id."""
    chosen = f"WHERE number <= {_MADE}"
    connection.execute(
        f"""INSERT INTO texts SELECT text_sha256 || '{mark}', text || '{mark}' FROM articles
        JOIN texts ON sha256 = text_sha256 {chosen}"""
    )
    changed = {"id": f"id || '{mark}'", "text_sha256": f"text_sha256 || '{mark}'"}
    columns = _columns(connection, "articles") - {"number"}
    _insert(connection, "articles", {one: changed.get(one, one) for one in columns}, chosen)
    marked = {
        "id": f"id || '{mark}'",
        "article": f"article || '{mark}'",
        "features": f"replace(features, '-15\"', '-15{mark}\"')",
    }
    these = f"WHERE article IN (SELECT id FROM articles {chosen})"
    columns = _columns(connection, "annotations")
    _insert(connection, "annotations", {one: marked.get(one, one) for one in columns}, these)


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def _insert(connection: sqlite3.Connection, table: str, values: dict[str, str], chosen: str) -> None:
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {table} {chosen}"
    )


def _imported(chance: random.Random, number: int) -> Imported:
    words = [*chance.choices(_WORDS, k=_LENGTH), str(number)]
    text = " ".join(words)
    places, start = [], 0
    for word in words:
        places.append(Span(start, start + len(word)))
        start += len(word) + 1
    article = Article(
        id=f"a{number}", title=f"Article {number}", text_sha256=digest(text), length=len(text), lang="fr",
        outlet="Le Phare", published=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}", authors=("A. B.",),
    )  # fmt: skip
    return Imported(
        article=article, text=text, annotations=tuple(_records(chance, article.id, places)),
        annotators=_PEOPLE, entities=_NAMES,
    )  # fmt: skip


def _records(chance: random.Random, article: str, places: list[Span]) -> Iterator[Annotation]:
    for number in range(RECORDS):
        first = chance.randrange(_LENGTH - 8)
        key = f"k{chance.randrange(len(_NAMES))}"
        layer, spans, features = _told(number, first, key, places, article)
        yield Annotation(
            id=f"{article}-{number}", article=article, annotator=_PEOPLE[number % 2].id, layer=layer,
            spans=spans, features=features, status=Status.ACCEPTED, origin="entities/1", confidence=0.5,
            created="2026-01-01T00:00:00.000Z", updated="2026-01-01T00:00:00.000Z",
        )  # fmt: skip


def _told(
    number: int, first: int, key: str, places: list[Span], article: str
) -> tuple[str, dict[str, tuple[Span, ...]], dict[str, Json]]:
    """The layer, the words and the fields of a record."""
    one, longer = places[first], Span(places[first].start, places[first + 6].end)
    if number < 12:
        return "entity", {"mention": (one,)}, {"type": "PER", "entity": key, "mention_level": "NAM"}
    if number < 15:
        return "figure", {"mention": (one,)}, {"kind": "cardinal", "value": "10000", "counted": "soldats"}
    if number < 18:
        words: dict[str, tuple[Span, ...]] = {
            "source": (one,),
            "cue": (places[first + 7],),
            "content": (longer,),
        }
        return "source", words, {"speech": "indirect", "speaker": key}
    evidence: dict[str, tuple[Span, ...]] = {"evidence": (longer,)}
    position: dict[str, Json] = {
        "holder": {"annotation": f"{article}-15"},
        "target": {"concept": "gare"},
        "polarity": "against",
    }
    return "stance", evidence, position
