"""Attributions: who is credited with what, by rules over quotations, verbs of saying and their subjects."""

from collections.abc import Iterator, Sequence

from annotation.detectors._attributions.lexicon import load_cues
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.profile import describe_source
from annotation.detectors._attributions.reading import continue_quotation, read_attributions
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._base import Document
from annotation.detectors._language import available_languages, load_language
from annotation.records import Span, Suggestion
from annotation.records.annotation import Json


class Attributions:
    """Suggests records of the layer `source`; better with a parse, useful without."""

    name = "attributions"
    version = "1"
    layers = ("source",)
    after: tuple[str, ...] = ("entities",)

    def detect(self, document: Document) -> Iterator[Suggestion]:
        """The attributions of an article in the order of their contents."""
        if document.lang not in available_languages():
            return
        for number, item in enumerate(_read(document), 1):
            yield _suggestion(document, item, number)


def _read(document: Document) -> list[Attribution]:
    """The attributions of all paragraphs, in code points of the article."""
    language, lexicon = load_language(document.lang), load_cues(document.lang)
    found: list[Attribution] = []
    for paragraph in document.paragraphs:
        passage = Passage(paragraph.text, language, lexicon, paragraph.doc)
        if not passage.tokens:
            continue
        goes_on = _continuation(passage, found[-1]) if found and found[-1].open else None
        if goes_on is not None:
            stretch, still_open = goes_on
            shifted = (stretch[0] + paragraph.start, stretch[1] + paragraph.start)
            found[-1] = continue_quotation(found[-1], shifted, still_open=still_open)
        made = read_attributions(passage)
        if goes_on is not None:
            made = [item for item in made if item.content[0][0] >= goes_on[0][1]]
        found.extend(item.moved(paragraph.start) for item in made)
    return found


def _continuation(passage: Passage, _last: Attribution) -> tuple[Chars, bool] | None:
    """The stretch that goes on with a quotation left open in the paragraph before; whether it stays open."""
    first = passage.quotes[0] if passage.quotes else None
    if first is not None and first.start == 0:
        return (first.start, first.end), not first.closed
    closing = {close for open_, close in passage.language.quotes if open_ != close}
    end = next((at for at, letter in enumerate(passage.text) if letter in closing), None)
    if end is not None and (first is None or end < first.start):
        return (0, end + 1), False
    return None


def _suggestion(document: Document, item: Attribution, number: int) -> Suggestion:
    roles = {"source": item.source, "cue": item.cue, "content": item.content, "addressee": item.addressee}
    spans = {role: tuple(Span(*stretch) for stretch in found) for role, found in roles.items() if found}
    features: dict[str, Json] = {
        "speech": item.speech,
        "cue_type": item.cue_type,
        "attribution_kind": item.kind,
    }
    features.update(_describe(document, item.source))
    return Suggestion(key=f"attributions/{number}", layer="source", spans=spans, features=features,
                      confidence=item.confidence and round(item.confidence, 2), why=item.why)  # fmt: skip


def _describe(document: Document, source: Sequence[Chars]) -> dict[str, Json]:
    if not source:
        return {"identification": "none"}
    start, end = source[0]
    types = [
        str(item.features.get("type"))
        for item in document.found
        if item.layer == "entity"
        and any(start <= span.start and span.end <= end for span in item.spans["mention"])
    ]
    language, lexicon = load_language(document.lang), load_cues(document.lang)
    return describe_source(document.text[start:end].replace("’", "'"), language, lexicon, types)


plug = Attributions()
