"""The code book is XML of the standard, and says what is not in it."""

from pathlib import Path

from lxml import etree

from tests.annotation.exporters.round import write
from tests.contracts.shelf import full_shelf


def test_codes_stand_in_the_standards_namespace(tmp_path: Path) -> None:
    write("qdc", full_shelf(), tmp_path / "x.qdc")
    root = etree.fromstring((tmp_path / "x.qdc").read_bytes())
    assert root.tag == "{urn:QDA-XML:codebook:1.0}CodeBook"
    names = [code.get("name") for code in root.iter("{urn:QDA-XML:codebook:1.0}Code")]
    assert {"entity", "PER", "source", "content", "stance"} <= set(names)


def test_codes_have_an_identifier_and_a_colour(tmp_path: Path) -> None:
    write("qdc", full_shelf(), tmp_path / "x.qdc")
    root = etree.fromstring((tmp_path / "x.qdc").read_bytes())
    found = list(root.iter("{urn:QDA-XML:codebook:1.0}Code"))
    assert len({code.get("guid") for code in found}) == len(found)
    assert all((code.get("color") or "").startswith("#") for code in found)


def test_the_records_are_counted_as_left_out(tmp_path: Path) -> None:
    report = write("qdc", full_shelf(), tmp_path / "x.qdc")
    assert (report.annotations, [loss.count for loss in report.losses]) == (0, [9])
