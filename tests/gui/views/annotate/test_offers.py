"""What is offered for a field: out of the article, out of the registry, or new."""

import pytest
from pytestqt.qtbot import QtBot

from annotation.fields import Field
from annotation.operations import Accept, AddAnnotations, PutEntity
from annotation.records import Annotation, Entity, Json, new_id
from gui.editors import Offer
from gui.views.offers import LIMIT, ArticleOffers
from gui.views.speaker_offers import SpeakerOffers, WordsOffer
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, span


def field(bench: Bench, layer: str, key: str) -> Field:
    found = bench.desk.codebook.layer(layer)
    wanted = found.field(key) if found else None
    assert wanted
    return wanted


def titles(offers: list[Offer]) -> list[str]:
    return [offer.choice.title for offer in offers]


@pytest.fixture
def offers(bench: Bench) -> ArticleOffers:
    return bench.room.offers


def test_names_near_the_record_come_first_before_anything_is_typed(
    bench: Bench, offers: ArticleOffers
) -> None:
    offers.near = span("Selon un proche").start
    found = titles(list(offers.offers(field(bench, "stance", "holder"), "")))
    assert found[:2] == ["un proche du dossier", "Lina Maro"]


def test_a_mention_that_is_only_suggested_is_accepted_with_the_choice(
    bench: Bench, offers: ArticleOffers
) -> None:
    (offer,) = [one for one in offers.offers(field(bench, "stance", "holder"), "oskar") if one.choice.hue][:1]
    accept = offer.first[0]
    assert isinstance(accept, Accept)
    assert isinstance(offer.value, dict)
    assert offer.value["annotation"] not in accept.annotations


def test_a_field_of_names_holds_keys_and_offers_no_concept(bench: Bench, offers: ArticleOffers) -> None:
    found = list(offers.offers(field(bench, "source", "speaker"), "un"))
    assert [(one.choice.title, one.value) for one in found] == [
        ("Union verte", "union-verte"),
        ("Add “un”", "un"),
    ]


def test_only_a_field_that_takes_concepts_offers_what_is_typed(bench: Bench, offers: ArticleOffers) -> None:
    target = titles(list(offers.offers(field(bench, "stance", "target"), "le  climat")))
    holder = titles(list(offers.offers(field(bench, "stance", "holder"), "le climat")))
    assert target == ["le climat", "Add “le climat”"]
    assert holder == ["Add “le climat”"]


def test_concepts_of_the_article_are_offered_again(bench: Bench, offers: ArticleOffers) -> None:
    features: dict[str, Json] = {"polarity": "favor", "target": {"concept": "enquête publique"}}
    made = Annotation(id=new_id(), article=FIRST, annotator="ana", layer="stance", features=features,
                      spans={"evidence": (span("réclame"),)})  # fmt: skip
    bench.session.apply(AddAnnotations(annotations=(made,), actor="ana"), undoable=False)
    found = offers.offers(field(bench, "stance", "target"), "enq")
    assert (found[0].choice.title, found[0].value) == ("enquête publique", {"concept": "enquête publique"})
    assert "enq" in titles(list(found))


def test_a_new_name_gets_a_key_that_nobody_has_and_the_type_of_its_mention(
    bench: Bench, offers: ArticleOffers
) -> None:
    bench.session.apply(PutEntity(entity=Entity(id="oskar-vint", name="Autre")), undoable=False)
    found = offers.offers(field(bench, "stance", "holder"), "Oskar Vint")[-1]
    assert found.value == {"entity": "oskar-vint-2"}
    put = found.first[0]
    assert isinstance(put, PutEntity)
    assert (put.entity.name, put.entity.type) == ("Oskar Vint", "PER")


def test_a_name_of_the_registry_is_not_offered_as_new(bench: Bench, offers: ArticleOffers) -> None:
    assert titles(list(offers.offers(field(bench, "source", "speaker"), "les verts"))) == ["Union verte"]


def test_references_to_records_are_the_records_themselves_nearest_first(
    bench: Bench, offers: ArticleOffers
) -> None:
    offers.near = span("Selon").start
    found = offers.offers(field(bench, "figure", "source"), "")
    assert titles(list(found)) == ["un proche du dossier", "Oskar Vint"]
    assert found[0].choice.subtitle == "plus de 300 élus soutiennent Lina Maro"
    assert isinstance(found[0].value, str)
    assert titles(list(offers.offers(field(bench, "figure", "source"), "nous perdrons"))) == ["Oskar Vint"]


def test_the_field_that_names_a_record_offers_what_its_own_words_mean(
    bench: Bench, offers: ArticleOffers
) -> None:
    bench.desk.select(bench.seen("Oskar Vint").id)
    found = titles(list(offers.offers(field(bench, "entity", "entity"), "")))
    assert found[-1] == "Add “Oskar Vint”"
    bench.desk.select(bench.seen("Union verte").id)
    assert titles(list(offers.offers(field(bench, "entity", "entity"), "")))[0] == "Union verte"


def test_a_large_registry_is_offered_in_part(bench: Bench, offers: ArticleOffers, qtbot: QtBot) -> None:
    many = [Entity(id=f"e{number}", name=f"Nom {number}") for number in range(200)]
    for entity in many:
        bench.session.apply(PutEntity(entity=entity), undoable=False)
    assert len(offers.offers(field(bench, "stance", "holder"), "nom")) == LIMIT + 1


def test_a_value_is_shown_by_name_and_none_is_not_shown(bench: Bench, offers: ArticleOffers) -> None:
    holder = field(bench, "stance", "holder")
    shown = offers.shown(holder, {"entity": "union-verte"})
    assert shown is not None
    assert shown.title == "Union verte"
    assert offers.shown(holder, None) is None
    assert offers.offer_for(holder, None) is None
    gone = offers.shown(holder, {"annotation": "nowhere"})
    assert gone is not None
    assert gone.title == "…"


# ------------------------------------------------------------ speakers


@pytest.fixture
def speakers(bench: Bench) -> SpeakerOffers:
    """Who may say what is reported at the end of the second paragraph."""
    return SpeakerOffers(bench.desk, bench.room.offers, span("n’en croit rien"))


def test_the_nearest_name_speaks_most_likely_with_its_nearest_words(
    bench: Bench, speakers: SpeakerOffers
) -> None:
    first = speakers.offers(field(bench, "source", "speaker"), "")[0]
    assert isinstance(first, WordsOffer)
    assert (first.choice.title, first.spans) == ("Lina Maro", (span("Lina Maro", 2),))


def test_a_linked_speaker_is_held_by_key(bench: Bench, speakers: SpeakerOffers) -> None:
    found = speakers.offers(field(bench, "source", "speaker"), "verts")
    assert isinstance(found[0], WordsOffer)
    assert (found[0].value, found[0].spans) == ("union-verte", (span("Union verte"),))


def test_words_of_the_text_are_completed_and_never_taken_from_what_is_said(
    bench: Bench, speakers: SpeakerOffers
) -> None:
    found = [
        one
        for one in speakers.offers(field(bench, "source", "speaker"), "porte-par")
        if one.choice.icon == "quote"
    ]
    assert titles(found) == ["porte-parole"]
    assert not [
        one
        for one in speakers.offers(field(bench, "source", "speaker"), "croit")
        if one.choice.icon == "quote"
    ]
    assert not [
        one for one in speakers.offers(field(bench, "source", "speaker"), "po") if one.choice.icon == "quote"
    ]


def test_who_is_named_within_what_is_said_speaks_least_likely(bench: Bench) -> None:
    speakers = SpeakerOffers(bench.desk, bench.room.offers, span("plus de 300 élus soutiennent Lina Maro"))
    found = titles(list(speakers.offers(field(bench, "source", "speaker"), "")))
    assert found[0] == "un proche du dossier"


def test_what_is_typed_comes_before_names_that_are_merely_like_it(
    bench: Bench, offers: ArticleOffers
) -> None:
    bench.session.apply(PutEntity(entity=Entity(id="marchadier", name="Hélène Marchadier")))
    target = titles(list(offers.offers(field(bench, "stance", "target"), "chantier")))
    assert target[0] == "chantier"
    assert "Hélène Marchadier" in target[1:]
    assert titles(list(offers.offers(field(bench, "stance", "target"), "march")))[0] == "Hélène Marchadier"
