"""What was heard becomes what is suggested."""

from annotation.detectors import Choices, Setup, settle
from annotation.detectors._settling import detector_of, link_figures
from annotation.records import Span, Suggestion
from annotation.records.annotation import Json


def heard(key: str, layer: str = "entity", confidence: float | None = None, **features: Json) -> Suggestion:
    role = "content" if layer == "source" else "mention"
    return Suggestion(key=key, layer=layer, spans={role: (Span(0, 9),)}, features=features,
                      confidence=confidence, origin=f"{key.partition('/')[0]}/3")  # fmt: skip


def least(confidence: float) -> Setup:
    return Setup(choices=Choices(thresholds={"attributions": confidence}))


def test_the_closest_attribution_vouches() -> None:
    def source(key: str, start: int, end: int) -> Suggestion:
        return Suggestion(key=key, layer="source", spans={"content": (Span(start, end),)})

    figure = Suggestion(key="figures/1", layer="figure", spans={"mention": (Span(5, 7),)})
    outside = Suggestion(key="figures/2", layer="figure", spans={"mention": (Span(90, 92),)})
    linked = link_figures([source("a", 0, 50), source("b", 4, 10), figure, outside])
    assert [item.features.get("source") for item in linked] == [None, None, "b", None]


def test_what_is_less_sure_than_the_threshold_of_its_detector_is_dropped() -> None:
    items = [heard("attributions/1", "source", 0.4), heard("attributions/2", "source", 0.5),
             heard("attributions/3", "source"), heard("entities/1", confidence=0.1)]  # fmt: skip
    kept = [item.key for item in settle(items, least(0.5))]
    assert kept == ["attributions/2", "attributions/3", "entities/1"]


def test_a_figure_in_a_dropped_content_names_the_next_attribution_around_it() -> None:
    inner, outer = heard("attributions/1", "source", 0.4), heard("attributions/2", "source", 0.9)
    figure = heard("figures/1", "figure")
    assert settle([inner, outer, figure], least(0.0))[2].features == {"source": "attributions/1"}
    assert settle([inner, outer, figure], least(0.5))[1].features == {"source": "attributions/2"}
    assert settle([inner, figure], least(0.5))[0].features == {}


def test_references_to_what_is_dropped_go_and_all_else_stays() -> None:
    dropped = heard("attributions/1", "source", 0.4)
    stance = heard("stances/1", "stance", holder={"annotation": "attributions/1"}, polarity="favor",
                   target={"entity": "attributions/1"}, attribution="attributions/1")  # fmt: skip
    (kept,) = settle([dropped, stance], least(0.5))
    assert kept.features == {"polarity": "favor", "target": {"entity": "attributions/1"}}


def test_the_detector_is_the_name_in_the_origin() -> None:
    assert detector_of(Suggestion(key="", layer="", spans={}, origin="entities/1 m-3.8.0")) == "entities"
    assert detector_of(Suggestion(key="", layer="", spans={})) == ""


def test_what_a_detector_said_before_it_was_turned_off_goes() -> None:
    items = [heard("attributions/1", "source"), heard("entities/1")]
    off = Setup(choices=Choices(off=frozenset({"attributions"})))
    assert [item.key for item in settle(items, off)] == ["entities/1"]
