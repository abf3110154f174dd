"""What nouns carry: "l'annonce que …", "l'hypothèse selon laquelle …", "a claim that …"."""

from collections.abc import Iterator

from annotation.detectors._attributions.clauses import leads_to_infinitive
from annotation.detectors._attributions.lexicon import Noun
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.phrases import phrase_after
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speech import speech_of
from annotation.detectors._attributions.stretches import pieces
from annotation.detectors._attributions.subjects import subject_before
from annotation.detectors._attributions.verbs import read_light_group

_FAR = 12
"""Tokens between a noun and its clause."""


def read_nouns(passage: Passage, start: int, end: int) -> Iterator[Attribution]:
    """The attributions of one sentence that nouns make."""
    for at in range(start, end):
        noun = passage.lexicon.nouns.words.get(passage.fold(at))
        if noun is None or passage.quoted(at) or passage.tag(at) not in ("NOUN", "") or passage.group_at(at):
            continue
        made = _noun(passage, start, end, at, noun)
        if made is not None:
            yield made


def _noun(passage: Passage, start: int, end: int, at: int, noun: Noun) -> Attribution | None:
    begin = _clause(passage, at, end)
    if begin is None:
        return None
    content = pieces(
        passage, begin, min(_content_end(passage, begin, end), _main_verb(passage, at, begin, end))
    )
    if content is None:
        return None
    own = _of(passage, at, begin)
    carried = _carrier(passage, start, at)
    source = own or (carried[0] if carried else None)
    if source is None and passage.fold(at - 1) not in passage.language.articles:
        return None
    first = carried[1] if carried and own is None else at
    mixed = speech_of(passage, (content,)) != "indirect"
    return Attribution(
        content=(content,), source=(source,) if source else (), cue=(passage.chars(first, at + 1),),
        cue_type="noun",
        kind=noun.kind, speech="mixed" if mixed else "indirect", why=f"{noun.lemma} + clause",
        rule="noun" if source else "noun alone",
    )  # fmt: skip


def _clause(passage: Passage, at: int, end: int) -> int | None:
    """The position where the clause or action of a noun begins."""
    nouns = passage.lexicon.nouns
    for position in range(at + 1, min(at + _FAR, end)):
        if passage.written(position) in ".;:!?," or passage.quoted(position) or passage.group_at(position):
            return None
        found = nouns.that.find(passage.folds, position)
        if found is not None:
            return position if _completes(passage, at, position) else None
        if position == at + 1 and leads_to_infinitive(passage, position, end):
            noun = nouns.words[passage.fold(at)]
            return (
                position
                if noun.kind in ("intention", "attitude", "decree") and passage.doc is not None
                else None
            )
    return None


def _completes(passage: Passage, at: int, position: int) -> bool:
    """Whether "que" leads to what the noun says, and is no relative pronoun."""
    if passage.fold(position) not in ("que", "qu'", "that"):
        return True
    node = passage.node(position)
    if node is None:
        return (
            position == at + 1
            and passage.fold(position + 1) in passage.language.determiners | passage.lexicon.words.pronouns
        )
    return node.pos_ == "SCONJ" or node.tag_ == "IN"


def _content_end(passage: Passage, begin: int, end: int) -> int:
    return next((i for i in range(begin, end) if passage.written(i) in ",;" and not passage.quoted(i)), end)


def _main_verb(passage: Passage, at: int, begin: int, end: int) -> int:
    """The position of the verb whose subject the noun is: the "a" of "l'annonce que … a surpris"."""
    node = passage.node(at)
    if node is None or node.dep_ not in ("nsubj", "nsubj:pass", "nsubjpass") or node.head.i < node.i:
        return end
    helpers = [child.idx for child in node.head.children if child.dep_.startswith("aux") and child.i > node.i]
    verb = passage.at(min([node.head.idx, *helpers]))
    return verb if verb > begin + 1 else end


def _of(passage: Passage, at: int, begin: int) -> Chars | None:
    """Who a noun is of: "la déclaration du ministre selon laquelle", "her claim that"."""
    if passage.fold(at + 1) in passage.lexicon.nouns.of and at + 2 < begin:
        return phrase_after(passage, at + 2, begin)
    if passage.written(at - 1) in ("s", "'") and passage.lexicon.code == "en":
        stop = at - 2 if passage.written(at - 1) == "s" else at - 1
        first = stop
        while first > 0 and passage.tokens[first - 1].capital:
            first -= 1
        return pieces(passage, first, stop) if first < stop else None
    if passage.fold(at - 1) in ("his", "her", "their", "its", "my", "our", "your"):
        return passage.chars(at - 1, at)
    return None


def _carrier(passage: Passage, start: int, at: int) -> tuple[Chars, int] | None:
    """Whose noun it is by its verb: "X a émis l'hypothèse que"; the subject and where the verb begins."""
    for position in range(at - 1, max(start, at - 6), -1):
        if passage.fold(position) in passage.lexicon.nouns.light and not passage.quoted(position):
            group = read_light_group(passage, position)
            source = subject_before(passage, start, group)
            return (source, group.first) if source is not None else None
    return None
