"""Losses are counted by what was lost and what became of it."""

from annotation.exporters import Loss
from annotation.exporters._losses import Losses


def test_the_same_loss_is_counted_together() -> None:
    losses = Losses()
    losses.add("overlapping records", "dropped")
    losses.add("notes", "kept beside", 3)
    losses.add("overlapping records", "dropped", 2)
    assert losses.report() == (
        Loss(what="overlapping records", count=3, done="dropped"),
        Loss(what="notes", count=3, done="kept beside"),
    )


def test_nothing_lost_is_no_loss() -> None:
    losses = Losses()
    losses.add("notes", "dropped", 0)
    assert losses.report() == ()
