"""What the words around a name say about its type."""

import pytest

from annotation.detectors._entities.context import as_town, judge, read_datelines, read_titled, settle
from annotation.detectors._entities.cued import load_cues
from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._entities.mention import Mention
from tests.annotation.detectors.entities.reader import GAZETTEER, line_of


def judged(text: str, words: str, kind: str, *codes: str) -> str:
    line = line_of(text)
    start = line.text.index(words)
    item = Mention(start, start + len(words), kind, codes or ("model",))
    return judge(line, item, GAZETTEER, load_cues("fr")).type


@pytest.mark.parametrize(
    ("text", "words", "kind", "judged_as"),
    [
        ("Hier le président Morin partait.", "Morin", "LOC", "PER"),
        ("Hier le pétrolier Morin partait.", "Morin", "PER", "ORG"),
        ("Hier Claire Morin partait.", "Claire Morin", "LOC", "PER"),
        ("Hier Zora, 42 ans, partait.", "Zora", "LOC", "PER"),
        ("Il a lu la Fondation Morin.", "Fondation Morin", "PER", "ORG"),
        ("Au Festival des Lacs, on joue.", "Festival des Lacs", "MISC", "EVENT"),
        ("Un rapport de l’ANRV.", "ANRV", "LOC", "ORG"),
        ("Le Norvik proteste.", "Norvik", "PER", "ORG"),
        ("Il arrive à Morinville.", "Morinville", "PER", "LOC"),
        ("Il admire Morinville.", "Morinville", "PER", "PER"),
        ("Puis Florent arriva.", "Florent", "LOC", "PER"),
        ("Un marché à Florent.", "Florent", "LOC", "LOC"),
        ("Hier, selon Morinville, tout va.", "Morinville", "LOC", "ORG"),
        ("Morinville livrait du verre.", "Morinville", "PER", "PER"),
    ],
)
def test_the_words_around_a_name_tell_its_type(text: str, words: str, kind: str, judged_as: str) -> None:
    assert judged(text, words, kind) == judged_as


def test_a_name_of_the_lists_keeps_its_type() -> None:
    assert judged("Le président France partait.", "France", "GPE", "list") == "GPE"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MORINVILLE (AFP) — Le conseil vote.", "MORINVILLE"),
        ("Morinville (AFP) – Le conseil vote.", "Morinville"),
        ("Morinville, 12 mai. Le conseil vote.", "Morinville"),
        ("SAINT-MORIN – Marché de Noël.", "SAINT-MORIN"),
        ("12 mai : SAINT-MORIN – Marché.", "SAINT-MORIN"),
    ],
)
def test_a_dispatch_begins_with_its_place(text: str, place: str) -> None:
    line = line_of(text)
    found = [
        line.text[item.start : item.end] for item in read_datelines(line, GAZETTEER) if item.type == "GPE"
    ]
    assert found == [place]


def test_the_agency_of_a_dispatch_is_an_organisation() -> None:
    line = line_of("Morinville, 12 mai (Agence Duval) — Le conseil vote.")
    found = [(line.text[item.start : item.end], item.type) for item in read_datelines(line, GAZETTEER)]
    assert found == [("Morinville", "GPE"), ("Agence Duval", "ORG")]


@pytest.mark.parametrize(
    "text", ["Morin, 42 ans, est parti.", "Morin - le maire - part.", "Le 12 mai, rien."]
)
def test_what_only_looks_so_begins_no_dispatch(text: str) -> None:
    assert not list(read_datelines(line_of(text), GAZETTEER))


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Morinville", "GPE"), ("Stara Hora", "GPE"), ("Place Morin", "LOC"), ("Bourse de Morinville", "LOC")],
)
def test_a_place_that_looks_like_a_town_is_a_political_one(words: str, kind: str) -> None:
    line = line_of(f"On voit {words} de loin.")
    start = line.text.index(words)
    assert settle(line, Mention(start, start + len(words), "LOC", ("model",)), GAZETTEER).type == kind


def titled(text: str, lang: str = "fr", *, parse: bool = False) -> list[tuple[str, str]]:
    line = line_of(text, lang, parse=parse)
    return [(line.text[item.start : item.end], item.type) for item in read_titled(line, load_gazetteer(lang))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Selon l'association Morin Vert, rien.", [("Morin Vert", "ORG")]),
        ("Selon l'ONG Morin, rien.", [("Morin", "ORG")]),
        ("Le maire de Morinville partait.", [("Morinville", "GPE")]),
        ("La commune de Saint-Orin vote.", [("Saint-Orin", "GPE")]),
        ("Selon une association Morin, rien.", []),
        ("Le collectif Marie parle.", []),
        ("SELON L'ASSOCIATION MORIN VERT, RIEN", []),
    ],
)
def test_a_noun_before_a_name_that_nothing_marked_names_it(text: str, found: list[tuple[str, str]]) -> None:
    assert titled(text) == found


def test_an_adjective_that_ends_a_name_goes_with_it() -> None:
    text = "Hier, l'association Terre vivante a déposé une plainte."
    assert titled(text, parse=True) == [("Terre vivante", "ORG")]


def test_a_mayor_in_english_has_a_town() -> None:
    assert titled("The mayor of Morinville left.", "en") == [("Morinville", "GPE")]


@pytest.mark.parametrize("words", ["Norval SA", "FC Brévent", "Norval Industries"])
def test_a_name_with_the_word_of_a_company_or_a_club_is_one(words: str) -> None:
    assert judged(f"Hier {words} perdait.", words, "PER") == "ORG"


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Un feu à Noisy-le-Sec hier.", "Noisy-le-Sec", "towns/FR/Noisy-le-Sec"),
        ("Un feu à Ouralsk hier.", "Ouralsk", "towns/KZ/Ouralsk"),
        ("Un feu à Morinville hier.", "Morinville", ""),
    ],
)
def test_a_place_with_the_name_of_a_town_is_that_town(text: str, words: str, key: str) -> None:
    line = line_of(text)
    start = line.text.index(words)
    item = Mention(start, start + len(words), "GPE", ("model",))
    found = as_town(line, item, GAZETTEER)
    assert (found.key, "town" in found.evidence) == (key, bool(key))
    assert as_town(line, item.of_type("PER"), GAZETTEER).key == ""
