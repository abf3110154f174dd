"""Stances: who is for or against whom or what, where the text says so, by cues and the parse around them."""

from collections.abc import Iterator

from annotation.detectors._base import Document
from annotation.detectors._language import available_languages
from annotation.detectors._stances.lexicon import load_stances
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.reading import read_stances
from annotation.detectors._stances.record import Chars, Party, Stance
from annotation.records import Span, Suggestion
from annotation.records.annotation import Json


class Stances:
    """Suggests records of the layer `stance`, and mentions of those who hold one that nothing else marks."""

    name = "stances"
    version = "3"
    layers = ("stance", "entity")
    after: tuple[str, ...] = ("entities", "attributions")

    def detect(self, document: Document) -> Iterator[Suggestion]:
        """The stances of an article in the order of their evidence; nothing where it is not parsed."""
        if document.lang not in available_languages():
            return
        parties = Parties(document, load_stances(document.lang))
        marked: dict[Chars, str] = {}
        for number, stance in enumerate(read_stances(document, parties), 1):
            key = _key(stance.holder, parties) or marked.get(stance.holder.at, "")
            if not key:
                key = marked[stance.holder.at] = f"stances/holder-{len(marked) + 1}"
                yield _mention(stance.holder, key)
            yield _suggestion(stance, number, key, parties)


def _key(party: Party, parties: Parties) -> str:
    """The key of what stands for a party: its mention, or the attribution that credits it."""
    source = None if party.key else parties.source_at(*party.at)
    return source.key if source is not None else party.key


def _mention(party: Party, key: str) -> Suggestion:
    features: dict[str, Json] = {"type": party.type, "mention_level": "NOM"}
    return Suggestion(key=key, layer="entity", spans={"mention": (Span(*party.at),)}, features=features,
                      confidence=0.6, why="holder of a stance")  # fmt: skip


def _suggestion(stance: Stance, number: int, holder: str, parties: Parties) -> Suggestion:
    target = stance.target
    features: dict[str, Json] = {
        "holder": {"annotation": holder},
        "target": {"annotation": target.key} if target.key else {"concept": target.words},
        "polarity": stance.polarity,
        "intensity": str(stance.intensity),
        "stance_type": stance.type,
        "explicit": True,
    }
    start, end = stance.evidence
    carrier = parties.attribution_by(start, end) or parties.attribution_of(start)
    if carrier is not None:
        features["attribution"] = carrier.key
    return Suggestion(key=f"stances/{number}", layer="stance", spans={"evidence": (Span(start, end),)},
                      features=features, confidence=round(stance.confidence, 2), why=stance.why)  # fmt: skip


plug = Stances()
