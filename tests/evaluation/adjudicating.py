"""How near strategies of automatic merge come to a known truth: `python -m tests.evaluation.adjudicating`.

Annotators are simulated (`panel`), so the truth is known. A threshold as in INCEpTION is measured beside:
each span that so many annotators marked alike, with the label that most of them gave, ties left out.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random

from annotation.adjudication import STRATEGIES, Comparison, Material, Terms, Trust, Trusted, compare, propose
from annotation.records import Annotation
from tests.annotation.agreement.labels import CODEBOOK
from tests.evaluation.panel import CAREFUL, HASTY, USUAL, Habits, labelled, make_text, true_records

Said = tuple[object, ...]
"""Article, layer, words and label of a record."""
WORDS = 800
ARTICLES = 12
PANELS: Mapping[str, Mapping[str, Habits]] = {
    "2 usual": {"a": USUAL, "b": USUAL},
    "3 usual": {"a": USUAL, "b": USUAL, "c": USUAL},
    "5 usual": dict.fromkeys("abcde", USUAL),
    "3 mixed": {"a": CAREFUL, "b": HASTY, "c": HASTY},
    "5 mixed": {"a": CAREFUL, "b": USUAL, "c": USUAL, "d": HASTY, "e": HASTY},
}
STRATEGIES_ASKED = (("unanimous", 0.5), ("majority", 0.5), ("majority", 0.67), ("gold-model", 0.5))


def compared_panel(
    panel: Mapping[str, Habits], articles: int, seed: int
) -> tuple[list[Comparison], list[Said]]:
    """What a panel marked in made-up articles, side by side, and the truth."""
    random = Random(seed)
    text, truth, comparisons = make_text(WORDS), list[Said](), []
    for number in range(articles):
        records = true_records(f"a{number}", WORDS, random)
        labels = labelled(records, WORDS, panel, random)
        comparisons.append(compare(Material(article=f"a{number}", text=text, labels=labels), CODEBOOK))
        truth += map(said, records)
    return comparisons, truth


def trusted_in(comparisons: Iterable[Comparison]) -> Trusted:
    """How far the annotators of comparisons can be trusted, as nobody decided anything."""
    trust = Trust()
    for comparison in comparisons:
        trust.learn(comparison, CODEBOOK)
    return trust.trusted()


def decided_by(name: str, terms: Terms, comparisons: Iterable[Comparison]) -> list[Said]:
    """The gold records that a strategy makes."""
    drafts = (
        draft
        for comparison in comparisons
        for draft in propose(comparison, CODEBOOK, STRATEGIES[name], terms).drafts
    )
    return [said(record) for draft in drafts if (record := draft.gold()) is not None]


def above_threshold(least: int, comparisons: Iterable[Comparison]) -> list[Said]:
    """Each span that `least` annotators marked alike, with the label that most of them gave."""
    found: dict[Said, Counter[Said]] = {}
    for comparison in comparisons:
        for cluster in comparison.clusters:
            for record in cluster.records.values():
                key = said(record)
                found.setdefault(key[:-1], Counter())[key] += 1
    ranked = (labels.most_common(2) for labels in found.values() if labels.total() >= least)
    return [best[0][0] for best in ranked if len(best) == 1 or best[0][1] > best[1][1]]


def said(record: Annotation) -> Said:
    """What tells whether a record is the true one: where it is, its words, its label."""
    (span,) = record.spans["mention"]
    return record.article, record.layer, span.start, span.end, record.features["type"]


def f1(found: Iterable[Said], truth: Iterable[Said]) -> float:
    """The harmonic mean of precision and recall, exact."""
    here, there = Counter(found), Counter(truth)
    return 2 * (here & there).total() / (here.total() + there.total())


def measure(panel: Mapping[str, Habits], articles: int = ARTICLES, seed: int = 1) -> dict[str, float]:
    """{strategy and share: F1 against the truth} of one panel."""
    comparisons, truth = compared_panel(panel, articles, seed)
    trust = trusted_in(comparisons)
    terms = {share: Terms(share=share, trust=trust) for share in (0.5, 0.67)}
    values = {
        f"{name} {share}": f1(decided_by(name, terms[share], comparisons), truth)
        for name, share in STRATEGIES_ASKED
    }
    rules = {f"threshold {n}": f1(above_threshold(n, comparisons), truth) for n in range(1, len(panel) + 1)}
    return values | rules


def main() -> None:
    """Print one line a panel."""
    for name, panel in PANELS.items():
        figures = {what: round(value, 3) for what, value in measure(panel).items()}
        sys.stdout.write(json.dumps({"panel": name, **figures}) + "\n")


if __name__ == "__main__":
    main()
