"""Finding articles by their words."""

from pathlib import Path

from tests.annotation.commands.runner import answer, run


def test_a_search_finds_words_whatever_their_accents(file: Path) -> None:
    (hit,) = answer("search", file, "depeche")
    assert (hit["article"], hit["snippet"]) == ("a3", "Une [dépêche] sans rien.")
    assert run("search", file, "nothing").stdout == "Nothing found.\n"
    assert len(answer("search", file, "nina OR depeche", "--limit", "1")) == 1
    assert run("search", file, '"((').exit_code == 0
