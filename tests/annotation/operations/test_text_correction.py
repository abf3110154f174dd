"""Correcting a frozen text carries along what was said about it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.duplicates.alignment import plain
from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    Assign,
    Decide,
    Discard,
    OperationError,
    Revert,
    memory_of,
    merge_packages,
    pack_for,
)
from annotation.operations.learning import learn_all
from annotation.operations.text_correction import CorrectText, foresee_correction
from annotation.project import CorpusQuery, Project
from annotation.project.label_index import LabelIndex
from annotation.records import (
    GOLD,
    MACHINE,
    Annotation,
    Article,
    Decision,
    Outcome,
    Span,
    decision_id,
    quote,
)
from tests.annotation.newsroom import ANN, BOB, TEXTS, annotation, dump, imported, named

OLD = TEXTS["a1"]


@pytest.fixture
def project(project: Project) -> Project:
    """The newsroom, in which Ann accepted everything of the first article."""
    keys = ("e1", "e2", "f1", "s1", "t1")
    project.apply(Accept(annotations=tuple(named(project, key).id for key in keys), actor=ANN.id))
    return project


def correct(project: Project, text: str, *, drop: bool = False) -> None:
    project.apply(CorrectText(article="a1", text=text, actor=ANN.id, drop=drop))


def words(project: Project, who: str = ANN.id) -> set[str]:
    text = project.read.text(project.read.get(Article, "a1"))
    return {
        f"{one.layer}.{role}: {' … '.join(quote(text, spans))}"
        for one in project.read.annotations("a1", [who])
        for role, spans in one.spans.items()
    }


def test_annotations_of_everybody_move_along(project: Project) -> None:
    before, machine = words(project), words(project, MACHINE.id)
    correct(project, f"PARIS 👍 —\r\n{OLD}\n\nFin.")
    assert words(project) == before
    assert words(project, MACHINE.id) == machine
    assert not list(project.check())


def test_words_that_are_corrected_stay_marked_and_are_told(project: Project) -> None:
    text = OLD.replace("Nina", "Niná").replace("soldats", "soldates")
    found = foresee_correction(project.read, "a1", text)
    assert ("Nina Roux", "Niná Roux") in {(one.before, one.after) for one in found.reworded}
    correct(project, text)
    assert "entity.mention: Niná Roux" in words(project)
    assert "figure.mention: Plus de 10\u202f000 soldates" in words(project)


def test_what_is_lost_is_told_before_anything_is_done(project: Project) -> None:
    text = OLD.replace(" à l’OTAN", "")
    found = foresee_correction(project.read, "a1", text)
    assert [lost.words for lost in found.lost] == ["OTAN"]
    before = dump(project.path)
    with pytest.raises(OperationError, match="“OTAN”"):
        correct(project, text)
    assert dump(project.path) == before


def test_what_is_lost_goes_with_leave_and_nothing_points_at_it_any_more(project: Project) -> None:
    correct(project, OLD.replace("Nina Roux", "").replace(" selon elle", ""), drop=True)
    assert not any("entity.mention: Nina" in one for one in words(project))
    assert not list(project.check())
    stance = next(one for one in project.read.annotations("a1", [ANN.id]) if one.layer == "stance")
    assert "holder" not in stance.features


def test_correcting_is_one_step_that_undo_takes_back(project: Project) -> None:
    before, memory = dump(project.path), memory_of(project.read)
    changes = project.apply(
        CorrectText(article="a1", text=OLD.replace(" à l’OTAN", "!"), actor=ANN.id, drop=True)
    )
    assert memory_of(project.read) != memory
    project.apply(Revert(changes=changes))
    after = dump(project.path)
    assert {name: rows for name, rows in after.items() if name != "texts"} == {
        name: rows for name, rows in before.items() if name != "texts"
    }
    assert memory_of(project.read) == memory


def test_the_search_finds_the_new_words_and_the_label_index_follows(project: Project) -> None:
    correct(project, OLD.replace("OTAN", "ONU").replace("soldats", "marinsx"))
    assert project.read.corpus_ids(CorpusQuery(search="text:marinsx")) == ["a1"]
    assert project.read.corpus_ids(CorpusQuery(search="text:soldats")) == []
    assert project.read.corpus_ids(CorpusQuery(search="entity:ONU")) == ["a1"]
    assert project.read.corpus_ids(CorpusQuery(search="figure:marinsx")) == ["a1"]
    assert project.read.corpus_ids(CorpusQuery(search="figure:soldats")) == []


def test_the_index_is_as_if_it_were_made_anew(project: Project) -> None:
    correct(project, OLD.replace("soldats", "marinsx").replace("Nina", "Nana"))
    kept = places(project)
    project.read.db.execute("PRAGMA query_only = OFF")
    with project.read.db.atomic():
        project.read.db.execute("DELETE FROM label_places")
        LabelIndex(project.read.db).take_in((1, 9))
    assert places(project) == kept


def places(project: Project) -> list[tuple[object, ...]]:
    sql = """SELECT w.word, w.layer, w.field, p.article, p.record, p.decided FROM label_places p
             JOIN label_words w ON w.id = p.word ORDER BY 1, 2, 3, 4, 5"""
    return project.read.db.execute(sql).fetchall()


def test_what_was_learned_is_what_the_records_say_now(project: Project) -> None:
    memory_of(project.read)
    correct(project, OLD.replace("Nina Roux", "Nana Rose"))
    assert memory_of(project.read) == learn_all(project.read).memory


def test_the_detectors_are_asked_again(project: Project) -> None:
    assert project.read.heard("a1")
    correct(project, f"{OLD} Fin.")
    assert project.read.heard("a1") is None


def test_assignments_and_metadata_stay(project: Project) -> None:
    project.apply(Assign(articles=("a1",), annotator=ANN.id))
    before = project.read.get(Article, "a1"), project.read.assignments_of("a1")
    correct(project, f"{OLD} Fin.")
    after = project.read.get(Article, "a1")
    assert (after.title, after.number, after.lang) == (before[0].title, before[0].number, before[0].lang)
    assert after.length == len(OLD) + 5
    assert project.read.assignments_of("a1") == before[1]


def test_a_package_of_the_older_text_is_listed_as_a_conflict(project: Project, tmp_path: Path) -> None:
    packed = tmp_path / "ann.selon"
    pack_for(project, ANN.name, packed, everything=True)
    correct(project, f"{OLD} Fin.")
    (report,) = merge_packages(project, [packed])
    assert [conflict.article for conflict in report.conflicts] == ["a1"]
    assert words(project)


def test_a_rejected_record_that_has_no_place_any_more_needs_no_leave(project: Project) -> None:
    project.apply(Discard(annotations=(named(project, "e2").id,), actor=ANN.id))
    correct(project, OLD.replace(" à l’OTAN", ""))
    assert not list(project.check())


@pytest.mark.parametrize("text", ["", " \n", OLD])
def test_no_text_and_the_same_text_are_refused(project: Project, text: str) -> None:
    with pytest.raises(OperationError):
        correct(project, text)


def test_a_label_over_a_long_stretch_survives_a_change_within(project: Project) -> None:
    long = annotation("long", ANN.id, "source", {"content": [OLD[2:-1]]})
    project.apply(AddAnnotations(annotations=(long,), actor=ANN.id))
    correct(project, OLD.replace("déclaré", "dit"))
    assert any("a dit Nina" in one for one in words(project))


TWICE = "Avant tout. Nina Roux dit non à la ville 👍. Nina Roux dit non à la ville 👍. Après quoi."


@pytest.fixture
def twice(project: Project) -> Project:
    """A text in which one sentence stands twice; Ann marked the name in the second."""
    project.apply(AddArticles(imported=(imported("w", TWICE),)))
    mark(project, "second", TWICE.rindex("Nina Roux"))
    return project


def mark(project: Project, id_: str, start: int) -> None:
    record = replace(
        annotation(id_, ANN.id, "entity", {"mention": ["Nina Roux"]}, type="PER"),
        article="w",
        spans={"mention": (Span(start, start + 9),)},
    )
    project.apply(AddAnnotations(annotations=(record,), actor=ANN.id))


def starts(project: Project) -> list[int]:
    return [one.spans["mention"][0].start for one in project.read.annotations("w", [ANN.id])]


ONCE = "Avant tout. Nina Roux dit non à la ville 👍. Après quoi."


def test_a_label_of_a_sentence_that_stood_twice_stays_with_the_one_that_is_left(twice: Project) -> None:
    twice.apply(CorrectText(article="w", text=ONCE, actor=ANN.id))
    assert starts(twice) == [ONCE.index("Nina Roux")]


def test_two_labels_of_a_sentence_that_stood_twice_do_not_become_the_same(twice: Project) -> None:
    mark(twice, "first", TWICE.index("Nina Roux"))
    with pytest.raises(OperationError, match="have no place in the new text"):
        twice.apply(CorrectText(article="w", text=ONCE, actor=ANN.id))
    changes = twice.apply(CorrectText(article="w", text=ONCE, actor=ANN.id, drop=True))
    assert starts(twice) == [ONCE.index("Nina Roux")]
    twice.apply(Revert(changes=changes))
    assert len(starts(twice)) == 2


def test_a_label_goes_along_with_a_paragraph_that_is_moved(twice: Project) -> None:
    text = "Une phrase de plus. Avant tout. Après quoi. Nina Roux dit non à la ville 👍. Autre chose encore."
    twice.apply(CorrectText(article="w", text=text, actor=ANN.id))
    assert starts(twice) == [text.index("Nina Roux")]


@pytest.mark.parametrize("words", ["dit ", " dit", "👍. "])
def test_blanks_at_the_edge_of_a_label_lose_nothing(words: str, twice: Project) -> None:
    start = TWICE.index(words)
    record = replace(
        annotation("edge", ANN.id, "source", {"cue": ["a déclaré"]}),
        article="w",
        spans={"cue": (Span(start, start + len(words)),)},
    )
    twice.apply(AddAnnotations(annotations=(record,), actor=ANN.id))
    text = " ".join(TWICE.split()).replace("dit", "dit\n") + "\n"
    twice.apply(CorrectText(article="w", text=text, actor=ANN.id))
    (span,) = twice.read.get(Annotation, "edge").spans["cue"]
    assert text[span.start : span.end].split() == words.split()


PUT_IN = st.sampled_from(["", "👍", "e\u0301 ", "\r\n", "mot "])
EDITS = st.lists(st.tuples(st.integers(0, len(OLD)), st.integers(0, 8), PUT_IN), min_size=1, max_size=6)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_whatever_is_edited_every_record_is_accounted_for_and_its_words_are_known(
    project: Project, edits: list[tuple[int, int, str]]
) -> None:
    text = OLD
    for place, length, put in edits:
        text = text[:place] + put + text[place + length :]
    if text == OLD or not text.strip():
        return
    found = foresee_correction(project.read, "a1", text)
    every = project.read.annotations("a1")
    assert len(found.moved) + len(found.lost) + len(found.dropped) == len(every)
    told = {one.record.id for one in found.reworded}
    for before, after in found.moved:
        same = [list(map(plain, quote(OLD, before.spans[role]))) for role in before.spans] == [
            list(map(plain, quote(text, after.spans.get(role, ())))) for role in before.spans
        ]
        assert same or before.id in told or before.annotator == MACHINE.id
        assert all(0 <= span.start < span.end <= len(text) for some in after.spans.values() for span in some)
    changes = project.apply(CorrectText(article="a1", text=text, drop=True))
    assert not list(project.check())
    project.apply(Revert(changes=changes))
    assert project.read.annotations("a1") == every


def decide(project: Project, words: str) -> Decision:
    records = [
        annotation(f"{who}-{words}", who, "entity", {"mention": [words]}, type="ORG")
        for who in (ANN.id, BOB.id)
    ]
    for record in records:
        project.apply(AddAnnotations(annotations=(record,), actor=record.annotator))
    ids = tuple(record.id for record in records)
    made = Decision(
        id=decision_id(ids),
        article="a1",
        layer="entity",
        reviewer=BOB.id,
        outcome=Outcome.AGREED,
        records=ids,
    )
    gold = replace(records[0], id=f"gold-{words}", basis=ids[0])
    project.apply(Decide(decision=made, gold=gold, actor=BOB.id))
    return made


def test_a_decision_stays_with_its_gold_record_and_goes_with_it(project: Project) -> None:
    stays, goes = decide(project, "soldats"), decide(project, "l’OTAN")
    text = "Avant. " + OLD.replace(" à l’OTAN", "")
    found = foresee_correction(project.read, "a1", text)
    assert found.decisions == (project.read.get(Decision, goes.id),)
    before = dump(project.path)
    changes = project.apply(CorrectText(article="a1", text=text, drop=True))
    assert [one.id for one in project.read.decisions("a1")] == [stays.id]
    assert "entity.mention: soldats" in words(project, GOLD.id)
    assert not list(project.check())
    project.apply(Revert(changes=changes))
    assert dump(project.path)["decisions"] == before["decisions"]
    assert dump(project.path)["annotations"] == before["annotations"]
