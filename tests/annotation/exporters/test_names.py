"""Names of files are plain, of a bounded length, and given once."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._names import FileNames, plain_name


def test_accents_and_signs_go() -> None:
    assert plain_name("L’Œuvre : « Été » à Noël/2024?") == "l-oeuvre-ete-a-noel-2024"


def test_names_that_windows_reserves_are_avoided() -> None:
    assert plain_name("CON") == "con-"
    assert plain_name("Lpt1") == "lpt1-"


def test_the_same_title_gets_another_name() -> None:
    names = FileNames()
    assert [names.take("Grève"), names.take("grève !"), names.take("…"), names.take("")] == [
        "greve",
        "greve-2",
        "article",
        "article-2",
    ]


@given(st.lists(st.text(), max_size=20))
def test_no_name_is_given_twice_or_leaves_its_folder(wanted: list[str]) -> None:
    names = FileNames()
    given_ = [names.take(one) for one in wanted]
    assert len({name.casefold() for name in given_}) == len(given_)
    assert all(name.isascii() and name.strip("-").replace("-", "").isalnum() for name in given_)
    assert all(len(name) <= 70 for name in given_)
