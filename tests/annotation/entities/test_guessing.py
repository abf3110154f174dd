"""What a new record most likely says."""

from dataclasses import replace

from annotation.codebook import Layer, built_in_codebook, load_codebook
from annotation.entities import (
    EntityIndex,
    carriers,
    enclosing,
    guess_features,
    likely_reference,
    names_in,
    sentence_start,
)
from annotation.fields import Field
from annotation.records import Annotation, Entity, Json, Span, Status

CODEBOOK = load_codebook(built_in_codebook())
TEXT = (
    "La Ligue du lac salue le plan. « Ce texte est une faute », a déclaré la porte-parole du Cercle, "
    "Ana Delmas. Selon le Cercle, rien ne presse. Oskar Vint approuve le texte."
)
CLUB = Entity(id="cercle", name="Cercle", type="ORG")


def layer(name: str) -> Layer:
    found = CODEBOOK.layer(name)
    assert found
    return found


def holder() -> Field:
    found = layer("stance").field("holder")
    assert found
    return found


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mention(words: str, type_: str = "ORG", status: Status = Status.ACCEPTED) -> Annotation:
    return Annotation(id=words, article="a", annotator="me", layer="entity", status=status,
                      spans={"mention": (span(words),)}, features={"type": type_})  # fmt: skip


SAID = Annotation(
    id="said", article="a", annotator="me", layer="source",
    spans={"source": (span("la porte-parole du Cercle, Ana Delmas"),), "cue": (span("a déclaré"),),
           "content": (span("« Ce texte est une faute »"),)},
)  # fmt: skip
NAMED = [
    mention("Ligue du lac"),
    mention("Cercle"),
    mention("Ana Delmas", "PER"),
    mention("Oskar Vint", "PER"),
]


def reference(words: str, *records: Annotation, registry: tuple[Entity, ...] = ()) -> Json:
    names = names_in(TEXT, CODEBOOK, records, EntityIndex(registry), holder().layers)
    return likely_reference(holder(), span(words), TEXT, CODEBOOK, list(records), names)


def guess(words: str, *records: Annotation, registry: tuple[Entity, ...] = ()) -> dict[str, Json]:
    return guess_features(words, layer("entity"), TEXT, records, EntityIndex(registry))


def test_the_same_words_get_the_label_that_a_person_gave_them_before() -> None:
    suggested = mention("Cercle", "PER", Status.SUGGESTED)
    mine = replace(mention("Cercle", "NORP"), id="mine", features={"type": "NORP", "entity": "cercle"})
    assert guess("cercle", suggested) == {"type": "PER"}
    assert guess("cercle", suggested, mine) == {"type": "NORP", "entity": "cercle"}


def test_words_that_the_registry_knows_get_its_type_and_are_linked() -> None:
    assert guess("le Cercle", registry=(CLUB,)) == {"type": "ORG", "entity": "cercle"}


def test_a_type_of_the_registry_that_is_no_tag_is_not_taken() -> None:
    assert guess("le Cercle", registry=(replace(CLUB, type="club"),)) == {"type": "PER", "entity": "cercle"}


def test_unknown_words_get_the_first_tag() -> None:
    assert guess("Personne") == {"type": "PER"}


def test_the_holder_is_the_person_who_speaks_in_the_attribution_around_it() -> None:
    assert reference("une faute", SAID, *NAMED) == {"annotation": "Ana Delmas"}


def test_the_linked_speaker_of_the_attribution_is_the_holder() -> None:
    linked = replace(SAID, features={"speaker": "delmas"})
    assert reference("une faute", linked, *NAMED) == {"entity": "delmas"}


def test_a_speaker_who_is_not_marked_is_the_attribution_itself() -> None:
    assert reference("une faute", SAID) == {"annotation": "said"}


def test_without_an_attribution_the_last_one_named_in_the_sentence_holds_the_stance() -> None:
    assert reference("approuve", *NAMED) == {"annotation": "Oskar Vint"}
    assert reference("salue", *NAMED) == {"annotation": "Ligue du lac"}
    assert reference("salue", *NAMED, registry=(Entity(id="ligue", name="Ligue du lac"),)) == {
        "entity": "ligue"
    }


def test_nobody_is_the_holder_where_the_sentence_names_nobody() -> None:
    assert reference("rien ne presse", mention("Ligue du lac")) is None


def test_the_shortest_record_around_a_span_encloses_it() -> None:
    inner = replace(SAID, id="inner", spans={"content": (span("une faute"),)})
    assert enclosing([SAID, inner], ["source"], span("faute")) == inner
    assert enclosing([SAID, inner], ["source"], span("Oskar")) is None
    assert enclosing([SAID], ["stance"], span("faute")) is None


def test_what_is_marked_within_a_label_of_ones_own_is_carried_by_it() -> None:
    records = [SAID, replace(SAID, id="other", status=Status.SUGGESTED)]
    assert carriers(layer("stance"), span("une faute"), records) == {"attribution": "said"}
    assert carriers(layer("stance"), span("une faute"), records, ["attribution"]) == {}
    assert carriers(layer("figure"), span("Oskar"), records) == {}
    assert carriers(layer("stance"), span("une faute"), records[1:]) == {}


def test_a_sentence_starts_after_a_full_stop_a_closing_guillemet_or_a_line() -> None:
    text = "Un. « Deux ! » Trois\nQuatre… Cinq, six"
    starts = {word: sentence_start(text, text.index(word)) for word in ("Un", "Trois", "Quatre", "six")}
    assert [text[start:][:4] for start in starts.values()] == ["Un. ", "Troi", "Quat", "Cinq"]
