"""Paragraphs that introduce what the next one says."""

from annotation.detectors import Document
from annotation.detectors._attributions.introductions import find_introduction
from annotation.detectors._text import split_paragraphs
from annotation.detectors.attributions import plug
from annotation.records import Suggestion, quote
from tests.annotation.detectors.attributions.reader import passage, words


def found(text: str) -> list[Suggestion]:
    return list(plug.detect(Document(text, "fr", "", tuple(split_paragraphs(text)))))


def test_a_paragraph_with_a_verb_and_a_colon_at_its_end_introduces_the_next() -> None:
    here = passage("Le vent tombait. Paul Martin ajouta :")
    item = find_introduction(here)
    assert item is not None
    assert (words(here, *item.source), words(here, *item.cue)) == (["Paul Martin"], ["ajouta"])


def test_a_paragraph_without_a_colon_or_without_a_verb_introduces_nothing() -> None:
    assert find_introduction(passage("Paul Martin ajouta ceci.")) is None
    assert find_introduction(passage("Les prix :")) is None
    assert find_introduction(passage(":")) is None


def test_a_line_of_dialogue_has_the_source_that_the_line_before_names() -> None:
    text = "Paul Martin ajouta :\n\n— Je viendrai demain.\n\n— Bien."
    first, second = found(text)
    assert quote(text, first.spans["source"]) == ["Paul Martin"]
    assert quote(text, first.spans["cue"]) == ["ajouta"]
    assert quote(text, first.spans["content"]) == ["— Je viendrai demain."]
    assert "source" not in second.spans


def test_a_quotation_in_a_paragraph_of_its_own_is_introduced_too() -> None:
    text = "La ministre Ana Roy a déclaré :\n« Nous avons gagné. »"
    (item,) = found(text)
    assert quote(text, item.spans["source"]) == ["La ministre Ana Roy"]
    assert quote(text, item.spans["content"]) == ["« Nous avons gagné. »"]


def test_a_verb_of_its_own_counts_more_than_the_introduction() -> None:
    text = "Paul Martin se leva et dit :\n— Non, répondit Anna Petit, je reste."
    items = found(text)
    assert quote(text, items[-1].spans["source"]) == ["Anna Petit"]


def test_a_gerund_before_the_colon_has_the_subject_of_its_verb() -> None:
    here = passage("Paul Martin déclara la paix en disant :")
    item = find_introduction(here)
    assert item is not None
    assert (words(here, *item.source), words(here, *item.cue)) == (["Paul Martin"], ["disant"])
