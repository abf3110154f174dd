"""Every sample is known by its content, read as expected, and read the same way again."""

from collections import Counter

import pytest

from annotation.importers import ImportFailure
from annotation.operations.recognising import find_importer
from tests.annotation.importers.reading_samples import SAMPLES, articles, load, reasons, records, sample

EXPECTED: dict[str, tuple[str, int, dict[str, int], int]] = {
    # sample: (importer, articles, annotations by layer, things left out)
    "brat/hopital.ann": ("brat", 1, {"source": 1, "entity": 3}, 2),
    "cas-json/hopital.json": ("cas-json", 1, {"entity": 4, "source": 1}, 0),
    "conll/bioes.conll": ("conll", 2, {"entity": 3}, 1),
    "conll/iob1.bio": ("conll", 1, {"entity": 3}, 0),
    "csv/articles.csv": ("csv", 2, {}, 1),
    "csv/mentions.csv": ("csv", 0, {}, 1),
    "csv/speeches.tsv": ("csv", 2, {}, 0),
    "dna/version2.dna": ("dna", 1, {"stance": 2, "entity": 1}, 1),
    "dna/version3.dna": ("dna", 1, {"stance": 2, "entity": 1}, 1),
    "docbin/hopital.spacy": ("docbin", 1, {"entity": 2, "source": 1}, 0),
    "doccano/lines.jsonl": ("doccano", 3, {"entity": 4}, 2),
    "doccano/relations.jsonl": ("doccano", 2, {"entity": 1, "figure": 1}, 1),
    "inception/project.zip": ("inception", 2, {"entity": 7, "source": 2}, 2),
    "json/lines.jsonl": ("json", 2, {}, 1),
    "json/scraped.json": ("json", 1, {}, 0),
    "json/wrapped.json": ("json", 1, {}, 1),
    "label-studio/min.json": ("label-studio", 1, {"entity": 1}, 0),
    "label-studio/tasks.json": ("label-studio", 1, {"entity": 3}, 4),
    "parc/hopital.xml": ("parc", 1, {"source": 1}, 0),
    "parquet/articles.parquet": ("parquet", 1, {}, 1),
    "prodigy/tasks.jsonl": ("prodigy", 3, {"entity": 5}, 2),
    "qdpx/projet.qdpx": ("qdpx", 2, {"entity": 3}, 2),
    "webanno/hopital.tsv": ("webanno", 1, {"entity": 3, "source": 1}, 0),
    "xlsx/articles.xlsx": ("xlsx", 1, {}, 1),
    "xmi/hopital.xmi": ("xmi", 1, {"entity": 4, "source": 1}, 1),
    "xmi/hopital.zip": ("xmi", 1, {"entity": 4, "source": 1}, 1),
    "zip/melange.zip": ("zip", 5, {"entity": 3, "source": 1}, 4),
}

each_sample = pytest.mark.parametrize("name", EXPECTED)


@each_sample
def test_a_sample_is_known_by_its_content(name: str) -> None:
    file = load(SAMPLES / name)
    assert find_importer(file).name == EXPECTED[name][0]
    if not name.endswith((".conll", ".tsv")):  # a few lines of words and tags need their name to be sure
        nameless = type(file)(name="file", data=file.data)
        assert find_importer(nameless).name == EXPECTED[name][0]


@each_sample
def test_a_sample_gives_what_is_in_it(name: str) -> None:
    found = sample(name)
    _importer, count, layers, left_out = EXPECTED[name]
    assert len(articles(found)) == count
    assert Counter(record.layer for record in records(found)) == layers
    assert len(reasons(found)) == left_out, reasons(found)


@each_sample
def test_a_sample_read_again_gives_the_same_ids(name: str) -> None:
    ids = [
        [(one.article.id, [record.id for record in one.annotations]) for one in articles(sample(name))]
        for _ in range(2)
    ]
    assert ids[0] == ids[1]
    assert len({id_ for _article, found in ids[0] for id_ in found}) == sum(
        len(found) for _a, found in ids[0]
    )


@each_sample
def test_every_annotator_of_a_record_is_named(name: str) -> None:
    for one in articles(sample(name)):
        assert {record.annotator for record in one.annotations} <= {person.id for person in one.annotators}


def test_a_zip_that_unpacks_to_far_too_much_is_refused() -> None:
    with pytest.raises(ImportFailure, match="refused"):
        sample("zip/bombe.zip")
