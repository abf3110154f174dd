"""Automatic merge: tried as choices are made, carried out as one step, stopped with nothing left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from annotation.adjudication import MergePreview, accepting_steps
from gui.tasks import Cancelled, Progress
from gui.views.review import merge_dialog
from gui.views.review.merge_dialog import MergeDialog
from tests.annotation.adjudication.projects import AGREED
from tests.gui.views.review.conftest import Bench


def opened(bench: Bench) -> MergeDialog:
    bench.room.merge()
    dialog = bench.room.merging
    assert dialog is not None
    settle(bench, dialog)
    return dialog


def settle(bench: Bench, dialog: MergeDialog) -> MergePreview:
    bench.qtbot.waitUntil(lambda: dialog.preview is not None)
    assert dialog.preview is not None
    return dialog.preview


PROPOSED = AGREED + 1
"""What the majority decides: one more but for a field, on which there is a tie."""


def choose(bench: Bench, dialog: MergeDialog, strategy: str) -> None:
    dialog.form.strategy.setCurrentIndex(dialog.form.strategy.findData(strategy))
    dialog.try_out()
    settle(bench, dialog)


def test_it_shows_what_would_be_decided_and_decides_it_in_one_step(bench: Bench) -> None:
    dialog = opened(bench)
    assert dialog.apply_button.text() == f"Decide {PROPOSED} records"
    assert "4 stay open" in dialog.sums.text()
    assert "Agreed 3" in dialog.details.text()
    assert dialog.table.data(dialog.table.index(0, 0)) == "Parlement de Brume"
    dialog.carry_out()
    assert bench.room.merging is None
    assert [one.automatic for one in bench.decisions()] == [True] * PROPOSED
    assert all(one.reviewer == bench.session.me for one in bench.decisions())
    bench.session.undo_stack.undo()
    assert bench.decisions() == []


def test_what_is_unticked_stays_open(bench: Bench) -> None:
    dialog = opened(bench)
    index = dialog.table.index(0, 0)
    assert dialog.table.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert dialog.apply_button.text() == f"Decide {PROPOSED - 1} records"
    dialog.carry_out()
    assert len(bench.decisions()) == PROPOSED - 1


def test_strategies_show_their_own_terms(bench: Bench) -> None:
    dialog = opened(bench)
    form = dialog.form
    assert form.share.isVisibleTo(form)
    assert not form.annotator.isVisibleTo(form)
    choose(bench, dialog, "annotator")
    assert form.annotator.isVisibleTo(form)
    assert not form.share.isVisibleTo(form)
    assert [form.annotator.itemText(n) for n in range(form.annotator.count())] == ["Anna", "Ben"]
    assert len(dialog.table.rows) == 7
    form.layer.setCurrentIndex(form.layer.findData("figure"))
    dialog.try_out()
    assert settle(bench, dialog).clusters == 1
    choose(bench, dialog, "gold-model")


def test_a_proposal_is_opened_in_the_room(bench: Bench) -> None:
    dialog = opened(bench)
    dialog.view.activated_row.emit(1)
    assert bench.room.merging is None
    assert bench.desk.cluster is not None
    assert bench.desk.cluster.is_agreed
    assert bench.decisions() == []


def test_stopped_half_way_nothing_is_decided(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = opened(bench)

    def stop_late(_parent: object, _tasks: object, _title: str, work: Callable[[Progress], int]) -> int:
        def after_the_first(*args: object) -> None:
            raise Cancelled

        def then_stop(*args: object) -> object:
            yield from accepting_steps(*args)  # type: ignore[arg-type]
            after_the_first()

        monkeypatch.setattr(merge_dialog, "accepting_steps", then_stop)
        return work(Progress(lambda _step: None))

    monkeypatch.setattr(merge_dialog, "wait_for", stop_late)
    dialog.carry_out()
    assert bench.decisions() == []
    assert not bench.session.undo_stack.canUndo()
    settle(bench, dialog)
    dialog.reject()


def test_it_is_closed_while_it_still_looks(bench: Bench) -> None:
    bench.room.merge()
    assert bench.room.merging is not None
    bench.room.merging.reject()
    assert bench.room.merging is None
