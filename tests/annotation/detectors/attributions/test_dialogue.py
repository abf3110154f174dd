"""Dialogue, transcripts and signed quotations."""

from annotation.detectors._attributions.dialogue import read_dialogue, read_signature, read_transcript
from annotation.detectors._attributions.reading import read_attributions
from tests.annotation.detectors.attributions.reader import passage, words


def test_a_paragraph_after_a_dash_is_speech() -> None:
    here = passage("— Je viendrai demain.")
    found = read_dialogue(here)
    assert found is not None
    assert words(here, *found.content) == ["— Je viendrai demain."]
    assert (found.source, found.cue_type) == ((), "none")


def test_the_verb_in_it_is_left_out_of_the_content() -> None:
    here = passage("— Tiens, dit-il, nous avons la même idée.")
    found = read_dialogue(here)
    assert found is not None
    assert words(here, *found.content) == ["— Tiens,", "nous avons la même idée."]
    assert words(here, *found.source) == ["il"]


def test_an_ordinary_paragraph_is_no_dialogue() -> None:
    assert read_dialogue(passage("Il viendra — demain.")) is None
    assert read_dialogue(passage("—")) is None


def test_a_speaker_in_capitals_begins_a_transcript() -> None:
    here = passage("JONES: We saw nothing.", "en")
    found = read_transcript(here)
    assert found is not None
    assert (words(here, *found.source), words(here, *found.content)) == (["JONES"], ["We saw nothing."])
    assert read_transcript(passage("Note: nothing.", "en")) is None


def test_a_name_after_a_dash_signs_a_quotation() -> None:
    here = passage("“Do what you can.” — Ann Lee", "en")
    found = read_signature(here)
    assert found is not None
    assert words(here, *found.source) == ["Ann Lee"]
    assert read_signature(passage("“Do what you can.” She left.", "en")) is None


def test_marks_behind_a_dash_enclose_what_is_said_and_the_dash_belongs_to_it() -> None:
    here = passage("— « Je me nomme Petit », répondit Paul. Puis il sortit.")
    assert read_dialogue(here) is None
    (found,) = read_attributions(here)
    assert words(here, *found.content) == ["— « Je me nomme Petit »"]
    assert words(here, *found.source) == ["Paul"]


def test_a_long_gesture_behind_the_verb_ends_where_speech_goes_on() -> None:
    here = passage("— Venez, dit Paul, en montrant la porte. Nous sommes en retard.")
    found = read_dialogue(here)
    assert found is not None
    assert words(here, *found.content) == ["— Venez,", "Nous sommes en retard."]


def test_a_question_goes_on_behind_the_verb_with_a_word_that_might_begin_a_gesture() -> None:
    here = passage("— Tiens ! dit Anna, qui est donc là ?")
    found = read_dialogue(here)
    assert found is not None
    assert words(here, *found.content) == ["— Tiens !", "qui est donc là ?"]


def test_whom_a_verb_addresses_does_not_speak() -> None:
    here = passage("— Eh bien ! montrez-moi.")
    found = read_dialogue(here)
    assert found is not None
    assert (found.source, found.cue) == ((), ())
