"""What may be typed next in the search: keys, and values that the project has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.codebook.layer import Role
from annotation.fields import Field
from annotation.project.query import Token, Value, tokens_of, written_value
from annotation.project.search_keys import LabelKey, SearchKey, article_key, label_key, search_keys
from annotation.project.sql import escaped, joined, one_of
from annotation.records import fold_name

_MOST = 12
_COLUMNS = {"outlet": "outlet", "section": "section", "lang": "lang", "file": "source_file"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """One thing that may stand here."""

    text: str
    """What is written in the place of what stands from `start` to `end`."""
    title: str
    help: str = ""
    start: int
    end: int
    goes_on: bool = False
    """Whether a value has to follow: then no blank is put behind it."""


def complete(db: Database, codebook: Codebook, typed: str, place: int) -> list[Completion]:
    """What may stand at a place of a query, the likeliest first; nothing within words that are no key."""
    token = next((one for one in tokens_of(typed) if one.start < place <= one.end), None)
    if token is None:
        return _keys(codebook, "", place, place) if not typed[:place].strip() else []
    start = token.start + (token.text.startswith("-") and len(token.text) > 1)
    text = typed[start:place]
    key, colon, value = text.partition(":")
    if not colon:
        return _keys(codebook, key, start, token.end) if token.kind == "word" else []
    return _values(
        db, codebook, key, value, Token("value", value, place - len(value.rpartition(",")[2])), token.end
    )


def _keys(codebook: Codebook, begun: str, start: int, end: int) -> list[Completion]:
    """Keys that begin so, in any language."""
    wanted = fold_name(begun)
    found = [
        (key.names[0], key.text)
        for key in search_keys().values()
        if key.kind != "number" and any(fold_name(name).startswith(wanted) for name in key.names)
    ]
    found += [
        (layer.id, layer.texts)
        for layer in codebook.layers
        if _begins(wanted, layer.id, *layer.label.values())
    ]
    for layer in codebook.layers if wanted else ():
        parts: tuple[Field | Role, ...] = (*layer.fields, *layer.roles)
        found += [
            (part.id, f"{layer.text} · {part.text}")
            for part in parts
            if _begins(wanted, part.id, *part.label.values())
        ]
    taken = dict(reversed(found))
    names = list(dict.fromkeys(name for name, _help in found))
    return [
        Completion(text=f"{name}:", title=f"{name}:", help=taken[name], start=start, end=end, goes_on=True)
        for name in names[: _MOST * 3 if not wanted else _MOST]
    ]


def _begins(wanted: str, *names: str) -> bool:
    return any(fold_name(name).startswith(wanted) for name in names)


def _values(
    db: Database, codebook: Codebook, key: str, typed: str, place: Token, end: int
) -> list[Completion]:
    """Values of a key that begin so, or have a word that does."""
    begun = typed.rpartition(",")[2].strip('"')
    known = article_key(key)
    if known is not None:
        found = _of_articles(db, codebook, known, begun)
    else:
        label = label_key(codebook, key)
        found = _of_labels(db, codebook, label, begun) if label else iter(())
    taken: dict[str, str] = {}
    for value, help_ in found:
        taken.setdefault(value, help_)
        if len(taken) >= _MOST:
            break
    return [
        Completion(text=written_value(Value(value, exact=" " in value)), title=value, help=help_,
                   start=place.start, end=end)
        for value, help_ in taken.items()
    ]  # fmt: skip


def _of_articles(db: Database, codebook: Codebook, key: SearchKey, begun: str) -> Iterator[tuple[str, str]]:
    wanted = fold_name(begun)
    if key.kind == "layer":
        yield from ((one.id, one.texts) for one in codebook.layers if _begins(wanted, one.id, one.text))
    yield from ((value, "") for value in key.values if value.startswith(begun.lower()))
    if key.id in _COLUMNS:
        column = _COLUMNS[key.id]
        there = f"FROM articles WHERE ifnull({column}, '') <> ''"
        sql = f"SELECT {column} {there} GROUP BY 1 ORDER BY count(*) DESC"
        yield from _fitting((row[0] for row in db.execute(sql)), wanted)
    elif key.id == "tag":
        rows = db.execute("SELECT tag FROM article_tags GROUP BY 1 ORDER BY count(*) DESC")
        yield from _fitting((row[0] for row in rows), wanted)
    elif key.kind == "people":
        rows = db.execute("SELECT name FROM annotators WHERE kind = 'person' ORDER BY name")
        yield from _fitting((row[0] for row in rows), wanted)


def _fitting(values: Iterable[str], wanted: str) -> Iterator[tuple[str, str]]:
    """Values that begin with what is wanted or have a word that does."""
    for value in values:
        folded = fold_name(value)
        if folded.startswith(wanted) or f" {wanted}" in folded:
            yield value, ""


def _of_labels(db: Database, codebook: Codebook, key: LabelKey, begun: str) -> Iterator[tuple[str, str]]:
    """Tags of the fields, then names of the registry and concepts that stand there."""
    wanted = fold_name(begun)
    fields = [one for layer in codebook.layers if layer.id in key.layers for one in layer.fields
              if key.field in ("", one.id)]  # fmt: skip
    for field in fields:
        for tag in field.tags:
            if _begins(wanted, tag.id, *tag.label.values()):
                yield tag.id, tag.text
    if not wanted or not any(one.kind in ("entity", "reference") for one in fields):
        return
    sql = """SELECT DISTINCT e.name, e.type FROM entity_words w JOIN entities e ON e.id = w.entity
             WHERE w.word >= ? AND w.word < ? || char(1114111) ORDER BY length(e.name), e.name LIMIT ?"""
    last = wanted.split()[-1]
    for name, type_ in db.execute(sql, [last, last, 4 * _MOST]).fetchall():
        if wanted in fold_name(name):
            yield name, type_
    where = joined("AND", [one_of("layer", key.layers)])
    said = f"SELECT word FROM label_words WHERE word LIKE ? ESCAPE '!' AND {where.text} LIMIT ?"
    for (word,) in db.execute(said, [f"={escaped(begun)}%", *where.values, _MOST]).fetchall():
        if " " in word:
            yield word[1:], ""
