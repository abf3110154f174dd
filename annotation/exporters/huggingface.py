"""A dataset folder for Hugging Face: Parquet files for each split, and the card that describes them.

`datasets.load_dataset` opens the folder as it is, and it can be put on the Hub.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotation.codebook import load_codebook
from annotation.exporters._base import Choice, ExportFailure, Option, Options, Progress, Report
from annotation.exporters._counts import Counts
from annotation.exporters._dataset_card import Config, Split, write_card
from annotation.exporters._losses import Losses
from annotation.exporters._nested import NestedArticles
from annotation.exporters._shapes import Typed
from annotation.exporters._sheet import Sheet
from annotation.exporters._tables import lay_out, registry, typed, with_texts
from annotation.exporters._unsaid import HELD, OTHERS, read_and_count
from annotation.records import Dataset, DescribedReader, Reader

if TYPE_CHECKING:  # pyarrow is large: it is an extra, and loaded only when this format is written
    from annotation.exporters._parquet_files import ParquetFile

_NAMES = {"dev": "validation", "val": "validation", "valid": "validation"}
"""Splits that go by another name on Hugging Face."""
_ALL = "train"
"""What the one split is called where nothing is split."""
_WIDE = "everything"
"""The table that says again what those of the layers say."""
_TOGETHER = 500
"""Articles with all their records that are held at a time."""

Rows = Callable[[Sheet], Iterable[Sequence[Any]]]


class HuggingFaceExporter:
    """Writes a folder: one configuration of articles with their records inside, or one for each table."""

    name = "huggingface"
    label = "Hugging Face dataset"
    extension = ""
    options = (
        Option(
            name="rows",
            label="What a row is",
            default="articles",
            choices=(
                Choice(value="articles", label="An article with its records"),
                Choice(value="records", label="A record, in one table for each layer"),
            ),
        ),
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record. Raises ExportFailure where pyarrow is not installed."""
        dataset = reader.dataset if isinstance(reader, DescribedReader) else Dataset()
        losses, holds = Losses(), [one for one in HELD if options["rows"] == "articles" or one != OTHERS]
        counts = Counts(load_codebook(reader.codebook_toml))
        with ExitStack() as opened:
            folder = _Folder(out, opened, dataset)
            tables = _tables(reader, options["rows"] == "records")
            for sheet in read_and_count(reader, progress, losses, holds):
                counts.add(sheet)
                for name, columns, rows in tables:
                    folder.add(name, columns, sheet, rows(sheet))
            header, names = registry(reader)
            folder.write("registry", typed(header), _ALL, names)
        card = out / "README.md"
        out.mkdir(parents=True, exist_ok=True)
        write_card(card, dataset, folder.configs(), counts)
        return Report(
            files=(card, *folder.places),
            articles=counts.articles,
            annotations=counts.records,
            losses=losses.report(),
        )


def _tables(reader: Reader, is_flat: bool) -> list[tuple[str, list[Typed], Rows]]:
    codebook = load_codebook(reader.codebook_toml)
    flat = [with_texts(table) for table in lay_out(codebook) if table.name != _WIDE]
    tables: list[tuple[str, list[Typed], Rows]] = [(one.name, typed(one.columns), one.rows) for one in flat]
    if is_flat:
        return tables
    nested = NestedArticles(codebook)
    return [("articles", nested.columns, lambda sheet: [nested.row(sheet)]), tables[-1]]


class _Folder:
    """The files of a dataset, one for each configuration and split, in the order in which they begin."""

    def __init__(self, out: Path, opened: ExitStack, dataset: Dataset) -> None:
        self.places: list[Path] = []
        self._out = out
        self._opened = opened
        self._splits = dataset.splits
        self._names = list(dict.fromkeys(map(split_name, dataset.splits.values()))) or [_ALL]
        self._files: dict[tuple[str, str], ParquetFile] = {}
        self._columns: dict[str, Sequence[Typed]] = {}

    def add(self, name: str, columns: Sequence[Typed], sheet: Sheet, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows of an article to the file of its split."""
        split = self._splits.get(sheet.article.id)
        self.write(name, columns, split_name(split) if split else self._names[0], rows)

    def write(self, name: str, columns: Sequence[Typed], split: str, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows to a file, which begins with the first of them: no split may be empty."""
        if held := list(rows):
            self._file(name, columns, split).write(held)

    def _file(self, name: str, columns: Sequence[Typed], split: str) -> "ParquetFile":
        if (name, split) not in self._files:
            place = self._out / name / f"{split}-00000-of-00001.parquet"
            place.parent.mkdir(parents=True, exist_ok=True)
            most = _TOGETHER if name == "articles" else 0
            self._files[name, split] = self._opened.enter_context(_begin(place, columns, most))
            self._columns[name] = columns
            self.places.append(place)
        return self._files[name, split]

    def configs(self) -> Iterator[Config]:
        """What was written, once everything is closed."""
        for name, columns in self._columns.items():
            splits = [
                Split(split, file.rows, file.size, self._place(name, split))
                for (of, split), file in self._files.items()
                if of == name
            ]
            yield Config(name, columns, splits)

    def _place(self, name: str, split: str) -> Path:
        return Path(name, f"{split}-00000-of-00001.parquet")


def _begin(place: Path, columns: Sequence[Typed], most: int) -> "ParquetFile":
    try:
        from annotation.exporters._parquet_files import ParquetFile  # noqa: PLC0415 - see above
    except ImportError as error:
        raise ExportFailure(
            "Parquet needs an addition to Selon: pip install “selon[parquet]”, then export again."
        ) from error
    return ParquetFile(place, columns, most)


def split_name(name: str) -> str:
    """The name of a split as Hugging Face takes it: letters, digits and underscores."""
    plain = re.sub(r"\W+", "_", name.strip()) or _ALL
    return _NAMES.get(plain.casefold(), plain)


plug = HuggingFaceExporter()
