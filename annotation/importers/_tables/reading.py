"""A table of articles, whatever file it came from: columns found, rows as articles, the rest reported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from annotation.i18n import _, ngettext
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile, Table, table_key
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._tables.articles import row_article, row_text
from annotation.importers._tables.columns import Columns, find_columns

Row = Mapping[str, Any]
_SAMPLE = 200
_SHOWN = 12


def read_table(
    names: Sequence[str], rows: Iterable[Row], format_: str, file: SourceFile, leftovers: Leftovers
) -> Iterator[Imported | Skipped]:
    """The articles of a table's rows, and what was left out.

    Raises ImportFailure where no column holds texts, and no address either.
    """
    stream = iter(rows)
    sample = list(islice(stream, _SAMPLE))
    columns = find_columns(names, sample, chosen_columns(names, file))
    file.hearing.table(
        Table(
            file=leftovers.file,
            names=tuple(names),
            rows=tuple(sample),
            columns=columns.by_field,
            kind=columns.textless,
        )
    )
    everything = chain(sample, stream)
    if "text" not in columns:
        yield without_texts(columns, names, everything, file)
    else:
        yield from _articles(columns, everything, format_, file, leftovers)
    yield from leftovers


def chosen_columns(names: Sequence[str], file: SourceFile) -> dict[str, str]:
    """{field: column, or "" for none} that the user chose: for all tables, over them for those like this."""
    tables = file.choices.get("tables") or {}
    return {**(file.choices.get("columns") or {}), **tables.get(table_key(names), {})}


def _articles(
    columns: Columns, rows: Iterable[Row], format_: str, file: SourceFile, leftovers: Leftovers
) -> Iterator[Imported]:
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        if not row_text(row, columns).strip():
            leftovers.no_text(number)
            continue
        found = row_article(row, columns, format_, file, number)
        if found.article.id in seen:
            # An id that is in the table twice is no id: the row's number tells the articles apart.
            found = row_article(row, replace(columns, by_field=_without_id(columns)), format_, file, number)
        seen.add(found.article.id)
        yield found


def _without_id(columns: Columns) -> dict[str, str]:
    return {key: name for key, name in columns.by_field.items() if key != "id"}


def without_texts(columns: Columns, names: Sequence[str], rows: Iterable[Row], file: SourceFile) -> Skipped:
    """The report of a table without texts, with the addresses that it holds, each once.

    Raises ImportFailure where it holds no addresses either.
    """
    column = columns.by_field.get("url", "")
    count, urls = 0, dict[str, None]()
    for row in rows:
        count += 1
        if column and isinstance(row.get(column), str) and "://" in row[column]:
            urls[row[column].strip()] = None
    if not urls:
        shown = ", ".join(f"“{name}”" for name in names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")
        raise ImportFailure(
            "“{name}” has no column that holds texts (it has {columns}): name one of them “text”.",
            name=file.name,
            columns=shown,
        )
    rows_said = ngettext("one row", "{n} rows", count)
    urls_said = ngettext("one address", "{n} addresses", len(urls))
    kind = columns.textless or _("addresses")
    reason = _(
        "This is a table of {kind}, without the texts of articles ({rows}). The report lists {urls}.",
        kind=kind,
        rows=rows_said,
        urls=urls_said,
    )
    return Skipped(file=file.name, reason=reason, urls=tuple(urls))
