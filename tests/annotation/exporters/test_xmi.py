"""cassis reads the XML by the type system beside it, and the import finds the same records."""

from dataclasses import replace
from pathlib import Path

import cassis  # type: ignore[import-untyped]  # it ships no types

from tests.annotation.exporters.round import read, said, write
from tests.contracts.shelf import TEXTS, full_shelf


def test_cassis_reads_texts_and_words(tmp_path: Path) -> None:
    report = write("xmi", full_shelf(), tmp_path)
    types = cassis.load_typesystem((tmp_path / "typesystem.xml").read_text("utf-8"))
    files = [path for path in report.files if path.suffix == ".xmi"]
    found = [cassis.load_cas_from_xmi(path.read_text("utf-8"), typesystem=types) for path in files]
    assert [cas.sofa_string for cas in found] == list(TEXTS)
    words = [one.get_covered_text() for cas in found for one in cas.select("webanno.custom.SelonEntity")]
    assert "👩‍🚒 said 👍🏽" in words
    assert "الوزير" in words
    assert found[0].document_language == "fr"


def test_offsets_in_the_file_count_utf16_units(tmp_path: Path) -> None:
    report = write("xmi", full_shelf(), tmp_path)
    written = report.files[3].read_text("utf-8")
    start = len(TEXTS[3][: TEXTS[3].index("👩")].encode("utf-16-le")) // 2
    end = start + len("👩‍🚒".encode("utf-16-le")) // 2
    assert f'begin="{start}" end="{end}"' in written


def test_the_import_reads_what_was_written(tmp_path: Path) -> None:
    report = write("xmi", full_shelf(), tmp_path)
    (found,) = read("xmi", report.files[0])
    words = said(found.annotations, found.text)
    assert ("entity", (("mention", ("la ministre",)),)) in words
    assert ("figure", (("mention", ("1 200 lits 🏥",)),)) in words
    (source,) = [record for record in found.annotations if record.layer == "source"]
    assert {role: found.text[one[0].start : one[0].end] for role, one in source.spans.items()} == {
        "source": "la ministre",
        "cue": "a déclaré",
        "content": "Nous n’avons pas le choix",
    }
    figure = next(record for record in found.annotations if record.layer == "figure")
    assert figure.features["value"] == "1200"


def test_characters_that_xml_cannot_hold_are_replaced_and_counted(tmp_path: Path) -> None:
    shelf = full_shelf()
    texts = {id_: text.replace(" ", "\x0c", 1) for id_, text in shelf.texts.items()}
    noted = tuple(replace(record, note="a\x01b") for record in shelf.records)
    report = write("xmi", replace(shelf, texts=texts, records=noted), tmp_path)
    types = cassis.load_typesystem((tmp_path / "typesystem.xml").read_text("utf-8"))
    first = cassis.load_cas_from_xmi(report.files[0].read_text("utf-8"), typesystem=types)
    assert first.sofa_string == TEXTS[0].replace(" ", "\ufffd", 1)
    changed = sum("\x0c" in text for text in texts.values())
    assert ("texts with control characters", changed) in [(one.what, one.count) for one in report.losses]
