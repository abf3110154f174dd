"""Conditions of the search in words."""

import pytest

from annotation.codebook import built_in_codebook, load_codebook
from annotation.i18n import use_language
from gui.views.corpus_terms import condition_words

CODEBOOK = load_codebook(built_in_codebook())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ('outlet:"Le Monde"', "Outlet: Le Monde"),
        ("outlet:monde,figaro", "Outlet: monde or figaro"),
        ("-outlet:none", "not Outlet: none"),
        ("lang:fr", "Language: français"),
        ("status:done@Marie", "Progress: done · Marie"),
        ("status:todo", "Progress: to do"),
        ("has:stance", "With: Stances"),
        ("has:tags", "With: tags"),
        ("suggested:entity", "With suggestions of: Entities"),
        ("assigned:nobody", "Assigned to: nobody"),
        ("tag:*", "Tag: any"),
        ("stance:against", "Stances: Against"),
        ("target:Rutte polarity:favor", "Stance, Target: Rutte, Stance, Polarity: Favor"),
        ("cue:selon", "Source, Cue: selon"),
        ("stance>=3", "Stances ≥ 3"),
        ("length<100", "Characters < 100"),
        ("meta.rubrique:x", "rubrique: x"),
        ("grève OR strike*", "“grève” or “strike…”"),
        ("nonsense:x", "nonsense: x"),
        ("", ""),
        ("(" * 100, "(" * 100),
    ],
)
def test_a_condition_reads_as_people_say_it(typed: str, words: str) -> None:
    assert condition_words(typed, CODEBOOK) == words


def test_it_reads_in_the_language_of_the_window() -> None:
    use_language("fr")
    assert condition_words("-stance:against", CODEBOOK) == "sauf Positions\u00a0: Défavorable"
