"""The main job in the real window, by its keys: from nothing to a reviewed and exported dataset."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotation.operations import AddAnnotations, Assign, MarkProgress, PutAnnotator
from annotation.project import open_project
from annotation.records import Annotation, Annotator, AssignmentState, Status, quote
from gui.dialogs import files
from gui.dialogs.export import ExportDialog
from gui.furnish import Furniture
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.annotate import AnnotateRoom
from gui.views.review import ReviewRoom
from tests.gui.focus import focus

TEXT = """Le conseil rejette la taxe sur les péniches

La maire de Valombre, Irène Castagne, a accusé la Ligue fluviale de mentir 😀. « Cette taxe rapporterait \
12 millions d’euros par an », a déclaré Irène Castagne mardi à Paris.

Selon la Ligue fluviale, plus de 3 000 bateliers perdraient leur emploi.
"""
KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape}
PATIENCE = 60_000
"""Milliseconds within which the worker process has loaded its pipeline and read one article."""


class Sitting:
    """One time that the program is open."""

    def __init__(self, qtbot: QtBot, themes: ThemeSwitch, name: str) -> None:
        self.qtbot = qtbot
        self.shell = Shell(Settings(theme="light", annotator=name), themes)
        self.tasks = Tasks()
        self.furniture = Furniture(self.shell, self.tasks)
        self.session = self.furniture.session
        self.shell.resize(1280, 760)
        self.shell.show()
        self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)

    def press(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard."""
        for key in keys:
            QTest.keyClick(focus(), KEYS.get(key) or Qt.Key(ord(key)))

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for char in text:
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(focus(), event)

    def do(self, action: str) -> None:
        """Choose an action that is enabled."""
        found = self.shell.actions_table[action]
        assert found.isEnabled(), f"{action} is disabled"
        found.trigger()

    def rest(self) -> None:
        """Wait until nothing goes on in the background."""
        self.qtbot.waitUntil(lambda: not self.tasks.running, timeout=PATIENCE)

    def open(self, project: Path) -> None:
        """Open a project and wait until it is there."""
        with self.qtbot.waitSignal(self.session.opened, timeout=PATIENCE):
            self.furniture.projects.open(project)
        self.rest()

    def enter_annotate(self) -> AnnotateRoom:
        """The Annotate room, with an article open."""
        self.do("go.room:annotate")
        room = self.shell.rooms.room
        assert isinstance(room, AnnotateRoom)
        if room.desk.article is None:
            self.do("article.next")
        return room

    def choose(self, room: AnnotateRoom, words: str) -> None:
        """Select words of the article."""
        text = room.article.text
        text.setFocus()
        start = text.text.index(words)
        text.set_selection(start, start + len(words))

    def stored(self) -> list[Annotation]:
        """All that the file holds of the article."""
        return self.session.read(
            lambda reader: [one for id_ in reader.article_ids() for one in reader.annotations(id_)]
        )

    def mine(self, layer: str = "") -> list[Annotation]:
        """The annotator's own labels."""
        own = [one for one in self.stored() if one.annotator == self.session.me and one.counts]
        return [one for one in own if layer in ("", one.layer)]

    def close(self) -> None:
        """Close the window as a person does, and end what ran behind it."""
        self.shell.close()
        self.tasks.close()
        self.shell.deleteLater()


@pytest.fixture
def sittings(qtbot: QtBot, qapp: QApplication) -> Iterator[list[Sitting]]:
    """The times that the program was opened; the last one is closed after the test."""
    opened: list[Sitting] = []
    yield opened
    if opened:
        opened[-1].close()


def sit_down(sittings: list[Sitting], qtbot: QtBot, themes: ThemeSwitch, name: str = "Rita") -> Sitting:
    if sittings:
        sittings[-1].close()
    sittings.append(Sitting(qtbot, themes, name))
    return sittings[-1]


@pytest.mark.timeout(300)
def test_a_researcher_labels_an_article_has_it_reviewed_and_exports_it(
    sittings: list[Sitting],
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    themes = ThemeSwitch(qapp)
    themes.choose("light")
    project, article = tmp_path / "étude.selon", tmp_path / "péniches.txt"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(files, "ask_for_new_project", lambda _parent: project)
    monkeypatch.setattr(files, "ask_for_articles", lambda _parent: [article])

    first_day = sit_down(sittings, qtbot, themes)
    make_a_project_with_an_article(first_day)
    room = first_day.enter_annotate()
    walk_the_suggestions(first_day, room)
    type_a_source_and_a_stance(first_day, room)
    take_the_stance_back_and_again(first_day)
    first_day.do("article.done")
    before = {record.id: record for record in first_day.stored()}

    second_day = sit_down(sittings, qtbot, themes)
    second_day.open(project)
    assert {record.id: record for record in second_day.stored()} == before
    labels = second_day.mine()
    second_day.session.close()
    _let_somebody_else_annotate(project, labels)

    review_day = sit_down(sittings, qtbot, themes, "Maud")
    review_day.open(project)
    decide_everything(review_day)
    gold = [record for record in review_day.stored() if record.annotator == "gold"]
    assert gold
    export_gold(review_day, tmp_path / "dataset")
    _check_dataset(tmp_path / "dataset" / "articles.jsonl", len(gold))


def make_a_project_with_an_article(sitting: Sitting) -> None:
    with sitting.qtbot.waitSignal(sitting.session.opened, timeout=PATIENCE):
        sitting.do("project.new")
    with sitting.qtbot.waitSignal(sitting.furniture.detection.finished, timeout=PATIENCE):
        sitting.do("project.import")
    sitting.rest()
    suggested = {record.layer for record in sitting.stored() if record.status is Status.SUGGESTED}
    assert {"entity", "figure", "source"} <= suggested


def walk_the_suggestions(sitting: Sitting, room: AnnotateRoom) -> None:
    """Accept one, reject one, and mark a place that nobody suggested."""
    room.article.text.setFocus()
    sitting.press("J", "Enter")
    assert len(sitting.mine()) == 1
    sitting.press("X")
    assert [one.status for one in sitting.stored()].count(Status.REJECTED) == 1
    sitting.choose(room, "Valombre")
    sitting.press("E", "4")
    assert "LOC" in [record.features["type"] for record in sitting.mine("entity")]


def type_a_source_and_a_stance(sitting: Sitting, room: AnnotateRoom) -> None:
    said = "« Cette taxe rapporterait 12 millions d’euros par an »"
    sitting.choose(room, said)
    sitting.press("S", "Enter", "Enter", "Enter")
    contents = [quote(TEXT, record.spans.get("content", ())) for record in sitting.mine("source")]
    assert [said] in contents
    sitting.choose(room, "a accusé la Ligue fluviale de mentir")
    sitting.press("T")
    sitting.type("irène")
    sitting.press("Enter", "2")
    sitting.type("ligue")
    sitting.press("Enter", "Enter")
    (stance,) = sitting.mine("stance")
    assert stance.features["polarity"] == "against"
    assert {"holder", "target"} <= stance.features.keys()


def take_the_stance_back_and_again(sitting: Sitting) -> None:
    before = sitting.mine("stance")
    sitting.do("edit.undo")
    assert sitting.mine("stance") == []
    sitting.do("edit.redo")
    assert sitting.mine("stance") == before


def decide_everything(sitting: Sitting) -> None:
    """Confirm what is agreed, take the first annotator's record of the rest."""
    sitting.do("go.room:review")
    room = sitting.shell.rooms.room
    assert isinstance(room, ReviewRoom)
    sitting.do("review.agree-all")
    while room.desk.cluster is not None and not room.desk.cluster.decision:
        sitting.press("A", "Enter")
    assert room.desk.clusters
    assert all(cluster.decision for cluster in room.desk.clusters)


def export_gold(sitting: Sitting, out: Path) -> None:
    sitting.do("project.export")
    dialog = sitting.shell.findChild(ExportDialog)
    assert dialog is not None
    dialog.whose.setCurrentIndex(dialog.whose.findData("gold"))
    dialog.place.setText(str(out))
    dialog.accept()
    sitting.rest()


def _let_somebody_else_annotate(project: Path, labels: list[Annotation]) -> None:
    """A second annotator who agrees on all but the last record, which they do not have."""
    noah = Annotator(id="noah", name="Noah")
    with open_project(project) as opened:
        opened.apply(PutAnnotator(annotator=noah))
        (article,) = {record.article for record in labels}
        mine = {record.id for record in labels}
        for number, record in enumerate(labels[:-1]):
            features = {key: v for key, v in record.features.items() if not mine & set(map(str, _leaves(v)))}
            copy = Annotation(
                id=f"noah-{number}", article=article, annotator=noah.id, layer=record.layer,
                spans=record.spans, features=features, origin=noah.name,
            )  # fmt: skip
            opened.apply(AddAnnotations(annotations=(copy,), actor=noah.id))
        opened.apply(Assign(articles=(article,), annotator=noah.id))
        opened.apply(MarkProgress(article=article, annotator=noah.id, state=AssignmentState.DONE))


def _leaves(value: object) -> list[object]:
    return list(value.values()) if isinstance(value, dict) else [value]


def _check_dataset(path: Path, records: int) -> None:
    (row,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert row["text"] == TEXT
    assert len(row["annotations"]) == records
    assert {one["annotator"] for one in row["annotations"]} == {"gold"}
    for one in row["annotations"]:
        for role, spans in one["spans"].items():
            assert [row["text"][start:end] for start, end in spans] == one["quotes"][role]
