"""What a set will look like: its first articles, in the form in which the format writes them."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.exporters import EXPORTERS, Loss
from annotation.i18n import ngettext
from annotation.operations.sets.wish import SetWish
from annotation.operations.sets.writing import export_set, selected_articles
from annotation.operations.splitting import Division
from annotation.project import Project

_ARTICLES = 3
_FILES = 12
_LINES, _LONGEST = 40, 400
"""How much of each file is shown, lines and characters of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewFile:
    """The beginning of a file."""

    name: str
    """From the folder of the set on."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first articles of a set as they are written, and what is lost of them."""

    articles: int
    files: tuple[PreviewFile, ...]
    losses: tuple[Loss, ...]


def preview_set(project: Project, wish: SetWish, *, one_file: bool = False) -> Preview:
    """The first articles with records, or the first ones, as the wish has them; nothing of it is kept.

    Raises what writing the set would raise.
    """
    few = frozenset(islice(selected_articles(project, wish), _ARTICLES))
    plain = replace(wish, division=Division(), manifest=False, card=False, croissant=False, agreement=False)
    exporter = EXPORTERS[wish.format]
    with TemporaryDirectory(prefix="selon-preview-") as folder:
        out = Path(folder, f"{project.path.stem}{exporter.extension if one_file else ''}")
        report = export_set(project, plain, out, _quietly, articles=few)
        root = out.parent if one_file else out
        files = tuple(
            PreviewFile(name=path.relative_to(root).as_posix(), text=read_beginning(path))
            for path in report.files[:_FILES]
        )
    return Preview(articles=report.articles, files=files, losses=report.losses)


def read_beginning(path: Path) -> str:
    """The first lines of a file, or its first rows where it is a table; else what it is."""
    read = _READERS.get(path.suffix.lower())
    try:
        lines = list(islice(read(path) if read else _lines(path), _LINES))
    except (UnicodeDecodeError, ImportError):
        size = path.stat().st_size
        return ngettext("One byte that only programs read.", "{n} bytes that only programs read.", size)
    return "\n".join(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…" for line in lines)


def _lines(path: Path) -> Sequence[str]:
    with path.open(encoding="utf-8-sig", errors="strict") as stream:
        return [line.rstrip("\r\n") for line in islice(stream, _LINES)]


def _sheets(path: Path) -> Sequence[str]:
    openpyxl = import_module("openpyxl")  # it is slow to load, and seldom wanted
    book = openpyxl.load_workbook(path, read_only=True)
    found: list[str] = []
    for sheet in book.worksheets:
        rows = [_row(row) for row in islice(sheet.iter_rows(values_only=True), 4)]
        found += [f"[{sheet.title}]", *rows, ""]
    book.close()
    return found


def _parquet(path: Path) -> Sequence[str]:
    parquet = import_module("pyarrow.parquet")  # large and optional
    file = parquet.ParquetFile(path)
    head = _row(file.schema_arrow.names)
    if not file.num_row_groups:
        return [head]
    rows = file.read_row_group(0).slice(0, _ARTICLES).to_pylist()
    return [head, *(_row(row.values()) for row in rows)]


def _row(cells: Iterable[object]) -> str:
    return "\t".join("" if cell is None else str(cell) for cell in cells)


def _archive(path: Path) -> Sequence[str]:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        first = next((name for name in names if name.endswith((".qde", ".xml", ".json"))), "")
        inside = archive.read(first).decode("utf-8", "replace").splitlines() if first else []
    return [*names[:_FILES], "", *inside]


_READERS: Mapping[str, Callable[[Path], Sequence[str]]] = {
    ".xlsx": _sheets,
    ".parquet": _parquet,
    ".zip": _archive,
    ".qdpx": _archive,
}


def _quietly(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
