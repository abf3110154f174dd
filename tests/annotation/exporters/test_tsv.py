"""Rows have the form that WebAnno's description of TSV 3 gives them."""

from annotation.exporters._tokens import TokenText
from annotation.exporters._tsv import Columns, Slot, TsvAnnotation, Unit, tsv_lines, units_of
from annotation.records import Span


def rows(text: str, layer: Columns, *made: TsvAnnotation) -> list[str]:
    return list(tsv_lines(text, TokenText(text, "en"), [layer], made))


def test_a_span_covers_words_and_parts_of_words() -> None:
    tokens = TokenText("one three  five", "en")
    assert units_of(Span(1, 9), tokens) == (Unit(0, 1, 3, is_part=True), Unit(1, 4, 9))
    assert units_of(Span(9, 11), tokens) == ()


def test_stacked_annotations_and_parts_of_words_have_rows_and_numbers() -> None:
    tokens = TokenText("Anna says", "en")
    whole = TsvAnnotation(1, "x.T", units_of(Span(0, 9), tokens), {"label": "A|B"})
    part = TsvAnnotation(2, "x.T", units_of(Span(0, 2), tokens), {})
    assert rows("Anna says", Columns("x.T", ("label",), ()), whole, part) == [
        "#FORMAT=WebAnno TSV 3.3", "#T_SP=x.T|label", "", "", "#Text=Anna says",
        "1-1\t0-4\tAnna\tA\\|B[1]\t", "1-1.1\t0-2\tAn\t*[2]\t", "1-2\t5-9\tsays\tA\\|B[1]\t",
    ]  # fmt: skip


def test_links_stand_in_a_column_of_roles_and_one_of_targets() -> None:
    tokens = TokenText("Anna says", "en")
    to = TsvAnnotation(1, "x.T", units_of(Span(0, 4), tokens), {})
    host = TsvAnnotation(2, "x.T", units_of(Span(5, 9), tokens), {}, {"cue_link": [to, to]})
    lines = rows("Anna says", Columns("x.T", (), (Slot("cue_link", "x.L", "cue"),)), to, host)
    assert lines[1] == "#T_SP=x.T|ROLE_x.T:cue_link_x.L|uima.tcas.Annotation"
    assert lines[-2:] == ["1-1\t0-4\tAnna\t_[1]\t*\t", "1-2\t5-9\tsays\tcue;cue[2]\t1-1[1];1-1[1]\t"]


def test_a_layer_without_columns_has_one_that_says_that_it_is_there() -> None:
    one = TsvAnnotation(1, "x.T", units_of(Span(0, 2), TokenText("Hi \\", "en")), {})
    assert rows("Hi \\", Columns("x.T", (), ()), one)[1:] == [
        "#T_SP=x.T|", "", "", "#Text=Hi \\\\", "1-1\t0-2\tHi\t*[1]\t", "1-2\t3-4\t\\\\\t_\t",
    ]  # fmt: skip


def test_lines_and_what_lies_between_sentences_are_kept() -> None:
    lines = rows(" One.\r\n\nTwo.\t", Columns("x.T", (), ()))
    assert [line for line in lines if line.startswith("#Text")] == [
        "#Text= One.\\r", "#Text=", "#Text=", "#Text=Two.\\t",
    ]  # fmt: skip
