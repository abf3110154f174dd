"""What is known about a source from its words."""

import tomllib
from pathlib import Path

import pytest

from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._attributions.profile import describe_source
from annotation.detectors._language import load_language


@pytest.mark.parametrize(
    ("code", "text", "types", "features"),
    [
        ("fr", "Mark Petit", ["PER"], {"identification": "named", "source_type": "person"}),
        (
            "fr",
            "le ministre",
            [],
            {"identification": "role-only", "source_type": "person", "source_role": "official"},
        ),
        (
            "fr",
            "des sources militaires",
            [],
            {"identification": "anonymous", "source_type": "group", "source_role": "military"},
        ),
        ("fr", "elle", [], {"identification": "named", "source_type": "person"}),
        ("fr", "on", [], {"identification": "anonymous", "source_type": "group"}),
        (
            "fr",
            "l'OTAN",
            ["ORG"],
            {"identification": "named", "source_type": "institution", "source_role": "official"},
        ),
        (
            "fr",
            "Selonville",
            ["GPE"],
            {"identification": "named", "source_type": "institution", "source_role": "official"},
        ),
        ("en", "a person close to the talks", [], {"identification": "anonymous", "source_type": "person"}),
        (
            "en",
            "Ann Lee, an analyst",
            ["PER"],
            {"identification": "named", "source_type": "person", "source_role": "expert"},
        ),
        ("fr", "!", [], {"identification": "none"}),
    ],
)
def test_a_source_is_described(code: str, text: str, types: list[str], features: dict[str, str]) -> None:
    assert describe_source(text, load_language(code), load_cues(code), types) == features


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("fr", "le porte-parole de l'armée", "military"),
        ("fr", "la présidente de l'association", "ngo"),
        ("fr", "le président", "official"),
        ("fr", "le directeur de l'usine", "business"),
        ("fr", "Marc, 42 ans", "citizen"),
        ("en", "a spokesman for the army", "military"),
        ("en", "a spokesman", "official"),
        ("en", "the chairman of the charity", "ngo"),
        ("en", "something", None),
    ],
)
def test_who_heads_something_speaks_in_the_role_of_what_they_head(
    code: str, text: str, role: str | None
) -> None:
    found = describe_source(text, load_language(code), load_cues(code), [])
    assert found.get("source_role") == role


ROLES = Path(__file__).resolve().parents[3] / "data" / "source_roles.toml"


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_words_of_a_source_tell_its_role_nine_times_in_ten(code: str) -> None:
    roles = tomllib.loads(ROLES.read_text(encoding="utf-8"))[code]
    language, lexicon = load_language(code), load_cues(code)
    judged = [
        describe_source(words, language, lexicon, ()).get("source_role") == role
        for role, sources in roles.items()
        for words in sources
    ]
    assert len(judged) >= 60
    assert sum(judged) >= 0.9 * len(judged)


def test_words_that_are_one_expression_are_read_as_one() -> None:
    described = load_cues("en").described
    assert described.units(["chief", "executive", "ann"]) == ["chief executive", "ann"]
    assert (described.role(["chief", "executive"]), described.role(["chief"])) == ("business", "official")
