"""The main job, by key and mouse events alone: from an empty start to a reviewed, exported dataset."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotation.operations import AddAnnotations, MarkProgress, PutAnnotator
from annotation.records import Annotation, Annotator, AssignmentState, new_id
from gui.dialogs import files
from gui.dialogs.export import ExportDialog
from gui.views.corpus import CorpusRoom
from tests.end_to_end.person import PATIENCE, Person

TEXT = (
    "Le barrage divise la vallée\n\n"
    "La ministre Lina Maro a accusé mardi la Ligue des pêcheurs de bloquer le chantier. « Nous perdons "
    "12 millions d’euros par an », a déclaré Oskar Vint, directeur de l’agence de l’eau. 🌊 Rien n’est "
    "signé.\n\n"
    "Selon un proche du dossier, plus de 300 élus soutiennent le projet. Le préfet trouve le calendrier "
    "serré."
)
SAMPLE = 9
"""How many articles the sample has."""


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_researcher_does_the_main_job(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, project = tmp_path / "barrage.txt", tmp_path / "vallée.selon"
    text.write_text(TEXT, "utf-8")
    monkeypatch.setattr(files, "ask_for_new_project", lambda _parent: project)
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: [text])
    with person.using_the_program():
        looks_at_the_sample(person)
        imports_an_article_into_a_new_project(person)
        opens_it_and_sees_what_was_detected(person)
        walks_through_the_suggestions(person)
        tags_a_source(person)
        tags_a_stance(person)
        person.presses("D")
        labels = person.labels
    with person.using_the_program():
        finds_everything_as_it_was(person, labels)
        lets_a_second_person_annotate(person)
        reviews_what_the_two_did(person)
        exports(person, tmp_path / "gold", "The gold set")
        exports(person, tmp_path / "all", "Everybody’s annotations")
    assert {path.name for path in tmp_path.glob("*vallée*")} == {"vallée.selon"}, "no lock, no journal"
    assert_quotes_fit(tmp_path / "gold", {"gold"})
    assert_quotes_fit(tmp_path / "all", {"Rita", "Zoe", "gold"})


def looks_at_the_sample(person: Person) -> None:
    assert person.title == "Selon"
    person.clicks_the_button("Open the sample")
    person.waits_until(lambda: "Sample" in person.title)
    person.waits_until(lambda: person.furniture.tour.card is not None)
    person.presses("Esc")
    assert person.furniture.tour.card is None
    person.presses("Ctrl+1")
    corpus = person.shell.rooms.room
    assert isinstance(corpus, CorpusRoom)
    person.waits_until(lambda: corpus.model.rowCount() == SAMPLE)
    person.waits_until(lambda: person.furniture.detection.running)


def imports_an_article_into_a_new_project(person: Person) -> None:
    person.presses("Ctrl+N")
    person.waits_until(lambda: "vallée" in person.title)
    person.clicks_the_button("Import articles…")
    person.waits_until(lambda: person.sees_what_is_in_the_files)
    person.presses("Enter")
    person.waits_until(lambda: "Imported one article." in person.notices)


def opens_it_and_sees_what_was_detected(person: Person) -> None:
    person.presses("Ctrl+2")
    person.clicks(person.annotate.queue.view.viewport())
    person.presses("Down", "Enter")
    assert person.annotate.desk.article is not None
    person.waits_until(lambda: len(person.highlighted) > 3, PATIENCE)
    assert {"entity", "figure", "source"} <= set(person.highlighted)


def walks_through_the_suggestions(person: Person) -> None:
    before = person.left()
    person.walks_to_a_suggestion_of("figure")
    accepted = ("figure", person.words)
    person.presses("Enter")
    assert accepted in person.labels
    person.walks_to_a_suggestion_of("figure")
    rejected = ("figure", person.words)
    person.presses("X")
    assert rejected not in person.labels
    assert person.left() == before - 2
    person.walks_to_a_suggestion_of("entity")
    person.presses("4")
    assert ("entity", person.words) in person.labels
    assert person.record.features["type"] == "LOC"


def tags_a_source(person: Person) -> None:
    person.presses("Esc")
    person.finds("le calendrier")
    person.presses("Shift+Right")
    assert person.selected_words == "le calendrier serré"
    person.presses("S")
    person.types("préfet")
    person.presses("Enter", "Left", "Enter")
    person.types("i")
    person.presses("Enter", "Enter")
    assert person.record.layer == "source"
    assert ("source", "préfet") in person.labels
    assert person.record.features["speech"] == "indirect"


def tags_a_stance(person: Person) -> None:
    person.presses("Esc")
    person.finds("a accusé")
    person.presses(*["Shift+Right"] * 5)
    assert person.selected_words == "a accusé mardi la Ligue des pêcheurs"
    person.presses("T")
    person.types("lina")
    person.presses("Enter", "2")
    person.types("pêcheurs")
    person.presses("Enter", "Enter")
    assert person.record.layer == "stance"
    assert person.record.features["polarity"] == "against"
    assert "Lina Maro" in person.pointed_at("holder")
    assert "pêcheurs" in person.pointed_at("target")
    with_stance = person.labels
    person.presses("Ctrl+Z")
    assert "stance" not in dict(person.labels)
    person.presses("Ctrl+Shift+Z")
    assert person.labels == with_stance


def finds_everything_as_it_was(person: Person, labels: list[tuple[str, str]]) -> None:
    person.clicks(person.welcome.rows[0])
    person.waits_until(lambda: "vallée" in person.title)
    person.presses("Ctrl+2")
    assert person.annotate.desk.article is not None, "the article that was open"
    assert person.labels == labels
    assert {layer for layer, _words in labels} == {"entity", "figure", "source", "stance"}


def lets_a_second_person_annotate(person: Person) -> None:
    """Zoe agrees with Rita but for a type and a polarity, and misses one record."""
    session, desk = person.furniture.session, person.annotate.desk
    assert desk.article is not None
    article = desk.article
    rita = session.me
    hers = session.read(lambda reader: reader.annotations(article, [rita]))
    hers = [one for one in hers if one.counts]
    zoe = Annotator(id=new_id(), name="Zoe")
    ids = {one.id: new_id() for one in hers}
    copies = [in_the_eyes_of(one, zoe, ids) for one in hers if one.layer != "figure"]
    session.apply(PutAnnotator(annotator=zoe), undoable=False)
    session.apply(AddAnnotations(annotations=tuple(copies), actor=zoe.id))
    done = AssignmentState.DONE
    session.apply(MarkProgress(article=article.id, annotator=zoe.id, state=done, actor=zoe.id))


def in_the_eyes_of(record: Annotation, who: Annotator, ids: dict[str, str]) -> Annotation:
    """Somebody else's record of the same words, with another opinion where one can have one."""
    features = json.loads(json.dumps(record.features))
    for value in features.values():
        if isinstance(value, dict) and value.get("annotation") in ids:
            value["annotation"] = ids[value["annotation"]]
    features |= {"polarity": "mixed"} if record.layer == "stance" else {}
    features |= {"type": "GPE"} if features.get("type") == "LOC" else {}
    return replace(
        record, id=ids[record.id], annotator=who.id, origin=who.name, basis=None, features=features
    )


def reviews_what_the_two_did(person: Person) -> None:
    person.presses("Ctrl+Shift+A")
    person.types("Maud")
    person.presses("Enter")
    assert person.bottom.startswith("Maud")
    person.presses("Ctrl+3")
    person.waits_until(lambda: person.review.desk.cluster is not None)
    total = len(person.review.desk.clusters)
    assert person.review.desk.decided == 0
    person.presses("B", "Enter")
    person.presses("A", "Enter")
    assert person.review.desk.decided == 2
    person.presses("Ctrl+Z")
    assert person.review.desk.decided == 1
    person.presses("Ctrl+Shift+Z")
    person.presses("Ctrl+Enter")
    while person.review.desk.decided < total:
        before = person.review.desk.decided
        person.presses("A", "Enter")
        assert person.review.desk.decided > before


def exports(person: Person, folder: Path, whose: str) -> None:
    person.presses("Ctrl+E")
    dialog = person.dialog
    assert isinstance(dialog, ExportDialog)
    assert dialog.wish.set.format == "jsonl"
    person.chooses_in(dialog.records.whose, whose)
    person.writes_over(dialog.where.line, str(folder))
    person.presses("Enter")
    person.waits_until(lambda: str(folder) in person.notices)


def assert_quotes_fit(folder: Path, whose: set[str]) -> None:
    """Every record of an export is by one of these people, and its quotes are the text at its offsets."""
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    (article,) = [json.loads(line) for line in lines]
    assert article["text"] == TEXT
    records: list[dict[str, Any]] = article["annotations"]
    assert {one["annotator"] for one in records} == whose
    assert {one["layer"] for one in records} >= {"entity", "source", "stance"}
    for record in records:
        for role, spans in record["spans"].items():
            assert record["quotes"][role] == [TEXT[start:end] for start, end in spans]
