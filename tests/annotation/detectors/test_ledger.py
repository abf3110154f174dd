"""Articles in bundles, answers in order, and articles that end whoever reads them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors import Detection, Job
from annotation.detectors._ledger import MOST_ARTICLES, MOST_CHARACTERS, Bundle, Ledger

FOUND = Detection("fr")
MANY = 10_000


def jobs(*lengths: int) -> list[Job]:
    return [Job(f"a{number}", "x" * length) for number, length in enumerate(lengths)]


def bundles(ledger: Ledger) -> Iterator[Bundle]:
    while bundle := ledger.take(MANY):
        yield bundle


@given(st.lists(st.integers(0, 2 * MOST_CHARACTERS), max_size=60))
def test_every_article_is_in_one_bundle_in_order_and_no_bundle_is_too_large(lengths: list[int]) -> None:
    given_ = jobs(*lengths)
    found = list(bundles(Ledger(given_)))
    assert [job for bundle in found for job in bundle] == given_
    assert all(len(bundle) <= MOST_ARTICLES for bundle in found)
    sizes = [(len(bundle), sum(len(job.text) for job in bundle)) for bundle in found]
    assert all(size <= MOST_CHARACTERS or number == 1 for number, size in sizes)


@given(st.permutations(range(30)))
def test_answers_are_given_back_in_the_order_of_the_articles(order: list[int]) -> None:
    ledger = Ledger(jobs(*[10] * 30))
    assert sum(map(len, bundles(ledger))) == 30
    back: list[str] = []
    for number in order:
        ledger.answer(f"a{number}", FOUND)
        back += [id_ for id_, _ in ledger.ready()]
    assert back == [f"a{number}" for number in range(30)]
    assert ledger.is_done


def test_nothing_is_taken_while_too_many_wait_for_an_earlier_one() -> None:
    ledger = Ledger(jobs(*[10] * 100))
    taken = [*ledger.take(20), *ledger.take(20)]
    assert ledger.take(20) == ()
    for job in taken:
        ledger.answer(job.id, FOUND)
    assert ledger.take(20) == ()
    assert len(list(ledger.ready())) == len(taken)
    assert ledger.take(20)


def test_a_lost_bundle_is_read_again_one_by_one_before_anything_else() -> None:
    ledger = Ledger(jobs(*[10] * 40))
    lost = ledger.take(MANY)
    ledger.lose(lost, read=True)
    assert [ledger.take(MANY) for _ in lost] == [(job,) for job in lost]
    assert ledger.take(MANY)[0].id == f"a{len(lost)}"


def test_an_article_that_is_lost_twice_while_it_is_read_is_answered_by_a_failure() -> None:
    ledger = Ledger([Job("a", "x", "A title", "fr"), Job("b", "x")])
    ledger.lose(ledger.take(MANY), read=True)
    first, second = ledger.take(MANY), ledger.take(MANY)
    ledger.lose(first, read=True)
    ledger.lose(second, read=False)
    assert ledger.take(MANY) == second
    ledger.answer("b", FOUND)
    (name, detection), answered = ledger.ready()
    assert (name, detection.lang, detection.suggestions) == ("a", "fr", ())
    assert [(failure.part, "“A title”" in failure.reason) for failure in detection.failures] == [
        ("process", True)
    ]
    assert answered == ("b", FOUND)
    assert ledger.is_done


def test_an_article_without_a_title_is_named_by_its_id() -> None:
    ledger = Ledger([Job("a7", "x")])
    for _ in range(2):
        ledger.lose(ledger.take(MANY), read=True)
    ((_, detection),) = ledger.ready()
    assert "“a7”" in detection.failures[0].reason
    assert detection.lang == ""


def test_no_articles_are_done_at_once() -> None:
    ledger = Ledger([])
    assert ledger.take(MANY) == ()
    assert ledger.is_done
    assert list(ledger.ready()) == []
