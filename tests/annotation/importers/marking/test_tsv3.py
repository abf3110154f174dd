import pytest

from annotation.importers import ImportFailure
from annotation.importers._marking.tsv3 import (
    TsvLayer,
    annotations,
    numbered,
    own,
    parse_tsv3,
    split_cell,
    split_chain,
    value_of,
)
from annotation.records import Span
from tests.annotation.importers.reading_samples import SAMPLES, TEXT

HEAD = "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Span|value\n\n\n"


def document(body: str, known: str | None = None) -> str:
    return parse_tsv3("file", HEAD + body, known).text


def test_the_text_is_put_together_from_sentences() -> None:
    body = "#Text=Un 😀.\n1-1\t0-2\tUn\t_\t\n1-2\t3-5\t😀\t_\t\n\n#Text=Fin\n2-1\t8-11\tFin\t_\t\n"
    assert document(body) == "Un 😀.\n\nFin"


def test_white_space_before_the_first_word_is_kept() -> None:
    assert document("#Text=one\n1-1\t2-5\tone\t_\t\n") == "  one"


def test_lines_and_tabs_within_a_sentence_are_kept() -> None:
    assert document("#Text=a\n#Text=b\\tc\n1-1\t0-1\ta\t_\t\n1-2\t2-3\tb\t_\t\n") == "a\nb\tc"


def test_backslashes_that_are_no_escapes_are_letters() -> None:
    assert document("#Text=C:\\new\n1-1\t0-6\tC:\\new\t_\t\n") == "C:\\new"


def test_a_text_that_is_known_is_used_where_it_fits() -> None:
    body = "#Text=Un\n1-1\t0-2\tUn\t_\t\n\n#Text=Deux\n2-1\t3-7\tDeux\t_\t\n"
    assert document(body, "Un Deux. ") == "Un Deux. "
    assert document(body, "Une autre") == "Un\nDeux"


def test_the_sample_has_its_text() -> None:
    assert parse_tsv3("file", (SAMPLES / "webanno/hopital.tsv").read_text("utf-8")).text == TEXT.rstrip("\n")


@pytest.mark.parametrize("row", ["1-1\t0-2\tXY\t_\t", "1-1\t9-12\tUn\t_\t\n1-2\t0-2\tUn\t_\t"])
def test_words_that_do_not_fit_their_sentence_are_damage(row: str) -> None:
    with pytest.raises(ImportFailure):
        document(f"#Text=Un\n{row}\n")


def cells(*rows: str) -> list[tuple[str, list[str], Span | None]]:
    """(key, values, span) of the annotations of words of three letters in one layer."""
    words = ["aaa", "bbb", "ccc"][: len(rows)]
    body = f"#Text={' '.join(words)}\n" + "".join(
        f"1-{n + 1}\t{n * 4}-{n * 4 + 3}\t{word}\t{cell}\t\n"
        for n, (word, cell) in enumerate(zip(words, rows, strict=True))
    )
    found = parse_tsv3("file", HEAD + body)
    return [(one.key, one.values, found.span(one.units)) for one in annotations(found)]


def test_cells_without_a_number_are_annotations_of_their_own() -> None:
    assert [(values, span) for _key, values, span in cells("A", "A", "_")] == [
        (["A"], Span(0, 3)),
        (["A"], Span(4, 7)),
    ]


def test_cells_with_the_same_number_are_one_annotation() -> None:
    assert cells("A[1]|B[2]", "A[1]", "A[1]") == [
        ("x.Span [1]", ["A"], Span(0, 11)),
        ("x.Span [2]", ["B"], Span(0, 3)),
    ]


def test_a_star_is_an_annotation_without_a_value() -> None:
    ((_key, values, _span),) = cells("*")
    assert value_of(values[0]) is None


def test_separators_that_are_escaped_are_values() -> None:
    assert split_cell("a\\|b|c", "|") == ["a\\|b", "c"]
    assert numbered("a\\[0\\]") == ("a\\[0\\]", "")
    assert numbered("a[12]") == ("a", "12")
    assert value_of("a\\|b\\_c\\n\\\\") == "a|b_c\n\\"


def test_a_place_in_a_chain_is_read() -> None:
    assert split_chain("coref->2-1") == ("coref", "2-1")


def test_numbers_in_the_column_of_a_target_are_the_target_s() -> None:
    layer = TsvLayer("SP", "x.Host", ("ROLE_x.Host:links_x.Link", "x.Span", "value"), 0)
    assert [own(layer, name) for name in layer.columns] == [True, False, True]


def test_a_relation_layer_names_what_it_connects() -> None:
    assert TsvLayer("RL", "x.Tie", ("value", "BT_x.Span"), 0).base == "x.Span"
    assert TsvLayer("SP", "x.Span", ("value",), 0).base == ""
