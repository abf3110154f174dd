"""The conditional of hearsay, and how sure contents look."""

import pytest

from annotation.detectors._attributions.hearsay import judge_factuality, read_hearsay
from annotation.detectors._attributions.record import Attribution
from tests.annotation.detectors.attributions.reader import passage, words


def hearsay(text: str) -> list[list[str]]:
    here = passage(text)
    return [words(here, *item.content) for item in read_hearsay(here, 0, len(here.tokens), [])]


def test_the_conditional_alone_marks_hearsay() -> None:
    assert hearsay("La chanteuse aurait quitté le pays.") == [["La chanteuse aurait quitté le pays"]]


@pytest.mark.parametrize(
    "text", ["S'il avait su, il aurait quitté le pays.", "Elle aurait voulu partir.", "Elle part."]
)
def test_a_wish_or_a_condition_is_no_hearsay(text: str) -> None:
    assert hearsay(text) == []


def test_a_sentence_that_somebody_is_credited_with_is_no_hearsay() -> None:
    here = passage("Le suspect aurait agi seul, selon la police.")
    taken = [Attribution(content=((0, 26),))]
    assert list(read_hearsay(here, 0, len(here.tokens), taken)) == []


@pytest.mark.parametrize(
    ("text", "denies", "factuality"),
    [
        ("il aurait agi seul", False, "possible"),
        ("cela pourrait suffire", False, "possible"),
        ("le train devrait partir", False, "likely"),
        ("le train part", False, None),
        ("les faits", True, "denied"),
    ],
)
def test_how_sure_a_content_looks_is_told(text: str, denies: bool, factuality: str | None) -> None:
    here = passage(text)
    item = Attribution(content=((0, len(text)),), denies=denies)
    assert judge_factuality(here, item) == factuality
