"""Who speaks."""

import pytest

from annotation.detectors import Document
from annotation.detectors._text import split_paragraphs
from annotation.detectors.attributions import plug
from annotation.records import Entity, Span, Suggestion


def speakers(text: str, *names: tuple[str, str]) -> list[str | None]:
    """The names of the speakers of a text, in which each of `names` is an entity wherever it stands."""
    found = tuple(
        Suggestion(
            key=f"entities/{at}", layer="entity", spans={"mention": (Span(at, at + len(name)),)},
            features={"type": kind, "mention_level": "NAM"},
            named={"entity": Entity(id=name, name=name, type=kind)},
        )
        for name, kind in names for at in range(len(text)) if text.startswith(name, at)
    )  # fmt: skip
    document = Document(text, "fr", "", tuple(split_paragraphs(text)), found)
    return [item.named["speaker"].name if "speaker" in item.named else None for item in plug.detect(document)]


ANA, LUC = ("Ana Roy", "PER"), ("Luc Petit", "PER")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministre, Ana Roy, a dit que tout va bien. Elle promet de revenir.", ["Ana Roy", "Ana Roy"]),
        ("La ministre, Ana Roy, dit craindre un échec. La ministre promet d'agir.", ["Ana Roy", "Ana Roy"]),
        ("« Non », a dit Ana Roy. « Oui », a dit Luc Petit. « Non », a-t-elle redit.",
         ["Ana Roy", "Luc Petit", "Luc Petit"]),
        ("« Non », a dit Mme Ana Roy. « Oui », a dit M. Luc Petit. « Non », a-t-elle redit.",
         ["Ana Roy", "Luc Petit", "Ana Roy"]),
        ("Luc Petit, qui promet de revenir, est parti.", ["Luc Petit"]),
        ("« Non », a dit Ana Roy. Luc Petit est parti. Il promet de revenir.", ["Ana Roy", "Luc Petit"]),
    ],
)  # fmt: skip
def test_names_roles_and_pronouns_lead_to_the_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text, ANA, LUC) == expected


def test_somebody_who_is_only_of_an_institution_is_not_that_institution() -> None:
    text = "Un porte-parole de l'OTAN a dit que tout va bien."
    assert speakers(text, ("OTAN", "ORG")) == [None]
    assert speakers("L'OTAN a dit que tout va bien.", ("OTAN", "ORG")) == ["OTAN"]


def test_a_quotation_without_a_verb_goes_on_with_the_speaker_before() -> None:
    text = "Ana Roy a dit que tout va bien. Le soir tombe. « Je reviendrai. »"
    assert speakers(text, ANA) == ["Ana Roy", "Ana Roy"]


def test_a_pronoun_with_nobody_before_it_stands_for_nobody() -> None:
    assert speakers("Elle promet de revenir.") == [None]
