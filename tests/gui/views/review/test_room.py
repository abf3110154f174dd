"""A reviewer walks the conflicts of an article and decides them by keyboard."""

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from annotation.adjudication import Kind
from annotation.operations import AddAnnotations, Discard, EditFeatures, export_project
from annotation.project import Project, create_project
from annotation.project.selection import Selection
from annotation.records import Annotation, Outcome
from tests.annotation.adjudication.projects import AGREED, RECORDS, create_reviewed_project
from tests.annotation.agreement.labels import mention, span
from tests.gui.views.review.conftest import Bench, Open


def test_the_room_opens_on_the_first_conflict_with_the_keyboard_in_the_card(bench: Bench) -> None:
    assert bench.desk.article is not None
    cluster = bench.desk.cluster
    assert cluster is not None
    assert not cluster.is_agreed
    assert bench.room.card.grid.hasFocus()
    assert bench.room.header.progress.words.text() == "0 of 7 decided"


def test_a_letter_takes_a_record_and_enter_decides_and_goes_on(bench: Bench) -> None:
    first = bench.go("a3")
    bench.press("A")
    assert bench.room.card.outcome.heading.text() == "Taken from Anna"
    bench.press("Enter")
    (decision,) = bench.decisions()
    assert (decision.outcome, decision.taken, decision.reviewer) == (Outcome.TAKEN, "anna", bench.session.me)
    assert [record.basis for record in bench.gold()] == ["a3"]
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.id != first.id
    assert bench.desk.cluster.is_open
    assert bench.room.card.grid.hasFocus()


def test_a_letter_with_shift_takes_and_goes_on_at_once(bench: Bench) -> None:
    bench.go("a3")
    bench.press("Shift+B")
    (decision,) = bench.decisions()
    assert decision.taken == "ben"


def test_arrows_choose_cell_by_cell(bench: Bench) -> None:
    bench.go("a5")
    grid = bench.room.card.grid
    assert grid.here == "role:source"
    bench.press("Left", "Down")
    assert grid.here == "field:speech"
    bench.press("Right")
    draft = bench.desk.draft
    assert draft is not None
    assert draft.outcome is Outcome.MIXED
    assert draft.value("role:source") == (span("Odile Vernay"),)
    assert draft.value("field:speech") == "indirect"
    bench.press("Left")
    assert bench.desk.draft is not None
    assert bench.desk.draft.outcome is Outcome.TAKEN


def test_shift_and_arrows_walk_all_rows(bench: Bench) -> None:
    bench.go("a5")
    bench.press("Shift+Down")
    assert bench.room.card.grid.here == "role:cue"
    bench.press("Shift+Up", "Up")
    assert bench.room.card.grid.here == "field:speech"


def test_what_is_open_still_is_said_when_enter_comes_too_early(bench: Bench) -> None:
    bench.go("a5")
    bench.press("Enter")
    assert bench.decisions() == []
    assert "Speech" in bench.refusals[0]
    bench.press("A")
    assert bench.refusals == ()


def test_a_record_of_one_alone_waits_for_a_word(bench: Bench) -> None:
    bench.go("b4")
    bench.press("Enter")
    assert bench.decisions() == []
    assert bench.refusals
    bench.press("A")
    assert "Anna has no record here" in bench.refusals[0]
    bench.press("Enter", "X")
    assert bench.room.card.outcome.heading.text() == "Rejected"
    bench.press("Enter")
    assert bench.decisions()[0].outcome is Outcome.REJECTED
    assert bench.gold() == []


def test_undo_opens_the_cluster_again_and_goes_back_to_it(bench: Bench) -> None:
    first = bench.go("a3")
    bench.press("A", "Enter")
    bench.press("Ctrl+Z")
    assert bench.decisions() == []
    assert bench.gold() == []
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.id == first.id
    assert bench.desk.cluster.is_open


def test_a_decision_can_be_made_anew_and_taken_back(bench: Bench) -> None:
    bench.go("a3")
    bench.press("A", "Enter")
    bench.go("a3")
    assert "Taken from Anna by Rita" in head_words(bench)
    bench.press("B", "Enter")
    assert [decision.taken for decision in bench.decisions()] == ["ben"]
    bench.go("a3")
    bench.press("O")
    assert bench.decisions() == []
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.is_open


def head_words(bench: Bench) -> str:
    return " ".join(label.text() for label in bench.room.card.findChildren(QLabel))


def test_reason_and_comment_go_with_the_decision(bench: Bench) -> None:
    bench.go("a3")
    card = bench.room.card
    bench.press("A")
    card.reason.setCurrentIndex(card.reason.findData("boundary"))
    card.comment.setFocus()
    QTest.keyClicks(card.comment, "No article.")
    bench.press("Enter")
    (decision,) = bench.decisions()
    assert (decision.reason, decision.comment) == ("boundary", "No article.")
    assert card.comment.text() == ""
    bench.go("a3")
    assert card.reason.currentData() == "boundary"
    assert card.comment.text() == "No article."


def test_letters_in_the_comment_are_letters(bench: Bench) -> None:
    bench.go("a5")
    bench.room.card.comment.setFocus()
    QTest.keyClicks(bench.room.card.comment, "abxm")
    assert bench.room.card.comment.text() == "abxm"
    assert bench.desk.draft is not None
    assert not bench.desk.draft.rejected
    bench.press("Esc")
    assert bench.room.card.grid.hasFocus()


def test_alt_and_arrows_walk_the_open_conflicts(bench: Bench) -> None:
    seen = []
    conflicts = [cluster for cluster in bench.desk.clusters if not cluster.is_agreed]
    for _step in conflicts:
        assert bench.desk.cluster is not None
        seen.append(bench.desk.cluster.id)
        bench.press("Alt+Right")
    assert seen == [cluster.id for cluster in conflicts]
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.id == seen[0]
    bench.press("Alt+Left")
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.id == seen[-1]


def test_all_that_is_agreed_is_confirmed_and_undone_in_one_step(bench: Bench) -> None:
    bench.press("Ctrl+Enter")
    assert len(bench.decisions()) == len(bench.gold()) == AGREED
    assert bench.room.header.progress.words.text() == "3 of 7 decided"
    assert not bench.shell.actions_table["review.agree-all"].isEnabled()
    bench.press("Ctrl+Z")
    assert bench.decisions() == []


def test_deciding_everything_leads_to_the_gold_set(bench: Bench, tmp_path: Path) -> None:
    bench.press("Ctrl+Enter")
    for _conflict in range(4):
        cluster = bench.desk.cluster
        assert cluster is not None
        bench.press("A" if "anna" in cluster.records else "X", "Enter")
    done = bench.room.card.done
    assert done.isVisible()
    assert not done.next_article.isVisible()
    with bench.qtbot.waitSignal(bench.room.gold_wanted):
        QTest.mouseClick(done.gold, Qt.MouseButton.LeftButton)
    out = tmp_path / "gold.jsonl"
    bench.session.read(
        lambda reader: export_project(reader, "jsonl", out, Selection(annotator="gold"), lambda d, t: None)
    )
    (line,) = [json.loads(row) for row in out.read_text("utf-8").splitlines()]
    assert len(line["annotations"]) == 6
    ids = {row["id"] for row in line["annotations"]}
    (figure,) = [row for row in line["annotations"] if row["layer"] == "figure"]
    assert figure["features"]["source"] in ids


def test_what_an_annotator_changes_later_is_shown_at_once(bench: Bench) -> None:
    bench.go("a3")
    bench.press("A", "Enter")
    bench.go("a3")
    edit = EditFeatures(annotation="b3", features={"type": "GPE"}, actor="ben")
    bench.session.apply(edit)
    cluster = bench.desk.cluster_of("a3")
    assert cluster is not None
    assert cluster.changed
    assert Kind.LABEL in cluster.kinds


def test_what_is_chosen_is_kept_when_something_else_changes(bench: Bench) -> None:
    bench.go("a5")
    bench.press("Left")
    draft = bench.desk.draft
    bench.session.apply(AddAnnotations(annotations=(mention("b9", "ben", "budget", "MISC"),), actor="ben"))
    assert bench.desk.draft is not None
    assert draft is not None
    assert bench.desk.draft.picks == draft.picks


def test_read_only_nothing_can_be_decided_and_all_can_be_seen(open_bench: Open) -> None:
    bench = open_bench(read_only=True)
    assert len(bench.desk.clusters) == 7
    bench.go("a3")
    bench.press("A")
    assert not bench.shell.actions_table["review.decide"].isEnabled()
    assert not bench.desk.decide()
    assert "read-only" in bench.refusals[0]
    assert bench.decisions() == []


def test_a_project_without_shared_work_says_what_belongs_here(open_bench: Open) -> None:
    bench = open_bench(create_project)
    assert not bench.room.card.isVisible()
    assert bench.desk.article is None
    assert bench.room._nothing.isVisible()


def test_the_room_fills_as_soon_as_two_worked_on_an_article(open_bench: Open) -> None:
    def alone(path: Path) -> Project:
        project = create_reviewed_project(path)
        ids = tuple(record.id for record in RECORDS if record.annotator == "ben")
        project.apply(Discard(annotations=ids, actor="ben"))
        return project

    bench = open_bench(alone)
    assert bench.room._nothing.isVisible()
    bench.session.apply(AddAnnotations(annotations=(mention("b9", "ben", "budget", "MISC"),), actor="ben"))
    assert not bench.room._nothing.isVisible()
    bench.shell.enter("review")
    assert bench.room.card.isVisible()
    bench.qtbot.waitUntil(lambda: not bench.session.tasks.running)


def test_three_annotators_have_a_majority(open_bench: Open) -> None:
    third = [
        replace(record, id=f"r{record.id}", annotator="rita", basis=None)
        for record in RECORDS
        if record.id in ("a5", "a3")
    ]
    bench = open_bench(lambda path: create_reviewed_project(path, *third))
    assert [person.letter for person in bench.desk.people] == ["A", "B", "C"]
    bench.go("a5")
    bench.press("M")
    assert bench.room.card.outcome.heading.text() == "Taken from Anna"
    bench.go("b4")
    bench.press("M")
    assert bench.room.card.outcome.heading.text() == "Rejected"


def test_two_annotators_have_none(bench: Bench) -> None:
    bench.go("a5")
    bench.press("M")
    assert not bench.room.card.majority.isVisible()
    assert bench.desk.draft is not None
    assert "field:speech" not in bench.desk.draft.picks
    bench.desk.majority()
    assert "no majority" in bench.refusals[0]


def test_fewer_annotators_can_be_compared(open_bench: Open) -> None:
    third: Annotation = replace(RECORDS[0], id="r1", annotator="rita")
    bench = open_bench(lambda path: create_reviewed_project(path, third))
    boxes = bench.room.header.people.boxes
    assert set(boxes) == {"anna", "ben", "rita"}
    QTest.mouseClick(boxes["rita"], Qt.MouseButton.LeftButton)
    assert [person.id for person in bench.desk.people] == ["anna", "ben"]
    QTest.mouseClick(boxes["ben"], Qt.MouseButton.LeftButton)
    assert "two annotators" in bench.refusals[0]
    assert boxes["ben"].isChecked()
    QTest.mouseClick(boxes["rita"], Qt.MouseButton.LeftButton)
    assert len(bench.desk.people) == 3


def test_the_layout_of_the_panes_is_remembered(bench: Bench) -> None:
    room = bench.room
    room._split.setSizes([300, 500, 400])
    state = room.layout_state()
    room._split.setSizes([200, 600, 400])
    room.restore_layout(state)
    assert room.layout_state() == state
    room.restore_layout("from another version")
    assert room.layout_state() == state


def test_every_action_of_the_room_does_something(bench: Bench) -> None:
    mine = {spec.id for spec in bench.shell.actions_table.specs.actions if spec.scope == "review"}
    assert not mine & bench.shell.actions_table.unhandled()


def test_the_keyboard_walks_through_the_panes(bench: Bench) -> None:
    assert [pane.accessibleName() for pane in bench.room.panes()] == ["Conflicts", "Article", "Decision"]
    assert ("A", "B") in [keys for keys, _word in bench.room.legend.keys]


def test_names_are_hidden_everywhere_and_shown_again(bench: Bench) -> None:
    room = bench.room
    bench.go("a3")
    bench.press("Ctrl+Shift+B")
    names = {person.name for person in bench.desk.people}
    assert len(names) == 2
    assert all(name.startswith("Annotator ") for name in names)
    letter = next(person.letter for person in bench.desk.people if person.id == "ben")
    bench.press(letter)
    assert room.card.outcome.heading.text() == f"Taken from Annotator {letter}"
    texts = [one.text() + one.toolTip() for one in room.findChildren(QLabel) if one.isVisibleTo(room)]
    texts += [
        one.toolTip() + one.accessibleName() for one in room.findChildren(QWidget) if one.isVisibleTo(room)
    ]
    texts += [mark.glyph for mark in room.article.text.marks()]
    assert not any(word in text for text in texts for word in ("Anna", "Ben"))
    assert room.layout_state().startswith("blind/")
    bench.press("Ctrl+Shift+B")
    assert {person.name for person in bench.desk.people} == {"Anna", "Ben"}


def test_hidden_names_are_hidden_again_in_the_next_session(bench: Bench) -> None:
    bench.room.restore_layout("blind/")
    assert bench.desk.participants.blind
    bench.room.restore_layout(bench.room.layout_state().removeprefix("blind/"))
    assert not bench.desk.participants.blind


def test_x_with_shift_rejects_and_goes_on_at_once(bench: Bench) -> None:
    bench.go("b4")
    bench.press("Shift+X")
    (decision,) = bench.decisions()
    assert decision.outcome is Outcome.REJECTED


def test_enter_goes_to_the_next_article_where_all_is_decided(bench: Bench) -> None:
    wanted: list[bool] = []
    bench.room.open_next_article = lambda: wanted.append(True)  # type: ignore[method-assign]
    while any(cluster.is_open for cluster in bench.desk.clusters):
        bench.press("Shift+X")
    assert not wanted
    bench.press("Enter")
    assert wanted


def test_with_three_annotators_enter_takes_what_most_say(open_bench: Open) -> None:
    def make(path: Path) -> Project:
        return create_reviewed_project(path, mention("r3", "rita", "Union"), mention("r4", "rita", "mardi"))

    bench = open_bench(make)
    bench.go("a3")
    assert bench.room.card.outcome.heading.text() == "Enter takes: Taken from Anna"
    bench.press("Enter")
    (decision,) = bench.decisions()
    assert decision.taken in ("anna", "rita")


def test_what_nobody_saw_is_added_with_words_from_the_article(bench: Bench) -> None:
    room = bench.room
    bench.press("N")
    assert bench.refusals == ("Select the words in the article first, then add the record.",)
    words = span("ministre")
    room.article.text.set_selection(words.start, words.end)
    room.adder.ask()
    assert room.adder.menu is not None
    room.adder.menu.buttons[0].click()
    draft = bench.desk.draft
    assert draft is not None
    bench.desk.edit("field:type", "PER")
    bench.press("Enter")
    (decision,) = bench.decisions()
    assert (decision.outcome, decision.records) == (Outcome.ADDED, ())
    (gold,) = bench.gold()
    assert gold.spans == {"mention": (words,)}
    bench.press("Ctrl+Z")
    assert bench.gold() == []


def test_a_conflict_is_sent_back_with_a_question_and_waits(bench: Bench) -> None:
    room, first = bench.room, bench.go("b4")
    room.ask_again()
    box = room.asking
    assert box is not None
    assert {id_ for id_, ticked in box.boxes.items() if ticked.isChecked()} == {"anna", "ben"}
    box.boxes["ben"].setChecked(False)
    box.send()
    assert room.asking is box, "nothing is sent without words"
    box.text.setPlainText("Is a day an event?")
    box.send()
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.id != first.id
    asked = bench.go("b4")
    assert asked.waits
    assert [(one.annotator, one.text) for one in asked.asked] == [("anna", "Is a day an event?")]
    room._actions["review.withdraw"].trigger()
    assert not bench.go("b4").asked


def test_a_question_may_not_name_another_annotator(bench: Bench) -> None:
    room = bench.room
    bench.go("a3")
    assert not room.questions.ask_again(["anna"], "Ben has more words: why?")
    assert "Ben" in bench.refusals[0]
    assert room.questions.ask_again(["anna"], "Is the article part of the name?")


def test_why_something_cannot_be_done_moves_nothing(bench: Bench) -> None:
    bench.go("a3")
    before = bench.room.article.mapTo(bench.room, QPoint(0, 0))
    bench.press("Enter")
    assert "choose" in bench.refusals[0].casefold()
    QApplication.processEvents()
    assert bench.room.article.mapTo(bench.room, QPoint(0, 0)) == before
    bench.press("A")
    assert bench.refusals == ()


def test_a_reason_leaves_the_next_key_to_the_decision(bench: Bench) -> None:
    bench.go("a3")
    bench.press("A")
    bench.room.card.ask_why()
    bench.room.card.reason.setCurrentIndex(2)
    bench.room.card.reason.hidePopup()
    assert bench.room.card.grid.hasFocus()
    bench.press("Enter")
    (decision,) = bench.decisions()
    assert decision.reason
