"""Formats that write article by article hold few articles at a time, however many there are."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.exporters import EXPORTERS, choose_options
from annotation.records import Article, digest
from tests.contracts.shelf import Shelf

ARTICLES, LENGTH = 120, 50_000
STREAMED = ["jsonl", "json", "csv", "brat", "tei", "label-studio", "doccano", "webannotation", "dna"]


class Many(Shelf):
    """Articles whose texts are made when they are asked for."""

    def count_articles(self) -> int:
        return ARTICLES

    def articles(self) -> Iterator[Article]:
        for number in range(ARTICLES):
            yield Article(id=f"a{number}", title=f"T{number}", text_sha256=digest(str(number)), length=LENGTH)

    def text(self, article: Article) -> str:
        return f"{article.id} ".ljust(LENGTH, "x")


@pytest.mark.parametrize("name", STREAMED)
def test_memory_does_not_grow_with_the_number_of_articles(name: str, tmp_path: Path) -> None:
    options = choose_options(EXPORTERS[name], {})
    EXPORTERS[name].export(Shelf({}), tmp_path / "first", lambda *now: None, options)  # what loads, loads now
    tracemalloc.start()
    try:
        EXPORTERS[name].export(Many({}), tmp_path / "out", lambda *now: None, options)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < ARTICLES * LENGTH / 4
