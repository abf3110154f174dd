"""What holds for every detector, tested on texts that are hard to count in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotation.codebook import Codebook, built_in_codebook, load_codebook
from annotation.detectors import DETECTORS, Document
from annotation.detectors._pipeline import load_pipeline
from annotation.detectors._text import split_paragraphs
from annotation.fields import kind_of
from annotation.records import Suggestion
from tests.contracts.shelf import TEXTS

PIECES = (
    *(
        "« Nous irons », a déclaré la ministre.",
        "Selon l’Insee,",
        "plus de 10\u202f000 soldats",
        "1,5 % par an",
    ),
    *(
        "“We agree,” she said.",
        "$1.2 billion",
        "👩‍🚒",
        "e\u0301",
        "\r\n",
        "\n\n",
        "الوزير",
        "\ud83d",
        "«",
        "\u00a0",
    ),
)
ARTICLES = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12).map(" ".join)
ORDINARY = f"{TEXTS[0]}\n\nLe maire a condamné l’accord."
CODEBOOK: Codebook = load_codebook(built_in_codebook())

each_detector = pytest.mark.parametrize("name", DETECTORS.names)


def read(name: str, text: str, lang: str, parsed: bool = False) -> list[Suggestion]:
    """What a detector and those that it builds on suggest in a text, as the detector alone is told."""
    detector = DETECTORS[name]
    found = [found for before in detector.after for found in read(before, text, lang, parsed)]
    pipeline = load_pipeline(lang) if parsed else None
    paragraphs = tuple(split_paragraphs(text))
    document = Document(
        text=text,
        lang=lang,
        title="",
        paragraphs=tuple(pipeline.parse(paragraphs)) if pipeline else paragraphs,
        found=tuple(found),
        model=pipeline.model if pipeline else "",
    )
    return list(detector.detect(document))


def assert_sound(name: str, text: str, suggestions: list[Suggestion]) -> None:
    """Every span lies in the text and holds something, every field and value is one of the codebook."""
    keys = [suggestion.key for suggestion in suggestions]
    assert len(keys) == len(set(keys))
    assert all(key.startswith(name) for key in keys)
    for suggestion in suggestions:
        assert suggestion.layer in DETECTORS[name].layers
        assert any(suggestion.spans.values())
        for spans in suggestion.spans.values():
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(text[span.start : span.end].strip() for span in spans)
        assert_fits_the_codebook(suggestion)


def assert_fits_the_codebook(suggestion: Suggestion) -> None:
    layer = CODEBOOK.layer(suggestion.layer)
    assert layer is not None
    assert set(suggestion.spans) <= {role.id for role in layer.roles}
    fields = {field.id: field for field in layer.fields}
    for key, value in suggestion.features.items():
        assert kind_of(fields[key]).check(value, fields[key]) == value


@each_detector
@given(text=ARTICLES, lang=st.sampled_from(["fr", "en", "xx", ""]))
def test_what_it_suggests_is_sound_in_any_text(name: str, text: str, lang: str) -> None:
    assert_sound(name, text, read(name, text, lang))


@each_detector
@settings(max_examples=15)
@given(text=ARTICLES)
@example(text="« Nous irons », a déclaré la ministre. 000Ó 👩\u200d🚒 0/m")
def test_what_it_suggests_is_sound_in_a_parsed_text(name: str, text: str) -> None:
    assert_sound(name, text, read(name, text, "fr", parsed=True))


@each_detector
def test_the_same_text_gives_the_same_suggestions(name: str) -> None:
    text = "\n".join(TEXTS)
    assert read(name, text, "fr") == read(name, text, "fr")


@each_detector
def test_an_empty_text_has_nothing_to_suggest(name: str) -> None:
    assert read(name, "", "fr") == []


@each_detector
def test_it_suggests_something_in_an_ordinary_text(name: str) -> None:
    assert read(name, ORDINARY, "fr", parsed=True)
