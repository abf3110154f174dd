"""ZIP files that could do harm are refused before they are unpacked."""

import io
import zipfile

import pytest

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._reading.packages import Package, member_names
from tests.annotation.importers.building import package


def source(data: bytes) -> SourceFile:
    return SourceFile(name="a.docx", data=data)


def test_members_are_read_by_name() -> None:
    file = source(package({"a.xml": "one", "b/c.xml": "two"}))
    assert Package(file).names == ["a.xml", "b/c.xml"]
    assert Package(file).read("b/c.xml") == b"two"
    assert member_names(file) == {"a.xml", "b/c.xml"}


def test_a_missing_member_is_named() -> None:
    with pytest.raises(ImportFailure, match=r"is damaged: “x” is missing in it\.$"):
        Package(source(package({"a": "one"}))).read("x")


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(200), b"PK"])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure, match=r"is damaged: it cannot be unpacked\.$"):
        Package(source(data))
    assert member_names(source(data)) == frozenset()


def test_a_file_that_swells_is_refused() -> None:
    with pytest.raises(ImportFailure, match="unpacks to far more than a document holds"):
        Package(source(package({"word/document.xml": b"0" * 20_000_000})))


def test_a_small_file_of_one_letter_is_none_that_swells() -> None:
    assert len(Package(source(package({"a": b"0" * 500_000}))).read("a")) == 500_000


def test_too_many_members_are_refused() -> None:
    with pytest.raises(ImportFailure, match="would unpack to more than Selon takes"):
        Package(source(package({f"{number}": "" for number in range(20_001)})))


@pytest.mark.parametrize("path", ["../evil.xml", "/etc/evil", "a/../../evil", "..\\evil", "C:\\evil"])
def test_paths_that_lead_out_are_refused(path: str) -> None:
    with pytest.raises(ImportFailure, match="paths that lead out of it"):
        Package(source(package({path: "x"})))


def test_a_member_with_a_false_checksum_is_refused() -> None:
    data = bytearray(package({"a": "the text of the member"}, stored="a"))
    data[data.index(b"the text")] = ord("T")
    with pytest.raises(ImportFailure, match="is damaged or locked"):
        Package(source(bytes(data))).read("a")


def test_a_locked_member_is_refused() -> None:
    data = bytearray(package({"a": "text"}, stored="a"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(ImportFailure, match="is damaged or locked"):
        Package(source(bytes(data))).read("a")


def test_names_are_found_in_a_large_file_without_reading_it() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        file.writestr("big", bytes(3_000_000))
        file.writestr("word/document.xml", "x")
    assert member_names(source(buffer.getvalue())) == {"big", "word/document.xml"}


def test_another_file_has_no_members() -> None:
    assert member_names(source(b"text")) == frozenset()
