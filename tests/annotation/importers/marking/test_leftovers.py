from annotation.importers._marking.leftovers import Leftovers


def reasons(left: Leftovers) -> list[str]:
    assert {one.file for one in left} <= {"file"}
    return [one.reason for one in left]


def test_nothing_left_says_nothing() -> None:
    assert reasons(Leftovers("file")) == []


def test_everything_that_is_left_is_said_in_one_sentence_each() -> None:
    left = Leftovers("file")
    left.say("So.")
    for _ in range(2):
        left.no_text(3)
        left.outside()
        left.other_words("mot")
        left.loose_link()
        left.cancelled()
        left.structure("Token")
        left.unreadable("box")
    assert reasons(left) == [
        "So.",
        "2 entries have no text and were left out, the first of them number 3.",
        "2 marks lie outside their text and were left out.",
        "2 marks were left out, because the text has other words at their places: “mot” …",
        "2 relations name marks that are not there, and were left out.",
        "2 annotations were cancelled by their annotators and left out.",
        "2 × Token: the structure of the text, which labels nothing.",
        "2 × box: marks of something else than text.",
    ]
