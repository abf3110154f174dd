"""Reading short texts for the tests of entities."""

import pytest

from annotation.detectors._entities.gazetteer import load_gazetteer
from annotation.detectors._entities.line import Line, draw_line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.reading import read_entities
from annotation.detectors._language import load_language
from annotation.detectors._pipeline import Pipeline, choose_package, load_pipeline
from annotation.detectors._text import split_paragraphs

Found = tuple[str, Mention]


def line_of(text: str, lang: str = "fr", *, parse: bool = False) -> Line:
    """The first paragraph of a text, with the model's parse where that is asked for."""
    paragraphs = list(split_paragraphs(text))
    if parse:
        paragraphs = list(_pipeline(lang).parse(paragraphs))
    return draw_line(paragraphs[0], load_language(lang))


def read(text: str, lang: str = "fr", *, parse: bool = False) -> list[Found]:
    """(words, mention) of a text in order."""
    paragraphs = list(split_paragraphs(text))
    if parse:
        paragraphs = list(_pipeline(lang).parse(paragraphs))
    found = read_entities(paragraphs, lang)
    return [
        (paragraph.text[item.start : item.end], item)
        for paragraph, items in zip(paragraphs, found, strict=True)
        for item in items
    ]


def typed(found: list[Found]) -> list[tuple[str, str]]:
    """(words, type) of what was read."""
    return [(words, item.type) for words, item in found]


def named(found: list[Found]) -> dict[str, str]:
    """{words: the name of what they mean} of what was read and is known to mean somebody."""
    return {words: item.entity.name for words, item in found if item.entity}


def _pipeline(lang: str) -> Pipeline:
    pipeline = load_pipeline(lang) if choose_package(lang) else None
    if pipeline is None:
        pytest.skip(f"no model for {lang} is installed")
    return pipeline


GAZETTEER = load_gazetteer("fr")
