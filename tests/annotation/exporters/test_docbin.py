"""spaCy itself reads the documents back, and takes the settings that lie beside them."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus
from spacy.util import load_config

from annotation.exporters import docbin
from annotation.records import Dataset
from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import TEXTS, Shelf, full_shelf


def docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("fr").vocab))


def test_texts_are_the_very_texts(tmp_path: Path) -> None:
    write("docbin", full_shelf(), tmp_path)
    assert [doc.text for doc in docs(tmp_path / "articles.spacy")] == list(TEXTS)


def test_entities_and_groups_hold_the_words_with_labels_and_ids(tmp_path: Path) -> None:
    write("docbin", full_shelf(), tmp_path)
    doc = docs(tmp_path / "articles.spacy")[0]
    assert [(one.text, one.label_, one.kb_id_, one.id_) for one in doc.ents] == [
        ("la ministre", "PER", "ministre", "e1")
    ]
    assert [one.text for one in doc.spans["source.cue"]] == ["a déclaré"]
    assert [(one.text, one.id_) for one in doc.spans["source.content"]] == [
        ("Nous n’avons pas le choix", "s1"),
        ("Il manque", "s1"),
    ]
    assert [one.label_ for one in doc.spans["stance"]] == ["stance", "stance"]


def test_of_entities_that_overlap_the_longer_is_in_ents_and_both_in_spans(tmp_path: Path) -> None:
    report = write("docbin", full_shelf(), tmp_path)
    doc = docs(tmp_path / "articles.spacy")[3]
    assert len(doc.ents) == 1
    assert len(doc.spans["entity"]) == 2
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost["entities that share words with a longer one, or hold a line end"] >= 1


def test_fields_and_links_are_in_the_custom_attribute(tmp_path: Path) -> None:
    write("docbin", full_shelf(), tmp_path)
    told = docs(tmp_path / "articles.spacy")[0]._.selon
    assert told["id"] == "a0"
    assert told["records"]["s1"]["features"] == {"speech": "direct", "speaker": "ministre"}
    assert told["records"]["t2"]["layer"] == "stance"
    assert ["holder", "t1", "s1.cue"] in [list(link) for link in told["links"]]


def test_spacy_takes_the_settings(tmp_path: Path) -> None:
    write("docbin", full_shelf(), tmp_path)
    config = load_config(tmp_path / "config.cfg")
    assert config["nlp"]["lang"] == "fr"
    assert config["paths"]["train"] == "articles.spacy"
    assert spacy.util.load_model_from_config(config, auto_fill=True).pipe_names == [
        "tok2vec", "ner", "spancat"
    ]  # fmt: skip


def test_the_import_finds_the_same_words(tmp_path: Path) -> None:
    write("docbin", full_shelf(), tmp_path / "x.spacy")
    found = read("docbin", tmp_path / "x.spacy")
    entities = [
        tuple(one.text[span.start : span.end] for span in record.spans["mention"])
        for one in found
        for record in one.annotations
        if record.layer == "entity"
    ]
    assert ("la ministre",) in entities
    assert ("الوزير",) in entities


def test_many_documents_are_several_files_which_spacy_reads_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin, "_MANY", 2)
    report = write("docbin", full_shelf(), tmp_path)
    parts = sorted((tmp_path / "articles").iterdir())
    assert [part.name for part in parts] == [f"{n + 1:04}.spacy" for n in range(-(-len(TEXTS) // 2))]
    assert sorted(report.files) == sorted([*parts, tmp_path / "config.cfg"])
    assert load_config(tmp_path / "config.cfg")["paths"]["train"] == "articles"
    examples = list(Corpus(tmp_path / "articles")(spacy.blank("fr")))
    told = {one.reference.text for one in examples}
    assert told == set(filter(None, TEXTS)), "spaCy passes over empty ones"


def test_one_file_stays_one_file_however_many_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docbin, "_MANY", 2)
    write("docbin", full_shelf(), tmp_path / "all.spacy")
    assert [doc.text for doc in docs(tmp_path / "all.spacy")] == list(TEXTS)


@dataclass(frozen=True)
class Part(Shelf):
    """One part of a set that was divided."""

    dataset: Dataset = field(default_factory=Dataset)


@pytest.mark.parametrize(("part", "parts", "paths"), [
    ("train", ("train", "dev", "test"), ("articles.spacy", "../dev")),
    ("dev", ("train", "dev", "test"), None),
    ("test", ("train", "dev", "test"), None),
    ("fold-1", ("fold-1", "fold-2"), ("articles.spacy", "articles.spacy")),
    ("train", ("train", "test"), ("articles.spacy", "articles.spacy")),
])  # fmt: skip
def test_the_part_to_train_on_measures_on_the_one_beside_it(
    part: str, parts: tuple[str, ...], paths: tuple[str, str] | None, tmp_path: Path
) -> None:
    shelf = full_shelf()
    divided = Part(shelf.texts, shelf.records, dataset=Dataset(part=part, parts=parts))
    report = write("docbin", divided, tmp_path / part)
    place = tmp_path / part / "config.cfg"
    assert (place in report.files) == place.exists() == (paths is not None)
    if paths is not None:
        told = load_config(place)["paths"]
        assert (told["train"], told["dev"]) == paths
