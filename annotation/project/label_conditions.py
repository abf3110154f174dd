"""Conditions on what is labelled: which records say something, and which articles have them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.codebook import Codebook, Layer
from annotation.fields import Field
from annotation.project.label_index import record_number
from annotation.project.query import Comparison, Value
from annotation.project.search_keys import LabelKey
from annotation.project.sql import ALWAYS, NEVER, Sql, among, joined, one_of
from annotation.records import fold_name

STANDING = (0, 1, 2)
"""Suggestions that wait, labels, gold records: not the suggestions that somebody decided about."""
_LAST = "\U0010ffff"
Said = tuple[LabelKey, tuple[Value, ...]]
"""What one record must say: one of the values under the key."""


@dataclass(frozen=True, slots=True)
class LabelConditions:
    """Makes conditions for one project."""

    db: Database
    codebook: Codebook
    decided: tuple[int, ...] = STANDING
    """Which records count."""
    own: str = ""
    """The numbers of the only labels that count beside suggestions, as a JSON list; "" where all count."""

    def articles_saying(self, group: Sequence[Said]) -> Sql:
        """The articles with a record that says all of a group."""
        parts = [self._records(key, values) for key, values in group]
        if any(part is NEVER for part in parts):
            return NEVER
        text = " INTERSECT ".join(f"SELECT article, record FROM ({part.text})" for part in parts)
        values = tuple(value for part in parts for value in part.values)
        return among(f"SELECT article FROM ({text})", values)

    def articles_having(self, layer: str | None, decided: Sequence[int]) -> Sql:
        """The articles with a record of a layer (None: of any) that is decided so."""
        ids = self._ids([""], (layer,) if layer else None, [""])
        found = joined("AND", [one_of("word", ids), self.state(decided)])
        return among(f"SELECT article FROM label_places WHERE {found.text}", found.values)

    def articles_counting(self, layer: str, asked: Comparison) -> Sql:
        """The articles with so many labels of a layer."""
        ids = self._ids([""], (layer,), [""])
        where = joined("AND", [one_of("word", ids), self.state((1,))])
        least = {">=": asked.number, ">": asked.number + 1}.get(asked.sign)
        counted = f"SELECT article FROM label_places WHERE {where.text} GROUP BY article HAVING count(*)"
        if least is not None:
            return among(f"{counted} >= ?", (*where.values, least)) if least > 0 else ALWAYS
        if asked.sign == "=" and asked.number:
            return among(f"{counted} = ?", (*where.values, asked.number))
        most = {"<": asked.number - 1, "<=": asked.number, "=": 0}[asked.sign]
        return Sql(f"a.number NOT IN ({counted} > ?)", (*where.values, most))

    def state(self, decided: Sequence[int], table: str = "") -> Sql:
        """The condition that a record is decided so, and that it is to be seen; `table` ends in a dot."""
        return state_of(decided, self.own, table)

    # ------------------------------------------------------------ records

    def _records(self, key: LabelKey, values: Sequence[Value]) -> Sql:
        """A query for (article, record) of the records that say one of the values."""
        parts = [part for value in values for part in self._saying(key, value)]
        if not parts:
            return NEVER
        text = " UNION ALL ".join(part.text for part in parts)
        return Sql(text, tuple(value for part in parts for value in part.values))

    def _saying(self, key: LabelKey, value: Value) -> list[Sql]:
        """Queries for the records that have a value themselves, or point at one that has it."""
        layers = [layer for layer in self.codebook.layers if layer.id in key.layers]
        exact = self._exact(layers, key.field, value)
        words = fold_name(value.text).split()
        fields = [key.field] if key.field else None
        own = self._places(key.layers, fields, exact, words, prefix=value.prefix, decided=self.decided)
        linked = self._linked(layers, key, exact, words, prefix=value.prefix)
        return [*own, *linked]

    def _exact(self, layers: Sequence[Layer], field: str, value: Value) -> set[str]:
        """What a value may stand as in the index: as it is, as a tag, as the key of an entity."""
        text = value.text
        fields = [one for layer in layers for one in layer.fields if field in ("", one.id)]
        tags = {tag for one in fields for tag in tags_called(one, text, prefix=value.prefix)}
        names = {text, text.lower(), text.upper(), *tags, *self.entities_called(text, prefix=value.prefix)}
        if fold_name(text) in ("yes", "oui", "true", "vrai"):
            names.add("true")
        return {f"={name}" for name in names if name}

    def entities_called(self, text: str, *, prefix: bool = False) -> list[str]:
        """Keys of the entities that have all these words in their names."""
        words = fold_name(text).split()
        parts = []
        for place, word in enumerate(words):
            goes_on = prefix and place == len(words) - 1
            parts.append(Sql("word >= ? AND word < ?", (word, word + _LAST)) if goes_on else
                         Sql("word = ?", (word,)))  # fmt: skip
        if not parts:
            return []
        text = " INTERSECT ".join(f"SELECT entity FROM entity_words WHERE {part.text}" for part in parts)
        values = [value for part in parts for value in part.values]
        return [row[0] for row in self.db.execute(text, values)]

    def _places(
        self,
        layers: Sequence[str] | None,
        fields: Sequence[str] | None,
        exact: set[str],
        words: Sequence[str],
        *,
        prefix: bool,
        decided: Sequence[int],
    ) -> list[Sql]:
        """Queries for the records with one of the exact values, or with all of the words."""
        state = self.state(decided)
        found: list[Sql] = []
        if ids := self._ids(sorted(exact), layers, fields):
            where = joined("AND", [one_of("word", ids), state])
            found.append(Sql(f"SELECT article, record FROM label_places WHERE {where.text}", where.values))
        each = []
        for place, word in enumerate(words):
            ids = self._ids([word], layers, fields, prefix=prefix and place == len(words) - 1)
            each.append(joined("AND", [one_of("word", ids), state]) if ids else NEVER)
        if each and NEVER not in each:
            text = " INTERSECT ".join(
                f"SELECT article, record FROM label_places WHERE {one.text}" for one in each
            )
            found.append(Sql(f"SELECT * FROM ({text})", tuple(value for one in each for value in one.values)))
        return found

    def _linked(
        self, layers: Sequence[Layer], key: LabelKey, exact: set[str], words: Sequence[str], *, prefix: bool
    ) -> list[Sql]:
        """Queries for the records whose references point at a record that is called so."""
        fields = [one.id for layer in layers for one in layer.fields
                  if one.kind == "reference" and len(one.to) > 1 and key.field in ("", one.id)]  # fmt: skip
        ids = self._ids([""], key.layers, fields) if fields else []
        if not ids:
            return []
        naming = [role for layer in self.codebook.layers for role in layer.anchors[:1]]
        naming += [one.id for layer in self.codebook.layers for one in layer.fields if one.kind == "entity"]
        every = (*STANDING, 3)
        state = joined("AND", [one_of("l.field", ids), self.state(self.decided, "l.")])
        return [
            Sql(f"""SELECT l.article AS article, l.record AS record FROM ({part.text}) t
                    JOIN label_links l ON l.target = t.record AND l.article = t.article
                    WHERE {state.text}""", (*part.values, *state.values))
            for part in self._places(None, naming, exact, words, prefix=prefix, decided=every)
        ]  # fmt: skip

    def _ids(
        self,
        words: Sequence[str],
        layers: Sequence[str] | None,
        fields: Sequence[str] | None,
        *,
        prefix: bool = False,
    ) -> list[int]:
        """The numbers of words in some layers and fields (None for all)."""
        if prefix and words and words[0]:
            parts = [Sql("word >= ? AND word < ?", (words[0], words[0] + _LAST))]
        else:
            parts = [one_of("word", words)]
        parts += [one_of("layer", layers)] if layers is not None else []
        parts += [one_of("field", sorted(set(fields)))] if fields is not None else []
        where = joined("AND", parts)
        return [
            row[0] for row in self.db.execute(f"SELECT id FROM label_words WHERE {where.text}", where.values)
        ]


def own_numbers(db: Database, annotator: str) -> str:
    """The numbers that an annotator's records have in the index, as `LabelConditions.own` wants them."""
    rows = db.execute("SELECT id FROM annotations WHERE annotator = ?", [annotator])
    return json.dumps([record_number(row[0]) for row in rows])


def state_of(decided: Sequence[int], own: str, table: str = "") -> Sql:
    """The condition that a record is decided so, and a suggestion or among `own`; "" for all."""
    state = one_of(f"{table}decided", decided)
    if not own:
        return state
    seen = f"({table}decided IN (0, 3) OR {table}record IN (SELECT value FROM json_each(?)))"
    return joined("AND", [state, Sql(seen, (own,))])


def tags_called(field: Field, text: str, *, prefix: bool = False) -> set[str]:
    """Ids of a field's tags with this id or name in any language, and of those below them."""
    wanted = fold_name(text)
    found = {
        tag.id
        for tag in field.tags
        for name in (tag.id, *tag.label.values())
        if name == text or fold_name(name) == wanted or (prefix and fold_name(name).startswith(wanted))
    }
    size = -1
    while size != len(found):
        size = len(found)
        found |= {tag.id for tag in field.tags if tag.parent in found}
    return found
