"""The losses of several parts are one list."""

from pathlib import Path

from annotation.exporters import Loss, Report
from annotation.operations.sets.outcome import add_losses, merge_reports

NOTES = Loss(what="notes", count=2, done="left out")


def test_the_same_loss_of_two_parts_is_one() -> None:
    other = Loss(what="notes", count=1, done="cut")
    more = Loss(what="notes", count=3, done="left out")
    assert add_losses([[NOTES, other], [more]]) == (Loss(what="notes", count=5, done="left out"), other)
    assert add_losses([]) == ()


def test_reports_add_up_and_what_the_set_loses_comes_first() -> None:
    one = Report(files=(Path("a"),), articles=2, annotations=3, losses=(NOTES,))
    other = Report(files=(Path("b"),), articles=1, annotations=0)
    texts = Loss(what="texts", count=3, done="left out")
    merged = merge_reports([one, other], [texts])
    assert merged == Report(files=(Path("a"), Path("b")), articles=3, annotations=3, losses=(texts, NOTES))
