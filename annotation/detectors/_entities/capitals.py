"""Names by their capitals, where no model is installed."""

from collections.abc import Iterator, Sequence

from annotation.detectors._entities.gazetteer import Gazetteer
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import Language
from annotation.detectors._tokens import Token

_JOINTS = frozenset({"de", "du", "des", "d'", "von", "van", "der", "al", "ben", "el", "of", "le", "la"})
_ENDS = '.!?…:«“"(—–'


def read_capitals(
    text: str, tokens: Sequence[Token], language: Language, gazetteer: Gazetteer
) -> Iterator[Mention]:
    """Runs of words with capitals, each with the type that the words around it suggest."""
    if text.isupper():
        return
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        if end == at:
            at += 1
            continue
        start = at + (_opens(tokens, at) and tokens[at].fold in language.small_words)
        start += start < end and tokens[start].fold in gazetteer.titles
        if start < end and _is_name(tokens, start, end, language, gazetteer):
            kind, confidence = _type(tokens, start, end, gazetteer)
            yield Mention(tokens[start].start, tokens[end - 1].end, kind, "capitals", confidence)
        at = end


def _is_capital(token: Token) -> bool:
    return token.kind == "word" and token.capital and not token.text.endswith("'")


def _run(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and _is_capital(tokens[end]):
        end += 1
        joint = end
        while (
            joint < len(tokens)
            and joint < end + 2
            and (tokens[joint].text == "-" or tokens[joint].fold in _JOINTS)
        ):
            joint += 1
        if joint > end and joint < len(tokens) and _is_capital(tokens[joint]) and _binds(tokens, end, joint):
            end = joint
    return end


def _binds(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether hyphens, or one small word between capitals, make one name."""
    if tokens[start].text == "-":
        return tokens[start - 1].end == tokens[start].start and tokens[end - 1].end == tokens[end].start
    return end - start == 1


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in _ENDS


def _is_name(tokens: Sequence[Token], start: int, end: int, language: Language, gazetteer: Gazetteer) -> bool:
    words = " ".join(token.fold for token in tokens[start:end])
    if words in gazetteer.never or all(token.fold in language.small_words for token in tokens[start:end]):
        return False
    lone = end - start == 1
    return not (
        lone and (_opens(tokens, start) or len(tokens[start].text) < 2) and not tokens[start].text.isupper()
    )


def _type(tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer) -> tuple[str, float]:
    before = tokens[start - 1].fold if start else ""
    title = tokens[start - 2].fold + "." if start > 1 and before == "." else before
    if before in gazetteer.before_person or title in gazetteer.titles or before in gazetteer.titles:
        return "PER", 0.7
    if end - start == 1 and tokens[start].text.isupper():
        return "ORG", 0.5
    if before in gazetteer.before_place:
        return "LOC", 0.5
    capitals = sum(token.capital for token in tokens[start:end])
    return ("PER", 0.4) if capitals in (2, 3) else ("MISC", 0.3)
