"""A file's format is found by what is in it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotation.errors import PlugError
from annotation.importers import IMPORTERS, Imported, ImportFailure, Skipped, SourceFile
from annotation.operations.recognising import (
    Opened,
    find_importer,
    load_file,
    open_file,
    printable,
    with_siblings,
)


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


def refusing(error: BaseException) -> Callable[[Path], bytes]:
    def refuse(_path: Path) -> bytes:
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), r"“.*a\.txt” cannot be read \(Permission denied\)"),
        (FileNotFoundError(2, "gone"), r"There is no file “.*a\.txt”"),
        (MemoryError(), "too large for the memory"),
    ],
)
def test_an_unreadable_file_is_said_in_a_sentence(
    error: BaseException, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refusing(error))
    with pytest.raises(ImportFailure, match=said):
        load_file(path)


def test_a_file_beside_that_cannot_be_read_is_said_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = tmp_path / "articles.jsonl"
    corpus.write_bytes(b"x")
    (tmp_path / "entities.jsonl").write_bytes(b"registry")
    file = load_file(corpus)
    monkeypatch.setattr(Path, "read_bytes", refusing(PermissionError(13, "Permission denied")))
    with pytest.raises(ImportFailure, match=r"entities\.jsonl” cannot be read"):
        with_siblings(file, corpus, IMPORTERS["jsonl"])


def test_a_file_of_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.touch()
    os.truncate(path, 3 * 1024**3)
    with pytest.raises(ImportFailure, match=r"has 3\.0 GB, and Selon takes up to 2 GB .* divide it first"):
        load_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes that have names")
def test_a_pipe_and_a_device_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path(os.devnull)):
        with pytest.raises(ImportFailure, match="is a device or a pipe, not a file"):
            load_file(path)


def test_a_closed_folder_says_that_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "scandir", refusing(PermissionError(13, "Permission denied")))
    with pytest.raises(ImportFailure, match=r"cannot be read \(Permission denied\)"):
        load_file(tmp_path)


class Broken:
    """An importer of an extension that fails however it is asked."""

    name, label = "broken", "Broken"
    extensions: tuple[str, ...] = (".txt",)
    siblings: tuple[str, ...] = ()

    def __init__(self, error: Exception) -> None:
        self.error = error

    def recognises(self, file: SourceFile) -> float:
        raise self.error

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        raise self.error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("x"), r"“a” cannot be read as broken \(KeyError: 'x'\): choose another format"),
        (RecursionError("deep\nstack"), r"\(RecursionError: deep stack\)"),
        (MemoryError(), "“a” is too large for the memory"),
        (ImportFailure("This is no poem."), "^This is no poem"),
    ],
)
def test_whatever_fails_in_an_importer_is_one_sentence(error: Exception, said: str) -> None:
    with pytest.raises(ImportFailure, match=said):
        list(Opened(SourceFile(name="a", data=b"x"), Broken(error)).read())


def test_an_importer_that_cannot_say_whether_it_knows_a_file_does_not_know_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    everyone = IMPORTERS.all()
    monkeypatch.setattr(type(IMPORTERS), "all", lambda _self: {"broken": Broken(ValueError()), **everyone})
    assert find_importer(SourceFile(name="a.txt", data=b"Words.")).name == "txt"
    monkeypatch.setattr(type(IMPORTERS), "all", lambda _self: {"broken": Broken(MemoryError())})
    with pytest.raises(ImportFailure, match="too large"):
        find_importer(SourceFile(name="a.txt", data=b"Words."))


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 300])
def test_a_name_that_no_file_can_have_is_said_in_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(ImportFailure, match="cannot be read"):
        list(open_file(tmp_path / name).read())


def test_a_path_can_be_shown_and_stored() -> None:
    assert printable(Path("été/caf\udce9")) == "été/caf?"
