"""What adjectives say somebody feels or thinks: "L'OTAN est préoccupée par …", "X, favorable à …"."""

from collections.abc import Iterator, Sequence

from annotation.detectors._attributions.lexicon import State
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.phrases import phrase_before
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._attributions.speech import speech_of
from annotation.detectors._attributions.stretches import clause_end, pieces
from annotation.detectors._attributions.subjects import subject_before
from annotation.detectors._attributions.verbs import read_copula


def read_states(
    passage: Passage, start: int, end: int, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """The attributions of one sentence that adjectives make; `found` holds those that verbs do."""
    for at in range(start, end):
        if passage.quoted(at):
            continue
        word = passage.lexicon.states.find(passage.folds, at)
        made = _state(passage, start, end, at, *word, found) if word else None
        if made is not None:
            yield made


def _state(
    passage: Passage, start: int, end: int, at: int, after: int, state: State, found: Sequence[Attribution]
) -> Attribution | None:
    after += passage.fold(after) in ("a", "par") and passage.fold(after + 1) == "l'idee"
    if after >= end or passage.fold(after) not in state.prepositions:
        return None
    group = read_copula(passage, at, after)
    source = (
        subject_before(passage, start, group)
        if group
        else _joined(passage, at, found) or _apposed(passage, start, at)
    )
    if source is None or passage.text[source[0] : source[1]].casefold() in passage.lexicon.words.impersonal:
        return None
    first = group.first if group else at
    stop = clause_end(passage, after, end, group) if group else _apposition_end(passage, after, end)
    content = pieces(passage, after if _keeps(passage, after) else after + 1, stop)
    if content is None or source[1] > content[0]:
        return None
    mixed = speech_of(passage, (content,)) != "indirect"
    return Attribution(
        content=(content,), source=(source,), cue=(passage.chars(first, after),), kind=state.kind,
        speech="mixed" if mixed else "reported-act", negated=bool(group and group.negated),
        rule="state" if group else "state apposed", why=f"{state.lemma} + {passage.fold(after)}",
    )  # fmt: skip


def _keeps(passage: Passage, at: int) -> bool:
    """Whether the word before a content belongs to it, as all but "par" and English prepositions do."""
    word = passage.fold(at)
    return word in passage.lexicon.words.that | {"to"} or (passage.lexicon.code == "fr" and word != "par")


def _joined(passage: Passage, at: int, found: Sequence[Attribution]) -> Chars | None:
    """The holder of the second of two: "s'est dit prêt à … et convaincu que …"."""
    if passage.fold(at - 1) not in passage.lexicon.words.conjunctions:
        return None
    before = [
        item for item in found if item.source and item.cue and item.cue[0][0] < passage.tokens[at].start
    ]
    return before[-1].source[0] if before else None


def _apposed(passage: Passage, start: int, at: int) -> Chars | None:
    """The holder of an adjective between commas: "La maire, favorable au projet, …"."""
    if passage.written(at - 1) != "," or at - 1 <= start:
        return None
    verb = next((i for i in range(at - 2, start - 1, -1) if i in passage.groups), None)
    return phrase_before(passage, start if verb is None else passage.groups[verb].end, at - 1)


def _apposition_end(passage: Passage, after: int, end: int) -> int:
    return next((i for i in range(after, end) if passage.written(i) == "," and not passage.quoted(i)), end)
