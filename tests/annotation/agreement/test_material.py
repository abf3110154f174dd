"""What coefficients stand on."""

from annotation.agreement import Labelled, gather
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention, record

TWO = by_annotator(
    mention("1", "anna", "Parlement"), mention("2", "anna", "Odile Vernay"), mention("3", "ben", "Parlement")
)
ARTICLES = [
    Labelled(article="a1", text=TEXT, records=TWO, ended="2026-02-01", untouched=frozenset({"cleo"})),
    Labelled(article="a2", text=TEXT, records={"anna": [], "cleo": []}, unfinished=frozenset({"ben"})),
    Labelled(article="a3", text=TEXT, records={"anna": []}),
]
MATERIAL = gather(iter(ARTICLES), CODEBOOK, [("entity", None)])


def test_the_tables_are_made_on_the_way() -> None:
    assert len(MATERIAL.tables["entity", None].rows) == 2
    assert MATERIAL.compared == 2
    assert MATERIAL.ended["a1"] == "2026-02-01"


def test_who_found_nothing_is_told_from_who_left_it_untouched() -> None:
    anna, ben, cleo = MATERIAL.work()
    assert (anna.compared, anna.nothing, anna.untouched, anna.records) == (2, 1, 0, 2)
    assert (ben.compared, ben.unfinished, ben.untouched) == (1, 1, 0)
    assert (cleo.compared, cleo.nothing, cleo.untouched) == (1, 1, 1)


def test_a_layer_has_numbers_of_its_own() -> None:
    assert [one.nothing for one in MATERIAL.work("stance")] == [2, 1, 1]
    assert sum(one.records for one in MATERIAL.work("entity")) == 3


def test_nothing_read_is_nothing_to_tell() -> None:
    empty = gather([], CODEBOOK, [("entity", None)])
    assert (empty.compared, empty.work(), empty.ended) == (0, [], {})


def test_records_are_known_by_their_ids() -> None:
    layers = by_annotator(record("s1", "anna", "stance", evidence="accuse"))
    found = gather([Labelled(article="a", text=TEXT, records=layers)], CODEBOOK, [("stance", None)])
    assert found.tables["stance", None].rows[0].units["anna"].record == "s1"
