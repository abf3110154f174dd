"""Filters that a project keeps under a name; each is a query of the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.project import CorpusQuery, ProjectReader, Writer
from annotation.records import Setting

FILTERS = "filters"
"""The setting that holds them: [{"name": …, "query": …}]."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """One filter."""

    name: str
    query: str


def saved_filters(reader: ProjectReader) -> list[SavedFilter]:
    """The project's filters in the order in which they were saved."""
    found = reader.setting(FILTERS)
    rows = found if isinstance(found, list) else []
    return [
        SavedFilter(str(row["name"]), str(row["query"]))
        for row in rows
        if isinstance(row, dict) and "name" in row and "query" in row
    ]


def query_called(reader: ProjectReader, text: str) -> str:
    """The query of the filter with this name; where there is none, the text is the query itself."""
    named = {one.name.casefold(): one.query for one in saved_filters(reader)}
    return named.get(text.strip().casefold(), text)


def articles_called(reader: ProjectReader, text: str, annotator: str = "") -> list[str]:
    """Ids of the articles of a saved filter, by its name, or of a query."""
    return reader.corpus_ids(CorpusQuery(filters=query_called(reader, text), annotator=annotator))


def _store(writer: Writer, filters: Sequence[SavedFilter]) -> None:
    writer.put(Setting(id=FILTERS, value=[{"name": one.name, "query": one.query} for one in filters]))


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise OperationError("A filter needs a name: type one.")
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveFilter:
    """Keep a query under a name; the one that had the name gives way."""

    name: str
    query: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which one."""
        return Message("Save the filter {name}", {"name": self.name})

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError for an empty name or query, QueryError for one that is none."""
        kept = SavedFilter(_name(self.name), self.query.strip())
        if not kept.query:
            raise OperationError("There is nothing to save: search or filter first.")
        writer.corpus_ids(CorpusQuery(filters=kept.query))
        known = saved_filters(writer)
        names = [one.name.casefold() for one in known]
        if kept.name.casefold() in names:
            known[names.index(kept.name.casefold())] = kept
        else:
            known.append(kept)
        _store(writer, known)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameFilter:
    """Call a filter by another name."""

    name: str
    to: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Both names."""
        return Message("Rename the filter {name} to {to}", {"name": self.name, "to": self.to})

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError for an empty name or one that another filter has."""
        name, known = _name(self.to), saved_filters(writer)
        if any(one.name.casefold() == name.casefold() and one.name != self.name for one in known):
            raise OperationError("There is already a filter called “{name}”: choose another name.", name=name)
        _store(writer, [SavedFilter(name, one.query) if one.name == self.name else one for one in known])


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFilter:
    """Forget a filter; the articles stay."""

    name: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which one."""
        return Message("Remove the filter {name}", {"name": self.name})

    def apply(self, writer: Writer) -> None:
        """Store the others."""
        _store(writer, [one for one in saved_filters(writer) if one.name != self.name])
