"""What the memory is worth on gold: `python tests/evaluation/replay.py LAYER GOLD.jsonl …`.

A researcher reads the articles of a file in order and has no other opinion than the gold: right suggestions
are accepted, others corrected or rejected, what is missed is marked by hand. Before each article it is
counted how many of its suggestions are right, with the memory of all articles before it and without. An
entity is right by words and type, an attribution by most of its content.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from annotation.codebook import built_in_codebook, load_codebook  # noqa: E402 - needs the path above
from annotation.detectors import (  # noqa: E402
    Memory,
    Setup,
    analyse,
    lesson_of,
    settle,
    teachable_layers,
    with_needed,
)
from annotation.records import Annotation, Span, Status, Suggestion, overlap  # noqa: E402
from tests.evaluation.predictions import read_articles  # noqa: E402

DETECTORS = {"entity": "entities", "source": "attributions", "figure": "figures", "stance": "stances"}
LAYERS = teachable_layers(load_codebook(built_in_codebook()))
_MOST = 0.5
"""The share of both contents in each other from which two attributions are one."""


@dataclass(slots=True)
class Tally:
    """How many suggestions were right, of how many, for how many records of the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def text(self) -> str:
        """Precision, recall and F1."""
        p, r = self.right / (self.found or 1), self.right / (self.gold or 1)
        return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / ((p + r) or 1):.3f} ({self.found} for {self.gold})"


@dataclass(slots=True)
class Researcher:
    """Somebody who decides as the gold has it, and what was right before each decision."""

    layer: str
    setup: Setup = field(default_factory=lambda: Setup(memory=Memory(), layers=LAYERS))
    plain: Tally = field(default_factory=Tally)
    taught: Tally = field(default_factory=Tally)

    def read(self, article: dict[str, Any], heard: Sequence[Suggestion]) -> None:
        """Count what is right in an article, then decide about it."""
        text, id_ = article["text"], str(article["id"])
        gold = [_record(row, id_) for row in article["annotations"] if row["layer"] == self.layer]
        for setup, tally in ((Setup(), self.plain), (self.setup, self.taught)):
            offered = [item for item in settle(heard, setup, text, id_) if item.layer == self.layer]
            pairs = list(_pairs(offered, gold))
            tally.right += sum(one is not None and _is_right(item, one) for item, one in pairs)
            tally.found += len(offered)
            tally.gold += len(gold)
        met = {one.id for _item, one in pairs if one is not None}
        for item, one in pairs:
            self._decide(item, one, text, id_)
        for one in gold:
            if one.id not in met:
                self.setup.memory.learn(lesson_of(one, None, text, LAYERS[self.layer]))

    def _decide(self, item: Suggestion, gold: Annotation | None, text: str, article: str) -> None:
        basis = Annotation(id="m", article=article, annotator="machine", layer=item.layer, spans=item.spans,
                           features=item.features, why=item.why, origin=item.origin)  # fmt: skip
        mine = replace(basis, id="p", annotator="p", basis="m", status=Status.REJECTED)
        if gold is not None:
            known = {key: gold.features[key] for key in item.features if key in gold.features}
            mine = replace(
                mine, status=Status.ACCEPTED, spans=gold.spans, features={**item.features, **known}
            )
        self.setup.memory.learn(lesson_of(mine, basis, text, LAYERS[item.layer]))


def _record(row: dict[str, Any], article: str) -> Annotation:
    spans = {role: tuple(Span(a, b) for a, b in found) for role, found in row["spans"].items()}
    return Annotation(id=row["id"], article=article, annotator="p", layer=row["layer"], spans=spans,
                      features=row["features"])  # fmt: skip


def _pairs(
    offered: Iterable[Suggestion], gold: Sequence[Annotation]
) -> Iterator[tuple[Suggestion, Annotation | None]]:
    """Each suggestion with the record of the gold that it means, which is nobody else's then."""
    left = {one.id: one for one in gold}
    for item in offered:
        best = max(left.values(), key=lambda one: likeness(item, one), default=None)
        if best is not None and likeness(item, best) >= _MOST:
            yield item, left.pop(best.id)
        else:
            yield item, None


def likeness(item: Suggestion, gold: Annotation) -> float:
    """How much two have in common, 0 to 1: all or nothing for words alone, the share for a content."""
    role = "content" if item.layer == "source" else next(iter(item.spans))
    mine, theirs = item.spans.get(role, ()), gold.spans.get(role, ())
    if role != "content":
        return float(mine == theirs)
    both = overlap(mine, theirs)
    return both / ((sum(map(len, mine)) + sum(map(len, theirs)) - both) or 1)


def _is_right(item: Suggestion, gold: Annotation) -> bool:
    return item.layer == "source" or item.features.get("type") == gold.features.get("type")


def replay(layer: str, articles: Iterable[dict[str, Any]]) -> Researcher:
    """A researcher who has read the articles in order."""
    found, names = Researcher(layer), sorted(with_needed([DETECTORS[layer]]))
    for article in articles:
        heard = analyse(article["text"], article.get("title") or "", article["lang"], names).heard
        found.read(article, heard)
    return found


def main(arguments: Sequence[str]) -> int:
    """Print what is right without the memory and with it, for each file; 2 where nothing is named."""
    if len(arguments) < 2 or arguments[0] not in DETECTORS:
        print(f"Name a layer ({', '.join(DETECTORS)}) and gold files.", file=sys.stderr)
        return 2
    for file in map(Path, arguments[1:]):
        found = replay(arguments[0], read_articles(file))
        print(f"{file.name} without memory {found.plain.text}", flush=True)
        print(f"{file.name} with memory    {found.taught.text}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
