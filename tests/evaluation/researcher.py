"""A researcher who decides about every entity: `python tests/evaluation/researcher.py`.

Each paragraph of the own gold is an article of one project. Before the researcher decides about it, what is
suggested there is compared with the gold; then suggestions are accepted, corrected or rejected, and what was
missed is added, as the gold has it. Shown are the figures with and without learning from the decisions.
"""

import logging
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from annotation.detectors import Setup, analyse  # noqa: E402 - needs the path above
from annotation.importers import Imported  # noqa: E402
from annotation.operations import (  # noqa: E402
    Accept,
    AddAnnotations,
    AddArticles,
    ArticleSuggestions,
    Discard,
    EditFeatures,
    EditSpans,
    PutAnnotator,
    StoreSuggestions,
    setup_of,
)
from annotation.project import Operation, Project, create_project  # noqa: E402
from annotation.records import MACHINE, Annotation, Annotator, Article, Span, digest, new_id  # noqa: E402
from tests.evaluation.matching import Item, items, pair, shared  # noqa: E402
from tests.evaluation.quality import Count, count  # noqa: E402
from tests.evaluation.reports import own_gold  # noqa: E402

Row = dict[str, Any]

RESEARCHER = Annotator(id="researcher", name="Researcher")
LAYER, DETECTOR = "entity", "entities"


def paragraphs(article: Row) -> Iterator[Row]:
    """The paragraphs of a gold article as articles of their own, with the entities that lie in them."""
    start = 0
    for number, text in enumerate(article["text"].split("\n\n"), 1):
        end = start + len(text)
        here = (row for row in article["annotations"] if row["layer"] == LAYER and _within(row, start, end))
        rows = [{**row, "spans": _moved(row["spans"], start), "id": f"{row['id']}-{number}"} for row in here]
        yield {**article, "id": f"{article['id']}-{number}", "text": text, "annotations": rows}
        start = end + len("\n\n")


def _within(row: Row, start: int, end: int) -> bool:
    return all(start <= a and b <= end for found in row["spans"].values() for a, b in found)


def _moved(spans: Row, start: int) -> Row:
    return {role: [[a - start, b - start] for a, b in found] for role, found in spans.items()}


@dataclass(slots=True)
class Diary:
    """What was suggested before each decision, counted, and how many decisions of each sort it took."""

    learns: bool
    whole: Count
    decisions: dict[str, int]


def follow(articles: Iterable[Row], folder: Path, learns: bool) -> Diary:
    """Let a researcher go through articles in order; one who does not learn starts anew with each."""
    gold = list(articles)
    diary = Diary(learns, Count(), dict.fromkeys(("accept", "correct", "reject", "add"), 0))
    with create_project(folder / f"learns-{learns}.selon") as project:
        project.apply(AddArticles(imported=tuple(map(_imported, gold))))
        project.apply(PutAnnotator(annotator=RESEARCHER))
        for article in gold:
            _read(project, article, setup_of(project.read) if learns else Setup())
            _note(diary, project, article)
    return diary


def _imported(row: Row) -> Imported:
    text = row["text"]
    article = Article(
        id=row["id"], title=row["title"], text_sha256=digest(text), length=len(text), lang=row["lang"]
    )
    return Imported(article=article, text=text)


def _read(project: Project, article: Row, setup: Setup) -> None:
    heard = analyse(article["text"], article["title"], article["lang"], [DETECTOR], setup).heard
    found = ArticleSuggestions(article=article["id"], lang=article["lang"], suggestions=heard)
    project.apply(StoreSuggestions(found=(found,)))


def _note(diary: Diary, project: Project, article: Row) -> None:
    records = [one for one in project.read.annotations(article["id"], [MACHINE.id]) if one.layer == LAYER]
    suggested = {**article, "annotations": [_row(record) for record in records]}
    found = count(LAYER, [article], [suggested])
    diary.whole.hits += found.hits
    diary.whole.gold += found.gold
    diary.whole.found += found.found
    by_id = {record.id: record for record in records}
    for sort, operations in _decisions(article, suggested, by_id):
        diary.decisions[sort] += 1
        for operation in operations if diary.learns else ():
            project.apply(operation)


def _row(record: Annotation) -> Row:
    spans = {role: [[span.start, span.end] for span in found] for role, found in record.spans.items()}
    return {"id": record.id, "layer": record.layer, "spans": spans, "features": dict(record.features)}


def _decisions(
    gold: Row, suggested: Row, records: dict[str, Annotation]
) -> Iterator[tuple[str, list[Operation]]]:
    """(sort of decision, the operations that it takes) for each suggestion, then for what was missed."""
    wanted, offered = items(gold, LAYER), items(suggested, LAYER)
    pairs = pair(wanted, offered, shared)
    partner = {id(found): one for one, found in pairs}
    met = {id(one) for one, _found in pairs}
    places = {_place(item): id_ for id_, record in records.items() for item in offered if _is(item, record)}
    for item in offered:
        yield from _about(partner.get(id(item)), item, places[_place(item)])
    for item in wanted:
        if id(item) not in met and not item.optional:
            yield "add", [AddAnnotations(annotations=(_made(item),), actor=RESEARCHER.id)]


def _place(item: Item) -> tuple[frozenset[int], str]:
    return item.chars["mention"], item.kind


def _is(item: Item, record: Annotation) -> bool:
    chars = frozenset(c for span in record.spans["mention"] for c in range(span.start, span.end))
    return (chars, str(record.features.get("type", ""))) == _place(item)


def _about(gold: Item | None, found: Item, id_: str) -> Iterator[tuple[str, list[Operation]]]:
    if gold is None:
        yield "reject", [Discard(annotations=(id_,), actor=RESEARCHER.id)]
    elif gold.optional:
        return
    elif shared(gold, found) == 1 and gold.kind == found.kind:
        yield "accept", [Accept(annotations=(id_,), actor=RESEARCHER.id)]
    else:
        mine = _made(gold)
        edit = EditSpans(annotation=id_, spans=mine.spans, actor=RESEARCHER.id)
        typed = EditFeatures(annotation=id_, features={"type": gold.kind}, actor=RESEARCHER.id)
        yield "correct", [*([edit] if shared(gold, found) < 1 else []), typed]


def _made(item: Item) -> Annotation:
    chars = sorted(item.chars["mention"])
    spans = {"mention": (Span(chars[0], chars[-1] + 1),)}
    made = Annotation(id=new_id(), article=str(item.article["id"]), annotator=RESEARCHER.id, layer=LAYER)
    return replace(made, spans=spans, features={"type": item.kind}, origin=RESEARCHER.id)


def main() -> int:
    """Print, for each language, what is right before the researcher decides, with learning and without."""
    logging.disable(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        for gold in own_gold("dev"):
            parts = [part for article in gold.articles for part in paragraphs(article)]
            for learns in (False, True):
                place = Path(folder) / gold.name
                place.mkdir(exist_ok=True)
                print(_line(gold.name, follow(parts, place, learns)), flush=True)
    return 0


def _line(name: str, diary: Diary) -> str:
    whole = diary.whole
    shares = f"P {whole.precision:.3f} R {whole.recall:.3f} F1 {whole.f1:.3f} of {whole.gold}"
    sorts = ", ".join(f"{sort} {number}" for sort, number in diary.decisions.items())
    return f"{name} {'learning' if diary.learns else 'as it is':9} {shares}; {sorts}"


if __name__ == "__main__":
    sys.exit(main())
