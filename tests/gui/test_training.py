"""Training rounds from the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotation.adjudication.training import rounds_in
from annotation.operations import PutAnnotator
from annotation.operations.pool import Pool, SetPool
from annotation.records import Annotator
from gui.dialogs.packages.training import TrainingDialog
from gui.views.annotate import AnnotateRoom
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.gui.furnished import Window


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    with create_decided_project(tmp_path / "p.selon") as project:
        project.apply(PutAnnotator(annotator=Annotator(id="zoe", name="Zoé")))
    window.open(tmp_path / "p.selon")
    return window


def test_a_round_begins_and_goes(opened: Window) -> None:
    opened.do("project.training")
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, TrainingDialog))
    dialog.people.check(["zoe"])
    opened.qtbot.waitUntil(dialog.begin.isEnabled)
    dialog.begin.click()
    opened.qtbot.waitUntil(lambda: dialog.results.rowCount() == 1)
    (begun,) = opened.session.read(rounds_in)
    assert (begun.articles, begun.annotators) == (("a",), ("zoe",))
    opened.qtbot.waitUntil(lambda: not dialog.begin.isEnabled())
    dialog.remove.click()
    opened.qtbot.waitUntil(lambda: dialog.results.rowCount() == 0)
    assert opened.session.read(rounds_in) == []
    dialog.close()
    opened.rest()


def test_the_next_article_is_taken_and_opened(opened: Window) -> None:
    opened.session.apply(SetPool(pool=Pool(of=5)))
    opened.session.annotate_as(Annotator(id="zoe", name="Zoé"))
    opened.shell.enter("annotate")
    opened.do("article.take")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    opened.qtbot.waitUntil(lambda: room.desk.article is not None)
    assert opened.session.read(lambda reader: reader.article_queue("zoe").articles) == ["a"]
    opened.rest()
