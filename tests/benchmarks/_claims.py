"""A project with as many attributions, stances and figures as asked, for the benchmarks of the boards."""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

from annotation.operations import PutAnnotator
from annotation.project import create_project, open_project
from annotation.records import Annotator, digest

ANNOTATOR = Annotator(id="ann", name="Ann")
A_EACH = 5
"""Records of a layer that an article has."""
_PARTIES = 400
_POLARITIES = ("favor", "against", "against", "neutral", "mixed")
_COUNTED = ("soldats", "manifestants", "emplois", "logements", "blessés", "tonnes de blé")
_LINE = "{who} a déclaré que {number} {what} seraient concernés, et critique {whom} sans détour. "
_FILL = "Le conseil a voté un plan après un long débat dans la salle des fêtes de la commune. " * 30


def claims_file(folder: Path, count: int) -> Path:
    """A project with `count` records of each of the three layers, written without the journal."""
    path = folder / f"claims{count}.selon"
    with create_project(path) as project:
        project.apply(PutAnnotator(annotator=ANNOTATOR))
    with closing(sqlite3.connect(path)) as db:
        chance = random.Random(1)
        entities = [(f"e{n}", f"Personne {n}", "PER") for n in range(_PARTIES)]
        db.executemany(
            "INSERT INTO entities (id, name, type, aliases, wikidata, note, created, updated)"
            " VALUES (?, ?, ?, '[]', '', '', '', '')",
            entities,
        )
        for number in range(count // A_EACH):
            _write_article(db, number, chance)
        db.commit()
    with open_project(path) as project:
        project.rebuild_indexes()
    return path


def _write_article(db: sqlite3.Connection, number: int, chance: random.Random) -> None:
    lines, records = [], []
    at = 0
    for line in range(A_EACH):
        line_text, found = _line(f"{number}-{line}", at, chance)
        lines.append(line_text)
        records += found
        at += len(line_text)
    text = "".join(lines) + _FILL
    sha = digest(text)
    db.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", [sha, text])
    day = f"20{15 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
    db.execute(
        "INSERT INTO articles (id, title, text_sha256, length, lang, outlet, authors, published, source_file,"
        " metadata, created) VALUES (?, ?, ?, ?, 'fr', ?, '[]', ?, '', '{}', '')",
        [f"a{number}", f"Titre {number}", sha, len(text), f"Journal {number % 40}", day],
    )
    row = "INSERT INTO articles_fts (rowid, title, text) SELECT number, ?, ? FROM articles WHERE id = ?"
    db.execute(row, [f"Titre {number}", text, f"a{number}"])
    db.executemany(
        "INSERT INTO annotations (id, article, annotator, layer, spans, features, status, origin, note, why,"
        f" created, updated) VALUES (?, 'a{number}', 'ann', ?, ?, ?, 'accepted', '', '', '', '', '')",
        [(id_, layer, json.dumps(spans), json.dumps(features)) for id_, layer, spans, features in records],
    )


def _line(id_: str, at: int, chance: random.Random) -> tuple[str, list[tuple[str, str, object, object]]]:
    """A sentence, and an attribution, a figure and a stance that it holds."""
    who, whom = (min(int(chance.expovariate(1 / 40)), _PARTIES - 1) for _end in range(2))
    count, what = chance.randint(100, 90_000), chance.choice(_COUNTED)
    text = _LINE.format(who=f"Personne {who}", number=count, what=what, whom=f"Personne {whom}")

    def span(words: str) -> list[list[int]]:
        start = at + text.index(words)
        return [[start, start + len(words)]]

    linked = {"speaker": f"e{who}"} if chance.random() < 0.7 else {}
    types = {"source_type": chance.choice(("person", "institution", "media")), "speech": "indirect"}
    said = f"{count} {what} seraient concernés"
    spans = {"source": span(f"Personne {who} ".strip()), "cue": span("a déclaré"), "content": span(said)}
    figure = {"kind": "cardinal", "value": str(count), "counted": what, "source": f"s{id_}"}
    stance = {"holder": {"annotation": f"s{id_}"}, "target": {"entity": f"e{whom}"},
              "polarity": chance.choice(_POLARITIES), "attribution": f"s{id_}"}  # fmt: skip
    return text, [
        (f"s{id_}", "source", spans, {**types, **linked, "cue_type": "verb"}),
        (f"f{id_}", "figure", {"mention": span(f"{count} {what}")}, figure),
        (f"t{id_}", "stance", {"evidence": span("critique")}, stance),
    ]
