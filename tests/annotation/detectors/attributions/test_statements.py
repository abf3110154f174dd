"""What is said without quotation marks."""

import pytest

from annotation.detectors._attributions.statements import read_statements
from tests.annotation.detectors.attributions.reader import passage, words


def statements(text: str, code: str = "fr", *, parse: bool = False) -> list[tuple[list[str], list[str]]]:
    here = passage(text, code, parse=parse)
    found = read_statements(here, 0, len(here.tokens), {})
    return [(words(here, *item.source), words(here, *item.content)) for item in found]


@pytest.mark.parametrize(
    ("code", "text", "content"),
    [
        ("fr", "Il a dit que la porte était ouverte.", ["que la porte était ouverte"]),
        ("fr", "Il dit vouloir partir.", ["vouloir partir"]),
        ("fr", "Le maire accuse la région de mentir.", ["la région de mentir"]),
        ("fr", "Elle refuse de signer.", ["de signer"]),
        ("fr", "Il se dit prêt à partir.", ["à partir"]),
        ("fr", "Elle juge la loi « injuste ».", ["la loi « injuste »"]),
        ("fr", "Il ne cache pas son agacement.", ["son agacement"]),
        ("fr", "Elle s'inquiète de la hausse des prix.", ["de la hausse des prix"]),
        ("fr", "Le préfet a expliqué comment la digue avait cédé.", ["comment la digue avait cédé"]),
        ("fr", "Le préfet prévient : la route restera fermée lundi.", ["la route restera fermée lundi"]),
        ("en", "She said the door was open all day.", ["the door was open all day"]),
        ("en", "They pledged to leave.", ["to leave"]),
    ],
)
def test_the_content_of_a_frame_is_found(code: str, text: str, content: list[str]) -> None:
    assert [found for _, found in statements(text, code)] == [content]


def test_two_verbs_of_one_subject_share_it() -> None:
    found = statements("Le préfet a dit que tout irait bien et a promis de revenir.")
    assert [source for source, _ in found] == [["Le préfet"], ["Le préfet"]]


def test_a_participle_shares_the_subject_and_the_auxiliary_before_it() -> None:
    found = statements("Le préfet a condamné l'attaque et promis de revenir.")
    assert found[1] == (["Le préfet"], ["de revenir"])


def test_a_participle_without_an_auxiliary_to_share_says_nothing() -> None:
    found = statements("Le syndicat réclame la démission du préfet, accusé d'avoir menti.")
    assert [content for _, content in found] == [["la démission du préfet"]]


def test_in_the_passive_the_agent_is_credited() -> None:
    text = "Le pays a été accusé par la Suède d'avoir menti."
    assert statements(text) == [(["la Suède"], ["Le pays", "d'avoir menti"])]


def test_an_impersonal_passive_credits_nobody() -> None:
    assert statements("Il a été annoncé que le sommet serait reporté.") == [
        ([], ["que le sommet serait reporté"])
    ]


def test_whoever_is_called_on_is_the_addressee() -> None:
    here = passage("Le ministre a appelé les élus à voter la loi.")
    (found,) = read_statements(here, 0, len(here.tokens), {})
    assert words(here, *found.addressee, *found.content) == ["les élus", "à voter la loi"]


def test_whoever_is_told_is_the_addressee() -> None:
    here = passage("Le parquet a indiqué à l'AFP qu'une enquête était ouverte.")
    (found,) = read_statements(here, 0, len(here.tokens), {})
    assert words(here, *found.addressee) == ["l'AFP"]


@pytest.mark.parametrize(
    "text",
    [
        "On ignore si le vote aura lieu.",
        "Plus que jamais, il faut agir.",
        "Le dit accord est signé.",
        "Tout indique que la pluie viendra.",
        "Nous pensons que vous viendrez.",
    ],
)
def test_nobody_is_credited_for_nothing(text: str) -> None:
    assert statements(text) == []
