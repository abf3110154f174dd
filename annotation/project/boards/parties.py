"""Whom records name: one party for everybody who is linked to the same name of the registry."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlite_utils import Database

from annotation.project.boards.words import anchor_of, one_line
from annotation.records import Json
from annotation.records.folding import fold_name

CONCEPT = "concept"
"""The type of a party that is no actor but a free concept."""
_BATCH = 5_000
Versions = Mapping[tuple[str, str], tuple[str, str, str]]
"""{(id of a record, annotator, "" for itself): (entity it stands for, its words, its type)}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something that records name."""

    key: str
    """What tells it apart from others."""
    name: str
    type: str = ""
    """A type of entity such as PER, or “concept”."""


@dataclass(slots=True)
class Names:
    """The registry, for looking parties up; makes one Party for each, however often it is named."""

    entities: Mapping[str, tuple[str, str]]
    """{key: (name, type)}"""
    _folded: dict[str, str | None] | None = None
    """{folded name: key of the one entity called so, None where several are}"""
    _made: dict[str, Party] = field(default_factory=dict)

    @classmethod
    def read(cls, db: Database) -> "Names":
        """The registry of a project."""
        rows = db.execute("SELECT id, name, type FROM entities")
        return cls({key: (name, type_) for key, name, type_ in rows})

    def entity(self, key: str) -> Party:
        """The party that a key of the registry stands for; called by the key where there is none."""
        name, type_ = self.entities.get(key, (key, ""))
        return self._party(f"e:{key}", name, type_)

    def words(self, words: str, type_: str = "") -> Party | None:
        """The party that words name: of the registry where one has just this name; None for no words."""
        folded = fold_name(words)
        if not folded:
            return None
        key = self._by_name.get(folded)
        return self.entity(key) if key else self._party(f"w:{folded}", words, type_)

    def folded_name(self, key: str) -> str:
        """The folded name of an entity, where that means no other; else ""."""
        folded = fold_name(self.entities.get(key, ("", ""))[0])
        return folded if self._by_name.get(folded) == key else ""

    def concept(self, text: str) -> Party | None:
        """A free concept; None for an empty one."""
        folded = " ".join(text.split()).casefold()
        return self._party(f"c:{folded}", " ".join(text.split()), CONCEPT) if folded else None

    def referred(self, value: Json, annotator: str, versions: Versions) -> Party | None:
        """Whom or what a reference means, as its annotator sees it; None where that is gone."""
        if isinstance(value, str) and value:
            value = {"entity": value} if value in self.entities else {"annotation": value}
        if not isinstance(value, dict):
            return None
        if isinstance(key := value.get("entity"), str):
            return self.entity(key)
        if isinstance(text := value.get("concept"), str):
            return self.concept(text)
        found = versions.get((str(value.get("annotation")), annotator))
        found = found or versions.get((str(value.get("annotation")), ""))
        return self.stood_for(*found) if found else None

    def stood_for(self, entity: str, words: str, type_: str = "") -> Party | None:
        """Whom a record means that is linked to an entity ("" for none) and has some words."""
        return self.entity(entity) if entity else self.words(words, type_)

    @property
    def _by_name(self) -> dict[str, str | None]:
        if self._folded is None:
            self._folded = {}
            for key, (name, _type) in self.entities.items():
                folded = fold_name(name)
                self._folded[folded] = None if folded in self._folded else key
        return self._folded

    def _party(self, key: str, name: str, type_: str) -> Party:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Party(key=key, name=name, type=type_)
        return found


def reference_id(value: Json) -> str:
    """The id of the record that a reference holds, as far as it can be one; else ""."""
    if isinstance(value, dict):
        value = value.get("annotation")
    return value if isinstance(value, str) else ""


def read_versions(db: Database, ids: Iterable[str]) -> Versions:
    """What records stand for, and what the labels that people made of them do."""
    # In the order in which they are given, which is that of the file: so that pages are read once.
    wanted = [id_ for id_ in dict.fromkeys(ids) if id_]
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    sql = """SELECT {key}, {who}, n.rowid, n.features
             FROM json_each(?) j JOIN annotations n ON {key} = j.value WHERE {which}"""
    itself = sql.format(key="n.id", who="''", which="1")
    labels = sql.format(key="n.basis", who="n.annotator", which="n.status IN ('accepted', 'edited')")
    for start in range(0, len(wanted), _BATCH):
        batch = json.dumps(wanted[start : start + _BATCH])
        rows = [row for query in (itself, labels) for row in db.execute(query, [batch])]
        known = [(id_, who, key, json.loads(features)) for id_, who, key, features in rows]
        words = _words(db, [key for _id, _who, key, features in known if not _link(features)])
        for id_, who, key, features in known:
            kind = features.get("type") or features.get("source_type") or ""
            found[id_, who] = (_link(features), words.get(key, ""), str(kind))
    return found


def _link(features: Mapping[str, Json]) -> str:
    """The key of the entity that a record is linked to; "" for none."""
    return str(features.get("entity") or features.get("speaker") or "")


def _words(db: Database, keys: list[int]) -> dict[int, str]:
    """{row number: the words that it is known by} of some records."""
    sql = f"""SELECT n.rowid, {anchor_of()} FROM json_each(?) k JOIN annotations n ON n.rowid = k.value
              JOIN articles a ON a.id = n.article JOIN texts t ON t.sha256 = a.text_sha256"""
    return {key: one_line(words) for key, words in db.execute(sql, [json.dumps(keys)])} if keys else {}
