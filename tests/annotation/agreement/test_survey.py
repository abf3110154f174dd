"""All coefficients of a corpus."""

import pytest

from annotation.agreement import Labelled, Survey, questions_of, survey
from annotation.measures import MEASURES, _holistic
from tests.annotation.agreement.labels import CODEBOOK, TEXT, by_annotator, mention

PEOPLE = ("anna", "ben", "cleo")


def article(number: int, *types: str) -> Labelled:
    """An article in which each of three gives the same two mentions a type."""
    records = [
        mention(f"{number}{who}{quote}", who, quote, type_)
        for who, type_ in zip(PEOPLE, types, strict=True)
        for quote in ("Parlement", "Odile Vernay")
    ]
    return Labelled(article=f"a{number}", text=TEXT, records=by_annotator(*records))


ARTICLES = [article(1, "ORG", "ORG", "PER"), article(2, "PER", "PER", "PER"), article(3, "ORG", "PER", "ORG")]
ASKED = Survey(questions=[("entity", "type")], measures=["alpha-nominal", "percent"], pairs=True, draws=200)


def test_everybody_comes_before_each_pair() -> None:
    found = list(survey(ARTICLES, CODEBOOK, ASKED))
    assert [(one.measure, len(one.annotators)) for one in found] == [
        (measure, number) for measure in ("alpha-nominal", "percent") for number in (3, 2, 2, 2)
    ]
    alpha = found[0]
    assert alpha.value is not None
    assert alpha.low is not None
    assert alpha.high is not None
    assert alpha.low <= alpha.value <= alpha.high
    assert (alpha.used, alpha.total) == (18, 18)


def test_a_pair_is_measured_as_if_the_others_were_not_there() -> None:
    found = {one.annotators: one for one in survey(ARTICLES, CODEBOOK, ASKED) if one.measure == "percent"}
    assert found["anna", "ben"].value == 4 / 6
    assert found["anna", "ben"].total == 12
    assert found["ben", "cleo"].value == 2 / 6


def test_two_annotators_are_no_pair_of_their_own() -> None:
    two = [Labelled(article="a", text=TEXT, records={"anna": [], "ben": []})]
    found = list(
        survey(two, CODEBOOK, Survey(questions=[("entity", None)], measures=["percent"], pairs=True))
    )
    assert len(found) == 1
    assert found[0].value is None
    assert str(found[0].note)


def test_every_measure_answers_every_question_or_says_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_holistic, "MOST", _holistic.DRAWS)
    wanted = Survey(questions=questions_of(CODEBOOK), measures=MEASURES.names, draws=0)
    told: list[tuple[int, int]] = []
    found = list(survey(ARTICLES, CODEBOOK, wanted, told=lambda done, total: told.append((done, total))))
    assert all((one.value is None) == (one.note is not None) for one in found)
    assert told[-1] == (len(found) - 1, len(found))
    assert {one.layer for one in found} == {layer.id for layer in CODEBOOK.layers}


def test_no_articles_have_no_agreement() -> None:
    (found, *_rest) = survey([], CODEBOOK, ASKED)
    assert (found.value, found.used, found.total) == (None, 0, 0)
