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
    wanted, found = sorted(set(ids) - {""}), {}
    linked = "coalesce(json_extract(n.features, '$.entity'), json_extract(n.features, '$.speaker'))"
    type_ = "coalesce(json_extract(n.features, '$.type'), json_extract(n.features, '$.source_type'))"
    sql = f"""SELECT {{key}}, {{who}}, {linked}, {type_}, CASE WHEN {linked} IS NULL THEN
                (SELECT {anchor_of()} FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
                 WHERE a.id = n.article) END
              FROM json_each(?) j JOIN annotations n ON {{key}} = j.value WHERE {{which}}"""
    itself = sql.format(key="n.id", who="''", which="1")
    labels = sql.format(key="n.basis", who="n.annotator", which="n.status IN ('accepted', 'edited')")
    for start in range(0, len(wanted), _BATCH):
        batch = json.dumps(wanted[start : start + _BATCH])
        for query in (itself, labels):
            for id_, who, entity, kind, words in db.execute(query, [batch]):
                found[id_, who] = (str(entity or ""), one_line(words), str(kind or ""))
    return found
