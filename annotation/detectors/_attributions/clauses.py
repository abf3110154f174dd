"""What is said without quotation marks: clauses, objects, actions, and sentences around a verb of saying."""

from collections.abc import Iterator
from dataclasses import replace

from annotation.detectors._attributions.lexicon import Cue
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.quoted import find_incise
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.sources import find_after, find_before, skip_back, with_auxiliaries
from annotation.detectors._attributions.stretches import clause_end, pieces

_BETWEEN = 9
"""Tokens that may stand between a cue and its "que"."""
_INFINITIVE = ("er", "ir", "re", "oir")


def read_clauses(passage: Passage, start: int, end: int) -> Iterator[Attribution]:
    """The attributions of one sentence whose content is a clause, an object or an action."""
    last: Attribution | None = None
    named = start
    for at in range(start, end):
        if passage.quoted(at):
            continue
        if at < named:
            continue
        phrase = passage.lexicon.according.phrases.find(passage.folds, at)
        named = phrase[0] if phrase else named
        found = None if phrase else passage.cue_at(at)
        made = _cue(passage, start, end, at, found) if found else None
        made = made or _state(passage, start, end, at)
        if made is None:
            continue
        if last is not None and last.source and _shares_subject(passage, at, last):
            made = replace(made, source=last.source)
        elif _is_impersonal(passage, made):
            continue
        last = made
        yield made


def _shares_subject(passage: Passage, at: int, last: Attribution) -> bool:
    """Whether a cue has no subject but that of the one before: "… et a appelé à", "…, précisant que"."""
    first = with_auxiliaries(passage, at)
    while first > 0 and passage.fold(first - 1) in passage.lexicon.words.clitics:
        first -= 1
    joined = passage.fold(first - 1) in ("et", "mais", "and", "but")
    gerund = passage.fold(at).endswith(("ant", "ing")) and passage.fold(first - 1) in (
        ",",
        "en",
        "by",
        "et",
        "and",
    )
    return (joined or gerund) and passage.tokens[first].start >= last.content[-1][1]


def _is_impersonal(passage: Passage, made: Attribution) -> bool:
    """Whether nobody is credited: "on ignore si"."""
    if made.kind != "knowledge" or not made.source:
        return False
    start, end = made.source[0]
    return passage.text[start:end].casefold() in ("on", "one", "you")


def _cue(passage: Passage, start: int, end: int, at: int, found: tuple[int, Cue]) -> Attribution | None:
    after, cue = found
    participle = passage.written(at).endswith(passage.lexicon.words.participles)
    if participle and with_auxiliaries(passage, at) == at:
        return None
    for frame, reader in _READERS:
        if frame not in cue.frames:
            continue
        content = reader(passage, after, end, at, cue)
        if content is None:
            continue
        source = _source(passage, start, at, after, content)
        if source is None and frame != "clause":
            continue
        return _record(passage, at, after, cue, content, source, frame)
    return None


def _source(passage: Passage, start: int, at: int, after: int, content: Chars) -> Chars | None:
    source = find_before(passage, start, at)
    if source is None and passage.written(after) == "-":
        source = find_after(passage, after, passage.at(content[0]), at)
    if source is None:
        return None
    begin = passage.at(source[0])
    impersonal = passage.fold(begin) in ("il", "it", "cela", "ca", "this", "ce") and _is_passive(passage, at)
    return None if impersonal or (source[1] > content[0] and source[0] < content[1]) else source


def _is_passive(passage: Passage, at: int) -> bool:
    before = {passage.fold(at - 1), passage.fold(at - 2)}
    return bool(before & {"est", "ete", "etait", "fut", "is", "was", "been", "be", "s'"})


def _record(
    passage: Passage, at: int, after: int, cue: Cue, content: Chars, source: Chars | None, frame: str
) -> Attribution:
    first = with_auxiliaries(passage, at)
    quote = [q for q in passage.quotes if content[0] <= q.start and q.end <= content[1] + 1]
    quoted = sum(q.end - q.start for q in quote)
    speech = "mixed" if quote else "reported-act" if frame in ("object", "action", "target") else "indirect"
    speech = "direct" if quote and quoted >= 0.9 * (content[1] - content[0]) else speech
    return Attribution(
        content=(content,),
        source=(source,) if source else (),
        cue=(passage.chars(first, after),),
        kind=cue.kind,
        speech=speech,
        why=f"{cue.lemma} + {frame}",
        confidence={"clause": 0.85}.get(frame, 0.7) - 0.3 * (source is None),
    )


# contents


def _clause(passage: Passage, after: int, end: int, at: int, cue: Cue) -> Chars | None:
    """A clause with "que" or "that", or one without it where the language allows that."""
    begin = after
    while (skipped := passage.lexicon.words.adverbs.find(passage.folds, begin)) is not None:
        begin = skipped[0]
    said = cue.kind in ("assertion", "belief") and passage.language.code == "fr"
    if said and _is_infinitive(passage, begin, end):
        return pieces(passage, begin, clause_end(passage, begin, end, at))
    for position in range(after, min(after + _BETWEEN, end)):
        if passage.written(position) in '.;:!?»”«“"' or passage.quoted(position):
            break
        if passage.fold(position) in passage.lexicon.words.that and _may_open(passage, position, after):
            return pieces(passage, position, clause_end(passage, position, end, at))
        if position > after and passage.cue_at(position) and passage.tag(position) in ("VERB", "AUX"):
            break
    return _bare_clause(passage, after, end, at, cue)


def _may_open(passage: Passage, position: int, after: int) -> bool:
    word = passage.fold(position)
    if word in ("que", "qu'", "that"):
        return passage.fold(position - 1) not in (
            "plus",
            "moins",
            "tel",
            "tels",
            "telle",
            "telles",
            "autre",
            "autres",
            "ce",
            "so",
            "all",
            "the",
        )
    return position - after <= (0 if passage.language.code == "fr" else 2)


def _bare_clause(passage: Passage, after: int, end: int, at: int, cue: Cue) -> Chars | None:
    if cue.lemma not in passage.lexicon.words.bare or after >= end:
        return None
    node = passage.node(at)
    begin = after
    while (skipped := passage.lexicon.words.adverbs.find(passage.folds, begin)) is not None:
        begin = skipped[0]
    if cue.lemma == "tell":
        begin = _addressee_end(passage, begin, end)
    if begin >= end or passage.tokens[begin].kind == "sign" or passage.quoted(begin):
        return None
    if node is not None:
        clause = next(
            (child for child in node.children if child.dep_ in ("ccomp", "xcomp") and child.i > node.i), None
        )
        if clause is None:
            return None
        begin = max(begin, passage.at(clause.left_edge.idx))
    elif not _looks_like_clause(passage, begin, end):
        return None
    return pieces(passage, begin, clause_end(passage, begin, end, at))


def _addressee_end(passage: Passage, begin: int, end: int) -> int:
    at = begin
    while at < min(begin + 4, end) and (
        passage.tokens[at].capital
        or passage.fold(at) in ("him", "her", "them", "me", "us", "reporters", "the")
    ):
        at += 1
    return at


def _looks_like_clause(passage: Passage, begin: int, end: int) -> bool:
    word = passage.fold(begin)
    subject = (
        word in passage.lexicon.words.pronouns | passage.language.determiners or passage.tokens[begin].capital
    )
    return (
        (subject or passage.tokens[begin].text.endswith("s"))
        and end - begin > 4
        and word not in passage.lexicon.words.stops - {"this", "that"}
    )


def _infinitive(passage: Passage, at: int, end: int) -> bool:
    """Whether "de" or "to" at a position leads to an infinitive."""
    word = passage.fold(at)
    verb = at + 1
    while passage.fold(verb) in passage.lexicon.words.clitics | {"pas", "ne", "plus"} and verb < end:
        verb += 1
    if word == "to":
        return passage.tag(verb) in ("VERB", "AUX", "")
    return word in ("de", "d'", "a", "à") and _is_infinitive(passage, verb, end)


def _is_infinitive(passage: Passage, verb: int, end: int) -> bool:
    while passage.fold(verb) in passage.lexicon.words.clitics | {"pas", "plus"} and verb < end:
        verb += 1
    form = passage.fold(verb)
    return form.endswith(_INFINITIVE) and passage.tag(verb) in ("VERB", "AUX", "") and len(form) > 3


def _action(passage: Passage, after: int, end: int, at: int, cue: Cue) -> Chars | None:
    """Promettre de partir; appeler le gouvernement à agir."""
    for position in range(after, min(after + _BETWEEN, end)):
        if passage.written(position) in ".;:!?," or passage.quoted(position):
            return None
        if _infinitive(passage, position, end):
            begin = after if position > after and "target" in cue.frames else position
            return pieces(passage, begin, clause_end(passage, position, end, at))
    return None


def _target(passage: Passage, after: int, end: int, at: int, _cue: Cue) -> Chars | None:
    """Accuser la Russie de mentir; accuse Russia of lying."""
    for position in range(after + 1, min(after + 14, end)):
        if passage.written(position) in ".;:!?" or passage.quoted(position):
            return None
        noun = passage.fold(position) == "of" or _nominal(passage, position)
        noun = noun or (passage.fold(position) in ("de", "d'") and passage.quoted(position + 1))
        if _infinitive(passage, position, end) or noun:
            return pieces(passage, after, clause_end(passage, position, end, at))
    return None


def _nominal(passage: Passage, position: int) -> bool:
    """Whether "de" begins what somebody is accused of, as a noun."""
    node = passage.node(position)
    return (
        node is not None
        and passage.fold(position) in ("de", "d'")
        and node.head.dep_ in ("obl:arg", "obl:mod")
        and node.head.head.pos_ == "VERB"
    )


def _object(passage: Passage, after: int, end: int, at: int, _cue: Cue) -> Chars | None:
    """Condamner l'attaque: the object with all that belongs to it."""
    node = passage.node(at)
    if node is None:
        return _plain_object(passage, after, end, at)
    found = next(
        (child for child in node.children if child.dep_ in ("obj", "dobj") and child.i > node.i), None
    )
    if found is None or found.pos_ == "PRON":
        return _plain_object(passage, after, end, at) if node.pos_ == "VERB" and not found else None
    begin = passage.at(found.left_edge.idx)
    if begin < after or (passage.quoted(begin) and not passage.quote_at(passage.tokens[begin].start)):
        return None
    finish = passage.at(found.right_edge.idx + len(found.right_edge))
    return pieces(passage, begin, min(max(finish, begin + 1), clause_end(passage, begin, end, at)))


def _about(passage: Passage, after: int, end: int, at: int, _cue: Cue) -> Chars | None:
    """Mettre en garde contre une escalade: what stands after the preposition."""
    begin = after
    while (skipped := passage.lexicon.words.adverbs.find(passage.folds, begin)) is not None:
        begin = skipped[0]
    if passage.fold(begin) not in passage.lexicon.words.about or begin + 1 >= end:
        return None
    return pieces(passage, begin + 1, clause_end(passage, begin + 1, end, at))


def _plain_object(passage: Passage, after: int, end: int, at: int) -> Chars | None:
    begin = after
    while (skipped := passage.lexicon.words.adverbs.find(passage.folds, begin)) is not None:
        begin = skipped[0]
    if passage.fold(begin) not in passage.language.determiners or begin + 1 >= end:
        return None
    finish = next(
        (i for i in range(begin + 1, end) if passage.written(i) in ",;:.—–" and not passage.quoted(i)), end
    )
    return pieces(passage, begin, min(finish, clause_end(passage, begin, end, at)))


_READERS = (
    ("clause", _clause),
    ("target", _target),
    ("action", _action),
    ("object", _object),
    ("about", _about),
)
"""What reads the content of each frame; the first that finds one is believed."""


# states and sentences


def _state(passage: Passage, start: int, end: int, at: int) -> Attribution | None:
    """L'OTAN est préoccupée par la coopération."""
    found = passage.lexicon.states.find(passage.folds, at)
    if found is None or found[0] >= end:
        return None
    after, state = found
    if (
        passage.fold(after) not in state.prepositions
        or passage.fold(skip_back(passage, at, start)) not in passage.lexicon.words.auxiliaries
    ):
        return None
    begin = (
        after if passage.fold(after) in passage.lexicon.words.that or state.kind == "intention" else after + 1
    )
    content = pieces(passage, begin, clause_end(passage, begin, end, at))
    source = find_before(passage, start, at)
    if content is None or source is None:
        return None
    return _record(
        passage, at, after, Cue(passage.fold(at), state.kind, frozenset()), content, source, "state"
    )


def read_incise(passage: Passage, start: int, end: int) -> Attribution | None:
    """A sentence with a verb of saying in it: "Le pays, a prévenu X, …", "…, sources said."."""
    found = find_incise(passage, start + 3, end)
    if found is not None and not passage.quoted(found[0].cue) and "quote" in found[0].verb.frames:
        made, begin, resume = found
        return _sentence(passage, start, end, (begin, resume), made.source, (made.first, made.end), made.verb)
    return _trailing(passage, start, end) if passage.language.code == "en" else None


def _sentence(
    passage: Passage,
    start: int,
    end: int,
    gap: tuple[int, int],
    source: Chars | None,
    cue: tuple[int, int],
    verb: Cue,
) -> Attribution | None:
    content = tuple(filter(None, (pieces(passage, start, gap[0]), pieces(passage, gap[1], end))))
    if not content or sum(b - a for a, b in content) < 15:
        return None
    quoted = any(passage.quote_at(a) for a, _ in content)
    return Attribution(
        content=content, source=(source,) if source else (), cue=(passage.chars(*cue),), kind=verb.kind,
        speech="mixed" if quoted else "indirect", why=f"sentence + {verb.lemma}", confidence=0.75,
    )  # fmt: skip


def _trailing(passage: Passage, start: int, end: int) -> Attribution | None:
    """…, the officials said (on Monday)."""
    last = end - 1 if passage.written(end - 1) in ".!?" else end
    for at in range(last - 1, max(start + 4, last - 8), -1):
        found = passage.cue_at(at)
        if (
            found is None
            or "quote" not in found[1].frames
            or passage.quoted(at)
            or "clause" not in found[1].frames
        ):
            continue
        comma = next(
            (i for i in range(at - 1, max(start + 2, at - 14), -1) if passage.written(i) == ","), None
        )
        if comma is None or passage.cue_at(at + 1):
            return None
        if comma == at - 1:
            source = find_after(passage, found[0], last, at)
        else:
            source = find_before(passage, comma + 1, at)
        if source is None or source[0] < passage.tokens[comma].start:
            return None
        gap = (comma, last)
        return _sentence(passage, start, last, gap, source, (at, found[0]), found[1])
    return None
