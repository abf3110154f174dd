"""Spellings that differ only in what does not matter are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.records import fold_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("OTAN", "otan"),
        ("l’OTAN", "otan"),
        ("L'OTAN", "otan"),
        ("« l’OTAN »", "otan"),
        ("d’Émilie Dupont-Brière", "emilie dupont briere"),
        ("M. Dupont", "dupont"),
        ("Mme Dupont", "dupont"),
        ("Dr. Dr. Who", "who"),
        ("The White House", "white house"),
        ("la présidente de la Région", "presidente de la region"),
        ("Ministère de l’Intérieur", "ministere de l interieur"),
        ("E\u0301milie", "emilie"),
        ("ÉMILIE", "emilie"),
        ("Straße", "strasse"),
        ("ﬁnance", "finance"),
        ("A.B.C.", "a b c"),
        ("l’", "l"),
        ("le", "le"),
        ("", ""),
        ("…", ""),
        ("👍", ""),
        ("الوزير", "الوزير"),
    ],
)
def test_a_name_is_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(name=st.text())
def test_a_folded_name_is_words_with_one_space_between(name: str) -> None:
    folded = fold_name(name)
    assert folded == " ".join(folded.split())
    assert folded == folded.casefold()


@given(name=st.text("abdelmnorstuvéèçñöüœ", min_size=4, max_size=9))
def test_elision_case_and_quotes_make_no_difference(name: str) -> None:
    expected = fold_name(name)
    for written in (
        f"l’{name}",
        f"L'{name}",
        f"«\u00a0{name}\u00a0»",
        f"“{name}”",
        f"les {name}",
        name.title(),
    ):
        assert fold_name(written) == expected
