import pytest

from annotation.importers._tables.delimited import head_of, sniff, table_rows, unique, without_hint


def rows(text: str) -> list[dict[str, str]]:
    dialect = sniff(text.encode(), True)
    assert dialect is not None
    return [dict(row) for row in table_rows(text, dialect)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["a", "b"], ["1,5", "x"], ["2,5", "y"]))
    if delimiter != ",":
        assert rows(text) == [{"a": "1,5", "b": "x"}, {"a": "2,5", "b": "y"}]
    else:
        assert len(rows(text)) == 2


def test_quotes_hold_line_ends_and_delimiters() -> None:
    assert rows('a,b\n"x, ""y""\nz",1\n') == [{"a": 'x, "y"\nz', "b": "1"}]


def test_quotes_that_are_never_closed_are_letters() -> None:
    assert rows('a\tb\n1\t"Bonjour\n2\tx\n3\ty\n')[0] == {"a": "1", "b": '"Bonjour'}


def test_cells_too_many_are_kept_and_too_few_are_none() -> None:
    assert rows("a,b\n1,2,3\n4\n5,6\n7,8\n") == [
        {"a": "1", "b": "2", "column 3": "3"},
        {"a": "4"},
        {"a": "5", "b": "6"},
        {"a": "7", "b": "8"},
    ]


def test_a_table_without_names_gets_some() -> None:
    assert rows("https://a.b/c,1\nhttps://a.b/d,2\n")[0] == {"column 1": "https://a.b/c", "column 2": "1"}


def test_names_are_told_apart() -> None:
    assert unique(["a", "a", "b"]) == ["a", "a 2", "b"]


@pytest.mark.parametrize("data", [b"", b"one line", b"words\nand words\n", b"\x00\x01,\n,"])
def test_what_is_no_table_is_none(data: bytes) -> None:
    assert sniff(data, True) is None


def test_only_the_beginning_of_a_large_file_is_looked_at() -> None:
    head, is_all = head_of(b"a,b\n" * 100_000)
    assert not is_all
    assert len(head) < 200_000
    assert head_of(b"a,b") == (b"a,b", True)


def test_the_line_that_tells_excel_what_parts_the_cells_is_no_row() -> None:
    dialect = sniff(b"sep=;\r\nTitel;Text\r\nA;eins\r\n", True)
    assert dialect is not None
    assert dialect.names == ("Titel", "Text")
    assert without_hint("\ufeffsep=;\nTitel;Text\n") == "Titel;Text\n"


def test_one_column_of_texts_is_a_table_by_its_name() -> None:
    dialect = sniff(b"text\nOne line.\nAnother one.\n", True)
    assert dialect is not None
    assert (dialect.names, dialect.width) == (("text",), 1)
    assert [row["text"] for row in table_rows("text\nOne line.\nAnother one.\n", dialect)] == [
        "One line.",
        "Another one.",
    ]
    assert sniff(b"A heading\nOne line.\n", True) is None
    assert sniff(b"text\n", True) is None
