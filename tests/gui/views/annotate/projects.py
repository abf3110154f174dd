"""A small project to annotate: three articles of our own, suggestions in the first, a queue."""

from pathlib import Path

from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    ArticleSuggestions,
    Assign,
    PutAnnotator,
    PutEntity,
    StoreSuggestions,
)
from annotation.project import Project, create_project
from annotation.records import Annotator, Article, Entity, Json, Span, Suggestion, digest

ME = "ana"
TITLE = "Le plan de l’eau divise la vallée"
TEXT = (
    f"{TITLE}\n\n"
    "La ministre Lina Maro a accusé l’Union verte de bloquer le plan. « Nous perdrons 12 millions d’euros par"
    " an », a déclaré Oskar Vint, porte-parole de l’Union verte. 🌊 Lina Maro n’en croit rien.\n\n"
    "Selon un proche du dossier, plus de 300 élus soutiennent Lina Maro. L’Union verte rejette le texte.\n\n"
    "La Ligue du lac salue ce rejet et réclame une enquête au préfet."
)
GREENS = Entity(id="union-verte", name="Union verte", type="ORG", aliases=("les Verts",))
FIRST, SECOND, THIRD = "eau", "gare", "vide"
OTHERS = {
    SECOND: ("La gare rouvre", "La gare rouvre lundi. Tous s’en félicitent."),
    THIRD: ("Un titre", "Rien de plus."),
}


def span(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """Where words stand in the text for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def entity(words: str, nth: int = 1, type_: str = "PER", **features: Json) -> Suggestion:
    """A suggested mention."""
    return Suggestion(
        key=f"{words}/{nth}", layer="entity", spans={"mention": (span(words, nth),)},
        features={"type": type_, **features}, confidence=0.87, origin="entities/1", why="a name of the model",
    )  # fmt: skip


SUGGESTIONS = (
    entity("Lina Maro"),
    entity("Union verte", type_="PER"),
    Suggestion(
        key="12", layer="figure", spans={"mention": (span("12 millions d’euros par an"),)},
        features={"kind": "money", "value": "12000000", "unit": "EUR"}, origin="figures/1",
    ),
    entity("Oskar Vint"),
    Suggestion(
        key="said", layer="source",
        spans={"source": (span("Oskar Vint"),), "cue": (span("a déclaré"),),
               "content": (span("« Nous perdrons 12 millions d’euros par an »"),)},
        features={"source_type": "person", "speech": "direct"}, origin="attributions/1",
    ),
    entity("Lina Maro", 2),
    Suggestion(
        key="according", layer="source",
        spans={"source": (span("un proche du dossier"),), "cue": (span("Selon"),),
               "content": (span("plus de 300 élus soutiennent Lina Maro"),)},
        features={"speech": "indirect"}, origin="attributions/1",
    ),
)  # fmt: skip


def article(id_: str, title: str, text: str) -> Imported:
    """An article as an importer would give it."""
    found = Article(id=id_, title=title, text_sha256=digest(text), length=len(text), lang="fr",
                    outlet="Le Relais", published="2026-03-02")  # fmt: skip
    return Imported(article=found, text=text)


def create_annotated_project(path: Path, *, assigned: bool = True) -> Project:
    """The project at `path`, open for writing."""
    project = create_project(path)
    articles = [article(FIRST, TITLE, TEXT), *(article(id_, *rest) for id_, rest in OTHERS.items())]
    project.apply(AddArticles(imported=tuple(articles)))
    project.apply(PutAnnotator(annotator=Annotator(id=ME, name="Ana")))
    project.apply(PutEntity(entity=GREENS))
    found = ArticleSuggestions(article=FIRST, lang="fr", suggestions=SUGGESTIONS)
    project.apply(StoreSuggestions(found=(found,)))
    if assigned:
        project.apply(Assign(articles=[FIRST, SECOND, THIRD], annotator=ME))
    return project
