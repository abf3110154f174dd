"""A project as a notebook reads it."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from annotation.codebook import Codebook
from annotation.exporters import Cell, Column, Table, lay_out, read_sheets, registry_table, with_texts
from annotation.notebooks.frames import Library, NoSuchTable, make_frame
from annotation.operations.filters import articles_called
from annotation.project import Project
from annotation.project import open_project as open_file
from annotation.project.selection import ALL, SelectedReader, Selection
from annotation.records import Annotation, Annotator, Article, Decision, Entity, Status, quote

LABELS = (Status.ACCEPTED, Status.EDITED)
"""The statuses of what people decided."""
_REGISTRY = "registry"


def open_project(path: str | Path) -> "Notebook":
    """The project in a file, to be read; nothing can be changed through it, and others may write meanwhile.

    ```python
    from annotation import open_project

    with open_project("press.selon") as project:
        sources = project.frame("sources")
    ```

    Without `with`, call `close` at the end. Raises ProjectError for a file that is no project.
    """
    return Notebook(open_file(Path(path), read_only=True))


class Notebook:
    """Reads one project: its records one after the other, or as tables.

    Wherever records are chosen, `annotator` is a name, "gold", "machine" or "all"; `status` is a status, or
    several, or None for any; `query` is the name of a saved filter, or a query as the Corpus room has it.
    Positions are code points of the text: `text[start:end]` is the quote.
    """

    def __init__(self, project: Project) -> None:
        """Read an open project."""
        self._project = project
        self._reader = project.read

    def __enter__(self) -> Self:
        """The notebook itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        return f"<Selon project {self._project.path.name!r}: {len(self)} articles>"

    def __len__(self) -> int:
        """How many articles there are."""
        return self._reader.count_articles()

    def close(self) -> None:
        """Close the file."""
        self._project.close()

    # ------------------------------------------------------------ what there is

    @property
    def codebook(self) -> Codebook:
        """The codebook in force: its layers, their roles and fields."""
        return self._reader.codebook

    @property
    def annotators(self) -> list[Annotator]:
        """Everybody who annotates, machine and gold first."""
        return list(self._reader.annotators().values())

    @property
    def tables(self) -> list[str]:
        """The names that `frame` knows."""
        return [*(table.name for table in lay_out(self.codebook)), _REGISTRY]

    # ------------------------------------------------------------ records

    def articles(self, query: str = "") -> Iterator[Article]:
        """The articles in the order of the project. Their texts are read by `text`."""
        return self._selected(query=query).articles()

    def article(self, id_: str) -> Article:
        """The article with an id. Raises ProjectError where there is none."""
        return self._reader.get(Article, id_)

    def text(self, article: Article | str) -> str:
        """The text of an article, or of the one with an id, exactly as it was imported."""
        return self._reader.text(article if isinstance(article, Article) else self.article(article))

    def annotations(
        self,
        layer: str | None = None,
        *,
        annotator: str = ALL,
        status: Status | str | Iterable[Status | str] | None = LABELS,
        query: str = "",
    ) -> Iterator[Annotation]:
        """The annotations of a layer, or of all, article by article in the order of their spans.

        Labels alone, unless another status is asked for: what people accepted or corrected.
        """
        chosen = self._selected(layer, annotator, status, query)
        return (record for article in chosen.articles() for record in chosen.annotations(article))

    def quotes(self, annotation: Annotation) -> dict[str, list[str]]:
        """The words that an annotation marks, by role."""
        text = self.text(annotation.article)
        return {role: quote(text, spans) for role, spans in annotation.spans.items()}

    def decisions(self, query: str = "") -> Iterator[Decision]:
        """The reviewers' decisions, article by article."""
        chosen = self._selected(query=query)
        return (decision for article in chosen.articles() for decision in chosen.decisions(article))

    def entities(self) -> Iterator[Entity]:
        """The registry of canonical names."""
        return iter(self._reader.entities())

    # ------------------------------------------------------------ tables

    def frame(
        self,
        name: str,
        *,
        annotator: str = ALL,
        status: Status | str | Iterable[Status | str] | None = LABELS,
        query: str = "",
        texts: bool = False,
        library: Library | None = None,
    ) -> Any:
        """A table as a DataFrame: "articles", "sources", "stances" and so on; `tables` has all names.

        Of labels alone, unless another status is asked for. The columns are those of the CSV export: a row a
        record, its words, the positions and the fields. `texts` gives the articles' table their texts.
        `library` is "pandas" or "polars"; pandas, else polars, where it is not named. Raises NoSuchTable, and
        NoTables where neither is installed.
        """
        columns, rows = self._rows(name, self._selected(None, annotator, status, query), texts)
        return make_frame(columns, rows, library)

    def _rows(
        self, name: str, chosen: SelectedReader, texts: bool
    ) -> tuple[Sequence[Column], Sequence[Sequence[Cell]]]:
        if name == _REGISTRY:
            columns, rows = registry_table(chosen)
            return list(columns), list(rows)
        table = self._table(name)
        table = with_texts(table) if texts else table
        found: list[list[Cell]] = [
            row for sheet in read_sheets(chosen, _quietly) for row in table.rows(sheet)
        ]
        return table.columns, found

    def _table(self, name: str) -> Table:
        known = {table.name: table for table in lay_out(self.codebook)}
        if name not in known:
            raise NoSuchTable(
                "There is no table “{name}”: choose one of {known}.", name=name, known=", ".join(self.tables)
            )
        return known[name]

    def _selected(
        self,
        layer: str | None = None,
        annotator: str = ALL,
        status: Status | str | Iterable[Status | str] | None = None,
        query: str = "",
    ) -> SelectedReader:
        statuses = [status] if isinstance(status, str) else status
        return SelectedReader(
            self._reader,
            Selection(
                annotator=annotator,
                statuses=frozenset(Status) if statuses is None else frozenset(map(_status, statuses)),
                articles=frozenset(articles_called(self._reader, query)) if query else None,
                layers=frozenset({layer}) if layer else None,
            ),
        )


def _status(called: Status | str) -> Status:
    try:
        return Status(called)
    except ValueError as error:
        raise NoSuchTable(
            "There is no status “{status}”: choose one of {known}.", status=called, known=", ".join(Status)
        ) from error


def _quietly(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
