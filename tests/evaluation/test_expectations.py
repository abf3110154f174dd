"""What tables state of files is understood, silence too."""

from pathlib import Path

import pytest

from tests.evaluation.expectations import Expected, load_expectations


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a1.txt", "a2.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def load(folder: Path, text: str, *, whole: bool = False) -> list[Expected]:
    table = folder / "table.toml"
    table.write_text(text, encoding="utf-8")
    return list(load_expectations(table, folder, whole=whole))


def test_a_list_states_one_value_an_article_and_a_star_nothing(folder: Path) -> None:
    row = '[[file]]\npath = "b.txt"\nformat = "txt"\ntitle = ["One", "*"]\nlang = ["*", ""]\nleft_out = 2\n'
    (one,) = load(folder, row)
    assert one.articles == ({"title": "One"}, {"lang": ""})
    assert (one.count, one.facts) == (2, {"left_out": 2})


def test_a_file_is_under_the_entry_that_names_it_best(folder: Path) -> None:
    rows = (
        '[[file]]\npath = "*.txt"\nformat = "txt"\narticles = 1\n'
        '[[file]]\npath = "a*.txt"\nformat = "txt"\narticles = 2\n'
        '[[file]]\npath = "a2.txt"\nformat = "txt"\narticles = 3\n'
    )
    assert {one.path.name: one.count for one in load(folder, rows)} == {"b.txt": 1, "a1.txt": 2, "a2.txt": 3}


def test_a_table_of_whole_articles_says_by_silence_that_there_is_no_more(folder: Path) -> None:
    row = (
        '[[file]]\npath = "b.txt"\nformat = "txt"\n[[file.article]]\ntitle = "T"\nlength = 3\nstarts = "a"\n'
    )
    (one,) = load(folder, row, whole=True)
    (article,) = one.articles
    assert (article["title"], article["outlet"], article["authors"]) == ("T", "", [])
    assert article["outline"] == {"length": 3, "starts": "a"}


def test_files_that_are_not_there_are_left_out(folder: Path) -> None:
    assert load(folder, '[[file]]\npath = "c.txt"\nformat = "txt"\n') == []
