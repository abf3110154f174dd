"""Bare loops: what anybody would write by hand to get the rows of a project into a format's own library.

Each reads the same rows of the same file by plain SELECTs, an article at a time, parses their JSON and makes
the same nested objects, cells or spans of them, but chooses, checks and counts nothing.
"""

import csv
import json
import sqlite3
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from importlib import import_module
from pathlib import Path
from typing import Any, Self

Row = dict[str, Any]
_ARTICLE = ("id", "title", "text_sha256", "lang", "outlet", "authors", "published", "url", "source_file",
            "metadata")  # fmt: skip
_RECORD = ("id", "layer", "annotator", "status", "origin", "spans", "features", "confidence", "note", "basis",
           "why", "created", "updated")  # fmt: skip
_ARTICLES = f"""SELECT {", ".join(f"a.{name}" for name in _ARTICLE)}, t.text
    FROM articles a JOIN texts t ON t.sha256 = a.text_sha256 ORDER BY a.number"""
_RECORDS = f"SELECT {', '.join(_RECORD)} FROM annotations WHERE article = ?"
_COMMON = ("id", "article", "title", "outlet", "published", "lang", "layer", "annotator", "status", "origin",
           "confidence", "note", "why", "basis", "created", "updated")  # fmt: skip
_POINTING = ("entity", "reference")
_PLURALS = {"entity": "entities", "figure": "figures", "source": "sources", "stance": "stances"}
WIDE = "everything"
_TOGETHER, _NESTED = 20_000, 500
"""Rows that pyarrow is given at once."""
_DOCUMENTS = 1_000
"""Documents of a file of spaCy."""
_GAP = " […] "


class Source:
    """The articles of a project with their records as dictionaries, and what keys stand for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through a connection of one's own."""
        self._connection = connection
        self.names: dict[str, str] = dict(connection.execute("SELECT id, name FROM entities"))
        self.people: dict[str, str] = dict(connection.execute("SELECT id, name FROM annotators"))
        (codebook,) = connection.execute("SELECT toml FROM codebooks ORDER BY rowid DESC").fetchone()
        layers = tomllib.loads(codebook)["layer"]
        self._columns = {
            id_: (
                list(one["role"]),
                [(key, field["kind"] in _POINTING) for key, field in one["field"].items()],
            )
            for id_, one in layers.items()
        }
        self.layers = list(layers)

    def fields(self, layer: str) -> list[tuple[str, bool]]:
        """The fields of a layer, and whether each points at something."""
        return self._columns[layer][1]

    def articles(self) -> Iterator[Row]:
        """Each article with its text, and its records under "annotations"."""
        for cells in self._connection.execute(_ARTICLES):
            row = dict(zip((*_ARTICLE, "text"), cells, strict=True))
            row["authors"], row["metadata"] = json.loads(row["authors"]), json.loads(row["metadata"])
            found = self._connection.execute(_RECORDS, [row["id"]]).fetchall()
            row["annotations"] = [self._record(row["text"], one) for one in found]
            yield row

    def _record(self, text: str, cells: tuple[Any, ...]) -> Row:
        row = dict(zip(_RECORD, cells, strict=True))
        row["annotator"] = self.people[row["annotator"]]
        row["features"] = json.loads(row["features"])
        spans = row["spans"] = json.loads(row["spans"])
        row["quotes"] = {role: [text[a:b] for a, b in pairs] for role, pairs in spans.items()}
        return row

    def header(self, layer: str) -> list[str]:
        """The columns of a layer, in the order of the cells."""
        roles, fields = self._columns[layer]
        words = [f"{role}{end}" for role in roles for end in ("", "_start", "_end", "_spans")]
        told = [name for key, points in fields for name in ((key, f"{key}_name") if points else (key,))]
        return [*_COMMON, *words, *told]

    def cells(self, article: Row, record: Row) -> list[Any]:
        """A record as a row: what it has in common with all, its words, its fields."""
        roles, fields = self._columns[record["layer"]]
        cells = [record["id"], article["id"], article["title"], article["outlet"], article["published"],
                 article["lang"], *(record[name] for name in _COMMON[6:])]  # fmt: skip
        for role in roles:
            if pairs := record["spans"].get(role):
                places = ";".join([f"{start}-{end}" for start, end in pairs])
                cells += [_GAP.join(record["quotes"][role]), pairs[0][0], pairs[-1][1], places]
            else:
                cells += [None] * 4
        for key, points in fields:
            value = record["features"].get(key)
            told = value if value is None or isinstance(value, str) else json.dumps(value)
            cells += [told, self.names.get(told or "")] if points else [told]
        return cells


def loop_json(source: Source, out: Path, finished: Path) -> None:
    """A line of JSON for each article with its records inside, by `json.dumps`."""
    with out.open("w", encoding="utf-8") as stream:
        for article in source.articles():
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")


def loop_dumps(source: Source, out: Path, finished: Path) -> float:
    """The seconds of `json.dumps` and writing alone, of objects that are there."""
    spent = 0.0
    with out.open("w", encoding="utf-8") as stream:
        for article in source.articles():
            start = time.process_time()
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
            spent += time.process_time() - start
    return spent


class _Rows:
    """The rows of the tables of the layers, and of one wide table of all of them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.headers = {layer: source.header(layer) for layer in source.layers}
        wide = list(dict.fromkeys(name for header in self.headers.values() for name in header))
        self._places = {
            layer: [wide.index(name) for name in header] for layer, header in self.headers.items()
        }
        self.headers[WIDE] = wide

    def __iter__(self) -> Iterator[tuple[str, list[Any]]]:
        for article in self._source.articles():
            for record in article["annotations"]:
                layer = record["layer"]
                cells = self._source.cells(article, record)
                yield layer, cells
                row = [None] * len(self.headers[WIDE])
                for place, cell in zip(self._places[layer], cells, strict=True):
                    row[place] = cell
                yield WIDE, row


def _beside(out: Path, name: str) -> Path:
    return out.with_name(f"{out.name}-{name}")


def loop_csv(source: Source, out: Path, finished: Path) -> None:
    """A row a record by `csv.writer`, in the table of its layer and in the wide one."""
    rows = _Rows(source)
    with ExitStack() as opened:
        writers = {}
        for name, header in rows.headers.items():
            stream = opened.enter_context(_beside(out, name).open("w", encoding="utf-8", newline=""))
            writers[name] = csv.writer(stream)
            writers[name].writerow(header)
        for name, cells in rows:
            writers[name].writerow(cells)


def loop_xlsx(source: Source, out: Path, finished: Path) -> None:
    """The same rows by xlsxwriter with constant memory."""
    rows = _Rows(source)
    with import_module("xlsxwriter").Workbook(str(out), {"constant_memory": True}) as book:
        sheets = {name: book.add_worksheet(name) for name in rows.headers}
        done = dict.fromkeys(rows.headers, 0)
        for name, cells in rows:
            done[name] += 1
            for place, cell in enumerate(cells):
                sheets[name].write(done[name], place, cell)


def loop_pyarrow(source: Source, out: Path, finished: Path) -> None:
    """The same rows as Parquet files by pyarrow, and a file of the texts."""
    pa, rows = import_module("pyarrow"), _Rows(source)
    with ExitStack() as opened:
        tables = {}
        for name, header in rows.headers.items():
            types = {column: pa.int64() for column in header if column.endswith(("_start", "_end"))}
            types["confidence"] = pa.float64()
            schema = pa.schema([(column, types.get(column, pa.string())) for column in header])
            tables[name] = opened.enter_context(_Parquet(_beside(out, name), schema, _TOGETHER))
        for name, cells in rows:
            tables[name].add(cells)


def loop_nested(source: Source, out: Path, finished: Path) -> None:
    """A row an article with lists of objects in it, by pyarrow, in the types of the finished dataset."""
    schema = import_module("pyarrow.parquet").read_schema(next((finished / "articles").glob("*.parquet")))
    with _Parquet(out, schema, _NESTED) as table:
        for article in source.articles():
            row: Row = {**article, "metadata": None, **{name: [] for name in _PLURALS.values()}}
            for record in article["annotations"]:
                row[_PLURALS[record["layer"]]].append(_object(source, record))
            table.add([row.get(name) for name in schema.names])


def _object(source: Source, record: Row) -> Row:
    told = {name: record[name] for name in _COMMON if name in record}
    for role, pairs in record["spans"].items():
        quotes = zip(pairs, record["quotes"][role], strict=True)
        told[role] = [{"start": start, "end": end, "quote": said} for (start, end), said in quotes]
    for key, points in source.fields(record["layer"]):
        if (value := record["features"].get(key)) is not None:
            told[key] = {"key": str(value), "name": source.names.get(str(value))} if points else value
    return told


class _Parquet:
    """A Parquet file that is given so many rows at once."""

    def __init__(self, place: Path, schema: Any, most: int) -> None:
        self._schema = schema
        self._most = most
        self._writer = import_module("pyarrow.parquet").ParquetWriter(place, schema, compression="zstd")
        self._held: list[list[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: list[Any]) -> None:
        """Hold a row, and write all that are held where they are enough."""
        self._held.append(row)
        if len(self._held) >= self._most:
            self._flush()

    def _flush(self) -> None:
        pa = import_module("pyarrow")
        columns = zip(*self._held, strict=True)
        arrays = [
            pa.array(list(cells), field.type) for cells, field in zip(columns, self._schema, strict=False)
        ]
        if arrays:
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._held = []


def loop_docbin(source: Source, out: Path, finished: Path) -> None:
    """A document of spaCy's rules for each article with its spans and a dictionary of its records, in DocBins
    of a thousand."""
    out.mkdir()
    nlp, tokens = _rules(), import_module("spacy.tokens")
    made = tokens.DocBin(store_user_data=True)
    for number, article in enumerate(source.articles(), 1):
        doc = nlp(article["text"])
        groups: dict[str, list[Any]] = {}
        for record in article["annotations"]:
            for role, pairs in record["spans"].items():
                spans = [doc.char_span(start, end, role, alignment_mode="expand", span_id=record["id"])
                         for start, end in pairs]  # fmt: skip
                groups.setdefault(f"{record['layer']}.{role}", []).extend(spans)
        for name, spans in groups.items():
            doc.spans[name] = spans
        doc.ents = import_module("spacy.util").filter_spans(groups.get("entity.mention", []))
        doc.user_data["selon"] = {record["id"]: record["features"] for record in article["annotations"]}
        made.add(doc)
        if number % _DOCUMENTS == 0:
            made.to_disk(out / f"{number}.spacy")
            made = tokens.DocBin(store_user_data=True)
    made.to_disk(out / "last.spacy")


def loop_conll(source: Source, out: Path, finished: Path) -> None:
    """The words of spaCy's rules a line with a tag, sentence by sentence, in a file for each layer."""
    nlp = _rules()
    with ExitStack() as opened:
        files = {
            layer: opened.enter_context(_beside(out, layer).open("w", encoding="utf-8"))
            for layer in source.layers
        }
        for article in source.articles():
            doc = nlp(article["text"])
            for layer, stream in files.items():
                tags = ["O"] * len(doc)
                for record in article["annotations"]:
                    pairs = [pair for found in record["spans"].values() for pair in found]
                    for start, end in pairs if record["layer"] == layer else ():
                        span = doc.char_span(start, end, alignment_mode="expand")
                        tags[span.start] = f"B-{layer}"
                        tags[span.start + 1 : span.end] = [f"I-{layer}"] * (len(span) - 1)
                for sentence in doc.sents:
                    stream.writelines(f"{token.text} {tags[token.i]}\n" for token in sentence)
                    stream.write("\n")


def _rules() -> Any:
    nlp = import_module("spacy").blank("fr")
    nlp.add_pipe("sentencizer")
    return nlp


def loop_sqlite(source: Source, out: Path, finished: Path) -> None:
    """Everything is read and parsed; then each row of the finished database is inserted into another one."""
    for article in source.articles():
        article.clear()
    (place,) = finished.glob("*.dna")
    with closing(sqlite3.connect(place)) as made, closing(sqlite3.connect(out, isolation_level=None)) as into:
        for name in ("journal_mode", "synchronous"):
            into.execute(f"PRAGMA {name} = OFF")
        into.execute("BEGIN")
        tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        for name, sql in made.execute(tables).fetchall():
            into.execute(sql)
            rows = made.execute(f"SELECT * FROM {name}")
            marks = ", ".join("?" * len(rows.description))
            for row in rows:
                into.execute(f"INSERT INTO {name} VALUES ({marks})", row)
        into.execute("COMMIT")


LOOPS: dict[str, Callable[[Source, Path, Path], float | None]] = {
    "json": loop_json, "json.dumps": loop_dumps, "csv": loop_csv, "xlsxwriter": loop_xlsx,
    "pyarrow": loop_pyarrow, "pyarrow, nested": loop_nested, "spacy": loop_docbin, "tagged words": loop_conll,
    "sqlite3": loop_sqlite,
}  # fmt: skip


def run_loop(name: str, project: Path, out: Path, finished: Path) -> float | None:
    """What the loop of a name does; the seconds that count where these are not all of them.

    `finished` is the folder of an export that is there, for those that take the types of its columns.
    """
    with closing(sqlite3.connect(project)) as connection:
        return LOOPS[name](Source(connection), out, finished)
