"""Labelling all like this in 10,000 articles: finding every place, and giving it the label, in one step."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import (
    AddAnnotations,
    AddArticles,
    LabelMentions,
    Likeness,
    PutAnnotator,
    TakeBack,
    Wanted,
    Wish,
    do_in_batches,
    search_alike,
)
from annotation.project import Project, create_project
from annotation.records import Annotation, Annotator, Article, Span, digest
from tests.benchmarks._articles import SIZES, take
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "propagate"
_ME = Annotator(id="me", name="Me")
_COMMON, _RARE = "Alliance du Nord", "Mathis Ferrand"
_VARIANTS = ("Mathis Ferand", "Matthis Ferrand", "MATHIS FERRAND", "mathis ferrand")
_DIFFERENT = 2_000
"""Articles that are really different; the others have other words at their ends."""


def run(*, quick: bool) -> Iterator[Measurement]:
    """Words of every hundredth article, and words that stand several times in every second one."""
    for number in (40,) if quick else (1_000, 10_000):
        with TemporaryDirectory() as folder, create_project(Path(folder, "corpus.selon")) as project:
            record = _fill(project, number)
            yield from _measure(project, record, f"{number} articles", runs=2 if quick else 5)


def _measure(project: Project, record: Annotation, size: str, runs: int) -> Iterator[Measurement]:
    for words, likeness in (
        (_RARE, Likeness.EXACT),
        (_RARE, Likeness.FOLDED),
        (_RARE, Likeness.FUZZY),
        (_COMMON, Likeness.EXACT),
        (_COMMON, Likeness.FOLDED),
    ):
        wish = Wish(record=record, wanted=Wanted(words=words, likeness=likeness), me=_ME.id)
        found = search_alike(project, wish).found
        metric = f"find {len(found)} mentions, {likeness}"
        yield milliseconds(NAME, size, metric, times(partial(search_alike, project, wish), runs))
    some = found[:500]
    label = LabelMentions(record=record, words=_COMMON, mentions=some, actor=_ME.id)
    entries: list[int] = []

    def take_back() -> None:
        if entries:
            project.apply(TakeBack(steps=(project.changes(entries.pop()),), actor=_ME.id))

    taken = times(lambda: entries.append(project.apply(label).entry), runs, before=take_back)
    yield milliseconds(NAME, size, f"label {len(some)} mentions, on disk", taken)
    take_back()
    whole = times(
        lambda: do_in_batches(
            project,
            found,
            lambda part: LabelMentions(record=record, words=_COMMON, mentions=part, actor=_ME.id),
        ),
        1,
    )
    yield milliseconds(NAME, size, f"label all {len(found)}, on disk", whole)


def _fill(project: Project, number: int) -> Annotation:
    """Add the articles, and the record that is to be repeated."""
    project.apply(PutAnnotator(annotator=_ME))
    chance = random.Random(4)
    known = take("fr", SIZES["news"], min(number, _DIFFERENT))
    texts = [_text(chance, known[place % len(known)], place) for place in range(number)]
    for start in range(0, number, 500):
        batch = [_imported(start + place, text) for place, text in enumerate(texts[start : start + 500])]
        project.apply(AddArticles(imported=tuple(batch)))
    first = texts[0].index(_COMMON)
    made = Annotation(
        id="record", article="0", annotator=_ME.id, layer="entity", features={"type": "ORG"},
        spans={"mention": (Span(first, first + len(_COMMON)),)},
    )  # fmt: skip
    project.apply(AddAnnotations(annotations=(made,), actor=_ME.id))
    return made


def _text(chance: random.Random, text: str, place: int) -> str:
    """An article with the words that are looked for at its end, where it has them."""
    parts = [text, f"Dépêche numéro {place}."]
    if place % 2 == 0:
        parts += [f"L’{_COMMON} se réunit, dit l’{_COMMON}."] * 2
    if place % 100 == 0:
        parts.append(f"{_RARE} l’a dit, {chance.choice(_VARIANTS)} aussi.")
    return "\n\n".join(parts)


def _imported(number: int, text: str) -> Imported:
    article = Article(id=str(number), title=f"Article {number}", text_sha256=digest(text), length=len(text))
    return Imported(article=article, text=text)
