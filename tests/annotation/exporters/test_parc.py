"""The import reads the attributions that were written, word for word."""

from pathlib import Path

from lxml import etree

from tests.annotation.exporters.round import read, said, write
from tests.contracts.shelf import TEXTS, full_shelf


def test_words_stand_where_they_say(tmp_path: Path) -> None:
    report = write("parc", full_shelf(), tmp_path)
    words = 0
    for path, text in zip(report.files, TEXTS, strict=True):
        for word in etree.fromstring(path.read_bytes()).iter("WORD"):
            start, end = map(int, str(word.get("ByteCount")).split(","))
            assert text[start:end] == word.get("text")
            words += 1
    assert words > 30


def test_the_attribution_comes_back(tmp_path: Path) -> None:
    report = write("parc", full_shelf(), tmp_path)
    (found,) = read("parc", report.files[0])
    assert said(found.annotations, found.text) == [
        (
            "source",
            (
                ("content", ("Nous n’avons pas le choix", "Il manque")),
                ("cue", ("a déclaré",)),
                ("source", ("la ministre",)),
            ),
        )
    ]


def test_other_layers_and_fields_are_counted_as_lost(tmp_path: Path) -> None:
    report = write("parc", full_shelf(), tmp_path)
    assert report.annotations == 1
    lost = {loss.what: loss.count for loss in report.losses}
    assert (
        lost.items() >= {"records of other layers, or without words": 8, "fields of attributions": 1}.items()
    )
