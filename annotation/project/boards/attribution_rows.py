"""What a table shows of attributions, read when they are looked at: with figures and stances they carry."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotation.project.boards.chosen import Chosen, condition
from annotation.project.boards.figures import LAYER as FIGURE
from annotation.project.boards.parties import Names, read_versions, reference_id
from annotation.project.boards.stances import LAYER as STANCE
from annotation.project.boards.words import anchor_of, one_line, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedStance:
    """A stance that is expressed in an attribution."""

    id: str
    target: str
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow:
    """What the table shows of one attribution."""

    id: str
    article: str
    annotator: str
    """The name of whose record it is."""
    status: str
    speaker: str
    """The name in the registry, "" where none is linked."""
    source: str
    """The words that name who speaks."""
    cue: str
    content: str
    addressee: str
    features: Mapping[str, Any]
    figures: tuple[str, ...]
    """The words of the figures that it vouches for."""
    stances: tuple[CarriedStance, ...]
    title: str
    outlet: str
    published: str

    @property
    def who(self) -> str:
        """Who speaks, as well as it is known."""
        return self.speaker or self.source

    def feature(self, key: str) -> str:
        """The value of a field as text, "" where it has none."""
        value = self.features.get(key)
        return "" if value is None or isinstance(value, dict | list) else str(value)


_ROLES = ("source", "cue", "content", "addressee")


def read_attributions(db: Database, ids: Sequence[str], chosen: Chosen, names: Names) -> list[AttributionRow]:
    """What is shown of some attributions, in the order of `ids`; those that are gone are left out."""
    sql = f"""SELECT n.id, n.article, p.name, n.status, n.basis, n.features,
                {", ".join(words_of(role) for role in _ROLES)},
                a.title, ifnull(a.outlet, ''), ifnull(a.published, '')
              FROM json_each(?) k JOIN annotations n ON n.id = k.value JOIN annotators p ON p.id = n.annotator
              JOIN articles a ON a.id = n.article JOIN texts t ON t.sha256 = a.text_sha256"""
    rows = db.execute(sql, [json.dumps(list(ids))]).fetchall()
    meant = {row[4]: row[0] for row in rows if row[4]} | {row[0]: row[0] for row in rows}
    articles = json.dumps(sorted({row[1] for row in rows}))
    figures = _figures(db, articles, meant, chosen)
    stances = _stances(db, articles, meant, chosen, names)
    found = {}
    for id_, article, who, status, _basis, features, source, cue, content, addressee, *place in rows:
        known = json.loads(features)
        speaker = known.get("speaker")
        found[id_] = AttributionRow(
            id=id_,
            article=article,
            annotator=who,
            status=status,
            speaker=names.entity(speaker).name if isinstance(speaker, str) and speaker else "",
            source=one_line(source),
            cue=one_line(cue),
            content=one_line(content),
            addressee=one_line(addressee),
            features=known,
            figures=tuple(figures.get(id_, ())),
            stances=tuple(stances.get(id_, ())),
            title=place[0],
            outlet=place[1],
            published=place[2],
        )
    return [found[id_] for id_ in ids if id_ in found]


def _figures(db: Database, articles: str, meant: Mapping[str, str], chosen: Chosen) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _id, _who, features, words in _carried(db, articles, chosen, FIGURE, anchor_of()):
        if owner := meant.get(reference_id(features.get("source"))):
            found.setdefault(owner, []).append(one_line(words))
    return found


def _stances(
    db: Database, articles: str, meant: Mapping[str, str], chosen: Chosen, names: Names
) -> dict[str, list[CarriedStance]]:
    rows = [(id_, who, features, meant.get(reference_id(features.get("attribution"))))
            for id_, who, features, _words in _carried(db, articles, chosen, STANCE, "NULL")]  # fmt: skip
    carried = [row for row in rows if row[3]]
    versions = read_versions(db, (reference_id(row[2].get("target")) for row in carried))
    found: dict[str, list[CarriedStance]] = {}
    for id_, who, features, owner in carried:
        target = names.referred(features.get("target"), who, versions)
        polarity = str(features.get("polarity") or "")
        stance = CarriedStance(id=id_, target=target.name if target else "", polarity=polarity)
        found.setdefault(str(owner), []).append(stance)
    return found


def _carried(
    db: Database, articles: str, chosen: Chosen, layer: str, words: str
) -> list[tuple[str, str, dict[str, Any], str | None]]:
    """(id, annotator, features, words) of the chosen records of a layer in some articles."""
    asked, values = condition(chosen, layer)
    texts = "JOIN texts t ON t.sha256 = a.text_sha256" if words != "NULL" else ""
    sql = f"""SELECT n.id, n.annotator, n.features, {words}
              FROM json_each(?) k
              CROSS JOIN annotations n INDEXED BY annotations_article ON n.article = k.value
              JOIN articles a ON a.id = n.article {texts} WHERE {asked} ORDER BY n.rowid"""
    rows = db.execute(sql, [articles, *values])
    return [(id_, who, json.loads(features), said) for id_, who, features, said in rows]
