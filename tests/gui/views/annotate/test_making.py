"""Making records of selected words: at once, and in the sentence bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.records import Entity, Span, Status
from gui.views.sentence_slots import ChoiceSlot, NameSlot, RoleSlot, SpeakerSlot
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import span


def marks(bench: Bench) -> set[str]:
    return {mark.id for mark in bench.text.marks()}


def rows(bench: Bench) -> list[str]:
    """What the line with the keyboard offers."""
    slot = next(slot for slot in bench.room.maker.sentence.slots if slot.isAncestorOf(focus()))
    assert isinstance(slot, NameSlot)
    return [row.title for row in slot.line.rows]


# ------------------------------------------------------------ at once


def test_e_makes_a_record_of_the_selected_words_at_once_and_selects_it(bench: Bench) -> None:
    bench.choose("préfet")
    bench.press("E")
    assert bench.labels() == [("entity", "préfet")]
    assert (bench.feature("type"), bench.record.origin, bench.record.status) == (
        "PER",
        "Ana",
        Status.ACCEPTED,
    )
    assert bench.text.selection() is None
    assert bench.said == "“préfet”: Entity, Person"


def test_the_type_is_that_of_the_same_words_before(bench: Bench) -> None:
    bench.choose("Lina Maro", 3)
    bench.press("E")
    assert bench.feature("type") == "PER"
    bench.press("8")
    bench.desk.select(None)
    bench.choose("Union verte", 2)
    bench.press("E")
    assert (bench.feature("type"), bench.feature("entity")) == ("PER", "union-verte")


def test_words_that_the_registry_knows_get_its_type_and_are_linked(bench: Bench) -> None:
    bench.desk.select(bench.seen("Union verte").id)
    bench.press("X", "Esc")
    bench.choose("Union verte", 3)
    bench.press("E")
    assert (bench.feature("type"), bench.feature("entity")) == ("ORG", "union-verte")


def test_f_fills_in_what_the_grammar_reads(bench: Bench) -> None:
    bench.choose("plus de 300 élus")
    bench.press("F")
    assert bench.record.features == {
        "kind": "cardinal", "comparator": ">", "value": "300", "counted": "élus",
    }  # fmt: skip


def test_f_on_words_without_a_figure_makes_a_number(bench: Bench) -> None:
    bench.choose("enquête")
    bench.press("F")
    assert bench.record.features == {"kind": "cardinal"}


def test_a_figure_within_an_own_attribution_is_vouched_for_by_it(bench: Bench) -> None:
    bench.desk.select(bench.seen("Selon", "source").id)
    bench.press("Enter", "Esc")
    bench.choose("plus de 300 élus")
    bench.press("F")
    assert bench.feature("source") == bench.seen("Selon", "source").id


def test_a_layers_key_does_nothing_without_selected_words(bench: Bench) -> None:
    bench.press("E", "T")
    assert bench.labels() == []
    assert not bench.room.maker.sentence.is_open


def test_shift_and_arrows_select_by_word(bench: Bench) -> None:
    bench.text.set_caret(bench.desk.text.index("préfet"))
    bench.press("Shift+Right", "E")
    assert bench.labels() == [("entity", "préfet")]


# ------------------------------------------------------------ by mouse


def test_releasing_the_mouse_over_words_offers_the_layers_with_their_keys(bench: Bench) -> None:
    bench.drag("Ligue du lac")
    bar = bench.room.maker.bar
    assert bar is not None
    assert list(bar.buttons) == ["entity", "figure", "source", "stance"]
    QTest.mouseClick(bar.buttons["entity"], Qt.MouseButton.LeftButton)
    assert bench.labels() == [("entity", "Ligue du lac")]
    assert bench.room.maker.bar is None
    assert focus() is bench.text


@pytest.mark.parametrize("key", ["Esc", "E", "Shift+Right"])
def test_the_bar_of_layers_goes_with_the_selection(bench: Bench, key: str) -> None:
    bench.drag("Ligue du lac")
    assert bench.room.maker.bar is not None
    bench.press(key)
    assert bench.room.maker.bar is None


# ------------------------------------------------------------ a stance


def test_a_stance_takes_five_keystrokes_besides_its_names(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T", "Enter", "2")
    bench.type("union")
    bench.press("Enter", "Enter")
    assert bench.record.layer == "stance"
    maro = bench.seen("Lina Maro")
    assert bench.record.features == {
        "holder": {"annotation": maro.id},
        "polarity": "against",
        "target": {"entity": "union-verte"},
    }
    assert maro.status is Status.ACCEPTED
    assert focus() is bench.text


def test_a_stance_and_what_it_needs_are_one_step_to_undo(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T", "Enter", "2", "Enter", "Enter")
    assert len(bench.stored()) == 2
    bench.session.undo_stack.undo()
    assert bench.stored() == []


def test_escape_leaves_no_trace(bench: Bench) -> None:
    before, revision = marks(bench), bench.session.undo_stack.count()
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T")
    assert marks(bench) - before
    bench.press("Enter", "2", "Esc")
    assert marks(bench) == before
    assert bench.session.undo_stack.count() == revision
    assert bench.stored() == []
    assert focus() is bench.text


def test_the_holder_is_guessed_and_the_rest_is_asked_for(bench: Bench) -> None:
    bench.choose("salue ce rejet")
    bench.press("T")
    holder, polarity, target = bench.room.maker.sentence.slots
    assert isinstance(holder, NameSlot)
    assert holder.line.text() == ""
    bench.press("Esc")
    bench.choose("Ligue du lac")
    bench.press("E", "2", "Esc")
    bench.choose("salue ce rejet")
    bench.press("T")
    holder, polarity, target = bench.room.maker.sentence.slots
    assert isinstance(holder, NameSlot)
    assert holder.line.text() == "Ligue du lac"
    assert (type(polarity), type(target)) == (ChoiceSlot, NameSlot)


def test_enter_with_something_missing_goes_there_and_stores_nothing(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T")
    bench.room.maker.sentence.slots[2].enter()
    bench.type("union")
    bench.press("Enter", "Enter")
    assert bench.room.maker.sentence.is_open
    assert bench.room.maker.sentence.slots[1].isAncestorOf(focus())
    assert bench.stored() == []


def test_a_first_letter_chooses_the_polarity(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T", "Enter")
    bench.type("m")
    assert bench.room.maker.sentence.draft is not None
    assert bench.room.maker.sentence.draft.features["polarity"] == "mixed"
    assert bench.room.maker.sentence.slots[2].isAncestorOf(focus())


def test_what_is_typed_can_be_a_concept(bench: Bench) -> None:
    bench.choose("réclame une enquête")
    bench.press("T")
    bench.type("lina")
    bench.press("Enter", "1")
    bench.type("enquête publique")
    assert rows(bench) == ["enquête publique", "Add “enquête publique”"]
    bench.press("Enter", "Enter")
    assert bench.feature("target") == {"concept": "enquête publique"}


def test_a_name_that_nobody_knows_can_be_added_to_the_registry_in_the_same_step(bench: Bench) -> None:
    bench.choose("réclame une enquête")
    bench.press("T")
    bench.type("Ligue du lac")
    bench.press("Enter", "1")
    bench.type("lina")
    bench.press("Enter", "Enter")
    assert bench.feature("holder") == {"entity": "ligue du lac".replace(" ", "-")}
    names = bench.session.read(lambda reader: [found.name for found in reader.all(Entity)])
    assert "Ligue du lac" in names
    bench.session.undo_stack.undo()
    names = bench.session.read(lambda reader: [found.name for found in reader.all(Entity)])
    assert "Ligue du lac" not in names


def test_names_of_the_article_come_before_those_of_the_registry(bench: Bench) -> None:
    bench.choose("réclame une enquête")
    bench.press("T")
    assert rows(bench) == ["Lina Maro", "un proche du dossier", "Oskar Vint", "Union verte"]
    bench.type("verts")
    assert rows(bench)[0] == "Union verte"


def test_who_holds_a_stance_is_not_offered_as_its_target(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T", "Enter", "2")
    assert "Lina Maro" not in rows(bench)


def test_another_article_closes_the_sentence(bench: Bench) -> None:
    bench.choose("a accusé l’Union verte de bloquer")
    bench.press("T")
    bench.room.open_article("gare")
    assert not bench.room.maker.sentence.is_open


# ------------------------------------------------------------ a source


def test_s_takes_the_suggestion_that_the_selected_words_mean(bench: Bench) -> None:
    bench.choose("« Nous perdrons 12 millions d’euros par an »")
    bench.press("S")
    speaker, cue, _speech = bench.room.maker.sentence.slots
    assert isinstance(speaker, SpeakerSlot)
    assert isinstance(cue, RoleSlot)
    assert (speaker.line.text(), cue.line.text()) == ("Oskar Vint", "a déclaré")
    bench.press("Enter", "Enter", "Enter")
    assert bench.record.basis is not None
    assert bench.record.status is Status.ACCEPTED
    assert len([one for one in bench.desk.records if one.layer == "source"]) == 2


def test_s_on_other_words_of_a_suggestion_corrects_it(bench: Bench) -> None:
    bench.choose("Nous perdrons")
    bench.press("S", "Enter", "Enter", "Enter")
    assert bench.record.status is Status.EDITED
    assert bench.record.spans["content"] == (span("Nous perdrons"),)
    assert bench.record.spans["cue"] == (span("a déclaré"),)


def test_s_where_nothing_was_suggested_asks_for_speaker_cue_and_speech(bench: Bench) -> None:
    bench.choose("rejette le texte")
    bench.press("S")
    bench.type("union")
    bench.press("Enter")
    bench.press("Left")
    bench.press("Enter")
    bench.type("i")
    bench.press("Enter", "Enter")
    assert bench.record.spans == {
        "source": (span("Union verte"),),
        "cue": (span("verte", 3),),
        "content": (span("rejette le texte"),),
    }
    assert bench.record.features == {"speaker": "union-verte", "speech": "indirect"}


def test_words_of_the_text_can_be_the_source_without_a_name(bench: Bench) -> None:
    bench.choose("réclame une enquête")
    bench.press("S")
    bench.type("préf")
    assert "préfet" in rows(bench)
    bench.press("Enter")
    draft = bench.room.maker.sentence.draft
    assert draft is not None
    assert draft.spans["source"] == (span("préfet"),)
    assert "speaker" not in draft.features


def test_arrows_pick_grow_and_clear_the_cue(bench: Bench) -> None:
    bench.choose("ce rejet")
    bench.press("S")
    draft = bench.room.maker.sentence.draft
    assert draft is not None
    bench.room.maker.sentence.slots[1].enter()
    bench.press("Left")
    assert draft.spans["cue"] == (span("salue"),)
    bench.press("Left")
    assert draft.spans["cue"] == (span("lac"),)
    bench.press("Shift+Right")
    assert draft.spans["cue"] == (span("lac salue"),)
    bench.press("Alt+Shift+Left")
    assert draft.spans["cue"] == (span("du lac salue"),)
    bench.press("Del")
    assert "cue" not in draft.spans
    bench.press("Right")
    after = span("et réclame").start
    assert draft.spans["cue"] == (Span(after, after + 2),)


def test_words_selected_with_the_mouse_become_the_cue_while_the_bar_is_open(bench: Bench) -> None:
    bench.choose("ce rejet")
    bench.press("S")
    bench.drag("Ligue")
    draft = bench.room.maker.sentence.draft
    assert draft is not None
    assert draft.spans["cue"] == (span("Ligue"),)
    assert bench.text.selection() is None


def test_the_draft_is_drawn_with_its_roles(bench: Bench) -> None:
    bench.choose("« Nous perdrons 12 millions d’euros par an »")
    bench.press("S")
    drawn: list[str] = sorted(mark.label for mark in bench.text.marks() if mark.id.startswith("draft"))
    assert drawn == ["Content", "Cue", "Source"]
