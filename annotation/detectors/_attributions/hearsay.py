"""How sure a content looks, and what the conditional alone marks as hearsay: "aurait quitté le pays"."""

from collections.abc import Iterator

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Attribution, shared
from annotation.detectors._attributions.stretches import pieces

_HAVING = ("aurait", "auraient")
_BEING = ("serait", "seraient")
_POSSIBLE = (
    "pourrait",
    "pourraient",
    "peut-etre",
    "might",
    "may",
    "could",
    "possibly",
    "perhaps",
    "eventuellement",
)
_LIKELY = ("devrait", "devraient", "probablement", "vraisemblablement", "likely", "probably", "should")
_IF = ("si", "s'", "if")
_ADVERBS = ("reportedly", "allegedly", "supposedly", "purportedly")
_SIGNALS = frozenset((*_HAVING, *_BEING, *_ADVERBS))


def read_hearsay(passage: Passage, start: int, end: int, found: list[Attribution]) -> Iterator[Attribution]:
    """A sentence in the conditional of hearsay that nobody is credited with."""
    at = next((i for i in range(start, end) if _is_hearsay(passage, i, end)), None)
    if at is None or any(passage.fold(i) in _IF for i in range(start, end)):
        return
    content = pieces(passage, start, end)
    if content is None or any(shared(item.content, (content,)) for item in found):
        return
    yield Attribution(
        content=(content,), cue_type="none", speech="indirect", factuality="possible", rule="hearsay",
        why=f"{passage.written(at)}: hearsay",
    )  # fmt: skip


def _is_hearsay(passage: Passage, at: int, end: int) -> bool:
    """Whether a word begins a conditional of hearsay: "aurait agi", "serait mort", "reportedly"."""
    word = passage.folds[at]
    if word not in _SIGNALS:
        return False
    if passage.quoted(at) or at + 1 >= end:
        return False
    if word in _ADVERBS:
        return True
    following = at + 1
    while following < end and passage.fold(following) in passage.lexicon.words.single_adverbs:
        following += 1
    participle = passage.fold(following)
    if word in _HAVING:
        return participle not in (
            "du",
            "pu",
            "voulu",
            "aime",
            "souhaite",
            "prefere",
            "fallu",
            "besoin",
            "lieu",
            "tort",
        ) and _participle(passage, following)
    return (
        word in _BEING
        and _participle(passage, following)
        and passage.fold(at - 1) not in ("ce", "ne", "n'", "il")
    )


def _participle(passage: Passage, at: int) -> bool:
    if passage.doc is not None:
        return passage.verb_form(at) == "Part" or passage.fold(at) == "ete"
    return passage.written(at).endswith(
        ("é", "ée", "és", "ées", "i", "is", "ie", "u", "us", "ue", "it", "ert", "rt")
    )


def judge_factuality(passage: Passage, item: Attribution) -> str | None:
    """How the words of a content make it look: denied, possible, likely; None where they do not say."""
    if item.denies:
        return "denied"
    for start, stop in item.content:
        for at in range(passage.at(start), passage.at(stop)):
            word = passage.fold(at)
            if word in _HAVING or word in _POSSIBLE or (word in _BEING and _participle(passage, at + 1)):
                return "possible"
            if word in _LIKELY:
                return "likely"
    return None
