"""The reasons of decisions as a table in the window."""

from pathlib import Path

from gui.views.review.gaps_dialog import GapsDialog
from tests.gui.views.review.conftest import Bench


def opened(bench: Bench) -> GapsDialog:
    bench.room.show_reasons()
    dialog = bench.room.gaps
    assert dialog is not None
    bench.qtbot.waitUntil(lambda: not bench.session.tasks.running)
    return dialog


def test_reasons_are_listed_with_examples_that_lead_to_the_decision(bench: Bench, tmp_path: Path) -> None:
    bench.go("a3")
    bench.desk.take("anna")
    assert bench.desk.decide("own words", "Why not?")
    dialog = opened(bench)
    assert [gap.reason for gap in dialog.gaps] == ["own words"]
    assert dialog.examples.rows[0].comment == "Why not?"
    dialog.write(tmp_path / "reasons.csv")
    assert "Why not?" in (tmp_path / "reasons.csv").read_text("utf-8-sig")
    dialog.write(tmp_path)
    assert "cannot be written" in dialog.words.text()
    dialog.below.activated_row.emit(0)
    assert bench.room.gaps is None
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.decision is not None


def test_without_reasons_it_says_how_to_give_one(bench: Bench) -> None:
    dialog = opened(bench)
    assert "R on the decision card" in dialog.words.text()
    assert not dialog.export.isEnabled()
    dialog.reject()
