"""Figures: numbers, sums, percentages, durations and the like, by a grammar of our own."""

from collections.abc import Iterator, Mapping

from annotation.detectors._base import Document, Paragraph
from annotation.detectors._figures.figure import Figure
from annotation.detectors._figures.reading import Reading, read_figures, writes_foreign_decimals
from annotation.detectors._language import available_languages
from annotation.records import Span, Suggestion


class Figures:
    """Suggests records of the layer `figure` with exact values; needs no pipeline."""

    name = "figures"
    version = "3"
    layers = ("figure",)
    after: tuple[str, ...] = ()

    def detect(self, document: Document) -> Iterator[Suggestion]:
        """The figures of an article in the order of their spans."""
        if document.lang not in available_languages():
            return
        reading, number = Reading(foreign=writes_foreign_decimals(document.text, document.lang)), 0
        for paragraph in document.paragraphs:
            text = with_tabs(paragraph.text, document.text, paragraph.start)
            for figure in read_figures(text, document.lang, word_classes(paragraph), reading):
                number += 1
                yield _suggestion(figure, paragraph, number)


def with_tabs(prepared: str, text: str, start: int) -> str:
    """A prepared paragraph with the tabs that it has in the article, which part the cells of a table."""
    if "\t" not in text[start : start + len(prepared)]:
        return prepared
    pairs = zip(prepared, text[start : start + len(prepared)], strict=True)
    return "".join("\t" if original == "\t" else sign for sign, original in pairs)


def word_classes(paragraph: Paragraph) -> Mapping[int, str]:
    """The word class of each word of a paragraph by its first code point; {} where it is not parsed."""
    return {token.idx: token.pos_ for token in paragraph.doc} if paragraph.doc is not None else {}


def _suggestion(figure: Figure, paragraph: Paragraph, number: int) -> Suggestion:
    span = Span(paragraph.start + figure.start, paragraph.start + figure.end)
    return Suggestion(key=f"figures/{number}", layer="figure", spans={"mention": (span,)},
                      features=figure.features(), confidence=figure.confidence, why=figure.why)  # fmt: skip


plug = Figures()
