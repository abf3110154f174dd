"""The form of double-blind work."""

from pytestqt.qtbot import QtBot

from annotation.records import Annotator
from annotation.records.blinding import Blinding
from gui.dialogs.packages.blinding import BlindingDialog

PEOPLE = [Annotator(id=name, name=name.capitalize()) for name in ("anna", "ben", "rita")]


def test_who_gives_reviewing_up_is_told_what_that_means(qtbot: QtBot) -> None:
    form = BlindingDialog(PEOPLE, "rita", None)
    qtbot.addWidget(form)
    assert form.outcome.text() == ""
    form.people.check(["ben"])
    assert "only your own records" in form.outcome.text()
    assert form.chosen == Blinding(reviewers=("ben",))
    form.people.check([])
    assert "at least one" in form.outcome.text()


def test_reviewers_are_kept_or_it_is_lifted(qtbot: QtBot) -> None:
    wanted: list[Blinding | None] = []
    form = BlindingDialog(PEOPLE, "rita", Blinding(reviewers=("rita",)))
    qtbot.addWidget(form)
    form.wanted.connect(wanted.append)
    assert not form.switch.isEnabled()
    form.people.check(["rita", "anna"])
    form.switch.click()
    form.lift.click()
    assert wanted == [form.chosen, None]
