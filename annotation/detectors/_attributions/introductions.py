"""Paragraphs that end with a colon and introduce what the next paragraph says: "Il ajouta :"."""

from dataclasses import replace

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quotations import Quote
from annotation.detectors._attributions.quoted import read_introduction
from annotation.detectors._attributions.record import Attribution
from annotation.detectors._attributions.subjects import antecedent


def find_introduction(passage: Passage) -> Attribution | None:
    """Who speaks in the next paragraph, and by which verb; None where a paragraph introduces nothing.

    The content is empty and lies at the end of the paragraph.
    """
    last = len(passage.tokens) - 1
    if last < 1 or passage.written(last) != ":" or passage.quoted(last):
        return None
    end = len(passage.text)
    found = read_introduction(passage, Quote(end, end), passage.sentence_of(last))
    return _with_antecedent(passage, found) if found else None


def _with_antecedent(passage: Passage, item: Attribution) -> Attribution:
    """The introduction with whoever a relative pronoun stands for as its source: "un homme qui dit :"."""
    at = passage.at(item.source[0][0]) if item.source else 0
    if at == 0 or passage.fold(at) not in passage.lexicon.words.relatives:
        return item
    whom = antecedent(passage, passage.sentence_of(at), at)
    return replace(item, source=(whom,)) if whom else item


def introduce(
    found: list[Attribution], made: list[Attribution], introduction: Attribution, start: int
) -> None:
    """Give the first of a paragraph's attributions the source and the cue that the paragraph before has.

    Only what begins at code point `start` and has no cue of its own is introduced; an attribution in `found`
    that took the same verb is dropped.
    """
    first = made[0] if made else None
    if first is None or first.cue or first.source or first.content[0][0] != start:
        return
    made[0] = replace(
        first, source=introduction.source, cue=introduction.cue, cue_type=introduction.cue_type,
        kind=introduction.kind, negated=introduction.negated, rule="introduced", why=introduction.why,
        carried_on=False,
    )  # fmt: skip
    found[:] = [item for item in found if not item.cue or item.cue != introduction.cue]
