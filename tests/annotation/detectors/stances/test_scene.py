"""Targets, evidence, intensity: what a stance is made of."""

from annotation.detectors._stances.lexicon import load_stances
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.reading import read_stances
from annotation.detectors._stances.record import Stance
from tests.annotation.detectors.stances.reader import Names, Said, document, node, scene, triples


def only(text: str, code: str = "fr", names: Names | None = None, said: list[Said] | None = None) -> Stance:
    read = document(text, code, names, said or [])
    (found,) = read_stances(read, Parties(read, load_stances(code)))
    return found


def evidence(text: str, code: str = "fr") -> str:
    found = only(text, code)
    return text[slice(*found.evidence)]


def test_the_evidence_goes_from_the_auxiliary_to_the_target() -> None:
    assert evidence("Le syndicat a fermement condamné la réforme.") == "a fermement condamné la réforme"


def test_what_denies_an_infinitive_belongs_to_the_evidence() -> None:
    assert evidence("Le maire a refusé de soutenir le projet.") == "a refusé de soutenir le projet"


def test_an_adverb_makes_a_stance_stronger_or_weaker() -> None:
    plain = only("Le syndicat critique la réforme.").intensity
    assert only("Le syndicat critique vivement la réforme.").intensity == plain + 1
    assert only("Le syndicat critique timidement la réforme.").intensity == plain - 1


def test_what_is_said_to_be_due_is_a_demand_of_the_speaker() -> None:
    text = "« Il faut soutenir les soignants », a dit Ada Morin."
    found = only(
        text, "fr", {"Ada Morin": "PER"}, [("Ada Morin", "a dit", "« Il faut soutenir les soignants »")]
    )
    assert (found.holder.words, found.type) == ("Ada Morin", "demand")
    assert "due" in found.why


def test_asking_for_the_end_of_something_is_being_against_it() -> None:
    assert triples("Le syndicat réclame l'abandon de la réforme.") == [("syndicat", "against", "réforme")]


def test_what_something_is_called_in_a_quotation_is_no_target() -> None:
    assert triples("Le syndicat a salué « une première victoire ».") == []


def test_a_quoted_target_that_the_article_has_named_is_known_by_its_noun() -> None:
    text = "Le budget sera voté mardi.\nLe syndicat a condamné « un budget de misère »."
    assert triples(text) == [("syndicat", "against", "budget")]


def test_nobody_holds_a_stance_towards_themselves() -> None:
    assert triples("La France soutient la France.", "fr", {"France": "GPE"}) == []


def test_a_stretch_is_counted_in_the_article() -> None:
    here = scene("\n\n  Le maire parle.")
    at = node(here, "maire").i
    assert here.stretch(at, at + 1) == (7, 12)
    assert here.char(at) == 7
    assert here.lexicon.code == "fr"


def test_whom_an_attribution_credits_holds_what_its_verb_says() -> None:
    text = "« Non », a rappelé le ministre, Luc Arnaud, avant de fustiger la réforme."
    said = [("le ministre, Luc Arnaud", "a rappelé", "« Non »")]
    here = scene(text, "fr", {"Luc Arnaud": "PER"}, said)
    assert [item.words for item in here.holders(node(here, "fustiger"))] == ["Luc Arnaud"]


def test_a_target_that_makes_it_another_verb_is_none() -> None:
    here = scene("Le club défend son titre.")
    sense = here.lexicon.verbs["defendre"][0].sense
    assert here.aims(node(here, "titre"), sense) == []
    assert here.aims(None, sense) == []
