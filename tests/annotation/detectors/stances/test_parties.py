"""Who and what words stand for."""

from annotation.detectors import Document
from annotation.detectors._stances.lexicon import load_stances
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.record import Party
from tests.annotation.detectors.stances.reader import Names, Said, document, node, place, scene


def resolve(text: str, form: str, names: Names | None = None, code: str = "fr") -> Party:
    here = scene(text, code, names)
    return here.parties.resolve(here.syntax, node(here, form), here.offset)


def test_a_noun_in_a_mention_is_that_entity() -> None:
    found = resolve("L'OTAN condamne l'attaque.", "OTAN", {"OTAN": "ORG"})
    assert (found.key, found.words, found.person) == ("e:OTAN", "OTAN", True)


def test_a_common_noun_before_a_name_is_the_name() -> None:
    found = resolve("Le maire Paul Guérinec soutient le projet.", "maire", {"Paul Guérinec": "PER"})
    assert found.key == "e:Paul Guérinec"


def test_a_name_after_de_is_somebody_else() -> None:
    found = resolve(
        "Le porte-parole de Paul Guérinec soutient le projet.", "porte-parole", {"Paul Guérinec": "PER"}
    )
    assert found.key == ""
    assert found.type == "ROLE"


def test_a_noun_between_commas_is_the_name_before_it() -> None:
    text = "Ada Morin, the leader of the group, praised the plan."
    assert resolve(text, "leader", {"Ada Morin": "PER"}, "en").key == "e:Ada Morin"


def test_a_group_without_a_name_can_hold_a_stance_and_a_thing_cannot() -> None:
    text = "Les syndicats condamnent la réforme des retraites."
    assert resolve(text, "syndicats").type == "ORG"
    thing = resolve(text, "réforme")
    assert (thing.words, thing.person) == ("réforme des retraites", False)


def test_of_thousands_of_farmers_the_farmers_are_meant() -> None:
    found = resolve("Des milliers d'agriculteurs ont manifesté.", "milliers")
    assert (found.words, found.type) == ("agriculteurs", "NORP")


def test_the_first_person_is_whoever_speaks() -> None:
    text = "« Nous soutenons le texte », a dit Ada Morin."
    said = [("Ada Morin", "a dit", "« Nous soutenons le texte »")]
    here = scene(text, "fr", {"Ada Morin": "PER"}, said)
    assert [item.key for item in here.parties.holders(here.syntax, node(here, "Nous"), 0)] == ["e:Ada Morin"]


def test_a_pronoun_is_whoever_was_spoken_of_last_in_its_gender() -> None:
    parties = Parties(Document("x" * 100, "fr", "", ()), load_stances("fr"))
    parties.remember(Party(words="la ministre", at=(0, 11), person=True, type="ROLE", gender="feminine"), 11)
    parties.remember(Party(words="le parti", at=(20, 28), person=True, type="ORG", gender="masculine"), 28)
    found = parties.spoken_of(40, "elle")
    assert found is not None
    assert found.words == "la ministre"
    assert found.sure < 1
    assert parties.spoken_of(40, "ils") is None


def test_a_pronoun_far_from_anybody_is_nobody() -> None:
    parties = Parties(Document("x" * 900, "fr", "", ()), load_stances("fr"))
    parties.remember(Party(words="la ministre", at=(0, 11), person=True, type="ROLE"), 11)
    assert parties.spoken_of(800, "elle") is None


def test_a_role_with_an_article_is_the_only_person_named_before() -> None:
    text = "La réunion a réuni Maud Lescure. La dirigeante soutient le projet."
    here = scene(text, "fr", {"Maud Lescure": "PER"})
    found = here.parties.identify(here.syntax, node(here, "dirigeante"), 0)
    assert found.key == "e:Maud Lescure"
    assert found.sure < 1


def test_of_two_persons_named_before_a_role_is_neither() -> None:
    text = "Maud Lescure a vu Luc Arnaud. La dirigeante soutient le projet."
    here = scene(text, "fr", {"Maud Lescure": "PER", "Luc Arnaud": "PER"})
    assert here.parties.identify(here.syntax, node(here, "dirigeante"), 0).key == ""


def read(text: str, said: list[Said], names: Names | None = None) -> Parties:
    return Parties(document(text, "fr", names, said), load_stances("fr"))


def test_the_closest_attribution_around_a_place_carries_it() -> None:
    text = "Luc a dit que selon Ada Morin le pont est fermé."
    parties = read(
        text,
        [
            ("Luc", "a dit", "que selon Ada Morin le pont est fermé"),
            ("Ada Morin", "selon", "le pont est fermé"),
        ],
    )
    found = parties.attribution_of(place(text, "pont").start)
    assert found is not None
    assert found.key == "a:2"
    by = parties.attribution_by(*[place(text, "a dit").start, place(text, "a dit").end])
    assert by is not None
    assert by.key == "a:1"


def test_a_source_that_is_no_actor_stands_for_nobody() -> None:
    text = "Une longue histoire dit que le pont est fermé."
    parties = read(text, [("Une longue histoire", "dit", "que le pont est fermé")])
    item = parties.attribution_by(20, 24)
    assert item is not None
    assert parties.source_of(item) is None


def test_a_source_by_its_role_stands_for_itself() -> None:
    text = "Un diplomate dit que le pont est fermé."
    parties = read(text, [("Un diplomate", "dit", "que le pont est fermé")])
    item = parties.attribution_by(13, 16)
    assert item is not None
    found = parties.source_of(item)
    assert found is not None
    assert found.key == "a:1"
    held = parties.source_at(3, 12)
    assert held is not None
    assert held.key == "a:1"


def test_who_is_quoted_beside_a_verb_is_not_its_object() -> None:
    text = "« C'est trop », critique Ada Morin."
    parties = read(text, [("Ada Morin", "critique", "« C'est trop »")], {"Ada Morin": "PER"})
    span = place(text, "Ada Morin")
    assert parties.is_source(Party(words="Ada Morin", at=(span.start, span.end)))


def test_the_mentions_over_a_stretch_come_in_order() -> None:
    text = "Paris et Berlin et Rome"
    parties = read(text, [], {"Rome": "GPE", "Paris": "GPE", "Berlin": "GPE"})
    assert [item.key for _, item in parties.over(0, 12)] == ["e:Paris", "e:Berlin"]
