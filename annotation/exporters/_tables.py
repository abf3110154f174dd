"""A project as tables: one row a record, one table a layer, and one wide table of everything."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotation.codebook import Codebook, Layer
from annotation.exporters._cells import STRANGE, Cell, Column, LayerCells, columns_of, strange_cells, written
from annotation.exporters._shapes import Typed
from annotation.exporters._sheet import Sheet
from annotation.records import Annotation, Reader

_ARTICLE = ("id", "title", "outlet", "authors", "published", "lang", "section", "page", "url", "source_file",
            "duplicates", "tags", "metadata", "length", "text_sha256")  # fmt: skip
_DECISION = ("id", "article", "layer", "reviewer", "outcome", "records", "gold", "taken", "reason", "comment",
             "automatic", "created", "updated")  # fmt: skip
_PLURALS = {"entity": "entities", "figure": "figures", "source": "sources", "stance": "stances"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table and how an article's rows of it are made."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Sheet], Iterator[list[Cell]]]

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


def lay_out(codebook: Codebook) -> list[Table]:
    """The tables of a codebook: articles, one for each layer, decisions, and everything."""
    work = _Work(codebook)
    layers = [_layer_table(layer, work) for layer in codebook.layers]
    return [_articles(), *layers, _decisions(), _everything(work)]


def everything(codebook: Codebook) -> Table:
    """One wide table: a row a record, a column for each role and field of any layer."""
    return _everything(_Work(codebook))


def _everything(work: "_Work") -> Table:
    columns = _distinct([*(column for found in work.columns.values() for column in found), *STRANGE])
    numbers = {column.name: place for place, column in enumerate(columns)}
    places = {id_: [numbers[one.name] for one in found] for id_, found in work.columns.items()}
    strange = [numbers[one.name] for one in STRANGE]
    empty: list[Cell] = [None] * len(columns)

    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        for layer, cells in work.of(sheet):
            row = empty.copy()
            for place, cell in zip(places.get(layer, strange), cells, strict=True):
                row[place] = cell
            yield row

    return Table("everything", columns, rows)


def with_texts(table: Table) -> Table:
    """The table of articles with their texts as its last column; any other table as it is."""
    if table.name != "articles":
        return table

    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        return ([*row, sheet.whole_text] for row in table.rows(sheet))

    return Table(table.name, (*table.columns, Column("text")), rows)


def typed(columns: Iterable[Column]) -> list[Typed]:
    """The columns as formats with types have them."""
    return [column.typed for column in columns]


def registry(reader: Reader) -> tuple[Sequence[Column], Iterator[list[Cell]]]:
    """The columns and rows of the table of canonical names."""
    columns = columns_of(("key", "name", "type", "aliases", "wikidata", "note"))
    rows = (
        [entity.id, entity.name, entity.type, "|".join(entity.aliases), entity.wikidata, entity.note]
        for entity in reader.entities()
    )
    return columns, iter(list[Cell](row) for row in rows)


def _distinct(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns by name; one that holds several kinds of things holds text."""
    found: dict[str, Column] = {}
    for column in columns:
        known = found.setdefault(column.name, column)
        if known.kind is not column.kind:
            found[column.name] = Column(column.name, is_flag=known.is_flag or column.is_flag)
    return tuple(found.values())


# layers


def layer_plural(layer: Layer) -> str:
    """What the table of a layer is called."""
    return _PLURALS.get(layer.id, layer.id)


def _layer_table(layer: Layer, work: "_Work") -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        return (cells for id_, cells in work.of(sheet) if id_ == layer.id)

    return Table(layer_plural(layer), work.columns[layer.id], rows)


class _Work:
    """The cells of the records of an article, made once for all tables that have them."""

    def __init__(self, codebook: Codebook) -> None:
        self._layers = {layer.id: LayerCells(layer) for layer in codebook.layers}
        self.columns = {id_: one.columns for id_, one in self._layers.items()}
        self._sheet: Sheet | None = None
        self._made: list[tuple[str, list[Cell]]] = []

    def of(self, sheet: Sheet) -> list[tuple[str, list[Cell]]]:
        """The layer and the cells of each record, in the order of the layer's columns."""
        if sheet is not self._sheet:
            self._sheet, self._made = sheet, [(one.layer, self._cells(sheet, one)) for one in sheet.records]
        return self._made

    def _cells(self, sheet: Sheet, record: Annotation) -> list[Cell]:
        known = self._layers.get(record.layer)
        return known.of(sheet, record) if known else strange_cells(sheet, record)


# articles and decisions


def _articles() -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        article = sheet.article
        values = {**{name: getattr(article, name) for name in _ARTICLE}, "authors": "|".join(article.authors),
                  "tags": "|".join(article.tags), "metadata": written(article.metadata)}  # fmt: skip
        yield [values[name] for name in _ARTICLE]

    return Table("articles", tuple(columns_of(_ARTICLE)), rows)


def _decisions() -> Table:
    def rows(sheet: Sheet) -> Iterator[list[Cell]]:
        for decision in sheet.decisions:
            taken = sheet.book.people.get(decision.taken or "")
            values = {
                **{name: getattr(decision, name) for name in _DECISION},
                "reviewer": sheet.book.people[decision.reviewer].name,
                "outcome": decision.outcome.value,
                "records": "|".join(decision.records),
                "taken": taken.name if taken else None,
            }
            yield [values[name] for name in _DECISION]

    return Table("decisions", tuple(columns_of(_DECISION)), rows)
