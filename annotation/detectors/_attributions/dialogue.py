"""Dialogue: a paragraph that begins with a dash is what somebody says, but for the verb put into it."""

from dataclasses import replace

from annotation.detectors._attributions.incises import Incise, find_incises
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution, Chars


def read_dialogue(passage: Passage) -> Attribution | None:
    """The attribution of a paragraph of dialogue; None for any other, or where marks enclose what is said."""
    if not begins_dialogue(passage) or passage.quoted(1):
        return None
    end = len(passage.tokens)
    found = next((item for item in find_incises(passage, 1, end, spoken=True) if _tells(item)), None)
    if found is None:
        content: tuple[Chars, ...] = ((passage.tokens[0].start, passage.tokens[-1].end),)
        return Attribution(
            content=content,
            cue_type="none",
            speech="direct",
            rule="dialogue",
            why="dialogue",
            carried_on=True,
        )
    resume = _speech_again(passage, found.resume)
    left = (passage.tokens[0].start, passage.tokens[found.begin - 1].end)
    right = (passage.tokens[resume].start, passage.tokens[-1].end) if resume < end else None
    group = found.group
    return Attribution(
        content=tuple(filter(None, (left, right))), source=(found.source,) if found.source else (),
        cue=(passage.chars(group.first, group.end),), kind=group.cue.kind("quote", "incise"), speech="direct",
        rule="dialogue with a verb", why=f"dialogue, {group.cue.lemma}",
    )  # fmt: skip


def begins_dialogue(passage: Passage) -> bool:
    """Whether a paragraph begins with a dash, as what is said in a dialogue does."""
    return passage.written(0) in passage.language.dashes and len(passage.tokens) > 1


def with_dash(passage: Passage, item: Attribution) -> Attribution:
    """The attribution with the dash before its quotation, where the paragraph begins with both: — « … »."""
    start, end = item.content[0]
    if not begins_dialogue(passage) or start != passage.tokens[1].start:
        return item
    return replace(item, content=((passage.tokens[0].start, end), *item.content[1:]))


def _tells(found: Incise) -> bool:
    """Whether an incise in dialogue is the narrator's: a subject is tied to it, or nothing precedes it."""
    return found.group.tied is not None or found.group.begin == found.begin


def read_transcript(passage: Passage) -> Attribution | None:
    """The attribution of a paragraph that begins with a speaker's name in capitals and a colon."""
    begin = int(passage.written(0) in '"“«')
    colon = next(
        (at for at in range(begin + 1, min(begin + 6, len(passage.tokens))) if passage.written(at) == ":"),
        None,
    )
    if colon is None or colon + 2 >= len(passage.tokens):
        return None
    name = passage.tokens[begin:colon]
    if not all(token.text.isupper() or token.text in ".-'" for token in name) or len(name[0].text) < 3:
        return None
    content = (passage.tokens[colon + 1].start, passage.tokens[-1].end)
    return Attribution(
        content=(content,), source=(passage.chars(begin, colon),), cue=(passage.chars(colon, colon + 1),),
        cue_type="colon", speech="direct", rule="transcript", why="name and colon",
    )  # fmt: skip


def read_signature(passage: Passage) -> Attribution | None:
    """The attribution of a paragraph that is a quotation, a dash and a name."""
    quote = passage.quotes[0] if passage.quotes else None
    if quote is None or quote.start > 0 or not quote.closed:
        return None
    dash = passage.at(quote.end)
    rest = passage.tokens[dash + 1 :]
    if passage.written(dash) not in (*passage.language.dashes, "―", "-") or not 1 <= len(rest) <= 14:
        return None
    if not rest[0].capital or any(passage.group_at(at) for at in range(dash, len(passage.tokens))):
        return None
    end = len(passage.tokens) - (passage.written(len(passage.tokens) - 1) == ".")
    return Attribution(
        content=((quote.start, quote.end),),
        source=(passage.chars(dash + 1, end),),
        cue_type="colon",
        cue=(passage.chars(dash, dash + 1),),
        speech="direct",
        rule="signature",
        why="quotation with a signature",
    )


def _speech_again(passage: Passage, at: int) -> int:
    """Where speech goes on after a verb and its subject: at once, or after "en souriant." and the like."""
    gesture = passage.fold(at) in passage.lexicon.words.gestures
    if passage.written(at - 1) not in ",;" or not gesture:
        return at
    end = next(
        (i for i in range(at, len(passage.tokens)) if passage.written(i) in ".!?:"), len(passage.tokens)
    )
    return at if passage.written(end) in ("!", "?") else end + 1
