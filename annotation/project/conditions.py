"""A query of the search as a condition in SQL on the table of articles, called `a`."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.copy_conditions import IN_GROUP, IS_COPY
from annotation.project.label_conditions import STANDING, LabelConditions, Said, own_numbers
from annotation.project.query import (
    AllOf,
    AnyOf,
    Comparison,
    Not,
    Query,
    QueryError,
    Term,
    Value,
    Words,
    leaves,
)
from annotation.project.search_keys import article_key, label_key, unknown_key
from annotation.project.sql import ALWAYS, NEVER, Sql, among, escaped, joined, one_of
from annotation.project.text_conditions import text_expression
from annotation.records import AssignmentState, fold_name

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_WORDS = re.compile(r"[^\W_]+")
_NOTHING = frozenset({"none", "aucun", "aucune"})
_STATES = {
    "a faire": "todo", "faire": "todo", "to do": "todo", "commence": "started", "termine": "done",
    "fini": "done", "passe": "skipped", "signale": "flagged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conditions:
    """Turns queries into conditions for one project, as `me` asks ("" for nobody)."""

    db: Database
    codebook: Codebook
    me: str = ""
    veiled: bool = False
    """Whether the labels, the queues and the names of others are not to be found."""

    def where(self, query: Query) -> Sql:
        """The condition. Raises QueryError for a key that there is not, or a value that is none."""
        return self._sql(query, self._labels(query))

    def tidied(self, query: Query | None) -> Query | None:
        """The query without keys that nothing follows yet, and with the canonical names of keys.

        A name that is no key and has no value was a word with a colon.
        """
        if isinstance(query, Not):
            part = self.tidied(query.part)
            return Not(part) if part else None
        if isinstance(query, AllOf | AnyOf):
            parts = tuple(found for part in query.parts if (found := self.tidied(part)))
            return type(query)(parts) if len(parts) > 1 else next(iter(parts), None)
        if isinstance(query, Term | Comparison):
            known = article_key(query.key)
            if known is not None and known.id != "meta":
                values = query.values if isinstance(query, Term) else ()
                if isinstance(query, Comparison):
                    return Comparison(known.id, query.sign, query.number)
                return Term(known.id, values) if values else None
            if isinstance(query, Term) and not query.values:
                is_key = known is not None or label_key(self.codebook, query.key) is not None
                return None if is_key else Words(query.key)
        return query

    def _labels(self, query: Query) -> LabelConditions:
        """What counts as labelled: everything that stands, or what `is:label`, `is:suggestion` says."""
        said = {value.text for leaf in leaves(query) if isinstance(leaf, Term) and leaf.key == "is"
                for value in leaf.values}  # fmt: skip
        chosen = (1, 2) if said & {"label", "labels"} else (0,) if said & {"suggestion"} else STANDING
        return LabelConditions(self.db, self.codebook, chosen, self._own)

    @property
    def _own(self) -> str:
        return own_numbers(self.db, self.me) if self.veiled else ""

    def _sql(self, query: Query, labels: LabelConditions) -> Sql:
        if expression := text_expression(query):
            return among("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (expression,))
        if isinstance(query, Not):
            return self._sql(query.part, labels).negated()
        if isinstance(query, AnyOf):
            return joined("OR", [self._sql(part, labels) for part in query.parts])
        if isinstance(query, AllOf):
            return joined("AND", list(self._all(query.parts, labels)))
        if isinstance(query, Comparison):
            return self._comparison(query, labels)
        assert isinstance(query, Term), "words are an expression"
        return self._term(query, labels)

    def _all(self, parts: Sequence[Query], labels: LabelConditions) -> Iterator[Sql]:
        """Conditions of parts: words as one expression, terms about one record together."""
        words = tuple(part for part in parts if text_expression(_bare(part)))
        if len(words) > 1 and text_expression(AllOf(words)):
            yield self._sql(AllOf(words), labels)
            parts = [part for part in parts if part not in words]
        group: list[Said] = []
        for part in parts:
            said = self._said(part)
            if said is None:
                yield self._sql(part, labels)
                continue
            if group and not _goes_with(group, said):
                yield labels.articles_saying(group)
                group = []
            group.append(said)
        if group:
            yield labels.articles_saying(group)

    def _said(self, query: Query) -> Said | None:
        """What a term asks of a record, if it is about labels."""
        if not isinstance(query, Term) or article_key(query.key) is not None:
            return None
        key = label_key(self.codebook, query.key)
        if key is None:
            raise unknown_key(self.codebook, query.key)
        return key, query.values

    # ------------------------------------------------------------ terms

    def _term(self, term: Term, labels: LabelConditions) -> Sql:
        key = article_key(term.key)
        if key is None:
            said = self._said(term)
            return labels.articles_saying([said]) if said else NEVER
        if key.id == "meta":
            return joined("OR", [_meta(term.key.partition(".")[2], value) for value in term.values])
        makers: Mapping[str, Callable[[Value], Sql]] = {
            "outlet": lambda value: self._column("outlet", value),
            "author": lambda value: self._column("authors", value),
            "section": lambda value: self._column("section", value),
            "lang": lambda value: self._column("lang", value),
            "file": lambda value: self._column("source_file", value),
            "url": lambda value: _contains("a.url", value),
            "id": lambda value: Sql("a.id = ?", (value.text,)),
            "date": lambda value: _within_days("a.published", value),
            "before": lambda value: Sql("a.published < ? AND a.published <> ''", (_first_day(value.text),)),
            "after": lambda value: Sql("a.published >= ?", (_first_day(value.text),)),
            "imported": lambda value: _within_days("a.created", value),
            "length": lambda value: Sql("a.length = ?", (_number(value),)),
            "status": self._status,
            "assigned": self._assigned,
            "annotator": self._annotator,
            "tag": _tag,
            "has": lambda value: self._has(value, labels),
            "suggested": lambda value: self._layer(value, labels, (0,)),
            "is": _is,
            "copies": _copies,
            "reason": lambda value: _of_assignments(_contains("s.reason", value)),
        }
        make = makers.get(key.id)
        return joined("OR", [make(value) for value in term.values]) if make else NEVER

    def _comparison(self, asked: Comparison, labels: LabelConditions) -> Sql:
        if asked.key == "length":
            return Sql(f"a.length {asked.sign} ?", (asked.number,))
        key = label_key(self.codebook, asked.key)
        if key is not None and not key.field:
            return labels.articles_counting(key.layers[0], asked)
        if asked.key in ("labels", "suggestions"):
            decided = (1,) if asked.key == "labels" else (0,)
            every = LabelConditions(self.db, self.codebook, decided, self._own)
            return _counting(every, asked, decided)
        if article_key(asked.key) or key:
            raise QueryError("“{key}” is no number: use “{key}:” with a value.", key=asked.key)
        raise unknown_key(self.codebook, asked.key)

    def _column(self, column: str, value: Value) -> Sql:
        """The articles whose value of a column has these words; none: has nothing there."""
        name = f"a.{column}"
        if fold_name(value.text) in _NOTHING and not value.exact:
            return Sql(f"({name} IS NULL OR {name} IN ('', '[]'))")
        if value.text == "*":
            return Sql(f"{name} NOT IN ('', '[]')")
        wanted = _plain(value.text)
        rows = self.db.execute(f"SELECT DISTINCT {column} FROM articles WHERE {column} IS NOT NULL")
        exact = value.exact and column != "authors"
        found = [row[0] for row in rows if _fits(_plain(row[0]), wanted, exact=exact or column == "lang")]
        return Sql(f"{name} IN (SELECT value FROM json_each(?))", (json.dumps(found),)) if found else NEVER

    def _status(self, value: Value) -> Sql:
        """Where the article is for me, for somebody (`done@Marie`), or, if nobody asks, for anybody."""
        text, _at, name = value.text.partition("@")
        state = _STATES.get(fold_name(text), fold_name(text))
        people = self._people(name) if name else ([self.me] if self.me else None)
        mine = one_of("s.annotator", people) if people is not None else ALWAYS
        if state in _NOTHING:
            return _of_assignments(mine).negated()
        if state not in set(AssignmentState):
            known = ", ".join([*AssignmentState, "none"])
            raise QueryError("“{value}” is no status: use one of {known}.", value=text, known=known)
        return _of_assignments(joined("AND", [Sql("s.state = ?", (state,)), mine]))

    def _assigned(self, value: Value) -> Sql:
        queued = Sql("s.position > 0")
        if fold_name(value.text) in {"nobody", "personne", *_NOTHING}:
            return _of_assignments(queued).negated()
        return _of_assignments(joined("AND", [queued, one_of("s.annotator", self._people(value.text))]))

    def _annotator(self, value: Value) -> Sql:
        people = one_of("s.annotator", self._people(value.text))
        taken = _of_assignments(joined("AND", [Sql("s.state <> 'todo'"), people]))
        who = one_of("n.annotator", people.values)
        labelled = Sql(
            f"""EXISTS (SELECT 1 FROM annotations n WHERE n.article = a.id
                AND n.status IN ('accepted', 'edited') AND {who.text})""",
            who.values,
        )
        return joined("OR", [taken, labelled])

    def _people(self, name: str) -> list[str]:
        """Ids of the annotators whose names have these words. Raises QueryError where nobody has."""
        wanted = _plain(name)
        if wanted in ("me", "moi") and self.me:
            return [self.me]
        people = self.db.execute("SELECT id, name FROM annotators").fetchall()
        if self.veiled:
            people = [row for row in people if row[0] == self.me]
        exact = [id_ for id_, known in people if _plain(known) == wanted]
        found = exact or [id_ for id_, known in people if wanted and wanted in _plain(known)]
        if not found:
            known = ", ".join(sorted(known for id_, known in people if id_ not in ("machine", "gold")))
            raise QueryError(
                "There is nobody called “{name}” in this project: there are {known}.", name=name, known=known
            )
        return found

    def _has(self, value: Value, labels: LabelConditions) -> Sql:
        simple = {
            "labels": labels.articles_having(None, (1,)),
            "suggestions": labels.articles_having(None, (0,)),
            "gold": labels.articles_having(None, (2,)),
            "notes": self._noted(),
            "tags": Sql("a.tags <> '[]'"),
            "duplicates": Sql("a.duplicates IS NOT NULL"),
        }
        return simple.get(value.text.lower()) or self._layer(value, labels, (1,))

    def _noted(self) -> Sql:
        noted = "SELECT 1 FROM annotations n WHERE n.article = a.id AND n.note <> ''"
        if self.veiled:
            return Sql(f"EXISTS ({noted} AND n.annotator = ?)", (self.me,))
        return Sql(f"EXISTS ({noted})")

    def _layer(self, value: Value, labels: LabelConditions, decided: tuple[int, ...]) -> Sql:
        key = label_key(self.codebook, value.text)
        if key is None or key.field:
            known = ", ".join(layer.id for layer in self.codebook.layers)
            raise QueryError("“{value}” is no layer: use one of {known}.", value=value.text, known=known)
        return labels.articles_having(key.layers[0], decided)


def _bare(query: Query) -> Query:
    return query.part if isinstance(query, Not) else query


def _goes_with(group: Sequence[Said], said: Said) -> bool:
    """Whether what is said can be of the record of a group: a field of its layer, not another layer."""
    layers = set(group[0][0].layers)
    for key, _values in group[1:]:
        layers &= set(key.layers)
    return bool(said[0].field) and bool(layers & set(said[0].layers))


def _counting(labels: LabelConditions, asked: Comparison, decided: Sequence[int]) -> Sql:
    """The articles with so many records of all layers together."""
    ids = [row[0] for row in labels.db.execute("SELECT id FROM label_words WHERE word = ''")]
    where = joined("AND", [one_of("p.word", ids), labels.state(decided, "p.")])
    counted = f"(SELECT count(*) FROM label_places p WHERE p.article = a.number AND {where.text})"
    return Sql(f"{counted} {asked.sign} ?", (*where.values, asked.number))


def _of_assignments(condition: Sql) -> Sql:
    found = f"SELECT s.article FROM assignments s WHERE {condition.text}"
    return Sql(f"a.id IN ({found})", condition.values)


def _tag(value: Value) -> Sql:
    if value.text in _NOTHING and not value.exact:
        return Sql("a.tags = '[]'")
    if value.text == "*":
        return Sql("a.tags <> '[]'")
    if value.prefix:
        where = Sql("tag LIKE ? ESCAPE '!'", (f"{escaped(value.text)}%",))
    else:
        where = Sql("tag = ? COLLATE NOCASE", (value.text,))
    return among(f"SELECT article FROM article_tags WHERE {where.text}", where.values)


def _is(value: Value) -> Sql:
    known = {
        **dict.fromkeys(("label", "labels", "suggestion"), ALWAYS),
        "flagged": _of_assignments(Sql("s.state = 'flagged'")),
        "duplicate": Sql("a.duplicates IS NOT NULL"),
    }
    found = known.get(value.text.lower())
    if found is None:
        raise QueryError("“is:{value}” says nothing: use one of {known}.", value=value.text,
                         known=", ".join(known))  # fmt: skip
    return found


def _copies(value: Value) -> Sql:
    """Whether an article is a copy, stands for some, or is of the group of the article with that id."""
    conditions = {
        "none": f"NOT {IS_COPY}",
        "only": IS_COPY,
        "any": IN_GROUP,
        "first": f"({IN_GROUP} AND NOT {IS_COPY})",
    }
    if found := conditions.get(value.text.lower()):
        return Sql(found)
    group = "SELECT g.duplicates FROM articles g WHERE g.id = ? AND g.duplicates IS NOT NULL"
    return Sql(f"a.duplicates IN ({group})", (value.text,))


def _meta(key: str, value: Value) -> Sql:
    found = "m.key = ? COLLATE NOCASE AND m.value LIKE ? ESCAPE '!'"
    values = (key, f"%{escaped(value.text)}%")
    return Sql(f"EXISTS (SELECT 1 FROM json_each(a.metadata) m WHERE {found})", values)


def _contains(column: str, value: Value) -> Sql:
    return Sql(f"{column} LIKE ? ESCAPE '!'", (f"%{escaped(value.text)}%",))


def _plain(text: str) -> str:
    """Letters and digits without accents and capitals, one blank between words."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in flat if not unicodedata.combining(char))
    return " ".join(_WORDS.findall(bare)) or text.strip()


def _fits(known: str, wanted: str, *, exact: bool) -> bool:
    return known == wanted if exact else wanted in known


def _number(value: Value) -> int:
    if not value.text.isdecimal() or len(value.text) > 15:
        raise QueryError("“{value}” is no number.", value=value.text)
    return int(value.text)


def _within_days(column: str, value: Value) -> Sql:
    """Between two days, both of them included; an open end where nothing stands."""
    if fold_name(value.text) in _NOTHING:
        return Sql(f"({column} IS NULL OR {column} = '')")
    start, dots, end = value.text.partition("..")
    parts = [Sql(f"{column} <> ''")]
    if start:
        parts.append(Sql(f"{column} >= ?", (_first_day(start),)))
    if end or not dots:
        parts.append(Sql(f"{column} < ?", (_day_after(end or start),)))
    return joined("AND", parts)


def _day(text: str) -> tuple[int, int, int]:
    """Year, month and day, 0 where they are left out. Raises QueryError where it is no day."""
    match = _DAY.fullmatch(text)
    year, month, day = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise QueryError("“{day}” is no day: write it as 2024, 2024-05 or 2024-05-31.", day=text) from error
    return year, month, day


def _first_day(text: str) -> str:
    year, month, day = _day(text)
    return f"{year:04}-{month or 1:02}-{day or 1:02}"


def _day_after(text: str) -> str:
    """The first day that is not part of a year, month or day any more."""
    year, month, day = _day(text)
    if day:
        return date.fromordinal(min(date(year, month, day).toordinal() + 1, date.max.toordinal())).isoformat()
    if month:
        return f"{year + month // 12:04}-{month % 12 + 1:02}-01"
    return f"{year + 1:04}-01-01"
