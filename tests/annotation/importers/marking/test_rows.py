import pytest

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.rows import first_rows, read_rows


def read(text: str) -> tuple[list[dict[str, object]], list[str]]:
    left = Leftovers("file")
    rows = [dict(row) for _number, row in read_rows(SourceFile(name="file", data=text.encode()), left)]
    return rows, [one.reason for one in left]


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1}, {"a": 2}]',
        '{"a": 1}\n{"a": 2}\n',
        '{\n "a": 1\n}\n{\n "a": 2\n}',
        '\ufeff{"a": 1}\r\n{"a": 2}',
    ],
)
def test_objects_are_found_however_they_are_lined_up(text: str) -> None:
    assert read(text) == ([{"a": 1}, {"a": 2}], [])


def test_one_object_is_a_row() -> None:
    assert read('{"a": 1}')[0] == [{"a": 1}]


def test_a_broken_line_stops_nothing() -> None:
    assert read('{"a": 1}\n{broken\n{"a": 2}') == (
        [{"a": 1}, {"a": 2}],
        ["Entry 2 is not an object and was left out."],
    )


def test_what_is_no_object_is_reported() -> None:
    assert read('[1, {"a": 1}]')[1] == ["Entry 1 is not an object and was left out."]


@pytest.mark.parametrize("text", ["no json", "", "[1, 2]", "[" * 100_000])
def test_a_file_without_objects_is_refused(text: str) -> None:
    with pytest.raises(ImportFailure):
        read(text)


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b'[{"a": 1}, {"a": 2}, {"a": 3}, {"a": 4}]', 3),
        (b'{"a": 1}\n{"a": 2', 1),
        ('{"a": "é"}'.encode("utf-16"), 1),
        (b"text", 0),
        (b"\x00\xff", 0),
    ],
)
def test_the_first_objects_tell_the_format(data: bytes, rows: int) -> None:
    assert len(first_rows(SourceFile(name="file", data=data))) == rows


def test_halves_of_characters_and_numbers_that_are_none_are_made_whole() -> None:
    assert read('{"a": "\\ud83d\\ude00 \\ud83d", "b": NaN}')[0] == [{"a": "😀 \ufffd", "b": None}]
