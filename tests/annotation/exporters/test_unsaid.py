"""What a format has no place for is counted by what it is."""

from dataclasses import replace

from annotation.exporters._losses import Losses
from annotation.exporters._unsaid import ARTICLE, HELD, RECORD, read_and_count
from annotation.records import Status
from tests.contracts.shelf import Shelf, full_shelf


def counted(shelf: Shelf, *holds: str) -> dict[str, int]:
    losses = Losses()
    assert len(list(read_and_count(shelf, lambda *now: None, losses, holds))) == len(shelf.texts)
    return {loss.what: loss.count for loss in losses.report()}


def test_nothing_is_lost_where_everything_is_held() -> None:
    assert counted(full_shelf(), *HELD) == {}


def test_notes_statuses_decisions_and_names_are_counted() -> None:
    found = counted(full_shelf(), *ARTICLE)
    assert found == {
        "notes": 1, "statuses": 9, "decisions of reviewers": 1,
        "other names, Wikidata ids and notes of the registry": 1,
    }  # fmt: skip


def test_an_origin_that_is_the_annotator_and_an_accepted_record_say_nothing_more() -> None:
    full = full_shelf()
    plain = replace(full.records[0], origin="Clara", status=Status.ACCEPTED)
    found = counted(Shelf({"a1": full.texts["a1"]}, (replace(plain, article="a1"),)), *ARTICLE)
    assert found == {}
    other = replace(plain, article="a1", origin="names/2", why="a rule", confidence=0.5, features={"odd": 1})
    assert counted(Shelf({"a1": full.texts["a1"]}, (other,)), *ARTICLE) == {
        "confidences": 1, "origins of records": 1, "reasons of suggestions": 1,
        "records with fields that the codebook does not have": 1,
    }  # fmt: skip


def test_an_article_of_which_more_is_known_is_counted_once() -> None:
    what = "articles of which more is known: outlet, authors, date and the like"
    assert counted(full_shelf(), *RECORD)[what] == 1
    assert what not in counted(full_shelf(), *ARTICLE)


def test_fields_of_a_layer_that_is_unknown_are_lost_with_it() -> None:
    full = full_shelf()
    odd = replace(full.records[0], layer="dream", features={"odd": 1})
    found = counted(replace(full, records=(odd,)), *ARTICLE)
    assert found["records of layers that the codebook does not have"] == 1
    assert "records with fields that the codebook does not have" not in found
