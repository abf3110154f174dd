"""A card is YAML for programs and Markdown for people."""

from pathlib import Path

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._counts import Counts
from annotation.exporters._dataset_card import Config, Split, write_card, yaml_lines
from annotation.exporters._shapes import Typed
from annotation.records import Dataset


def test_objects_in_lists_are_indented_as_yaml_wants_them() -> None:
    value = {"a": [{"b": 1, "c": [{"d": True}]}, "x"], "e": {"f": "g: h"}}
    assert "\n".join(yaml_lines(value)) == (
        'a:\n- b: 1\n  c:\n  - d: true\n- "x"\ne:\n  f: "g: h"'
    )  # fmt: skip


def written(tmp_path: Path, dataset: Dataset, *configs: Config) -> str:
    (tmp_path / "t.parquet").write_bytes(b"12345")
    write_card(tmp_path / "README.md", dataset, configs, Counts(load_codebook(built_in_codebook())))
    return (tmp_path / "README.md").read_text("utf-8")


def test_sizes_and_columns_are_those_of_the_files(tmp_path: Path) -> None:
    split = Split("train", 7, 99, Path("t.parquet"))
    card = written(tmp_path, Dataset(), Config("articles", [Typed("id", "string")], [split]))
    assert "| `articles` | train | 7 |" in card
    for line in ("num_examples: 7", "num_bytes: 99", "download_size: 5", 'name: "id"', "default: true"):
        assert line in card


def test_what_nobody_stated_is_said_to_be_unknown_and_left_out_of_the_header(tmp_path: Path) -> None:
    card = written(tmp_path, Dataset())
    header, text = card.split("---\n")[1:]
    assert "license" not in header
    assert "language" not in header
    assert "Not stated: ask whoever made the dataset." in text
    assert "load_dataset" not in text
