"""Attributions: who is credited with what, by rules over quotations, verbs of saying and their subjects.

The layer follows PARC 3.0 and PolNeAR: source, cue and content of every statement, belief, intention and
attitude that is credited to somebody (Pareti 2015; Newell et al. 2018). What a verb takes as its content is
told by frames, as in VerbNet's classes of communication, judgment and desire (Kipper Schuler 2005). Incises,
inverted subjects and quotations are read as French extractors do (Mourad 2001; Sagot et al. 2010; de La
Clergerie et al. 2011): what stands around a verb is read before the parse is asked.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotation.detectors._attributions.introductions import find_introduction, introduce
from annotation.detectors._attributions.lexicon import load_cues, with_taught
from annotation.detectors._attributions.mentions import Mentions
from annotation.detectors._attributions.nesting import find_parents
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.reading import continue_quotation, read_attributions
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speakers import Speakers
from annotation.detectors._base import Document
from annotation.detectors._language import available_languages, load_language
from annotation.records import Entity, Span, Suggestion
from annotation.records.annotation import Json


class Attributions:
    """Suggests records of the layer `source`; better with a parse, useful without."""

    name = "attributions"
    version = "4"
    layers = ("source",)
    after: tuple[str, ...] = ("entities",)

    def detect(self, document: Document) -> Iterator[Suggestion]:
        """The attributions of an article in the order of their contents."""
        if document.lang not in available_languages():
            return
        found = _read(document)
        known = Speakers(
            document.text, load_language(document.lang), load_cues(document.lang), Mentions(document.found)
        )
        parents = find_parents(found)
        for number, item in enumerate(found):
            entity, features = known.describe(item)
            yield _suggestion(item, number, parents.get(number), entity, features)


def _read(document: Document) -> list[Attribution]:
    """The attributions of all paragraphs, in code points of the article."""
    language, lexicon = load_language(document.lang), load_cues(document.lang)
    lexicon = with_taught(lexicon, tuple(sorted(document.cues.items())))
    found: list[Attribution] = []
    introduction: Attribution | None = None
    for paragraph in document.paragraphs:
        passage = Passage(paragraph.text, language, lexicon, paragraph.doc)
        if not passage.tokens:
            continue
        goes_on = _continuation(passage) if found and found[-1].open else None
        if goes_on is not None:
            stretch, still_open = goes_on
            shifted = (stretch[0] + paragraph.start, stretch[1] + paragraph.start)
            found[-1] = continue_quotation(found[-1], shifted, still_open=still_open)
        made = [item.moved(paragraph.start) for item in _new(read_attributions(passage), goes_on)]
        if introduction is not None:
            introduce(found, made, introduction, paragraph.start)
        found.extend(made)
        ahead = find_introduction(passage)
        introduction = ahead.moved(paragraph.start) if ahead else None
    return found


def _new(made: Iterable[Attribution], goes_on: tuple[Chars, bool] | None) -> Iterator[Attribution]:
    """What a paragraph holds besides the quotation that goes on in it."""
    return (item for item in made if goes_on is None or item.content[0][0] >= goes_on[0][1])


def _continuation(passage: Passage) -> tuple[Chars, bool] | None:
    """The stretch that goes on with a quotation left open in the paragraph before; whether it stays open."""
    first = passage.quotes[0] if passage.quotes else None
    if first is not None and first.start == 0:
        return (first.start, first.end), not first.closed
    closing = {close for open_, close in passage.language.quotes if open_ != close}
    end = next((at for at, letter in enumerate(passage.text) if letter in closing), None)
    if end is not None and (first is None or end < first.start):
        return (0, end + 1), False
    return None


def _suggestion(
    item: Attribution, number: int, parent: int | None, entity: Entity | None, source: dict[str, Json]
) -> Suggestion:
    features: dict[str, Json] = {
        "speech": item.speech,
        "cue_type": item.cue_type,
        "attribution_kind": item.kind,
        **source,
    }
    more: dict[str, Json] = {
        "factuality": item.factuality,
        "negated": item.negated or None,
        "parent": None if parent is None else _key(parent),
    }
    features.update((key, value) for key, value in more.items() if value is not None)
    return Suggestion(
        key=_key(number), layer="source", spans=_spans(item), features=features, confidence=item.confidence,
        why=item.why, named={"speaker": entity} if entity else {},
    )  # fmt: skip


def _key(number: int) -> str:
    return f"attributions/{number + 1}"


def _spans(item: Attribution) -> dict[str, tuple[Span, ...]]:
    roles: dict[str, Sequence[Chars]] = {
        "source": item.source,
        "cue": item.cue,
        "content": item.content,
        "addressee": item.addressee,
    }
    return {role: tuple(Span(*stretch) for stretch in found) for role, found in roles.items() if found}


plug = Attributions()
