"""What two mentions of the same party share."""

from annotation.detectors._stances.record import Party


def test_two_mentions_with_the_same_key_are_the_same_party() -> None:
    assert (
        Party(words="Rutte", at=(0, 5), key="e1").same == Party(words="Mark Rutte", at=(9, 19), key="e1").same
    )


def test_things_are_the_same_when_their_words_are() -> None:
    assert Party(words="Réforme", at=(0, 7)).same == Party(words="réforme", at=(20, 27)).same
    assert Party(words="réforme", at=(0, 7)).same != Party(words="loi", at=(0, 3)).same
