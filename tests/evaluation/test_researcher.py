"""A simulated researcher's decisions change what is suggested in the next paragraph."""

from pathlib import Path
from typing import Any

from tests.evaluation.matching import items
from tests.evaluation.quality import Count
from tests.evaluation.researcher import follow, paragraphs

TEXT = "L’OTAN se réunit.\n\nPersonne ne vient.\n\nOn attend l’OTAN."


def article(*marks: tuple[int, int, str]) -> dict[str, Any]:
    rows = [
        {"id": f"e{n}", "layer": "entity", "spans": {"mention": [[a, b]]}, "features": {"type": kind}}
        for n, (a, b, kind) in enumerate(marks)
    ]
    return {"id": "a", "title": "", "lang": "fr", "text": TEXT, "annotations": rows}


LAST = TEXT.rindex("OTAN")
WRONG = article((2, 6, "PRODUCT"), (LAST, LAST + 4, "PRODUCT"))


def test_paragraphs_keep_their_words() -> None:
    parts = list(paragraphs(WRONG))
    assert [part["text"] for part in parts] == TEXT.split("\n\n")
    assert [[item.quotes["mention"] for item in items(part, "entity")] for part in parts] == [
        [("OTAN",)],
        [],
        [("OTAN",)],
    ]


def test_who_starts_anew_corrects_the_same_words_again(tmp_path: Path) -> None:
    diary = follow(paragraphs(WRONG), tmp_path, learns=False)
    assert diary.whole == Count(hits=0, gold=2, found=2)
    assert diary.decisions["correct"] == 2


def test_what_was_corrected_once_is_right_the_next_time(tmp_path: Path) -> None:
    diary = follow(paragraphs(WRONG), tmp_path, learns=True)
    assert diary.whole == Count(hits=1, gold=2, found=2)
    assert diary.decisions == {"accept": 1, "correct": 1, "reject": 0, "add": 0}


def test_what_was_missed_and_what_should_not_be_there_are_decided_too(tmp_path: Path) -> None:
    missing = TEXT.index("Personne")
    diary = follow(paragraphs(article((missing, missing + 8, "ORG"))), tmp_path, learns=True)
    assert diary.decisions["add"] == 1
    assert diary.decisions["reject"] >= 1
