"""What grows with its input grows no faster: ratios of processor time within one run."""

import time
from collections.abc import Callable

import pytest

from annotation.agreement.by_article import by_article
from annotation.detectors import Document
from annotation.detectors._text import split_paragraphs
from annotation.detectors.figures import plug
from annotation.measures import MEASURES, Row, Unit, Units
from annotation.records import Span

HARD = [
    "1", "12 ", "12,", "1.", "1/", "12-", "a1", "plus de ", "cent et ", "de milliers ", "10^", "5 € et ",
    "1 sur ", "FR76 ", "RUE 12 ", "a.b@", "one hundred and ", "12\t", "entre 5 et ", "demi-", "½",
]  # fmt: skip


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time, the least of two."""
    taken = []
    for _ in range(2):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("part", HARD)
def test_figures_of_hard_lines_take_time_that_grows_with_them(code: str, part: str) -> None:
    def read(count: int) -> Callable[[], object]:
        text = part * count
        return lambda: list(plug.detect(Document(text, code, "", tuple(split_paragraphs(text)))))

    assert spent(read(400)) <= 12 * spent(read(100)) + 0.5


def test_an_article_takes_no_longer_among_ten_thousand_than_among_few() -> None:
    def compare(number: int) -> Callable[[], object]:
        mine, same = Unit(spans={"mention": (Span(0, 3),)}), Unit(spans={"mention": (Span(1, 3),)})
        names = [str(place) for place in range(number)]
        rows = tuple(Row(article=name, units={"anna": mine, "ben": same}) for name in names)
        workers = {name: frozenset({"anna", "ben"}) for name in names}
        units = Units(layer="entity", annotators=("anna", "ben"), rows=rows, workers=workers)
        return lambda: by_article(units, MEASURES["f1-overlap"])

    assert spent(compare(10_000)) <= 50 * spent(compare(1_000)) + 0.5
