"""What the corpus table shows of the articles that are looked at."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from annotation.project.copy_conditions import IS_COPY, REPRESENTATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerCount:
    """How many records of one layer an article has."""

    labels: int = 0
    """Annotations that a person accepted, edited or made."""
    suggestions: int = 0
    """Suggestions that nobody has decided about, and that nobody's label says already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRow:
    """What the table shows of one article."""

    id: str
    title: str
    outlet: str
    published: str
    lang: str
    length: int
    state: str
    """How far the annotator who looks is with it: a value of AssignmentState, or ""."""
    authors: tuple[str, ...] = ()
    section: str = ""
    url: str = ""
    source_file: str = ""
    created: str = ""
    tags: tuple[str, ...] = ()
    duplicates: str = ""
    copy_of: str = ""
    """The title of the article that stands for its group; "" for that one itself, and where there is none."""
    relatives: int = 0
    """How many other articles are of its group."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    counts: Mapping[str, LayerCount] = field(default_factory=dict)
    """{layer: counts} of the layers that have any."""
    annotators: tuple[str, ...] = ()
    """Names of the people with records in it or who took it up, in the order of the alphabet."""

    @property
    def labels(self) -> int:
        """Labels of all layers."""
        return sum(one.labels for one in self.counts.values())

    @property
    def suggestions(self) -> int:
        """Suggestions of all layers that wait."""
        return sum(one.suggestions for one in self.counts.values())


_COLUMNS = (
    "id", "title", "ifnull(outlet, '')", "ifnull(published, '')", "lang", "length", "authors",
    "ifnull(section, '')", "ifnull(url, '')", "source_file", "created", "tags", "ifnull(duplicates, '')",
    "metadata",
    f"""CASE WHEN a.duplicates IS NULL THEN '' ELSE ifnull(
        (SELECT f.title FROM articles f WHERE {IS_COPY} AND f.id = {REPRESENTATIVE}), '') END""",
    """CASE WHEN a.duplicates IS NULL THEN 0 ELSE
        (SELECT count(*) - 1 FROM articles r WHERE r.duplicates = a.duplicates) END""",
)  # fmt: skip
_NAMES = ("id", "title", "outlet", "published", "lang", "length", "authors", "section", "url", "source_file",
          "created", "tags", "duplicates", "metadata", "copy_of", "relatives")  # fmt: skip


def find_rows(db: Database, ids: Sequence[str], annotator: str, *, veiled: bool = False) -> list[CorpusRow]:
    """The rows of some articles in the order of `ids`; those that are gone are left out.

    They count only the labels of `annotator`, and name nobody else, where these are all that may be seen.
    """
    only = annotator if veiled else ""
    wanted = json.dumps(list(ids))
    sql = f"""SELECT {", ".join(_COLUMNS)},
                ifnull((SELECT state FROM assignments s WHERE s.article = a.id AND s.annotator = ?), '')
              FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))"""
    counts, people = _count(db, wanted, only), _people(db, wanted, only)
    found = {row[0]: row for row in db.execute(sql, [annotator, wanted])}
    return [_row(found[id_], counts.get(id_, {}), tuple(people.get(id_, ()))) for id_ in ids if id_ in found]


def _row(found: Sequence[Any], counts: Mapping[str, LayerCount], people: tuple[str, ...]) -> CorpusRow:
    values = dict(zip(_NAMES, found, strict=False))
    values["authors"], values["tags"] = _texts(values["authors"]), _texts(values["tags"])
    metadata = _load(values["metadata"])
    values["metadata"] = metadata if isinstance(metadata, dict) else {}
    return CorpusRow(**values, state=found[-1], counts=counts, annotators=people)


def _load(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:  # whatever a damaged file holds: the table shows the rest
        return None


def _texts(written: str) -> tuple[str, ...]:
    found = _load(written)
    return tuple(map(str, found)) if isinstance(found, list) else ()


def _count(db: Database, wanted: str, only: str) -> dict[str, dict[str, LayerCount]]:
    """The counts by layer of each article; of what one annotator decided, where `only` is their id."""
    sql = """SELECT n.article, n.layer,
               sum(n.status IN ('accepted', 'edited') AND n.annotator <> 'gold'
                   AND :only IN ('', n.annotator)),
               sum(CASE WHEN n.status = 'suggested'
                   THEN NOT EXISTS (SELECT 1 FROM annotations b
                                    WHERE b.basis = n.id AND :only IN ('', b.annotator))
                   AND NOT EXISTS (SELECT 1 FROM annotations o INDEXED BY annotations_article
                                   WHERE o.article = n.article AND o.annotator NOT IN ('machine', 'gold')
                                     AND :only IN ('', o.annotator)
                                     AND o.status IN ('accepted', 'edited')
                                     AND o.layer = n.layer AND o.spans = n.spans) ELSE 0 END)
             FROM annotations n WHERE n.article IN (SELECT value FROM json_each(:wanted))
             GROUP BY n.article, n.layer"""
    found: dict[str, dict[str, LayerCount]] = {}
    for article, layer, labels, suggestions in db.execute(sql, {"wanted": wanted, "only": only}):
        if labels or suggestions:
            found.setdefault(article, {})[layer] = LayerCount(labels=labels, suggestions=suggestions)
    return found


def _people(db: Database, wanted: str, only: str) -> dict[str, list[str]]:
    """The names of the people who work on each article, or of the one who alone may be seen."""
    sql = """SELECT DISTINCT f.article, p.name FROM (
               SELECT article, annotator FROM annotations
               WHERE article IN (SELECT value FROM json_each(:wanted))
               UNION SELECT article, annotator FROM assignments
               WHERE state <> 'todo' AND article IN (SELECT value FROM json_each(:wanted))
             ) f JOIN annotators p ON p.id = f.annotator WHERE p.kind = 'person' AND :only IN ('', p.id)
             ORDER BY p.name"""
    found: dict[str, list[str]] = {}
    for article, name in db.execute(sql, {"wanted": wanted, "only": only}):
        found.setdefault(article, []).append(name)
    return found
