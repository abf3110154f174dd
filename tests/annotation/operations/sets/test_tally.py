"""A set is counted as it is written, and parts add up to the whole."""

from dataclasses import replace

from annotation.codebook import built_in_codebook, load_codebook
from annotation.operations.sets.tally import Tally, TallyBook, together
from annotation.records import Annotation, Article, Status
from tests.annotation.newsroom import ANN, BOB, annotation

BOOK = TallyBook.of(load_codebook(built_in_codebook()), {one.id: one for one in (ANN, BOB)})
ARTICLE = Article(id="a1", title="", text_sha256="", length=90, lang="fr", outlet="Cadran",
                  published="2026-03-02T10:00:00")  # fmt: skip


def records() -> list[Annotation]:
    return [
        annotation("1", "p-ann", "entity", {"mention": ["OTAN"]}, type="ORG"),
        replace(
            annotation("2", "p-bob", "entity", {"mention": ["OTAN"]}, type="ORG"), status=Status.REJECTED
        ),
        annotation("3", "p-ann", "source", {"source": ["Nina Roux"]}, negated=True, speech="direct"),
    ]


def test_an_article_is_counted_with_its_records() -> None:
    tally = Tally()
    tally.take(ARTICLE, records(), BOOK)
    assert (tally.articles, tally.characters, tally.total) == (1, 90, 3)
    assert (tally.first, tally.last) == ("2026-03-02", "2026-03-02")
    assert tally.records == {("entity", "accepted"): 1, ("entity", "rejected"): 1, ("source", "accepted"): 1}
    assert tally.people == {"Ann": 2, "Bob": 1}
    assert tally.values["entity", "type"] == {"ORG": 2}
    assert tally.values["source", "negated"] == {"true": 1}
    assert (tally.of_layer("entity"), tally.of_layer("stance")) == (2, 0)


def test_free_text_is_not_counted_by_its_words() -> None:
    assert "value" not in BOOK.chosen["figure"]
    assert "kind" in BOOK.chosen["figure"]


def test_parts_add_up() -> None:
    one, other = Tally(), Tally()
    one.take(ARTICLE, records(), BOOK)
    other.take(replace(ARTICLE, id="a2", outlet=None, published=None), records()[:1], BOOK)
    whole = together([one, other, Tally()])
    assert (whole.articles, whole.total) == (2, 4)
    assert whole.outlets == {"Cadran": 1, "": 1}
    assert (whole.first, whole.last) == ("2026-03-02", "2026-03-02")
    assert whole.values["entity", "type"] == {"ORG": 3}
    assert one.total == 3, "the parts stay as they are"
