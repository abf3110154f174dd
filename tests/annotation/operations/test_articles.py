"""Articles with all that comes with them, into the project and out of it."""

from dataclasses import replace

import pytest

from annotation.importers import Imported
from annotation.operations import (
    AddArticles,
    Assign,
    EditArticle,
    EditNote,
    OperationError,
    RemoveArticles,
    Revert,
)
from annotation.project import Missing, Project
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    Assignment,
    Decision,
    Entity,
    Json,
    Outcome,
    Span,
)
from tests.annotation.newsroom import ANN, TEXTS, dump, imported, named

CLARA = Annotator(id="in-the-file", name="Clara")


def record(id_: str, article: str, layer: str = "entity", updated: str = "", **features: Json) -> Annotation:
    role = {"source": "source", "stance": "evidence"}.get(layer, "mention")
    return Annotation(
        id=id_,
        article=article,
        annotator=CLARA.id,
        layer=layer,
        spans={role: (Span(0, 3),)},
        features=features,
        updated=updated,
    )


def with_records(found: Imported, *records: Annotation, decisions: tuple[Decision, ...] = ()) -> Imported:
    return replace(found, annotations=records, annotators=(CLARA,), decisions=decisions)


def test_an_article_takes_the_next_place_in_the_project(project: Project) -> None:
    project.apply(AddArticles(imported=(imported("a8", "Eight."), imported("a9", "Nine."))))
    assert project.read.article_ids() == ["a1", "a2", "a3", "a8", "a9"]
    assert project.read.get(Article, "a9").number == 5
    assert project.read.get(Article, "a9").created


def test_an_article_that_was_removed_comes_back_to_its_place(project: Project) -> None:
    removed = project.apply(RemoveArticles(articles=("a2",)))
    project.apply(AddArticles(imported=(imported("a9", "Nine."),)))
    project.apply(Revert(changes=removed))
    assert project.read.article_ids() == ["a1", "a2", "a3", "a9"]


def test_the_place_of_a_removed_article_is_not_given_to_another(project: Project) -> None:
    removed = project.apply(RemoveArticles(articles=("a3",)))
    project.apply(AddArticles(imported=(imported("a9", "Nine."),)))
    project.apply(Revert(changes=removed))
    assert project.read.article_ids() == ["a1", "a2", "a3", "a9"]


def test_two_articles_with_one_text_share_it(project: Project) -> None:
    project.apply(AddArticles(imported=(imported("copy", TEXTS["a1"]),)))
    first, copy = (project.read.get(Article, id_) for id_ in ("a1", "copy"))
    assert project.read.text(first) == project.read.text(copy) == TEXTS["a1"]
    assert project.read.articles_with_text(first.text_sha256) == [first, copy]


@pytest.mark.parametrize(
    "text", ["", " ", "a\r\nb\rc\n", "👩‍🚒e\u0301", "قال\u202e", "\u0000nul", "\ufeffbom", "x" * 100_000]
)
def test_a_text_is_kept_to_the_last_character(text: str, project: Project) -> None:
    project.apply(AddArticles(imported=(imported("a9", text),)))
    article = project.read.get(Article, "a9")
    assert project.read.text(article) == text
    assert article.length == len(text)
    assert project.check() == []


def test_the_id_of_another_article_is_refused(project: Project) -> None:
    before = dump(project.path)
    with pytest.raises(OperationError, match="“Title a1” has the id of another article"):
        project.apply(AddArticles(imported=(imported("a9", "Nine."), imported("a1", "Other words."))))
    assert dump(project.path) == before


def test_one_id_of_two_texts_is_refused_in_one_import_too(project: Project) -> None:
    before = dump(project.path)
    with pytest.raises(OperationError, match="has the id of another article"):
        project.apply(AddArticles(imported=(imported("a9", "Nine."), imported("a9", "Other words."))))
    assert dump(project.path) == before


def test_an_article_that_comes_twice_is_there_once_with_all_its_tags(project: Project) -> None:
    twice = tuple(imported("a9", "Nine.", tags=(tag,)) for tag in ("b", "a"))
    project.apply(AddArticles(imported=(*twice, imported("b1", "Ten."))))
    assert project.read.get(Article, "a9").tags == ("a", "b")
    assert project.read.article_ids()[-2:] == ["a9", "b1"]
    assert project.check() == []


def test_the_same_article_again_is_no_change(project: Project) -> None:
    assert not project.apply(AddArticles(imported=(imported("a1", TEXTS["a1"], title="Another title"),)))


def test_annotators_are_known_by_their_names(project: Project) -> None:
    ann = Annotator(id="another-id", name="Ann")
    found = replace(
        imported("a9", "Nine."),
        annotators=(ann, CLARA),
        annotations=(replace(record("x1", "a9"), annotator="another-id"), record("x2", "a9")),
    )
    project.apply(AddArticles(imported=(found,)))
    assert project.read.get(Annotation, "x1").annotator == ANN.id
    assert project.read.get(Annotation, "x2").annotator == CLARA.id
    assert project.read.annotators()[CLARA.id].name == "Clara"


def test_decisions_name_the_projects_annotators(project: Project) -> None:
    ann = Annotator(id="another-id", name="Ann")
    decision = Decision(id="d1", article="a9", layer="entity", reviewer="another-id", outcome=Outcome.TAKEN,
                        records=("x1",), gold="x1", taken="another-id")  # fmt: skip
    found = replace(imported("a9", "Nine."), annotators=(ann, CLARA), annotations=(record("x1", "a9"),),
                    decisions=(decision,))  # fmt: skip
    project.apply(AddArticles(imported=(found,)))
    stored = project.read.get(Decision, "d1")
    assert (stored.reviewer, stored.taken) == (ANN.id, ANN.id)


def test_the_registrys_own_entity_stays(project: Project) -> None:
    new, known = Entity(id="onu", name="ONU"), Entity(id="otan", name="Not this")
    project.apply(AddArticles(imported=(replace(imported("a9", "Nine."), entities=(new, known)),)))
    assert project.read.get(Entity, "onu") == new
    assert project.read.get(Entity, "otan").name == "OTAN"


def test_ids_that_are_unique_only_within_an_article_do_not_clash(project: Project) -> None:
    first = with_records(
        imported("b1", "Eight."), record("1", "b1", "source"), record("2", "b1", "figure", source="1")
    )
    second = with_records(
        imported("b2", "Nine."),
        record("1", "b2", "source"),
        replace(record("2", "b2", "figure", source="1"), basis="1"),
        decisions=(
            Decision(id="d", article="b2", layer="figure", reviewer=CLARA.id, outcome=Outcome.TAKEN,
                     records=("1", "2"), gold="2"),
        ),
    )  # fmt: skip
    project.apply(AddArticles(imported=(first,)))
    project.apply(AddArticles(imported=(second,)))
    assert {record.id for record in project.read.annotations("b1")} == {"1", "2"}
    source, figure = sorted(project.read.annotations("b2"), key=lambda one: one.layer, reverse=True)
    assert figure.features["source"] == figure.basis == source.id
    (decision,) = project.read.decisions("b2")
    assert decision.records == (source.id, figure.id)
    assert decision.gold == figure.id
    assert project.check() == []
    assert not project.apply(AddArticles(imported=(second,)))


def test_the_newer_state_of_a_record_stays(project: Project) -> None:
    def change(value: str, updated: str) -> None:
        found = with_records(imported("b1", "Eight."), record("x1", "b1", updated=updated, type=value))
        project.apply(AddArticles(imported=(found,)))

    change("PER", "2026-03-01")
    change("ORG", "2026-02-01")
    assert project.read.get(Annotation, "x1").features["type"] == "PER"
    change("GPE", "2026-03-01")
    change("LOC", "2026-04-01")
    assert project.read.get(Annotation, "x1").features["type"] == "LOC"


def test_what_was_annotated_since_is_not_lost_when_an_old_export_comes_back(project: Project) -> None:
    suggestion = named(project, "e1")
    project.apply(EditNote(annotation=suggestion.id, note="seen", actor=ANN.id))
    own = next(one for one in project.read.annotations("a1", [ANN.id]))
    old = replace(imported("a1", TEXTS["a1"]), annotators=(ANN,),
                  annotations=(replace(own, note="", updated="2020-01-01"),))  # fmt: skip
    assert not project.apply(AddArticles(imported=(old,)))
    assert project.read.get(Annotation, own.id).note == "seen"


def test_what_is_known_about_an_article_can_be_changed(project: Project) -> None:
    values = {
        "title": " Neu ",
        "outlet": "Le Quotidien",
        "authors": ["A. B.", " ", "C"],
        "published": "2026-03",
        "section": "Monde",
        "page": "3",
        "url": "https://example.org",
        "lang": "fr",
    }
    changes = project.apply(EditArticle(article="a1", values=values))
    article = project.read.get(Article, "a1")
    assert (article.title, article.authors, article.page) == ("Neu", ("A. B.", "C"), "3")
    assert str(changes.title).startswith("Change title, outlet, authors")
    assert [hit.article for hit in project.search("neu")] == ["a1"]
    assert {hit.article for hit in project.search("title")} == {"a2", "a3"}
    assert not project.apply(EditArticle(article="a1", values=values))


def test_an_emptied_value_is_as_if_it_never_was_there(project: Project) -> None:
    project.apply(
        EditArticle(article="a1", values={"outlet": "X", "authors": ("A",), "lang": "fr", "title": "T"})
    )
    project.apply(
        EditArticle(article="a1", values={"outlet": " ", "authors": None, "lang": None, "title": ""})
    )
    article = project.read.get(Article, "a1")
    assert (article.outlet, article.authors, article.lang, article.title) == (None, (), "", "")


@pytest.mark.parametrize("field", ["id", "text_sha256", "length", "number", "metadata", "nonsense"])
def test_what_is_frozen_cannot_be_changed(field: str, project: Project) -> None:
    with pytest.raises(OperationError, match=f"“{field}” of an article cannot be changed"):
        project.apply(EditArticle(article="a1", values={field: "x"}))


def test_removing_articles_takes_all_that_was_said_about_them(project: Project) -> None:
    project.apply(Assign(articles=["a1", "a2"], annotator=ANN.id))
    before = dump(project.path)
    changes = project.apply(RemoveArticles(articles=("a1", "a2")))
    assert project.read.article_ids() == ["a3"]
    assert project.read.all(Assignment) == []
    assert project.read.annotations("a1") == []
    assert project.search("tiendrons") == []
    assert str(changes.title) == "Remove 2 articles"
    project.apply(Revert(changes=changes))
    assert dump(project.path) == before


def test_removing_what_is_gone_is_an_error_in_words(project: Project) -> None:
    with pytest.raises(Missing):
        project.apply(RemoveArticles(articles=("a1", "zz")))
    assert project.read.count_articles() == 3
