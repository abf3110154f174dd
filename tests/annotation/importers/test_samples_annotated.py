"""Every sample is known by its content, read as expected, and read the same way again."""

import tomllib
from collections import Counter
from typing import Any

import pytest

from annotation.importers import ImportFailure
from annotation.operations.recognising import find_importer
from tests.annotation.importers.reading_samples import SAMPLES, articles, load, reasons, records, sample

ROWS: list[dict[str, Any]] = tomllib.loads((SAMPLES / "annotated.toml").read_text("utf-8"))["file"]
EXPECTED: dict[str, tuple[str, int, dict[str, int], int]] = {
    # sample: (importer, articles, annotations by layer, things left out)
    row["path"]: (
        row["format"],
        len(row.get("article", [])),
        row.get("annotations", {}),
        row.get("left_out", 0),
    )
    for row in ROWS
    if "refused" not in row
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
def test_no_article_tells_in_which_folders_its_file_was(name: str) -> None:
    assert not any("/" in one.article.source_file for one in articles(sample(name)))


@each_sample
def test_every_annotator_of_a_record_is_named(name: str) -> None:
    for one in articles(sample(name)):
        assert {record.annotator for record in one.annotations} <= {person.id for person in one.annotators}


def test_a_zip_that_unpacks_to_far_too_much_is_refused() -> None:
    with pytest.raises(ImportFailure, match="refused"):
        sample("zip/bombe.zip")
