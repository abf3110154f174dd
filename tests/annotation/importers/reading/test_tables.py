"""The data about archives: every word means one thing."""

import pytest

from annotation.importers._reading.tables import ARCHIVES, fold, folded_keys, read_table


@pytest.mark.parametrize("path", sorted(ARCHIVES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_table_can_be_read(path: object) -> None:
    assert read_table(getattr(path, "stem", ""))


def test_words_are_looked_up_without_accents_and_case() -> None:
    assert fold("  Février\u00a0 2011 ") == "fevrier 2011"


@pytest.mark.parametrize("name", ["months", "languages"])
def test_no_word_belongs_to_two(name: str) -> None:
    found: dict[str, set[str]] = {}
    for key, words in read_table(name).items():
        for word in words:
            found.setdefault(fold(word), set()).add(key)
    assert not {word: keys for word, keys in found.items() if len(keys) > 1}
    assert dict(folded_keys(name)) == {word: next(iter(keys)) for word, keys in found.items()}
