"""The folder opens as a dataset: by its own library where that is there, and by what it is made of."""

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from annotation.exporters import ExportFailure
from annotation.exporters.huggingface import split_name
from annotation.records import Agreed, Dataset
from tests.annotation.exporters.round import write
from tests.contracts.shelf import TEXTS, Shelf, empty_shelf, full_shelf, record

pq: Any = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")
yaml: Any = pytest.importorskip("yaml", reason="PyYAML comes with other libraries")


ABOUT = Dataset()


@dataclass(frozen=True)
class Described(Shelf):
    """A shelf with a description."""

    dataset: Dataset = ABOUT


def split_shelf() -> Described:
    full = full_shelf()
    splits = {"a0": "train", "a1": "dev", "a2": "test", "a3": "test", "a4": "train"}
    agreed = (Agreed(layer="entity", field="", measure="u_alpha", value=0.81),)
    about = Dataset(
        name="Essai : « tête » 🗞", licence="CC-BY-4.0", limits="Small.", splits=splits, agreement=agreed
    )
    return Described(full.texts, full.records, full.decided, full.registry, about)


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def card(out: Path) -> tuple[dict[str, Any], str]:
    """The header and the text of the card."""
    _before, header, text = (out / "README.md").read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(header), text


def test_an_article_holds_its_records_with_types_and_words(tmp_path: Path) -> None:
    write("huggingface", full_shelf(), tmp_path)
    found = rows(tmp_path / "articles" / "train-00000-of-00001.parquet")
    assert [row["text"] for row in found] == list(TEXTS)
    assert [len(row["entities"]) for row in found] == [1, 1, 1, 2, 0]
    for row in found:
        for entity in row["entities"]:
            for span in entity["mention"]:
                assert row["text"][span["start"] : span["end"]] == span["quote"]
    (source,), stances = found[0]["sources"], found[0]["stances"]
    assert source["speaker"] == {"key": "ministre", "name": "la ministre"}
    assert stances[0]["holder"] == {"annotation": "s1", "entity": None, "name": "la ministre"}
    assert stances[0]["target"]["concept"] == "grève"


def test_what_the_codebook_does_not_have_is_kept_as_json(tmp_path: Path) -> None:
    full = full_shelf()
    odd = replace(full.records[0], id="o1", layer="dream", features={"depth": 3})
    more = replace(full.records[0], id="o2", features={"type": "PER", "raw_label": "Person"})
    write("huggingface", replace(full, records=(odd, more)), tmp_path)
    first = rows(tmp_path / "articles" / "train-00000-of-00001.parquet")[0]
    assert json.loads(first["entities"][0]["more"]) == {"raw_label": "Person"}
    (other,) = first["others"]
    assert (other["layer"], json.loads(other["more"])) == ("dream", {"depth": 3})
    assert json.loads(other["spans"]) == {"mention": [[60, 71]]}


def test_splits_are_files_and_the_card_names_them(tmp_path: Path) -> None:
    report = write("huggingface", split_shelf(), tmp_path)
    header, text = card(tmp_path)
    (articles, *_others) = header["configs"]
    assert [one["split"] for one in articles["data_files"]] == ["train", "validation", "test"]
    assert {tmp_path / one["path"] for one in articles["data_files"]} < set(report.files)
    assert [one["num_examples"] for one in header["dataset_info"][0]["splits"]] == [2, 1, 2]
    assert (header["pretty_name"], header["license"], header["language"]) == (
        "Essai : « tête » 🗞", "cc-by-4.0", ["fr"],
    )  # fmt: skip
    assert "| `entity` | the words | u_alpha | 0.810 |" in text
    assert "Small." in text
    assert "PER 3" in text


def test_no_file_is_empty_because_no_reader_of_datasets_takes_that(tmp_path: Path) -> None:
    report = write("huggingface", split_shelf(), tmp_path, rows="records")
    sizes = {path.parent.name: rows(path) for path in report.files if path.suffix == ".parquet"}
    assert all(sizes.values())
    assert set(sizes) == {"articles", "entities", "figures", "sources", "stances", "decisions", "registry"}
    assert [path.name for path in write("huggingface", empty_shelf(), tmp_path / "none").files] == [
        "README.md"
    ]


def test_the_card_describes_the_types_that_the_files_have(tmp_path: Path) -> None:
    write("huggingface", full_shelf(), tmp_path)
    header, _text = card(tmp_path)
    info = header["dataset_info"][0]
    schema = pq.read_schema(tmp_path / "articles" / "train-00000-of-00001.parquet")
    assert [one["name"] for one in info["features"]] == schema.names
    entities = next(one for one in info["features"] if one["name"] == "entities")
    held = schema.field("entities").type.value_type
    assert [one["name"] for one in entities["list"]] == [
        held.field(number).name for number in range(held.num_fields)
    ]


def test_a_text_that_yaml_would_stumble_over_is_quoted(tmp_path: Path) -> None:
    shelf = split_shelf()
    named = replace(shelf, dataset=Dataset(name='a: "b"\n- c # \\d \x85 ~ é', licence="no: [", version="1.0"))
    write("huggingface", named, tmp_path)
    header, _text = card(tmp_path)
    assert (header["pretty_name"], header["license"], header["version"]) == (
        'a: "b" - c # \\d ~ é',
        "no: [",
        "1.0",
    )


def test_a_name_that_two_things_have_is_told_apart(tmp_path: Path) -> None:
    class Odd(Shelf):
        @property
        def codebook_toml(self) -> str:
            return CODEBOOK

    text = {"a0": "Ana says so."}
    told = record("r1", "text", text, {"note": ["Ana"]}, {"id": "x", "status": "y"})
    write("huggingface", Odd(text, (told,)), tmp_path)
    (row,) = rows(tmp_path / "articles" / "train-00000-of-00001.parquet")
    (found,) = row["text_"]
    assert (found["id"], found["id_"], found["status_"]) == ("r1", "x", "y")
    assert found["note_"] == [{"start": 0, "end": 3, "quote": "Ana"}]


CODEBOOK = """
id = "odd"
version = "1"

[layer.text]
label = {en = "Text"}
hue = "#0072B2"
role.note = {label = {en = "Note"}}
field.id = {kind = "text", label = {en = "Id"}}
field.status = {kind = "text", label = {en = "Status"}}
"""


@pytest.mark.parametrize(
    ("given", "name"), [("dev", "validation"), ("Train", "Train"), ("fold 1/5", "fold_1_5"), ("  ", "train")]
)
def test_splits_have_the_names_that_hugging_face_takes(given: str, name: str) -> None:
    assert split_name(given) == name


def test_without_pyarrow_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "annotation.exporters._parquet_files", None)
    with pytest.raises(ExportFailure, match=r"selon\[parquet\]"):
        write("huggingface", full_shelf(), tmp_path)


@pytest.mark.parametrize("layout", ["articles", "records"])
def test_its_own_library_loads_every_configuration_and_split(
    layout: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets: Any = pytest.importorskip(
        "datasets", reason="datasets is heavy: install selon[huggingface-check]"
    )
    progress: Any = pytest.importorskip("tqdm", reason="it comes with datasets")
    monkeypatch.setattr(progress.tqdm, "monitor_interval", 0)  # else its thread outlives the test
    out = tmp_path / "out"
    write("huggingface", split_shelf(), out, rows=layout)
    for name in datasets.get_dataset_config_names(str(out)):
        for loaded in datasets.load_dataset(str(out), name, cache_dir=str(tmp_path / "cache")).values():
            assert len(loaded)
    usual = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert {name: len(loaded) for name, loaded in usual.items()} == {"train": 2, "validation": 1, "test": 2}
    texts = [row["text"] for loaded in usual.values() for row in loaded]
    assert sorted(texts) == sorted(TEXTS)
