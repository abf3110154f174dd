"""Each stance and each attribution is one event; what is none is counted."""

from dataclasses import replace
from datetime import datetime

import pytest

from annotation.exporters._base import Loss
from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import Event, gather_events, moment
from annotation.exporters._networks.parties import Party
from annotation.records import Annotator, Status
from tests.annotation.exporters.networks.corpus import Corpus, article, corpus, plan, record, stance
from tests.contracts.shelf import CLARA


def gather(found: Corpus, *layers: str, **chosen: str) -> tuple[list[Event], tuple[Loss, ...]]:
    losses = Losses()
    return gather_events(
        found, lambda *now: None, plan(**chosen), layers, losses, quoted=True
    ).events, losses.report()


def test_a_stance_says_who_holds_what_about_what_where_and_when() -> None:
    one = stance("t", "ana", "taxes", "against", intensity="2", target={"entity": "bo"})
    (found,), losses = gather(corpus(one), "stance")
    assert (found.actor, found.target) == (Party("Ana", "PER"), Party("Bo", "PER"))
    assert (found.concept, found.polarity, found.sign, found.intensity) == ("taxes", "against", -1, "2")
    assert (found.outlet, found.when, found.words) == ("Daily", datetime(2024, 1, 1), "says so")  # noqa: DTZ001
    assert losses == ()


def test_the_target_is_the_concept_where_it_is_chosen() -> None:
    one = stance("t", "ana", "taxes", "favor", target={"concept": "the toll"})
    assert gather(corpus(one), "stance", concept="target")[0][0].concept == "the toll"


def test_events_are_in_the_order_of_time_and_those_without_a_date_last() -> None:
    articles = (article("a1", None), article("a2", "2024-05-01T10:00:00+02:00"), article("a3", "2024-01-01"))
    records = [stance(f"t{number}", "ana", "war", "favor", f"a{number}") for number in (1, 2, 3)]
    events, _losses = gather(corpus(*records, articles=articles), "stance")
    assert [event.id for event in events] == ["t3", "t2", "t1"]


def test_an_attribution_is_an_event_of_its_source() -> None:
    cited = record("s", "source", "a1", {"source": "Bo"}, {"speaker": "bo"})
    (found,), losses = gather(corpus(cited, stance("t", "ana", "war", "favor")), "source")
    assert (found.layer, found.value("actor"), found.sign) == ("source", "Bo", None)
    assert [loss.count for loss in losses] == [1]


def test_rejected_records_are_counted_and_left_out() -> None:
    one = replace(stance("t", "ana", "war", "favor"), status=Status.REJECTED)
    events, (loss,) = gather(corpus(one), "stance")
    assert events == []
    assert (loss.what, loss.count) == ("rejected records", 1)


def test_several_annotators_of_an_article_are_pointed_out() -> None:
    one = stance("t", "ana", "war", "favor")
    both = replace(corpus(one, replace(one, id="u", annotator="p-dora")),
                   people=(CLARA, Annotator(id="p-dora", name="Dora")))  # fmt: skip
    events, (loss,) = gather(both, "stance")
    assert len(events) == 2
    assert "several annotators" in loss.what


@pytest.mark.parametrize(("unnamed", "name"), [("keep", "They"), ("leave-out", "")])
def test_actors_without_a_name_are_kept_or_left_out_and_counted(unnamed: str, name: str) -> None:
    cited = record("s", "source", "a1", {"source": "They"}, {})
    (found,), (loss,) = gather(corpus(cited), "source", unnamed=unnamed)
    assert found.value("actor") == name
    assert loss.count == 1


@pytest.mark.parametrize(
    ("published", "shown"),
    [("2024-05-01", "2024-05-01T00:00:00"), ("2024-05-01T23:30:00-05:00", "2024-05-01T23:30:00"),
     ("2024-05-01 at noon", "2024-05-01T00:00:00"), ("2024", None), ("", None), (None, None)],
)  # fmt: skip
def test_a_moment_is_as_the_article_says(published: str | None, shown: str | None) -> None:
    found = moment(published)
    assert (found.isoformat() if found else None) == shown


def test_a_concept_is_no_actor_towards_whom_a_stance_is() -> None:
    one = Event(id="e", layer="stance", article="a", target=Party("war", "concept"))
    assert one.value("target") == ""
