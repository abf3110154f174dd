"""cassis reads the JSON, which brings its types along, and so does the import."""

from pathlib import Path

import cassis  # type: ignore[import-untyped]  # it ships no types

from tests.annotation.exporters.round import read, said, write
from tests.contracts.shelf import TEXTS, full_shelf


def test_cassis_reads_texts_words_and_links(tmp_path: Path) -> None:
    report = write("cas-json", full_shelf(), tmp_path)
    found = [cassis.load_cas_from_json(path.read_text("utf-8")) for path in report.files]
    assert [cas.sofa_string for cas in found] == list(TEXTS)
    (source,) = found[0].select("webanno.custom.SelonSource")
    assert source.speech == "direct"
    assert [link.role for link in source.source_link.elements] == ["source"]


def test_the_import_reads_what_was_written(tmp_path: Path) -> None:
    report = write("cas-json", full_shelf(), tmp_path)
    (found,) = read("cas-json", report.files[0])
    words = said(found.annotations, found.text)
    assert ("entity", (("mention", ("la ministre",)),)) in words
    assert ("figure", (("mention", ("1 200 lits 🏥",)),)) in words
