"""What is said without quotation marks beside a verb: its clause, its object, its action."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotation.detectors._attributions.clauses import (
    read_action,
    read_clause,
    read_infinitive,
    read_question,
)
from annotation.detectors._attributions.objects import (
    read_about,
    read_blame,
    read_call,
    read_feeling,
    read_object,
    read_predicate,
    read_view,
)
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speech import speech_of
from annotation.detectors._attributions.stretches import pieces
from annotation.detectors._attributions.subjects import agent_after, subject_after, subject_before
from annotation.detectors._attributions.verbs import VerbGroup

_READERS = (
    ("clause", read_clause),
    ("question", read_question),
    ("blame", read_blame),
    ("action", read_action),
    ("infinitive", read_infinitive),
    ("predicate", read_predicate),
    ("feeling", read_feeling),
    ("about", read_about),
    ("view", read_view),
    ("object", read_object),
)
"""What reads the content of each frame; the first that finds one is believed."""
_ACTS = frozenset({"object", "action", "blame", "call", "feeling", "about", "view", "predicate"})
_NOUNS = frozenset({"object", "feeling", "about", "view", "predicate"})


def read_statements(
    passage: Passage, start: int, end: int, used: Mapping[int, Attribution]
) -> Iterator[Attribution]:
    """The attributions of one sentence that verbs make; `used` holds what was read already, by its verb."""
    last: Attribution | None = None
    for at in range(start, end):
        group = passage.group_at(at)
        if group is None or passage.quoted(at) or _in_phrase(passage, at):
            continue
        if at in used:
            last = used[at]
            continue
        made = (
            None if last and _belongs(passage, group, last) else _statement(passage, start, end, group, last)
        )
        if made is not None:
            last = made if made.source else last
            yield made


def _belongs(passage: Passage, group: VerbGroup, last: Attribution) -> bool:
    """Whether an infinitive is what another verb has said already: "dit craindre une crise"."""
    begins = passage.at(last.content[-1][0])
    return group.form == "infinitive" and begins <= group.at <= begins + 2


def _in_phrase(passage: Passage, at: int) -> bool:
    """Whether a verb is part of a phrase that names a source: "comme l'a dit"."""
    phrases = passage.lexicon.according.phrases
    near = (phrases.find(passage.folds, back) for back in range(max(0, at - 4), at + 1))
    return any(found is not None and found[0] > at for found in near)


def _statement(
    passage: Passage, start: int, end: int, group: VerbGroup, last: Attribution | None
) -> Attribution | None:
    if group.passive:
        return _passive(passage, start, end, group)
    found = _content(passage, group, end) or _after_colon(passage, group, end)
    if found is None:
        return None
    frame, content, addressee = found
    source = _source(passage, start, group, content, last, frame)
    if source is None or not _credits(passage, source, group):
        return None
    made = _record(passage, group, frame, content, source)
    return replace(made, addressee=(addressee,)) if addressee else made


def _content(passage: Passage, group: VerbGroup, end: int) -> tuple[str, Chars, Chars | None] | None:
    """The frame of a verb that finds its content first, the content and whom it is addressed to."""
    for frame, reader in _READERS:
        if frame == "blame" and "call" in group.cue.frames:
            called = read_call(passage, group, end)
            if called is not None:
                return "call", *called
        if frame in group.cue.frames:
            content = reader(passage, group, end)
            if content is not None:
                content = _explained(passage, frame, content, end)
                return frame, content, _addressed(passage, group, content)
    return None


def _explained(passage: Passage, frame: str, content: Chars, end: int) -> Chars:
    """The content, or what a colon after it says: "avance une explication : les zones seraient gelées"."""
    colon = passage.at(content[1])
    if frame != "object" or passage.written(colon) != ":" or passage.quoted(colon + 1):
        return content
    nouns = passage.lexicon.nouns.words
    if not any(passage.fold(i) in nouns for i in range(passage.at(content[0]), colon)):
        return content
    return pieces(passage, colon + 1, end) or content


def _after_colon(passage: Passage, group: VerbGroup, end: int) -> tuple[str, Chars, None] | None:
    """What follows a verb and a colon without quotation marks: "Il prévient : la route restera fermée."."""
    colon = next((i for i in range(group.end, min(group.end + 10, end)) if passage.written(i) == ":"), None)
    spoken = "quote" in group.cue.frames and group.form == "finite"
    if colon is None or not spoken or passage.quoted(colon + 1) or colon + 4 > end:
        return None
    if any(passage.group_at(i) or passage.written(i) == "," for i in range(group.end, colon)):
        return None
    content = pieces(passage, colon + 1, end)
    return ("colon", content, None) if content else None


def _addressed(passage: Passage, group: VerbGroup, content: Chars) -> Chars | None:
    """Whom a statement is addressed to, between the verb and what is said: "a indiqué à l'AFP que"."""
    for at in range(group.end, passage.at(content[0])):
        if passage.fold(at) in passage.lexicon.words.addressing and passage.written(at + 1) != ",":
            stop = next(
                (i for i in range(at + 1, passage.at(content[0])) if passage.written(i) in ",;:"),
                passage.at(content[0]),
            )
            begin = (
                at + 1 + (passage.fold(at + 1) in ("de", "d'", "des", "du") and passage.fold(at) == "aupres")
            )
            return pieces(passage, begin, stop) if begin < stop else None
    return None


def _record(
    passage: Passage, group: VerbGroup, frame: str, content: Chars, source: Chars | None
) -> Attribution:
    spoken = speech_of(passage, (content,))
    act = "reported-act" if frame in _ACTS - {"action", "call"} else "indirect"
    return Attribution(
        content=(content,), source=(source,) if source else (), cue=(passage.chars(group.first, group.end),),
        kind=group.cue.kind(frame), speech="mixed" if spoken != "indirect" else act, negated=group.negated,
        rule=f"{frame} {group.form}" if group.form != "finite" else frame, why=f"{group.cue.lemma} + {frame}",
    )  # fmt: skip


# sources


def _source(
    passage: Passage, start: int, group: VerbGroup, content: Chars, last: Attribution | None, frame: str
) -> Chars | None:
    """Whom a verb credits with a content: the subject of the verb before where it has none of its own."""
    if group.tied:
        return group.tied
    if last is not None and last.source and _shares(passage, group, last, frame):
        return last.source[0]
    if group.form == "participle":
        return None
    if last is not None and last.source and _follows(passage, group):
        return last.source[0]
    source = subject_before(passage, start, group)
    if source is None and passage.at(content[0]) > group.end + 1 and frame == "clause":
        source = subject_after(passage, group, passage.at(content[0]))
    if source is None or (source[1] > content[0] and source[0] < content[1]):
        return None
    return source


def _follows(passage: Passage, group: VerbGroup) -> bool:
    """Whether an infinitive is done by whoever spoke before: "…, a-t-il dit, avant de rappeler que"."""
    of = passage.fold(group.begin - 1) in ("de", "d'")
    joins = passage.fold(group.begin - 1 - of) in ("avant", "pour", "afin", "sans", "before", "without")
    return joins and group.form in ("infinitive", "gerund")


def _shares(passage: Passage, group: VerbGroup, last: Attribution, frame: str) -> bool:
    """Whether a verb has no subject but that of the one before: "… et a appelé à", "…, précisant que"."""
    before, words = passage.fold(group.begin - 1), passage.lexicon.words
    after = passage.at(last.source[0][1])
    if group.begin <= after:
        return False
    if group.form == "gerund":
        return True
    if group.form == "participle" and not _has_auxiliary(passage, last):
        return False
    if before in words.conjunctions:
        return group.form in ("finite", "participle") and not _own_subject(passage, group, after)
    if before != "," or _own_subject(passage, group, after):
        return False
    return group.form == "participle" or frame not in _NOUNS or _is_object(passage, group)


def _has_auxiliary(passage: Passage, last: Attribution) -> bool:
    """Whether the verb before has an auxiliary, which a bare participle can share."""
    start, end = last.cue[0]
    helpers = passage.lexicon.words.having | passage.lexicon.words.being
    return any(passage.fold(at) in helpers for at in range(passage.at(start), passage.at(end)))


def _own_subject(passage: Passage, group: VerbGroup, after: int) -> bool:
    """Whether the parse gives a verb a subject between the source before and the verb."""
    node = passage.node(group.at)
    return node is not None and any(
        child.dep_ in ("nsubj", "nsubj:pass") and after <= passage.at(child.idx) < group.at
        for child in node.children
    )


def _is_object(passage: Passage, group: VerbGroup) -> bool:
    node = passage.node(group.at)
    return node is not None and any(
        child.dep_ in ("obj", "dobj") and child.i > node.i for child in node.children
    )


def _credits(passage: Passage, source: Chars, group: VerbGroup) -> bool:
    """Whether a source is somebody: not "cela", nor "on ignore", nor in French the writer or reader."""
    start, end = source
    word = passage.text[start:end].casefold()
    if word in passage.lexicon.words.impersonal and not (
        word in ("il", "it") and not _is_impersonal(passage, group)
    ):
        return False
    if passage.lexicon.code == "fr" and word in ("je", "j'", "tu", "vous", "nous", "ce qui"):
        return False
    return word not in ("on", "one", "you") or group.cue.kind("clause") != "knowledge"


def _is_impersonal(passage: Passage, group: VerbGroup) -> bool:
    """Whether "il" is nobody: "il reste à savoir", "il faut rappeler"."""
    node = passage.node(group.at)
    if node is None:
        return False
    return any(child.dep_ in ("expl:subj", "expl") for child in node.children if child.lower_ in ("il", "it"))


# passives


def _passive(passage: Passage, start: int, end: int, group: VerbGroup) -> Attribution | None:
    """« La Russie a été accusée par l'Ukraine de … », "il a été annoncé que …"."""
    agent = agent_after(passage, group, end)
    subject = subject_before(passage, start, group)
    impersonal = (
        subject is None
        or passage.text[subject[0] : subject[1]].casefold() in passage.lexicon.words.impersonal
    )
    for frame, reader in _READERS[:3]:
        if frame not in group.cue.frames or (frame == "clause" and not impersonal):
            continue
        content = reader(passage, group, end)
        if content is not None:
            return _passive_record(passage, group, frame, content, agent, subject)
    named = agent is not None and group.cue.frames & {"object", "blame", "call", "predicate"}
    if not named or subject is None or impersonal:
        return None
    frame = next(iter(sorted(group.cue.frames & {"object", "blame", "call", "predicate"})))
    made = _record(passage, group, frame, subject, agent)
    return replace(made, rule="passive", why=f"{group.cue.lemma}, passive")


def _passive_record(
    passage: Passage, group: VerbGroup, frame: str, content: Chars, agent: Chars | None, subject: Chars | None
) -> Attribution | None:
    """What is said, with the subject before it where the verb says it of that."""
    if agent is not None and content[0] < agent[0] and agent[1] == content[1]:
        content = pieces(passage, passage.at(content[0]), passage.at(agent[0]) - 1) or content
    elif agent is not None and content[0] < agent[1] <= content[1]:
        trimmed = pieces(passage, passage.at(agent[1]), passage.at(content[1]))
        content = trimmed or content
    made = _record(passage, group, frame, content, agent)
    stretches = (subject, content) if frame == "blame" and subject is not None else (content,)
    return replace(
        made, content=stretches, rule=f"passive {frame}" if agent else f"passive {frame} alone",
        why=f"{group.cue.lemma}, passive",
    )  # fmt: skip
