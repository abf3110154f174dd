"""Which language an article is in, among those that the program knows."""

from functools import cache
from typing import TYPE_CHECKING

from annotation.detectors._language import available_languages, fold, load_language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it ships no types

DEFAULT = "fr"
"""What a text without any letters counts as."""
_ENOUGH = 120
"""Code points from which on the identifier is trusted more than small words."""
_SAMPLE = 4_000


def identify(text: str, title: str = "") -> str:
    """The code of the language that `text` is most likely in; short texts are judged by small words too."""
    known = available_languages()
    sample = f"{title} {text[:_SAMPLE]}".strip()
    if not any(letter.isalpha() for letter in sample):
        return DEFAULT if DEFAULT in known else known[0]
    if len(sample) < _ENOUGH:
        small = _count_small_words(sample, known)
        best = sorted(known, key=lambda code: -small[code])
        if small[best[0]] and (len(best) == 1 or small[best[0]] > small[best[1]]):
            return best[0]
    return str(_identifier(known).classify(sample.encode("utf-8", "replace").decode("utf-8"))[0])


def _count_small_words(sample: str, known: tuple[str, ...]) -> dict[str, int]:
    words = [fold(word) for word in sample.replace("’", "' ").replace("'", "' ").split()]
    return {code: sum(word in load_language(code).small_words for word in words) for code in known}


@cache
def _identifier(known: tuple[str, ...]) -> "LanguageIdentifier":
    # py3langid brings numpy along, which the window must not wait for
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(known))
    return identifier
