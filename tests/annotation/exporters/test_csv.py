"""CSV tables are read back by the standard library with every record, quote and offset in place."""

import csv
from pathlib import Path

import pytest

from annotation.exporters import ExportFailure, Report, choose_options
from annotation.exporters.csv import plug
from tests.contracts.shelf import TEXTS, full_shelf


def export(out: Path, **chosen: str) -> Report:
    return plug.export(full_shelf(), out, lambda *now: None, choose_options(plug, chosen))


def rows_of(path: Path, delimiter: str = ",", encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def test_there_is_a_table_for_each_layer_and_for_articles_decisions_and_names(tmp_path: Path) -> None:
    report = export(tmp_path)
    names = ["articles", "entities", "figures", "sources", "stances", "decisions", "everything", "registry"]
    assert [path.stem for path in report.files] == names
    assert (report.articles, report.annotations) == (5, 9)
    assert [(loss.what, loss.count) for loss in report.losses] == [("articles’ texts", 5)]


def test_offsets_give_the_quote_that_stands_beside_them(tmp_path: Path) -> None:
    export(tmp_path)
    rows = rows_of(tmp_path / "entities.csv")
    assert len(rows) == 5
    for row in rows:
        text = TEXTS[int(row["article"][1:])]
        assert text[int(row["mention_start"]) : int(row["mention_end"])] == row["mention"]


def test_words_in_pieces_name_the_place_of_each_piece(tmp_path: Path) -> None:
    export(tmp_path)
    (row,) = rows_of(tmp_path / "sources.csv")
    pieces = [tuple(map(int, piece.split("-"))) for piece in row["content_spans"].split(";")]
    assert [TEXTS[0][start:end] for start, end in pieces] == row["content"].split(" […] ")


def test_keys_have_their_names_beside_them(tmp_path: Path) -> None:
    export(tmp_path)
    (source,) = rows_of(tmp_path / "sources.csv")
    assert (source["speaker"], source["speaker_name"]) == ("ministre", "la ministre")
    stance = rows_of(tmp_path / "stances.csv")[0]
    assert (stance["holder"], stance["holder_name"]) == ("annotation:s1", "la ministre")
    assert (stance["target"], stance["target_name"]) == ("concept:grève", "grève")


def test_everything_has_a_row_for_each_record_in_one_file(tmp_path: Path) -> None:
    report = export(tmp_path / "all.csv")
    rows = rows_of(tmp_path / "all.csv")
    assert report.files == (tmp_path / "all.csv",)
    assert [row["id"] for row in rows] == [record.id for record in full_shelf().records]
    assert {row["layer"] for row in rows} == {"entity", "figure", "source", "stance"}
    assert rows[0]["mention"] == "la ministre"
    assert rows[0]["polarity"] == ""


def test_notes_keep_their_line_ends_and_quotes(tmp_path: Path) -> None:
    export(tmp_path)
    (row,) = rows_of(tmp_path / "sources.csv")
    assert row["note"] == "« note »\non two lines"


@pytest.mark.parametrize(("separator", "sign"), [("semicolon", ";"), ("tab", "\t")])
def test_cells_are_parted_by_what_was_chosen(separator: str, sign: str, tmp_path: Path) -> None:
    export(tmp_path, separator=separator)
    assert rows_of(tmp_path / "figures.csv", sign)[0]["value"] == "1200"


def test_a_byte_order_mark_is_written_where_it_is_wished(tmp_path: Path) -> None:
    export(tmp_path, mark="yes")
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert rows_of(tmp_path / "figures.csv", encoding="utf-8-sig")[0]["id"] == "f1"


def test_a_wrong_option_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ExportFailure, match="separator, mark, texts"):
        choose_options(plug, {"seperator": "tab"})
    with pytest.raises(ExportFailure, match="comma, semicolon, tab"):
        choose_options(plug, {"separator": "space"})


def test_texts_are_written_where_they_are_wished(tmp_path: Path) -> None:
    export(tmp_path / "with", texts="yes")
    export(tmp_path / "without")
    assert [row["text"] for row in rows_of(tmp_path / "with" / "articles.csv")] == list(TEXTS)
    assert "text" not in rows_of(tmp_path / "without" / "articles.csv")[0]
