"""A file's format is found by what is in it."""

from pathlib import Path

import pytest

from annotation.errors import PlugError
from annotation.importers import IMPORTERS, ImportFailure, SourceFile
from annotation.operations.recognising import find_importer, load_file, open_file, printable, with_siblings


@pytest.mark.parametrize(
    ("name", "data", "importer"),
    [
        ("a.txt", b"Words.", "txt"),
        ("a.jsonl", b'{"format": "selon-jsonl/1", "id": "a", "text": ""}', "jsonl"),
        ("export", b'\xef\xbb\xbf{"format": "selon-jsonl/1"}', "jsonl"),
        ("a.txt", b'{"id": "a", "text": "b", "text_sha256": "c"}', "jsonl"),
        ("entities.jsonl", b'{"format": "selon-entities/1", "key": "otan"}', "jsonl"),
    ],
)
def test_a_file_is_known_by_its_content(name: str, data: bytes, importer: str) -> None:
    assert find_importer(SourceFile(name=name, data=data)) is IMPORTERS[importer]


def test_what_was_asked_for_is_taken_whatever_the_content() -> None:
    assert find_importer(SourceFile(name="a", data=b"x"), "jsonl") is IMPORTERS["jsonl"]


def test_an_unknown_format_is_answered_with_those_that_exist() -> None:
    with pytest.raises(PlugError, match="no “poem” among importers"):
        find_importer(SourceFile(name="a", data=b"x"), "poem")


def test_a_file_of_no_known_format_is_refused() -> None:
    with pytest.raises(ImportFailure, match=r"“a\.bin” is of no format that Selon reads"):
        find_importer(SourceFile(name="a.bin", data=b"\x00\x01\x02"))


def test_files_beside_it_come_along_when_the_format_wants_them(tmp_path: Path) -> None:
    corpus = tmp_path / "articles.jsonl"
    corpus.write_bytes(b"x")
    (tmp_path / "entities.jsonl").write_bytes(b"registry")
    (tmp_path / "other.jsonl").write_bytes(b"other")
    file = with_siblings(load_file(corpus), corpus, IMPORTERS["jsonl"])
    assert dict(file.siblings) == {"entities.jsonl": b"registry"}
    registry = tmp_path / "entities.jsonl"
    assert not with_siblings(load_file(registry), registry, IMPORTERS["jsonl"]).siblings


def test_an_unreadable_file_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ImportFailure, match=r"“.*a\.txt” cannot be read \(Permission denied\)"):
        load_file(path)


def test_a_file_larger_than_the_memory_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path) -> bytes:
        raise MemoryError

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(ImportFailure, match="too large"):
        load_file(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300])
def test_a_name_that_no_file_can_have_is_said_in_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match="cannot be read"):
        list(open_file(tmp_path / name).read())


def test_a_path_can_be_shown_and_stored() -> None:
    assert printable(Path("été/caf\udce9")) == "été/caf?"
