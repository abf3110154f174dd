"""The card of a dataset folder: a header that programs read, and what people must know before they use it.

It is English, as cards on Hugging Face are.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotation.exporters._counts import Counts
from annotation.exporters._shapes import Typed, feature
from annotation.records import Dataset

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_USUAL = "Annotated news articles"


@dataclass(frozen=True, slots=True)
class Split:
    """A file of a configuration."""

    name: str
    rows: int
    size: int
    """Bytes, not compressed."""
    place: Path
    """In the folder."""


@dataclass(frozen=True, slots=True)
class Config:
    """A table of the dataset with its splits."""

    name: str
    columns: Sequence[Typed]
    splits: Sequence[Split]


def write_card(place: Path, dataset: Dataset, configs: Iterable[Config], counts: Counts) -> None:
    """Write the card of a dataset whose files are there already."""
    made = list(configs)
    header = "\n".join(yaml_lines(_header(place.parent, dataset, made, counts)))
    body = "\n".join(_body(dataset, made, counts))
    place.write_text(f"---\n{header}\n---\n\n{body}\n", encoding="utf-8", newline="\n")


# the header


def _header(out: Path, dataset: Dataset, configs: Sequence[Config], counts: Counts) -> dict[str, Any]:
    languages = sorted(filter(None, counts.languages))
    header: dict[str, Any] = {
        "pretty_name": dataset.name or _USUAL,
        "language": languages,
        "license": dataset.licence.casefold(),
        "version": dataset.version,
        "size_categories": [_size(counts.articles)],
        "annotations_creators": _creators(counts),
        "task_categories": ["token-classification", "text-classification"],
        "tags": ["news", "attribution", "quotation", "stance", "named-entity-recognition", "selon"],
    }
    header["configs"] = [_config(config, number == 0) for number, config in enumerate(configs)]
    header["dataset_info"] = [_info(out, config) for config in configs]
    return {key: value for key, value in header.items() if value}


def _size(articles: int) -> str:
    return next((name for most, name in _SIZES if articles < most), "1M<n<10M")


def _creators(counts: Counts) -> list[str]:
    machine = counts.statuses["suggested"]
    found = {"expert-generated": counts.records - machine, "machine-generated": machine}
    return [name for name, count in found.items() if count]


def _config(config: Config, is_default: bool) -> dict[str, Any]:
    files = [{"split": split.name, "path": split.place.as_posix()} for split in config.splits]
    default = {"default": True} if is_default else {}
    return {"config_name": config.name, "data_files": files, **default}


def _info(out: Path, config: Config) -> dict[str, Any]:
    stored = sum((out / split.place).stat().st_size for split in config.splits)
    return {
        "config_name": config.name,
        "features": [feature(column.name, column.shape) for column in config.columns],
        "splits": [
            {"name": split.name, "num_bytes": split.size, "num_examples": split.rows}
            for split in config.splits
        ],
        "download_size": stored,
        "dataset_size": sum(split.size for split in config.splits),
    }


def yaml_lines(value: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """An object as lines of YAML; texts are quoted as JSON quotes them, which YAML reads alike."""
    for key, held in value.items():
        if isinstance(held, dict):
            yield f"{indent}{key}:"
            yield from yaml_lines(held, f"{indent}  ")
        elif isinstance(held, list):
            yield f"{indent}{key}:"
            for item in held:
                yield from _item(item, indent)
        else:
            yield f"{indent}{key}: {_plain(held)}"


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield f"{indent}- {_plain(item)}"
        return
    first, *others = yaml_lines(item, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _plain(value: Any) -> str:
    clean = " ".join(value.split()) if isinstance(value, str) else value
    return json.dumps(clean, ensure_ascii=False)


# the text


def _body(dataset: Dataset, configs: Sequence[Config], counts: Counts) -> Iterator[str]:
    yield f"# {dataset.name or _USUAL}"
    yield ""
    yield (
        f"{counts.articles:,} news articles with {counts.records:,} annotations: who says what about whom, "
        "which names and figures stand in the text. Made with Selon."
    )
    yield from _about(dataset, counts)
    yield from _sizes(configs)
    yield from _labels(counts)
    yield from _made(counts)
    yield from _agreement(dataset)
    if configs:
        yield from _how(configs[0])
    if dataset.limits:
        yield from ("", "## Limits", "", dataset.limits)
    yield from ("", "## Licence", "", dataset.licence or "Not stated: ask whoever made the dataset.")


def _about(dataset: Dataset, counts: Counts) -> Iterator[str]:
    said = {
        "Version": dataset.version,
        "Codebook": f"{counts.codebook.text}, version {counts.codebook.version}",
        "Languages": _listed(counts.languages, "not stated"),
        "Outlets": f"{sum(1 for name in counts.outlets if name):,}",
        "Published": " to ".join(counts.days),
    }
    yield ""
    yield from (f"- **{key}**: {value}" for key, value in said.items() if value)


def _sizes(configs: Sequence[Config]) -> Iterator[str]:
    yield from ("", "## Sizes", "", "| configuration | split | rows |", "|---|---|---:|")
    for config in configs:
        yield from (f"| `{config.name}` | {split.name} | {split.rows:,} |" for split in config.splits)


def _labels(counts: Counts) -> Iterator[str]:
    yield from ("", "## Labels", "", "| layer | field | labels |", "|---|---|---|")
    for layer, count in counts.layers.most_common():
        yield f"| `{layer}` | | {count:,} records |"
        for (of, field), values in counts.values.items():
            if of == layer and values:
                yield f"| | `{field}` | {_listed(values)} |"


def _made(counts: Counts) -> Iterator[str]:
    yield from ("", "## Who made the labels", "")
    yield f"- annotators: {_listed(counts.people) or 'none'}"
    yield f"- statuses: {_listed(counts.statuses) or 'none'}"
    yield "- a record with the status `suggested` was made by a program, and nobody has looked at it yet"


def _agreement(dataset: Dataset) -> Iterator[str]:
    if dataset.agreement:
        yield from ("", "## Agreement", "", "| layer | field | measure | value |", "|---|---|---|---:|")
        for one in dataset.agreement:
            yield f"| `{one.layer}` | {one.field or 'the words'} | {one.measure} | {one.value:.3f} |"


def _how(config: Config) -> Iterator[str]:
    split = config.splits[0].name
    yield from (
        "", "## How to read it", "", "```python", "from datasets import load_dataset", "",
        f'articles = load_dataset("PATH", "{config.name}", split="{split}")', "```", "",
        ("Positions are Unicode code points, half open: `text[start:end]` is the quote. Figures are exact "
         "decimals, written as text. `more` holds, as JSON, fields that the codebook does not have."),
    )  # fmt: skip


def _listed(counted: Counter[str], unnamed: str = "(none)") -> str:
    return ", ".join(f"{_cell(name or unnamed)} {count:,}" for name, count in counted.most_common())


def _cell(name: str) -> str:
    """A name for a cell of a table."""
    return " ".join(name.split()).replace("|", "\\|")
