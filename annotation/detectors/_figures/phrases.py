"""Lists of a language's TOML files as phrases to look up."""

from collections.abc import Iterable, Mapping

from annotation.detectors._language import Phrases
from annotation.detectors._tokens import phrase


def phrases(words: Iterable[str], code: str) -> Phrases[str]:
    """`words` of the language `code`, each found as itself."""
    return Phrases((phrase(item, code), item) for item in words)


def phrases_by_code(table: Mapping[str, Iterable[str]], code: str) -> Phrases[str]:
    """The words of each key of `table`, each found as its key."""
    return Phrases((phrase(item, code), name) for name, items in table.items() for item in items)
