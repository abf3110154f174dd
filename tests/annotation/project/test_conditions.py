"""The search over everything: what each key finds, alone and together, and what it says where it cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import Accept, AddAnnotations, AddArticles, Assign, Discard, MarkProgress
from annotation.project import CorpusQuery, Project
from annotation.project.conditions import Conditions
from annotation.project.query import QueryError, parse_query, written
from annotation.project.sql import Sql, escaped, joined, one_of
from annotation.records import GOLD, Article, AssignmentState, Json
from tests.annotation.newsroom import ANN, BOB, annotation, imported, named, newsroom
from tests.annotation.project.test_tagged import Tagging

ARTICLES = (
    imported("m", "Le sommet de Séoul.", title="Sommet", outlet="Le Monde", published="2024-05-31", lang="fr",
             authors=("Éva Dupont",), section="Politique", url="https://example.org/m", source_file="a.docx",
             metadata={"rubrique": "Monde", "Mots": 120}, created="2026-03-01T10:00:00Z"),
    imported("f", "The summit.", title="Seoul", outlet="Le Figaro", lang="en",
             published="2024-06-01T08:00:00Z", source_file="b.docx", duplicates="g1",
             created="2026-03-02T10:00:00Z"),
)  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with newsroom(tmp_path_factory.mktemp("conditions")) as opened:
        opened.apply(AddArticles(imported=ARTICLES))
        opened.apply(Tagging("m", "énergie", "war"))
        opened.apply(Tagging("f", "war zone"))
        opened.apply(Accept(annotations=(named(opened, "e1").id, named(opened, "t1").id), actor=ANN.id))
        opened.apply(Discard(annotations=(named(opened, "f1").id,), actor=ANN.id))
        roux: Json = {"annotation": named(opened, "e1").id}
        stances = (
            annotation("bt", BOB.id, "stance", {"evidence": ["tiendrons"]}, polarity="against",
                       holder={"entity": "otan"}, target=roux, concept="war"),
            annotation("bu", BOB.id, "stance", {"evidence": ["tiendrons"]}, polarity="mixed",
                       holder={"entity": "otan"}, target={"concept": "la paix"}),
        )  # fmt: skip
        opened.apply(AddAnnotations(annotations=stances, actor=BOB.id))
        opened.apply(Assign(articles=("m", "f"), annotator=BOB.id))
        done, flagged = AssignmentState.DONE, AssignmentState.FLAGGED
        opened.apply(MarkProgress(article="m", annotator=BOB.id, state=done, actor=BOB.id))
        opened.apply(
            MarkProgress(article="f", annotator=ANN.id, state=flagged, reason="Page blank", actor=ANN.id)
        )
        yield opened


def ids(project: Project, typed: str, me: str = "") -> str:
    return " ".join(project.read.corpus_ids(CorpusQuery(filters=typed, annotator=me)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("title:seoul", "f"),
        ("text:seoul", "m"),
        ("seoul", "m f"),
        ("seoul -title:seoul", "m"),
        ("-seoul", "a1 a2 a3"),
        ("-seoul -dépêche", "a1 a2"),
        ("seoul OR lang:xx", "m f"),
        ("(sommet OR summit) lang:en", "f"),
        ("outlet:monde", "m"),
        ("journal:MONDE", "m"),
        ("outlet:le", "m f"),
        ('outlet:"Le Monde"', "m"),
        ('outlet:"Monde"', ""),
        ("outlet:figaro,monde", "m f"),
        ("-outlet:figaro", "a1 a2 a3 m"),
        ("outlet:none", "a1 a2 a3"),
        ("author:dupont", "m"),
        ("author:none", "a1 a2 a3 f"),
        ("section:poli", "m"),
        ("lang:fr", "a1 a2 m"),
        ("langue:en", "f"),
        ("url:example.org", "m"),
        ("file:docx", "m f"),
        ("id:m", "m"),
        ("date:2024", "m f"),
        ("date:2024-05", "m"),
        ("date:2024-06-01", "f"),
        ("date:2024-05..2024-06", "m f"),
        ("date:..2024-05-31", "m"),
        ("date:none", "a1 a2 a3"),
        ("before:2024-06-01", "m"),
        ("after:2024-06-01", "f"),
        ("-after:2024-06-01", "a1 a2 a3 m"),
        ("imported:2026-03-01", "m"),
        ("length>60", "a1"),
        ("length<=11", "f"),
        ("length:11", "f"),
        ("status:done", "m"),
        ("statut:terminé", "m"),
        ("status:todo", "f"),
        ("status:flagged@ann", "f"),
        ("status:done@Ann", ""),
        ("status:none", "a1 a2 a3"),
        ("assigned:Bob", "m f"),
        ("assigned:nobody", "a1 a2 a3"),
        ("annotator:Ann", "a1 f"),
        ("annotator:bob -annotator:ann", "m"),
        ("tag:war", "m"),
        ("tag:WAR*", "m f"),
        ('tag:"war zone"', "f"),
        ("tag:none", "a1 a2 a3"),
        ("tag:war,énergie", "m"),
        ("has:tags", "m f"),
        ("has:labels", "a1"),
        ("has:stance", "a1"),
        ("-has:stance", "a2 a3 m f"),
        ("has:positions", "a1"),
        ("has:suggestions", "a1 a2"),
        ("has:duplicates", "f"),
        ("has:notes", ""),
        ("suggested:figure", ""),
        ("suggested:source", "a1"),
        ("is:flagged", "f"),
        ("is:duplicate", "f"),
        ("reason:blank", "f"),
        ("meta.rubrique:monde", "m"),
        ("meta.RUBRIQUE:monde", "m"),
        ("meta.mots:120", "m"),
        ("meta.rubrique:sport", ""),
        ("stance>=1", "a1"),
        ("stance>=2", "a1"),
        ("stance>3", ""),
        ("stance=3", "a1"),
        ("stance<3", "a2 a3 m f"),
        ("stance=0", "a2 a3 m f"),
        ("stance>=0", "a1 a2 a3 m f"),
        ("labels>2", "a1"),
        ("suggestions>0", "a1 a2"),
        ("entity:OTAN", "a1"),
        ("entity:nato", "a1"),
        ("entity:ota", ""),
        ("entity:ota*", "a1"),
        ("entity:Roux", "a1 a2"),
        ('entity:"Nina Roux"', "a1 a2"),
        ('entity:"Roux autre"', ""),
        ("entité:PER", "a1 a2"),
        ("entity:personne", "a1 a2"),
        ("source:Roux", "a1"),
        ("speaker:Roux", "a1"),
        ("cue:déclaré", "a1"),
        ("figure:cardinal", ""),
        ("stance:against", "a1"),
        ("position:défavorable", "a1"),
        ("stance:favor target:OTAN", "a1"),
        ("stance:against target:OTAN", ""),
        ("stance:against target:Roux", "a1"),
        ("stance:favor holder:Roux", "a1"),
        ("stance:mixed target:paix", "a1"),
        ("stance:against target:paix", ""),
        ("stance:against holder:nato", "a1"),
        ("stance:against,favor target:OTAN", "a1"),
        ("stance:neutral OR stance:against", "a1"),
        ("target:otan polarity:against", ""),
        ("stance:against stance:favor", "a1"),
        ("concept:security", "a1"),
        ("entity:OTAN is:label", ""),
        ("entity:OTAN is:suggestion", "a1"),
        ("stance:favor is:label", "a1"),
        ("seoul tag:war", "m"),
        ("outlet:", "a1 a2 a3 m f"),
        ("seoul outlet:", "m f"),
        ("Macron:", ""),
    ],
)
def test_each_key_finds_what_it_says(typed: str, expected: str, project: Project) -> None:
    assert ids(project, typed) == expected


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("stanse:x", "“stanse:” is nothing to search by: did you mean “stance:”"),
        ("date:yesterday", "“yesterday” is no day: write it as 2024"),
        ("before:2024-13", "“2024-13” is no day"),
        ("status:half", "“half” is no status: use one of todo"),
        ("assigned:Zoe", "There is nobody called “Zoe” in this project: there are Ann, Bob."),
        ("has:nothing", "“nothing” is no layer: use one of entity, figure, source, stance."),
        ("is:odd", "“is:odd” says nothing"),
        ("length:long", "“long” is no number"),
        ("outlet>3", "“outlet” is no number"),
        ("nonsense>3", "“nonsense:” is nothing to search by"),
    ],
)
def test_what_cannot_be_searched_by_is_one_plain_sentence(typed: str, said: str, project: Project) -> None:
    with pytest.raises(QueryError) as raised:
        ids(project, typed)
    assert said in str(raised.value)


def test_a_status_is_that_of_who_asks(project: Project) -> None:
    assert ids(project, "status:done", BOB.id) == "m"
    assert ids(project, "status:done", ANN.id) == ""
    assert ids(project, "status:none", ANN.id) == "a1 a2 a3 m"
    assert ids(project, "assigned:me", BOB.id) == "m f"


def test_gold_records_count_as_found_but_not_as_labels(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        gold = annotation("g", GOLD.id, "stance", {"evidence": ["tiendrons"]}, polarity="mixed")
        project.apply(AddAnnotations(annotations=(gold,), actor=ANN.id))
        assert ids(project, "stance:mixed") == "a1"
        assert ids(project, "has:stance") == ""


def test_names_of_keys_become_canonical_and_unfinished_ones_vanish(project: Project) -> None:
    conditions = Conditions(project.read.db, project.read.codebook)
    said = parse_query("(langue:fr OR journal:) stance: Macron: -tag: longueur>3")
    assert written(conditions.tidied(said)) == "lang:fr macron length>3"


def test_pieces_of_sql_keep_their_values_in_order() -> None:
    both = joined("AND", [Sql("a = ?", (1,)), one_of("b", [2, 3])])
    assert both == Sql("(a = ? AND b IN (?, ?))", (1, 2, 3))
    assert both.negated().values == (1, 2, 3)
    assert one_of("b", []).text == "0"
    assert escaped("10%_!") == "10!%!_!!"


def test_removed_articles_are_found_no_more(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        assert project.read.find(Article, "a1") is not None
        assert ids(project, "entity:otan") == "a1"
