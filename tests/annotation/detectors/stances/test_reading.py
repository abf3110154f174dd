"""The stances of an article: in order, each once, none without a parse."""

from annotation.detectors import Document
from annotation.detectors._stances.lexicon import load_stances
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.reading import read_stances
from annotation.detectors._text import split_paragraphs
from tests.annotation.detectors.stances.reader import document, triples


def test_without_a_parse_there_are_none() -> None:
    text = "Le syndicat condamne la réforme."
    bare = Document(text, "fr", "", tuple(split_paragraphs(text)))
    assert read_stances(bare, Parties(bare, load_stances("fr"))) == []


def test_stances_come_in_the_order_of_their_evidence() -> None:
    text = "Le syndicat condamne la réforme.\n\nLe maire soutient le budget."
    assert [target for _, _, target in triples(text)] == ["réforme", "budget"]


def test_two_cues_for_the_same_give_one_stance() -> None:
    assert len(triples("Le syndicat se dit contre la réforme.")) == 1


def test_a_pronoun_stands_for_the_subject_before_it() -> None:
    text = "La ministre est arrivée hier. Elle condamne la réforme."
    assert [holder for holder, _, _ in triples(text)] == ["ministre"]


def test_positions_are_those_of_the_article() -> None:
    text = "Un mot 👩‍🚒.\r\n\r\n  Le syndicat condamne la réforme."
    read = document(text)
    (found,) = read_stances(read, Parties(read, load_stances("fr")))
    assert text[slice(*found.evidence)] == "condamne la réforme"
    assert text[slice(*found.holder.at)] == "syndicat"
