"""Dialogue: a paragraph that begins with a dash is what somebody says, but for the verb put into it."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quoted import find_incise
from annotation.detectors._attributions.record import Attribution, Chars


def read_dialogue(passage: Passage) -> Attribution | None:
    """The attribution of a paragraph of dialogue; None for any other paragraph."""
    if passage.written(0) not in passage.language.dashes or len(passage.tokens) < 2:
        return None
    end = len(passage.tokens)
    found = find_incise(passage, 1, end)
    if found is None:
        content: tuple[Chars, ...] = ((passage.tokens[0].start, passage.tokens[-1].end),)
        return Attribution(content=content, cue_type="none", speech="direct", why="dialogue", confidence=0.5)
    made, begin, resume = found
    left = (passage.tokens[0].start, passage.tokens[begin - 1].end)
    right = (passage.tokens[resume].start, passage.tokens[-1].end) if _resumes(passage, resume) else None
    source = (made.source,) if made.source else ()
    return Attribution(
        content=tuple(filter(None, (left, right))), source=source, cue=(passage.chars(made.first, made.end),),
        kind=made.verb.kind, speech="direct", why="dialogue with its verb", confidence=0.8,
    )  # fmt: skip


def _resumes(passage: Passage, at: int) -> bool:
    """Whether what stands after the verb is speech again, and not the story."""
    if at >= len(passage.tokens):
        return False
    return (
        passage.written(at - 1) in (",", ";", ":", "—", "–", "!", "?")
        or at < len(passage.tokens) - 1
        and passage.tokens[at].fold in ("mais", "et")
    )
