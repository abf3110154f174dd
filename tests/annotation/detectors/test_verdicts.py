"""Claims are counted as records."""

from annotation.detectors._memory import remember
from annotation.detectors._verdicts import ADDED, RIGHT, WRONG, Record, record_of


def test_words_are_refused_when_they_were_rejected_again_and_again_and_never_wanted() -> None:
    assert Record(wrong=2).is_refused(2)
    assert not any(one.is_refused(2) for one in (Record(wrong=1), Record(1, 9), Record(wrong=9, added=1)))
    assert not Record(wrong=3).is_refused(4)


def test_a_record_is_read_from_claims() -> None:
    assert Record.of({RIGHT: 2, WRONG: 1, ADDED: 3, ("is", "type", "x", "kept"): 9}) == Record(2, 1, 3)


def test_nothing_is_known_of_what_nobody_decided() -> None:
    memory = remember([((("rule", "a"), RIGHT),)])
    assert record_of(memory, ("rule", "a")) == Record(right=1)
    assert record_of(memory, ("rule", "b")) == record_of(memory, None) == Record()
