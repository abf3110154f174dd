"""Words of records, cut out by SQL."""

from annotation.operations import AddAnnotations
from annotation.project import Project
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.words import GAP, marks, one_line
from tests.annotation.debate import record
from tests.annotation.newsroom import ANN


def test_words_of_several_spans_have_a_gap(boards: BoardReader, project: Project) -> None:
    parted = record("t9", "d3", "stance", {"evidence": ["Elle", "bonne"]}, holder={"entity": "roux"},
                    target={"entity": "otan"}, polarity="favor")  # fmt: skip
    project.apply(AddAnnotations(annotations=(parted,), actor=ANN.id))
    assert boards.quotes(["t9"]) == {"t9": f"Elle{GAP}bonne"}


def test_words_are_put_on_one_line() -> None:
    assert one_line("a\n  b\t") == "a b"
    assert one_line(None) == ""


def test_a_query_has_a_mark_for_each_value() -> None:
    assert marks("abc") == "?, ?, ?"
    assert marks(()) == ""
