from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.tsv3 import parse_tsv3
from annotation.importers._marking.webanno_marks import WebannoMarks, numbered_pair

HEAD = "#FORMAT=WebAnno TSV 3.3\n"
SPANS = "#T_SP=x.Name|value\n"


def read(layers: str, *rows: str) -> tuple[list[tuple[str, str]], list[tuple[str, str, str]], list[str]]:
    """(label, words) of marks, (words, label, words) of links, and the reasons."""
    words = ["aa", "bb", "cc"][: len(rows)]
    body = f"\n\n#Text={' '.join(words)}\n" + "".join(
        f"1-{n + 1}\t{n * 3}-{n * 3 + 2}\t{word}\t{row}\t\n"
        for n, (word, row) in enumerate(zip(words, rows, strict=True))
    )
    document = parse_tsv3("file", HEAD + layers + body)
    left = Leftovers("file")
    marks, links = WebannoMarks(document, load_labels("webanno"), left).read()
    by_key = {
        mark.key: " ".join(document.text[span.start : span.end] for span in mark.spans) for mark in marks
    }
    return (
        [(mark.label, by_key[mark.key]) for mark in marks],
        [(by_key[link.source], link.label, by_key[link.target]) for link in links],
        [one.reason for one in left],
    )


def test_a_relation_goes_from_what_its_cell_names_to_its_own_word() -> None:
    layers = SPANS + "#T_RL=x.Tie|value|BT_x.Name\n"
    marks, links, reasons = read(layers, "PER\t_\t_", "_\t_\t_", "LOC\tlives\t1-1")
    assert marks == [("PER", "aa"), ("LOC", "cc")]
    assert links == [("aa", "lives", "cc")]
    assert not reasons


def test_numbers_say_which_of_stacked_annotations_are_tied() -> None:
    layers = SPANS + "#T_RL=x.Tie|value|BT_x.Name\n"
    _marks, links, _reasons = read(layers, "PER[1]|ORG[2]\t_\t_", "PER[1]\t_\t_", "LOC\tlives\t1-1[1_0]")
    assert links == [("aa bb", "lives", "cc")]


def test_a_relation_without_a_label_is_called_like_its_layer() -> None:
    layers = SPANS + "#T_RL=x.Tie|BT_x.Name\n"
    assert read(layers, "PER\t_", "LOC\t1-1")[1] == [("aa", "Tie", "bb")]


def test_relations_of_tokens_are_structure() -> None:
    layers = "#T_RL=x.Tie|value|BT_x.Token\n"
    assert read(layers, "_\t_", "dep\t1-1")[2] == [
        "1 × Tie: the structure of the text, which labels nothing."
    ]


def test_slots_are_links_by_their_roles() -> None:
    layers = SPANS + "#T_SP=x.Host|ROLE_x.Host:parts_x.Link|x.Name\n"
    marks, links, _reasons = read(layers, "PER\t_\t_", "LOC\t_\t_", "_\twho;*\t1-1;1-2")
    assert marks == [("PER", "aa"), ("LOC", "bb"), ("", "cc")]
    assert links == [("cc", "who", "aa"), ("cc", "parts", "bb")]


def test_an_empty_slot_is_no_link() -> None:
    layers = SPANS + "#T_SP=x.Host|ROLE_x.Host:parts_x.Link|x.Name\n"
    assert read(layers, "_\t_\t*")[1] == []


def test_the_links_of_a_chain_follow_each_other() -> None:
    layers = "#T_CH=x.CorefLink|referenceRelation|referenceType\n"
    marks, links, _reasons = read(layers, "ana->1-2\tPRO[1]", "*->1-1\tNAM[1]", "_\t_")
    assert marks == [("PRO", "aa"), ("NAM", "bb")]
    assert links == [("bb", "next", "aa")]


def test_a_target_that_is_not_there_is_reported() -> None:
    layers = SPANS + "#T_RL=x.Tie|value|BT_x.Name\n"
    assert "not there" in read(layers, "PER\tlives\t1-9", "_\t_\t_")[2][0]


def test_the_ends_of_a_relation_are_read() -> None:
    assert numbered_pair("1-1[2_0]") == ("1-1", ("2", "0"))
    assert numbered_pair("1-1.2") == ("1-1.2", ("0", "0"))
