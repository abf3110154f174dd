"""What stands where words were found, and whether a label may be given there."""

from annotation.operations.alike_places import Place, look_at
from annotation.project.mentions import Standing
from annotation.records import Span, Status

ME = "ana"


def one(
    *spans: Span, who: str = "machine", status: Status = Status.SUGGESTED, basis: str | None = None
) -> Standing:
    return Standing(id=f"{who}{spans}", annotator=who, status=status, basis=basis, spans=spans)


def place(at: Span, *records: Standing) -> Place:
    (found,) = look_at([at], records, ME)
    return found


def test_a_place_without_records_is_bare_and_free() -> None:
    found = place(Span(5, 9), one(Span(0, 5)), one(Span(9, 12)))
    assert (found.is_bare, found.is_free, found.suggestion) == (True, True, None)


def test_a_suggestion_of_just_these_words_is_free() -> None:
    suggestion = one(Span(5, 9))
    assert place(Span(5, 9), suggestion).suggestion is suggestion


def test_longer_words_that_are_marked_are_not_parted() -> None:
    assert not place(Span(5, 9), one(Span(5, 12))).is_free


def test_a_label_stays_and_so_does_a_rejected_one() -> None:
    for status in (Status.ACCEPTED, Status.EDITED, Status.REJECTED):
        assert not place(Span(5, 9), one(Span(5, 9), who=ME, status=status)).is_free


def test_a_rejected_record_of_other_words_does_not_count() -> None:
    assert place(Span(5, 9), one(Span(4, 9), who=ME, status=Status.REJECTED)).is_bare


def test_a_suggestion_that_was_decided_about_is_what_was_decided() -> None:
    suggestion = one(Span(5, 9))
    moved = one(Span(20, 24), who=ME, status=Status.EDITED, basis=suggestion.id)
    assert place(Span(5, 9), suggestion, moved).is_bare


def test_many_places_are_looked_at_in_one_go() -> None:
    records = [one(Span(n * 10, n * 10 + 4)) for n in range(50)]
    places = list(look_at([Span(n * 5, n * 5 + 4) for n in range(100)], records, ME))
    assert [found.is_bare for found in places] == [False, True] * 50
