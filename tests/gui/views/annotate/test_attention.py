"""U goes to what needs attention: records with something about them, and what the reviewer asks."""

from dataclasses import replace

from annotation.adjudication import AskAgain, Question
from annotation.operations import EditFeatures, EditNote
from annotation.records import Annotation
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, SECOND, span


def asked(bench: Bench, id_: str, words: str, record: Annotation | None = None) -> Question:
    return Question(
        id=id_,
        article=FIRST,
        annotator=bench.session.me,
        layer="entity",
        text="Why?",
        record=record.id if record else None,
        spans={"mention": (span(words),)},
    )


def ask(bench: Bench, *questions: Question) -> None:
    assert bench.session.apply(AskAgain(questions=questions, actor="rita"))


def test_what_lacks_something_needs_attention_and_it_is_said_why(bench: Bench) -> None:
    bench.press("U")
    assert bench.said == "No record is like that."
    bench.choose("12 millions d’euros par an")
    bench.press("E")
    empty = EditFeatures(annotation=bench.record.id, features={"type": None}, actor=bench.session.me)
    bench.session.apply(empty)
    bench.press("Esc", "J", "Enter")
    bench.press("Shift+U")
    assert bench.said == "“12 millions d’euros par an”: something is missing"
    bench.press("1")
    bench.press("U")
    assert bench.said == "No record is like that."


def test_a_record_that_the_reviewer_asks_about_needs_attention(bench: Bench) -> None:
    bench.press("J", "Enter")
    record = next(one for one in bench.stored() if one.counts)
    ask(bench, asked(bench, "q", "ministre", record))
    bench.press("Esc", "U")
    assert bench.record.id == record.id
    assert bench.said == "“Lina Maro”: the reviewer asks: “Why?”"
    bench.session.apply(EditNote(annotation=record.id, note="As the article says.", actor=bench.session.me))
    bench.press("Esc", "U")
    assert bench.said == "No record is like that."


def test_words_that_the_reviewer_asks_about_are_gone_to_in_their_turn_both_ways(bench: Bench) -> None:
    bench.press("J", "2", "Shift+N")
    ask(bench, asked(bench, "q1", "ministre"), asked(bench, "q2", "12 millions d’euros par an"))
    seen = []
    bench.text.set_caret(0)
    for key in ("Esc", "U", "U", "U", "U", "Shift+U", "Shift+U"):
        bench.press(key)
        seen.append((bench.text.selection() or (-1, -1))[0] if bench.desk.record is None else "record")
    first, second = span("ministre").start, span("12 millions d’euros par an").start
    order = [*sorted([("record", span("Lina Maro").start), (first, first), (second, second)],
                     key=lambda one: one[1])]  # fmt: skip
    there = [key for key, _start in order]
    assert seen[1:4] == there
    assert seen[4] == there[0], "at the end it goes on from the beginning"
    assert seen[5:] == [there[2], there[1]]


def test_questions_in_other_articles_are_not_forgotten(bench: Bench) -> None:
    ask(bench, replace(asked(bench, "q", "ministre"), article=SECOND))
    bench.press("U")
    assert bench.said == "Nothing here needs attention. The reviewer asks you something in another article."
