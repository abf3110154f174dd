from annotation.importers._marking.gathering import Keys, Occurrences, gather
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.records import Span


def text(annotator: str, words: str = "Anne parle.", *, metadata: dict[str, str] | None = None) -> MarkedText:
    marks = (Mark(key="1", label="PER", annotator=annotator), Mark(key="2", label="LOC", annotator=annotator))
    article = new_article(words, ("test",), title="T", metadata=metadata)
    return MarkedText(
        article=article, text=words, marks=marks, links=(Link(label="x", source="1", target="2"),)
    )


def test_the_same_mark_has_the_same_key_and_its_twin_another() -> None:
    keys, again = Keys(), Keys()
    first = [keys.key("PER", [Span(0, 4)]), keys.key("PER", [Span(0, 4)]), keys.key("LOC", [Span(0, 4)])]
    assert first == [
        again.key("PER", [Span(0, 4)]),
        again.key("PER", [Span(0, 4)]),
        again.key("LOC", [Span(0, 4)]),
    ]
    assert len(set(first)) == 3


def test_an_annotator_who_sees_a_text_twice_makes_two_articles_of_it() -> None:
    times = Occurrences()
    assert [times.number(*seen) for seen in (("A", "t"), ("B", "t"), ("A", "t"), ("A", "u"))] == [
        "1",
        "1",
        "2",
        "1",
    ]


def test_annotators_of_one_text_come_together() -> None:
    (one,) = gather([text("Anna"), text("Ben", metadata={"more": "x"})])
    assert [mark.key for mark in one.marks] == ["Anna/1", "Anna/2", "Ben/1", "Ben/2"]
    assert [(link.source, link.target) for link in one.links] == [("Anna/1", "Anna/2"), ("Ben/1", "Ben/2")]
    assert one.article.metadata["more"] == "x"


def test_keys_that_meet_are_told_apart() -> None:
    (one,) = gather([text(""), text("")])
    assert [mark.key for mark in one.marks] == ["1", "2", "1+", "2+"]
    assert one.links[1].source == "1+"


def test_texts_keep_their_order() -> None:
    assert [one.text for one in gather([text("A", "b"), text("A", "a"), text("B", "b")])] == ["b", "a"]
