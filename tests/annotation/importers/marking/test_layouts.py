"""CoNLL in other layouts."""

import pytest

from annotation.importers._marking.layouts import is_other_layout, plain_columns

UNIVERSAL = (
    "# newdoc id = d1\n1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n"
    "2\tcrane\tcrane\tNOUN\t_\t_\t3\tnsubj\t_\tNER=B-OBJ|SpaceAfter=No\n\n"
    "1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\tit\tPRON\t_\t_\t0\troot\t_\t_\n"
    "2\t's\tbe\tAUX\t_\t_\t1\tcop\t_\t_\n2.1\tnot\tnot\tX\t_\t_\t_\t_\t_\t_\n3\tin\tin\tADP\t_\t_\t1\tx\t_\t_\n"
)
ONTONOTES = (
    "#begin document (a); part 000\n"
    "a 0 0 Ann NNP * - - - S (PERSON* (0\na 0 1 Lee NNP * - - - S *) 0)\n"
    "a 0 2 saw VBD * - - - S * -\na 0 3 Oslo NNP * - - - S (GPE) -\n\n#end document\n"
)


def words(text: str) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in plain_columns(text).split("\n") if "\t" in line]
    return [(row[0], row[-1]) for row in rows]


def test_universal_dependencies_give_the_words_as_printed() -> None:
    assert words(UNIVERSAL) == [("The", "O"), ("crane", "B-OBJ"), ("It's", "O"), ("in", "O")]
    assert "crane\t_\tSpaceAfter=No\tB-OBJ" in plain_columns(UNIVERSAL)


def test_names_in_brackets_are_tags() -> None:
    assert words(ONTONOTES) == [("Ann", "B-PERSON"), ("Lee", "I-PERSON"), ("saw", "O"), ("Oslo", "B-GPE")]


def test_words_with_bars_are_a_sentence_a_line() -> None:
    text = "The|DT|O crane|NN|B-OBJ\nIt|PRP|O went|VBD|O\n"
    assert words(text) == [("The", "O"), ("crane", "B-OBJ"), ("It", "O"), ("went", "O")]


@pytest.mark.parametrize("text", ["Ann B-PER\nLee I-PER\n", "a|b|c d|e|f\nplain text\n", "", "1\t2\n3\t4\n"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert plain_columns(text) == text
    assert not is_other_layout(text.split("\n"))
