"""Names that stand again where nothing has marked them."""

from annotation.detectors._entities.mention import Mention
from annotation.detectors._entities.repeats import find_again
from tests.annotation.detectors.entities.reader import line_of


def again(first: str, name: str, kind: str, second: str, *codes: str) -> list[tuple[str, str]]:
    """What is found in a second paragraph after one that has a name."""
    one, two = line_of(first), line_of(second)
    start = one.text.index(name)
    item = Mention(start, start + len(name), kind, codes or ("model", "given"))
    _, found = find_again([[item], []], [one, two])
    return [(two.text[mention.start : mention.end], mention.type) for mention in found]


def test_a_name_is_found_where_no_model_saw_it() -> None:
    assert again("Vardax ment.", "Vardax", "ORG", "On accuse Vardax.") == [("Vardax", "ORG")]


def test_a_surname_is_found_after_the_full_name() -> None:
    assert again("Claire Morin part.", "Claire Morin", "PER", "Puis Morin revient.") == [("Morin", "PER")]


def test_a_part_of_a_longer_word_is_left() -> None:
    assert again("Vardax ment.", "Vardax", "ORG", "L’affaire Vardax-Union.") == []


def test_a_common_word_at_the_beginning_of_a_sentence_is_left() -> None:
    assert again("Paul Noir part.", "Paul Noir", "PER", "Noir de monde. Il fait noir.") == []


def test_a_lone_word_that_only_a_model_believes_is_not_looked_for() -> None:
    assert again("Vardax ment.", "Vardax", "ORG", "On accuse Vardax.", "model") == []
