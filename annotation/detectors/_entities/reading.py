"""Reading the names of an article: the model's, trimmed and corrected, and those that the lists know."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotation.detectors._base import Paragraph
from annotation.detectors._entities.capitals import read_capitals
from annotation.detectors._entities.gazetteer import Gazetteer, load_gazetteer
from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.roles import read_roles
from annotation.detectors._language import Language, fold, load_language
from annotation.detectors._tokens import Token, tokenize

_EDGES = " \t-–—.,;:!?«»“”\"'()[]…*•/|_"
_LONGEST = 90
"""Code points of the longest name that is believed."""


def read_entities(paragraphs: Sequence[Paragraph], code: str) -> list[list[Mention]]:
    """The mentions of each paragraph in order: names that do not overlap, and roles that may hold them."""
    language, gazetteer = load_language(code), load_gazetteer(code)
    found = [_paragraph(item, language, gazetteer) for item in paragraphs]
    named = _agreed([_separate(items) for items in found], paragraphs)
    roles = [_roles(item, language, gazetteer) for item in paragraphs]
    return [_together(names, more) for names, more in zip(named, roles, strict=True)]


def _together(names: list[Mention], roles: list[Mention]) -> list[Mention]:
    """Names and roles in order; a role takes in a name that it breaks, and a MISC within it is dropped."""
    whole = [_whole(role, names) for role in roles]
    kept = [name for name in names if name.type != "MISC" or not any(_holds(role, name) for role in whole)]
    return sorted([*kept, *whole], key=_place)


def _whole(role: Mention, names: Iterable[Mention]) -> Mention:
    broken = next((name for name in names if role.start < name.start < role.end < name.end), None)
    return replace(role, end=broken.end) if broken else role


def _holds(role: Mention, name: Mention) -> bool:
    return role.start <= name.start and name.end <= role.end


def _place(item: Mention) -> tuple[int, int]:
    return item.start, -item.end


def _roles(paragraph: Paragraph, language: Language, gazetteer: Gazetteer) -> list[Mention]:
    return list(read_roles(tokenize(paragraph.text, language.code), language, gazetteer))


def _paragraph(paragraph: Paragraph, language: Language, gazetteer: Gazetteer) -> list[Mention]:
    tokens = tokenize(paragraph.text, language.code)
    known = list(_listed(tokens, gazetteer))
    if paragraph.doc is None:
        return [*known, *read_capitals(paragraph.text, tokens, language, gazetteer)]
    modelled = [
        made
        for item in paragraph.doc.ents
        if (made := _trimmed(paragraph, item.start_char, item.end_char, item.label_, gazetteer)) is not None
        and not _is_common(paragraph, made, language, gazetteer)
    ]
    return [*(_corrected(item, known) for item in modelled), *known]


# the model's names


def _trimmed(paragraph: Paragraph, start: int, end: int, label: str, gazetteer: Gazetteer) -> Mention | None:
    """A model's name without articles and signs at its ends; None where nothing that is an entity is left."""
    kind = gazetteer.types.get(label)
    text = paragraph.text
    while kind is not None and start < end:
        word = re.match(r"(?:\w+'|[\w.-]+)\s*", text[start:end])
        if text[start] in _EDGES:
            start += 1
        elif word and _may_go(word.group(), text[start:end], gazetteer):
            start += word.end()
        else:
            break
    while end > start and text[end - 1] in _EDGES and not _is_initial(text[start:end]):
        end -= 1
    if kind is None or end - start < 2 or end - start > _LONGEST or not text[start].isupper():
        return None
    return Mention(start, end, kind, f"model: {label}")


def _may_go(word: str, text: str, gazetteer: Gazetteer) -> bool:
    if text.casefold().startswith(gazetteer.keep):
        return False
    return fold(word.strip().rstrip("'")) in gazetteer.leading or fold(word.strip()) in gazetteer.leading


def _is_initial(text: str) -> bool:
    """Whether a full stop at the end belongs to an abbreviation: "U.S."."""
    return text.endswith(".") and bool(re.search(r"(?:\b\w\.){2,}$", text))


def _is_common(paragraph: Paragraph, item: Mention, language: Language, gazetteer: Gazetteer) -> bool:
    """Whether a model took for a name what only begins a sentence, or never is one."""
    words = paragraph.text[item.start : item.end]
    if fold(words) in gazetteer.never or fold(words) in language.small_words or words.isdigit():
        return True
    if " " in words or paragraph.doc is None:
        return False
    before = paragraph.text[: item.start].rstrip(" «“\"'(—–-")
    node = paragraph.doc.char_span(item.start, item.end, alignment_mode="expand")
    begins = not before or before[-1] in ".!?:…"
    noun = node is not None and all(
        word.pos_ in ("NOUN", "VERB", "ADV", "ADJ", "ADP", "DET", "PRON", "AUX") for word in node
    )
    return begins and noun and not words.isupper() and item.type != "PER"


def _corrected(item: Mention, known: Iterable[Mention]) -> Mention:
    """The model's name with the type that the lists give to the same stretch."""
    same = next((name for name in known if (name.start, name.end) == (item.start, item.end)), None)
    return replace(item, type=same.type, why=f"{item.why}, list") if same else item


# the lists' names


def _listed(tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[Mention]:
    texts = [token.text for token in tokens]
    at = 0
    while at < len(tokens):
        found = gazetteer.names.find(texts, at)
        if found is None or _is_part(tokens, at, found[0]):
            at += 1
            continue
        yield Mention(tokens[at].start, tokens[found[0] - 1].end, found[1], "list of names", 0.9)
        at = found[0]


def _is_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a known name is only part of a longer word: the France of "Île-de-France"."""
    before = start > 0 and tokens[start - 1].text == "-" and tokens[start - 1].end == tokens[start].start
    after = end < len(tokens) and tokens[end].text == "-" and tokens[end].start == tokens[end - 1].end
    after = after and end + 1 < len(tokens) and tokens[end + 1].start == tokens[end].end
    return (before and start > 1 and tokens[start - 2].end == tokens[start - 1].start) or after


# what overlaps, and what the rest of the article says


def _separate(found: Iterable[Mention]) -> list[Mention]:
    """The names that stay when of two that overlap the longer one does, and then the model's."""
    kept: list[Mention] = []
    for item in sorted(
        found, key=lambda name: (name.start - name.end, name.start, not name.why.startswith("model"))
    ):
        if all(item.end <= other.start or other.end <= item.start for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda name: name.start)


def _agreed(found: list[list[Mention]], paragraphs: Sequence[Paragraph]) -> list[list[Mention]]:
    """The names, each with the type that the same words, or a person's full name, have elsewhere."""
    pairs = [
        (paragraph.text[item.start : item.end], item)
        for paragraph, items in zip(paragraphs, found, strict=True)
        for item in items
    ]
    persons = {
        word for words, item in pairs if item.type == "PER" and " " in words for word in words.split()[-1:]
    }
    votes: dict[str, Counter[str]] = {}
    for words, item in pairs:
        votes.setdefault(words, Counter())[item.type] += 1
    return [
        [_voted(item, paragraph.text[item.start : item.end], persons, votes) for item in items]
        for paragraph, items in zip(paragraphs, found, strict=True)
    ]


def _voted(item: Mention, words: str, persons: set[str], votes: dict[str, Counter[str]]) -> Mention:
    if "list" in item.why:
        return item
    if words in persons and item.type != "PER":
        return replace(item, type="PER", why=f"{item.why}, name of a person above")
    best, count = votes[words].most_common(1)[0]
    return replace(item, type=best) if best != item.type and count > 1 else item
