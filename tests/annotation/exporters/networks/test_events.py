"""Each stance and each attribution is one event; what is none is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import pytest

from annotation.exporters._base import Loss
from annotation.exporters._losses import Losses
from annotation.exporters._networks.events import Event, gather_events, moment
from annotation.exporters._networks.parties import Party
from annotation.records import Annotator, Article, Json, Shown, Span, Status
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


@pytest.mark.parametrize(
    ("value", "level"), [("3", -3), (2, -2), ("-2", -2), ("much", -1), (None, -1), (True, -1)]
)
def test_a_field_says_how_strong_a_stance_is(value: Json, level: int) -> None:
    one = stance("t", "ana", "war", "against", intensity=value)
    (found,), losses = gather(corpus(one), "stance", strength="intensity")
    assert found.level == level
    assert [loss.count for loss in losses] == ([] if level != -1 else [1])
    assert gather(corpus(one), "stance")[0][0].level == -1


@pytest.mark.parametrize(("known", "name"), [
    ("outlet", "Daily"), ("section", "World"), ("author", "A. B.; C. D."), ("article", "a1"),
])  # fmt: skip
def test_an_article_can_stand_for_the_actor(known: str, name: str) -> None:
    held = replace(article("a1"), section="World", authors=("A. B.", "C. D."))
    (found,), losses = gather(
        corpus(stance("t", "ana", "war", "favor"), articles=(held,)), "stance", actor=known
    )
    assert (found.actor, losses) == (Party(name, known), ())


def test_an_event_knows_what_lists_ask_of_its_article_and_record() -> None:
    held = replace(article("a1"), section="World", authors=("A. B.",), metadata={"type": "op-ed"})
    one = stance("t", "ana", "war", "favor", stance_type="demand", target={"concept": "tax"})
    (found,), _losses = gather(
        corpus(one, articles=(held,)), "stance", exclude_values="stance_type=x|explicit=x"
    )
    listed = [found.listed(name) for name in ("author", "section", "type", "outlet", "target", "actor")]
    assert listed == [("A. B.",), ("World",), ("op-ed",), ("Daily",), ("tax",), ("Ana",)]
    assert found.fields["explicit"] == ("",)
    assert "demand" in found.fields["stance_type"]


@dataclass(frozen=True)
class Sparing(Corpus):
    """A corpus whose words may not be read."""

    shown: Shown = Shown.NOTHING

    def stand_in(self, article: Article, spans: Sequence[Span]) -> str:
        return f"unnamed-{article.id}-{spans[0].start}"


def test_actors_without_a_name_have_a_sign_where_their_words_may_not_be_read() -> None:
    plainly = corpus(record("s", "source", "a1", {"source": "They"}, {}))
    sparing = Sparing(plainly.texts, plainly.records, (), plainly.registry, plainly.held)
    (found,), (loss,) = gather(sparing, "source")
    assert found.value("actor") == "unnamed-a1-25"
    assert (found.words, loss.count) == ("", 1)
    assert "signs" in loss.done
    assert gather(replace(sparing, shown=Shown.QUOTES), "source")[0][0].value("actor") == "They"
