"""What exporters read is what was wished for: chosen, anonymous, covered, without a trail, counted once."""

from dataclasses import replace
from typing import Any

from annotation.operations import Accept, AddAnnotations, AddArticles, EditNote
from annotation.operations.sets.pseudonyms import Pseudonyms
from annotation.operations.sets.reading import SetReader
from annotation.operations.sets.wish import SetWish
from annotation.project import Project
from annotation.project.selection import SelectedReader, Selection
from annotation.records import (
    Annotation,
    Article,
    Dataset,
    DescribedReader,
    Shown,
    Span,
    SparingReader,
    Status,
)
from tests.annotation.newsroom import ANN, TEXTS, annotation, imported, named


def reader_of(project: Project, selection: Selection | None = None, **wished: Any) -> SetReader:
    wish = SetWish(**wished)
    chosen = selection or Selection()
    pseudonyms = Pseudonyms.of(project.read) if wish.anonymise else None
    return SetReader(SelectedReader(project.read, chosen), wish, pseudonyms, Dataset(), chosen)


def read(reader: SetReader) -> dict[str, list[Annotation]]:
    return {article.id: reader.annotations(article) for article in reader.articles()}


def first(reader: SetReader) -> Article:
    return next(iter(reader.articles()))


def test_it_is_what_exporters_want(project: Project) -> None:
    reader = reader_of(project)
    assert isinstance(reader, DescribedReader)
    assert isinstance(reader, SparingReader)
    assert reader.count_articles() == 3
    assert reader.codebook_toml == project.read.codebook_toml
    assert [one.id for one in reader.entities()] == ["roux", "otan"]


def test_whatever_is_read_twice_is_counted_once(project: Project) -> None:
    reader = reader_of(project, card=True)
    for _time in range(2):
        found = read(reader)
    assert reader.tallies[""].articles == 3
    assert reader.tallies[""].total == sum(map(len, found.values())) == 6


def test_the_splits_of_a_dataset_are_counted_apart(project: Project) -> None:
    chosen = Selection()
    dataset = Dataset(splits={"a1": "train", "a2": "test", "a3": "train"})
    reader = SetReader(SelectedReader(project.read, chosen), SetWish(card=True), None, dataset, chosen)
    read(reader)
    assert {name: one.articles for name, one in reader.tallies.items()} == {"train": 2, "test": 1}


def test_nobody_is_named_in_an_anonymous_set(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    own = next(one for one in project.read.annotations("a1", [ANN.id]))
    project.apply(EditNote(annotation=own.id, note="Bob disagrees", actor=ANN.id))
    reader = reader_of(project, anonymise=True)
    told = repr((read(reader), list(reader.articles()), reader.annotators(), list(reader.entities())))
    assert not any(name in told for name in ("Bob", "'Ann'", "p-ann", "p-bob"))
    assert "disagrees" in told


def test_texts_are_covered_and_the_loss_is_told(project: Project) -> None:
    own = annotation("x", "p-ann", "entity", {"mention": ["Nina Roux"]})
    new = imported("a0", TEXTS["a1"], metadata={"lead": "word " * 99, "code": "x"})
    project.apply(AddArticles(imported=(new,)))
    project.apply(AddAnnotations(annotations=(replace(own, id="new", article="a0"),)))
    for shown, left in ((Shown.QUOTES, "Nina Roux"), (Shown.NOTHING, "")):
        reader = reader_of(project, shown=shown)
        article = next(one for one in reader.articles() if one.id == "a0")
        reader.annotations(article)
        text = reader.text(article)
        assert len(text) == len(TEXTS["a1"])
        assert ("Nina Roux" in text) is bool(left)
        assert "selon" not in text
        assert article.metadata == {"code": "x"}
        (loss,) = reader.losses
        assert (loss.what, loss.count) == ("Texts of articles", 1)
    assert reader_of(project).text(article) == TEXTS["a1"]


def test_where_labels_come_from_can_be_left_out(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    reader = reader_of(project, provenance=False)
    records = read(reader)["a1"]
    assert {(one.origin, one.basis, one.why, one.confidence, one.created) for one in records} == {
        ("", None, "", None, "")
    }
    assert {one.annotator for one in records} == {"machine", ANN.id}
    assert reader.decisions(first(reader)) == []


def test_references_that_lead_out_of_the_set_are_counted(project: Project) -> None:
    layers = Selection(layers=frozenset({"figure", "stance"}))
    reader = reader_of(project, layers)
    read(reader)
    (loss,) = reader.losses
    assert loss.what == "References to records that are not in the set"
    assert loss.count == 3, "the source of the figure, the holder and the attribution of the stance"
    whole = reader_of(project)
    read(whole)
    assert whole.losses == ()


def test_a_gold_set_with_open_suggestions_has_none_that_somebody_decided_about(project: Project) -> None:
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    gold = replace(annotation("g1", "gold", "entity", {"mention": ["OTAN"]}, type="ORG"), basis="other")
    project.apply(AddAnnotations(annotations=(gold,)))
    chosen = Selection(annotator="gold", statuses=frozenset({Status.ACCEPTED}), suggestions=True)
    records = read(reader_of(project, chosen))["a1"]
    assert {one.annotator for one in records} == {"gold", "machine"}
    assert named(project, "e1").id not in {one.id for one in records}
    assert len(records) == 5


def test_words_that_are_covered_have_signs_that_other_articles_share(project: Project) -> None:
    reader = reader_of(project, shown=Shown.NOTHING)
    signs = {article.id: reader.stand_in(article, [Span(0, 4)]) for article in reader.articles()}
    words = {article.id: TEXTS[article.id][:4].casefold() for article in reader.articles()}
    assert len(signs) == 3
    assert len(set(signs.values())) == len(set(words.values()))
    assert not any(word in sign for word in words.values() for sign in signs.values())


def test_a_format_without_texts_loses_none(project: Project) -> None:
    chosen = Selection()
    wish = SetWish(shown=Shown.NOTHING)
    selected = SelectedReader(project.read, chosen)
    reader = SetReader(selected, wish, None, Dataset(), chosen, textless=True)
    read(reader)
    assert reader.losses == ()
