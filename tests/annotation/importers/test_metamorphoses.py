"""An export in another encoding, with other ends of lines or under another name is the same articles."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotation.importers import Imported, SourceFile
from annotation.operations.recognising import find_importer
from tests.annotation.importers.reading_samples import SAMPLES

Change = Callable[[str], bytes]
CHANGES: dict[str, Change] = {
    "lf": lambda text: text.encode(),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
}
FILES = [
    "europresse/old.html", "europresse/current.html", "factiva-html/codes.html", "factiva-xml/answer.xml",
    "lexisnexis-html/english.html", "lexisnexis-txt/english.txt", "proquest/export.txt", "newsml/item.xml",
    "newsml/item.json", "nitf/article.xml", "tei/journal.xml", "rss/feed.xml", "conll/iob1.bio",
    "csv/speeches.tsv",
]  # fmt: skip


def found(name: str, data: bytes) -> list[tuple[object, ...]]:
    file = SourceFile(name=name, data=data)
    read = [one for one in find_importer(file).read(file) if isinstance(one, Imported)]
    return [
        (one.article.title, one.article.published, one.article.outlet, one.article.authors,
         "".join(one.text.split()), len(one.annotations))
        for one in read
    ]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", FILES)
def test_bytes_may_change_and_articles_stay(path: str, change: str) -> None:
    data = (SAMPLES / path).read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert found(Path(path).name, CHANGES[change](text)) == found(Path(path).name, data)


@pytest.mark.parametrize("path", [*FILES[:3], "lexisnexis-html/english.html", "lexisnexis-txt/english.txt"])
def test_an_export_behind_another_brings_the_articles_of_both(path: str) -> None:
    data = (SAMPLES / path).read_bytes()
    assert len(found(Path(path).name, data + b"\n" + data)) == 2 * len(found(Path(path).name, data))


@pytest.mark.parametrize("path", FILES)
def test_a_wrong_name_does_not_matter(path: str) -> None:
    data = (SAMPLES / path).read_bytes()
    assert found("a file.bin", data) == found(Path(path).name, data)
