"""What the reviewer asks shows above the article until it is answered."""

from annotation.adjudication import AskAgain, Question, read_questions
from annotation.operations import Discard
from annotation.records import Annotation, Status
from gui.views.answering import Answering
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, span


def answering(bench: Bench) -> Answering:
    found = next(one for one in bench.room._controllers if isinstance(one, Answering))
    assert isinstance(found, Answering)
    return found


def ask(bench: Bench, record: Annotation | None, words: str) -> Question:
    """The reviewer asks about a record of the annotator, or about words that they did not mark."""
    question = Question(
        id="q",
        article=FIRST,
        annotator=bench.session.me,
        layer="entity",
        text="Why?",
        record=record.id if record else None,
        spans={"mention": (span(words),)},
    )
    assert bench.session.apply(AskAgain(questions=(question,), actor="rita"))
    (stored,) = bench.session.read(read_questions)
    return stored


def test_a_question_stands_above_the_article_until_it_is_answered_in_words(bench: Bench) -> None:
    found = answering(bench)
    assert found.strip.isHidden()
    ask(bench, None, "ministre")
    assert found.strip.words.text() == "The reviewer asks: “Why?”"
    found.show()
    assert bench.text.selection() == (span("ministre").start, span("ministre").end)
    found.answer()
    assert found.reply is not None
    found.reply.send()
    assert found.reply is not None, "nothing is sent without words"
    found.reply.text.setPlainText("It is no name.")
    found.reply.send()
    (reply,) = [one for one in bench.stored() if one.note]
    assert (reply.note, reply.status) == ("It is no name.", Status.REJECTED)
    assert found.strip.isHidden()


def test_changing_the_record_answers_and_undo_asks_again(bench: Bench) -> None:
    found = answering(bench)
    bench.press("J", "Enter")
    record = next(one for one in bench.stored() if one.counts)
    ask(bench, record, "ministre")
    found.show()
    assert bench.desk.record is not None
    assert bench.desk.record.id == record.id
    bench.session.apply(Discard(annotations=(record.id,), actor=bench.session.me))
    assert found.strip.isHidden()
    bench.session.undo_stack.undo()
    assert not found.strip.isHidden()


def test_a_question_in_another_article_leads_there(bench: Bench) -> None:
    found = answering(bench)
    ask(bench, None, "ministre")
    bench.desk.close()
    assert found.link.isVisible()
    assert found.link.text() == "The reviewer asks you something"
    assert "another article" in found.strip.words.text()
    found.show()
    assert bench.desk.article is not None
    assert bench.desk.article.id == FIRST
    found.refresh()
    assert not found.link.isHidden()
