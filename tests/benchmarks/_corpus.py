"""A large corpus for the benchmarks: articles of made-up words with suggestions, always the same."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    ArticleSuggestions,
    PutAnnotator,
    PutEntity,
    StoreSuggestions,
    TagArticles,
)
from annotation.project import create_project
from annotation.records import Annotator, Article, Entity, Span, Suggestion, digest

_SYLLABLES = ("ba", "cor", "den", "fi", "gar", "lo", "mel", "nou", "ret", "sim", "tel", "va", "zer", "é")
_OUTLETS = ("Le Matin", "L’Écho du Nord", "La Gazette", "Le Soir bleu", "The Daily Post", None)
_WORDS = 120
_PART = 2000
PEOPLE = 200


_FOLDER = TemporaryDirectory(prefix="selon-corpus-")


@cache
def shared_corpus(count: int) -> Path:
    """The project with that many articles, made once for all benchmarks of a run."""
    return make_corpus(Path(_FOLDER.name) / f"corpus{count}.selon", count)


def make_corpus(path: Path, count: int) -> Path:
    """A project with that many articles of some 120 words, six suggestions each; one in fifty has a tag."""
    chance = random.Random(1)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)})
    chance.shuffle(words)
    weights = [1 / (place + 8) for place in range(len(words))]
    with create_project(path) as project:
        project.apply(PutAnnotator(annotator=Annotator(id="ann", name="Ann")))
        project.apply(PutEntity(entity=Entity(id="e0", name="Zerlomel Garba")))
        for number in range(1, PEOPLE):
            name = f"{words[number].capitalize()} {words[-number].capitalize()}"
            project.apply(PutEntity(entity=Entity(id=f"e{number}", name=name)))
        for start in range(0, count, _PART):
            ids = [f"a{number}" for number in range(start, min(count, start + _PART))]
            texts = [chance.choices(words, weights, k=_WORDS) for _id in ids]
            made = [_article(chance, id_, text) for id_, text in zip(ids, texts, strict=True)]
            project.apply(AddArticles(imported=tuple(made)))
            found = [_suggestions(chance, id_, text) for id_, text in zip(ids, texts, strict=True)]
            project.apply(StoreSuggestions(found=tuple(found)))
        project.apply(TagArticles(articles=[f"a{number}" for number in range(0, count, 50)], add=("war",)))
    return path


def _article(chance: random.Random, id_: str, words: Sequence[str]) -> Imported:
    text = " ".join(words)
    day = f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    article = Article(
        id=id_, title=" ".join(words[:7]).capitalize(), text_sha256=digest(text), length=len(text),
        lang=chance.choice(("fr", "fr", "en")), outlet=chance.choice(_OUTLETS), published=day,
        authors=(words[-1].capitalize(),), section=chance.choice(("Monde", "Politique", None)),
        source_file=f"part{len(id_)}.docx",
    )  # fmt: skip
    return Imported(article=article, text=text)


def _suggestions(chance: random.Random, id_: str, words: Sequence[str]) -> ArticleSuggestions:
    found = []
    start = 0
    for place in range(6):
        span = Span(start, start + len(words[place]))
        start = span.end + 1
        whom = f"e{chance.randrange(PEOPLE)}"
        if place < 4:
            kind = {"type": chance.choice(("PER", "ORG", "LOC")), "entity": whom}
            one = Suggestion(key=f"e{place}", layer="entity", spans={"mention": (span,)}, features=kind,
                             confidence=chance.random(), origin="entities/1")  # fmt: skip
        else:
            polarity = chance.choice(("against", "favor"))
            one = Suggestion(
                key=f"t{place}", layer="stance", spans={"evidence": (span,)}, confidence=chance.random(),
                features={"polarity": polarity, "holder": {"annotation": "e0"}, "target": {"entity": whom}},
                origin="stances/1",
            )  # fmt: skip
        found.append(one)
    return ArticleSuggestions(article=id_, lang="fr", suggestions=tuple(found))
