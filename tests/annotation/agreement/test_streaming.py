"""A corpus that is counted as it is read has the coefficients that it has when it is held."""

from dataclasses import replace
from random import Random

import pytest

from annotation.agreement import Finding, Labelled, Survey, measures_called, streaming, survey
from annotation.agreement.cost import WHOLE
from annotation.agreement.streaming import stream
from annotation.codebook import built_in_codebook, load_codebook
from tests.annotation.agreement.labels import TEXT, by_annotator, mention

CODEBOOK = load_codebook(built_in_codebook())
PLACES = ("Parlement", "Brume", "Union", "Odile Vernay")


def corpus(number: int) -> list[Labelled]:
    """Articles of three annotators; the third has worked on every other one."""
    made, chance = [], Random(3)
    for at in range(number):
        people = ("anna", "ben", "cleo")[: 2 + at % 2]
        marks = [
            mention(f"{at}-{who}-{word}", who, word, chance.choice(("ORG", "ORG", "PER")))
            for who in people
            for word in PLACES
            if chance.random() < 0.8
        ]
        made.append(Labelled(article=f"a{at:04d}", text=TEXT, records=by_annotator(*marks)))
    return made


def wanted(*, pairs: bool = False, draws: int = 200) -> Survey:
    names = [name for name in measures_called(()) if name not in WHOLE]
    questions = [("entity", None), ("entity", "type"), ("entity", "mention_level")]
    return Survey(questions=questions, measures=names, pairs=pairs, draws=draws)


def bare(finding: Finding) -> tuple[object, ...]:
    return finding.layer, finding.field, finding.measure, finding.annotators, finding.used, finding.total


@pytest.fixture(autouse=True)
def some_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read twenty articles at once, so that a small corpus is read in several turns."""
    monkeypatch.setattr(streaming, "AT_ONCE", 20)


@pytest.mark.parametrize("pairs", [False, True])
def test_the_coefficients_are_those_of_the_corpus_that_is_held(pairs: bool) -> None:
    articles, asked = corpus(50), wanted(pairs=pairs, draws=0)
    held = list(survey(articles, CODEBOOK, asked))
    read = list(stream(iter(articles), CODEBOOK, asked))
    assert [bare(one) for one in read] == [bare(one) for one in held]
    for one, other in zip(read, held, strict=True):
        assert one.value == pytest.approx(other.value)
        assert str(one.note) == str(other.note)


def test_an_interval_is_about_as_wide_as_by_drawing_articles() -> None:
    articles, asked = corpus(60), wanted()
    held = {bare(one): one for one in survey(articles, CODEBOOK, asked) if one.low is not None}
    read = {bare(one): one for one in stream(articles, CODEBOOK, asked) if one.low is not None}
    assert held.keys() == read.keys()
    for key, one in read.items():
        assert one.value is not None
        assert one.low is not None
        assert one.high is not None
        assert held[key].high is not None
        assert one.low <= one.value <= one.high
        wide = float(held[key].high or 0) - float(held[key].low or 0)
        assert one.high - one.low == pytest.approx(wide, rel=0.5, abs=1e-6)


def test_what_needs_the_whole_corpus_is_named_and_left_out() -> None:
    asked = replace(wanted(), measures=measures_called(()))
    found = {one.measure: one for one in stream(corpus(3), CODEBOOK, asked)}
    assert found["gamma"].value is None
    assert "by its name" in str(found["gamma"].note)


def test_reading_is_told_and_ends_where_it_is_refused() -> None:
    seen: list[tuple[int, int]] = []
    list(stream(corpus(21), CODEBOOK, wanted(draws=0), None, lambda *at: seen.append(at), expected=30))
    assert seen == [(0, 30), (20, 30)]

    def refuse(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(stream(corpus(3), CODEBOOK, wanted(), None, refuse))


def test_nothing_to_read_gives_coefficients_without_a_value() -> None:
    found = list(stream([], CODEBOOK, wanted()))
    assert found
    assert all(one.value is None and one.total == 0 for one in found)
