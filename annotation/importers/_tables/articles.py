"""Rows of a table, or objects, as articles."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from annotation.importers._base import Imported, SourceFile
from annotation.importers._marking.mark import guess_title
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import paragraphs_of, parse_html
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._tables.columns import Columns, find_columns
from annotation.records import Article, derived_id, digest

_MARKUP = re.compile(r"</(?:p|div|a|b|i|em|strong|span|h[1-6]|li|ul)>|<(?:br|p|div)\b[^<>]*>", re.IGNORECASE)
"""What shows that a cell holds a piece of a web page."""
_SHORT_FIELDS = ("outlet", "section", "page", "url")


def row_text(row: Mapping[str, Any], columns: Columns) -> str:
    """The text of a row; "" where its cell is empty or holds no text."""
    value = row.get(columns.by_field.get("text", ""))
    if isinstance(value, list):
        value = "\n\n".join(str(part) for part in value if isinstance(part, str | int | float))
    if not isinstance(value, str) or not value.strip():
        return ""
    return text_of(paragraphs_of(parse_html(value))) or value if _MARKUP.search(value) else value


def row_article(
    row: Mapping[str, Any], columns: Columns, format_: str, file: SourceFile, number: int
) -> Imported:
    """The article of a row that has a text. What no field takes is kept as metadata, empty cells left out."""
    text = whole(row_text(row, columns))
    sha256 = digest(text)
    own = _cell(row, columns, "id")
    article = Article(
        id=derived_id(format_, own or str(number), sha256),
        title="",
        text_sha256=sha256,
        length=len(text),
        source_file=PurePath(file.name).name,
    )
    return Imported(article=describe_article(article, row, text, columns), text=text)


def describe_article(
    article: Article, row: Mapping[str, Any], text: str = "", columns: Columns | None = None
) -> Article:
    """The article with what a row says of it; what it has already stays, but for a guessed title."""
    columns = columns or find_columns([name for name in row if name not in ("id", "text", "content")])
    taken = set(columns.by_field.values())
    known = [one for one in article.metadata.get("guessed", ()) if one != "title"]
    is_guess = len(known) < len(article.metadata.get("guessed", ()))
    named = _cell(row, columns, "title")
    title = named if named and (is_guess or not article.title) else article.title or guess_title(text)
    guessed = [*known, *columns.guessed]
    guessed += ["title"] if not named and (is_guess or not article.title) else []
    dated, doubtful = columns.days.read(row.get(columns.by_field.get("published", "")), row)
    guessed += ["published"] if doubtful else []
    raw_date = _cell(row, columns, "published")
    metadata = {
        **{key: value for key, value in article.metadata.items() if key != "guessed"},
        **{key: plain(value) for key, value in row.items() if key not in taken and _says(value)},
    }
    if raw_date and not dated:
        metadata[columns.by_field["published"]] = raw_date
    if own := _cell(row, columns, "id"):
        metadata[columns.by_field["id"]] = own
    metadata |= {"guessed": list(dict.fromkeys(guessed))} if guessed else {}
    short = {key: _cell(row, columns, key) or None for key in _SHORT_FIELDS}
    return replace(
        article,
        title=title,
        published=article.published or dated or None,
        authors=article.authors or _authors(row.get(columns.by_field.get("authors", ""))),
        lang=article.lang or language_code(_cell(row, columns, "lang")),
        outlet=article.outlet or short["outlet"],
        section=article.section or short["section"],
        page=article.page or short["page"],
        url=article.url or short["url"],
        metadata=metadata,
    )


def _cell(row: Mapping[str, Any], columns: Columns, field: str) -> str:
    """What a field's cell says on one line; the name out of an object such as {"name": "Le Temps"}."""
    value = row.get(columns.by_field.get(field, ""))
    if isinstance(value, Mapping):
        value = next(
            (
                value[key]
                for key in ("name", "title", "main", "original", "id", "url", "value")
                if value.get(key)
            ),
            None,
        )
    if isinstance(value, list):
        value = ", ".join(str(one) for one in value if isinstance(one, str | int | float))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(whole(str(value)).split()) if _says(value) else ""


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return authors_of(whole(value)) if value.strip() else ()
    if isinstance(value, Mapping) and isinstance(value.get("original"), str):
        return authors_of(whole(value["original"]))
    found = value if isinstance(value, Sequence) else [value]
    names = (one.get("name") or one.get("fullname") if isinstance(one, Mapping) else one for one in found)
    return tuple(
        dict.fromkeys(
            " ".join(whole(name).split()) for name in names if isinstance(name, str) and name.strip()
        )
    )


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(one) for one in value]
    if isinstance(value, str):
        return whole(value)
    if value is None or isinstance(value, bool | int | float):
        return value if not isinstance(value, float) or math.isfinite(value) else None
    return whole(str(value))


def _says(value: Any) -> bool:
    return value is not None and value not in ("", [], {}) and not _is_nan(value)


def _is_nan(value: Any) -> bool:
    """Whether a cell holds "not a number", as data frames write what is missing."""
    return isinstance(value, float) and math.isnan(value)


def whole(text: str) -> str:
    """The text with half characters, which no file can hold, joined or replaced one for one."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
