"""Finding what is like a record in the whole corpus: every place that is free, and none that was decided."""

import pytest

from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    ArticleSuggestions,
    Discard,
    Likeness,
    Mentions,
    StoreSuggestions,
    Wanted,
    Wish,
    search_alike,
)
from annotation.operations.alike_search import by_article, candidates, slices
from annotation.project import Project
from annotation.records import Annotation, Span, Suggestion
from tests.annotation.newsroom import ANN, BOB, imported

TEXTS = {
    "r": "Roux parle. Roux, Anne Roux et ROUX.",
    "s": "M. Roux et Mme Rouxe; la ROUX.",
    "t": "Rien ici.",
}


@pytest.fixture
def project(project: Project) -> Project:
    """Three articles more; in the first the machine suggests two mentions."""
    project.apply(AddArticles(imported=tuple(imported(id_, text) for id_, text in TEXTS.items())))
    found = (suggestion(Span(0, 4), "PER"), suggestion(Span(12, 16), "ORG"), suggestion(Span(18, 27), "PER"))
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="r", lang="fr", suggestions=found),)))
    return project


def suggestion(span: Span, type_: str) -> Suggestion:
    return Suggestion(key=str(span), layer="entity", spans={"mention": (span,)}, features={"type": type_})


def own(project: Project) -> Annotation:
    """A label on the Roux of the second article."""
    made = Annotation(
        id="mine", article="s", annotator=ANN.id, layer="entity", spans={"mention": (Span(3, 7),)},
        features={"type": "PER"},
    )  # fmt: skip
    project.apply(AddAnnotations(annotations=(made,), actor=ANN.id))
    return project.read.get(Annotation, made.id)


def search(
    project: Project, record: Annotation, likeness: Likeness = Likeness.EXACT, **more: object
) -> Mentions:
    values: dict[str, object] = {
        "record": record,
        "wanted": Wanted(words="Roux", likeness=likeness),
        "me": ANN.id,
    }
    return search_alike(project, Wish(**{**values, **more}))  # type: ignore[arg-type]


def found(mentions: Mentions) -> list[tuple[str, str, bool]]:
    return [(one.article, one.words, bool(one.suggestion)) for one in mentions.found]


def test_the_same_words_are_found_in_every_article(project: Project) -> None:
    mentions = search(project, own(project))
    # a1 and a2 of the newsroom name Nina Roux, in the first within a suggestion of more words
    assert [one for one in found(mentions) if one[0] in TEXTS] == [("r", "Roux", True), ("r", "Roux", True)]
    assert mentions.kept >= 1


def test_case_and_accents_are_ignored_when_asked(project: Project) -> None:
    mentions = search(project, own(project), Likeness.FOLDED, articles=("r", "s"))
    assert found(mentions) == [
        ("r", "Roux", True), ("r", "Roux", True), ("r", "ROUX", False), ("s", "ROUX", False)
    ]  # fmt: skip
    assert (mentions.articles, mentions.kept) == (2, 1)


def test_variants_are_found_by_way_of_the_words_of_the_index(project: Project) -> None:
    wanted = Wanted(words="Roux", likeness=Likeness.FUZZY, least=85)
    mentions = search(project, own(project), wanted=wanted)
    assert ("s", "Rouxe", False) in found(mentions)


def test_what_was_decided_or_rejected_is_not_offered(project: Project) -> None:
    first, second, _third = project.read.annotations("r", ["machine"])
    project.apply(Accept(annotations=(first.id,), actor=ANN.id))
    project.apply(Discard(annotations=(second.id,), actor=ANN.id))
    assert found(search(project, own(project), articles=("r",))) == []
    for_bob = search(project, own(project), articles=("r",), me=BOB.id)
    assert found(for_bob) == [("r", "Roux", True), ("r", "Roux", True)]


def test_only_suggestions_that_say_the_same_are_found_when_asked(project: Project) -> None:
    record = project.read.annotations("r", ["machine"])[0]
    mentions = search(project, record, Likeness.FOLDED, only={"type": "PER"}, articles=("r", "s"))
    assert found(mentions) == [("r", "Roux", True)]


def test_the_search_stops_where_the_report_says_so(project: Project) -> None:
    class StopHere(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise StopHere

    with pytest.raises(StopHere):
        search_alike(project, Wish(record=own(project), wanted=Wanted(words="Roux"), me=ANN.id), stop)


def test_words_without_a_letter_are_looked_for_everywhere(project: Project) -> None:
    project.apply(AddArticles(imported=(imported("p", "12 % et 3 %"),)))
    mentions = search(project, own(project), wanted=Wanted(words="%"))
    assert found(mentions) == [("p", "%", False), ("p", "%", False)]


def test_mentions_are_grouped_by_article_in_their_order(project: Project) -> None:
    mentions = search(project, own(project), Likeness.FOLDED, articles=("r", "s"))
    assert [(article, len(some)) for article, some in by_article(mentions.found)] == [("r", 3), ("s", 1)]


def test_slices_hold_everything_once() -> None:
    assert [list(one) for one in slices([1, 2, 3, 4, 5], 2)] == [[1, 2], [3, 4], [5]]


def test_a_variant_with_another_first_letter_is_found_in_other_articles(project: Project) -> None:
    texts = ("Voux et Ana Moux parlent.", "Un Oroux seul.")
    project.apply(AddArticles(imported=tuple(imported(f"v{n}", text) for n, text in enumerate(texts))))
    wanted = Wanted(words="Roux", likeness=Likeness.FUZZY, least=70)
    assert {"v0", "v1"} <= set(candidates(project, wanted))
