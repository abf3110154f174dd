"""What the table shows of attributions."""

from annotation.operations import AddAnnotations, EditFeatures
from annotation.project import Project
from annotation.project.boards.attribution_rows import AttributionRow, CarriedStance
from annotation.project.boards.chosen import Chosen
from annotation.project.boards.reader import BoardReader
from tests.annotation.debate import record, suggested
from tests.annotation.newsroom import ANN, BOB


def rows(boards: BoardReader, *ids: str, chosen: Chosen | None = None) -> list[AttributionRow]:
    return boards.attribution_rows(ids, chosen or Chosen(), boards.names())


def test_a_row_has_who_how_what_and_where(boards: BoardReader) -> None:
    (row,) = rows(boards, "s1")
    assert (row.speaker, row.source, row.who, row.cue) == ("Nina Roux", "Nina Roux", "Nina Roux", "a affirmé")
    assert row.content == "10 000 manifestants ont défilé"
    assert (row.title, row.outlet, row.published) == ("Le défilé", "Écho", "2024-03-01")
    assert (row.annotator, row.status, row.addressee) == ("Ann", "accepted", "")
    assert (row.feature("source_type"), row.feature("factuality")) == ("person", "")
    assert row.figures == ("10 000 manifestants",)


def test_words_speak_where_no_name_is_linked(boards: BoardReader) -> None:
    (row,) = rows(boards, "s2")
    assert (row.speaker, row.who) == ("", "la police")


def test_a_row_has_the_stances_that_it_carries(boards: BoardReader) -> None:
    (row,) = rows(boards, "s4")
    assert row.stances == (
        CarriedStance(id="t3", target="la réforme", polarity="favor"),
        CarriedStance(id="t4", target="la réforme", polarity="against"),
    )
    assert rows(boards, "s4", chosen=Chosen(annotator=ANN.id))[0].stances == ()


def test_what_refers_to_a_suggestion_belongs_to_the_label_made_of_it(
    boards: BoardReader, project: Project
) -> None:
    waiting = suggested(project)
    stance = record("t9", "d3", "stance", {"evidence": ["bonne"]}, who=BOB.id, holder={"entity": "roux"},
                    target={"annotation": waiting.id}, polarity="favor", attribution=waiting.id)  # fmt: skip
    project.apply(AddAnnotations(annotations=(stance,), actor=BOB.id))
    project.apply(EditFeatures(annotation=waiting.id, features={"speaker": "roux"}, actor=BOB.id))
    mine = next(one for one in project.read.annotations("d3", [BOB.id]) if one.basis == waiting.id)
    (row,) = rows(boards, mine.id)
    assert row.stances == (CarriedStance(id="t9", target="Nina Roux", polarity="favor"),)


def test_rows_keep_the_order_asked_for_and_leave_out_what_is_gone(boards: BoardReader) -> None:
    assert [row.id for row in rows(boards, "s3", "gone", "s1")] == ["s3", "s1"]
    assert rows(boards) == []
