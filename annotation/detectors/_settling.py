"""From what the detectors heard in an article to what is suggested to this project's researchers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from annotation.detectors._advising import advise, recall
from annotation.detectors._pairing import judge_pairs
from annotation.detectors._setup import Setup
from annotation.records import Suggestion
from annotation.records.annotation import Json

T = TypeVar("T")


def no_entity(_item: Suggestion) -> str:
    """The key of the entity that a suggestion names, where there is no registry."""
    return ""


def settle(
    heard: Iterable[Suggestion],
    setup: Setup,
    text: str = "",
    article: str = "",
    known: Callable[[Suggestion], str] = no_entity,
    turn: Callable[[], object] = lambda: None,
) -> list[Suggestion]:
    """What is suggested of what was heard in an article, given the project's choices and memory.

    What researchers rejected again and again goes, what they corrected comes corrected, what they marked by
    hand comes too; what is not sure enough goes, and so does every reference to what is gone. The keys stay.
    `known` gives the key of the entity that a suggestion names, as the registry has it; "" for none.
    `turn` is called between small pieces of the work, and may raise.
    """
    items = list(heard)
    on = [item for item in taking_turns(items, turn) if detector_of(item) not in setup.choices.off]
    found = (advise(item, setup, text, article) for item in taking_turns(on, turn))
    advised = [item for item in found if item is not None]
    advised = judge_pairs(advised, setup, text, article, known)
    turn()
    added = recall(text, setup, taking_turns(advised, turn), article, turn)
    kept = [item for item in taking_turns((*advised, *added), turn) if _passes(item, setup)]
    gone = {item.key for item in items} - {item.key for item in kept}
    return link_figures(_without(item, gone) for item in taking_turns(kept, turn))


def taking_turns(items: Iterable[T], turn: Callable[[], object]) -> Iterator[T]:
    """The items, `turn` called before each."""
    for item in items:
        turn()
        yield item


def _passes(item: Suggestion, setup: Setup) -> bool:
    return setup.choices.passes(detector_of(item), item.confidence)


def detector_of(item: Suggestion) -> str:
    """The name of the detector that made a suggestion: its origin's first word without the version."""
    return item.origin.partition(" ")[0].partition("/")[0]


def _without(item: Suggestion, gone: set[str]) -> Suggestion:
    """The suggestion without its references to those that are gone."""
    features = {key: value for key, value in item.features.items() if not points_at(value, gone)}
    return item if len(features) == len(item.features) else replace(item, features=features)


def points_at(value: Json, keys: set[str]) -> bool:
    """Whether a feature refers to a suggestion with one of the keys."""
    if isinstance(value, dict):
        value = value.get("annotation")
    return isinstance(value, str) and value in keys


def link_figures(found: Iterable[Suggestion]) -> list[Suggestion]:
    """The suggestions, each figure in a content with the key of the closest attribution as its `source`."""
    items = list(found)
    contents = [item for item in items if item.layer == "source" and item.spans.get("content")]
    return [_linked(item, contents) if item.layer == "figure" else item for item in items]


def _linked(figure: Suggestion, contents: Sequence[Suggestion]) -> Suggestion:
    around = min(_around(figure, contents), key=lambda item: (_length(item), item.key), default=None)
    return _with(figure, {"source": around.key}) if around else figure


def _with(item: Suggestion, features: Mapping[str, Json]) -> Suggestion:
    return replace(item, features={**item.features, **features})


def _around(figure: Suggestion, contents: Iterable[Suggestion]) -> Iterator[Suggestion]:
    mention = figure.spans["mention"][0]
    for item in contents:
        if any(span.start <= mention.start and mention.end <= span.end for span in item.spans["content"]):
            yield item


def _length(item: Suggestion) -> int:
    return sum(map(len, item.spans["content"]))
