"""How many keys it takes to adjudicate the sample's conflicts, and how long a decision takes in the window.

Two reviewers go through every article that two people marked, by real key events. The first holds one
annotator's records for right and everything else for wrong. The second is right about some fields with one
and about some with the other, so that records are mixed row by row. Both confirm what is agreed in one step.
A long article that five people marked measures the time from the key to the next conflict on the card.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotation.adjudication import Cluster
from annotation.importers import Imported
from annotation.operations import AddAnnotations, AddArticles, PutAnnotator
from annotation.operations.sample import create_sample_project
from annotation.project import create_project
from annotation.records import Annotation, Annotator, Article, Span, Status, digest
from gui.furnish import Furniture
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.review.room import ReviewRoom
from tests.benchmarks._measure import Measurement, milliseconds
from tests.benchmarks._pages import application, settle
from tests.benchmarks._rooms import wait

NAME = "adjudication"
_PEOPLE = tuple(Annotator(id=f"p{letter}", name=f"Person {letter}") for letter in "ABCDE")
_WORD = 7
_LONG = 1_000_000


def run(*, quick: bool) -> Iterator[Measurement]:
    """The sample's conflicts, then decisions in a long article."""
    application()
    with TemporaryDirectory() as folder:
        for mixing in (False,) if quick else (False, True):
            path = Path(folder, f"sample{mixing}.selon")
            create_sample_project(path).close()
            with review_window(path) as room:
                reviewer = Reviewer(room, mixing=mixing, articles=1 if quick else 100)
                reviewer.review()
            yield from reviewer.counts()
        if not quick:
            yield from _decide_in_long(Path(folder, "long.selon"))


@dataclass
class Reviewer:
    """Somebody who knows what is right, and takes the fewest keys that say it."""

    room: ReviewRoom
    mixing: bool
    articles: int
    keys: int = 0
    conflicts: int = 0
    agreed: int = 0
    done: set[str] = field(default_factory=set)

    def review(self) -> None:
        """Review article after article, until one comes again."""
        while True:
            desk = self.room.desk
            wait(self._is_compared)
            assert desk.article is not None
            if desk.article.id in self.done or len(self.done) >= self.articles:
                return
            self.done.add(desk.article.id)
            self._review_article()
            self.press("G")

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard is, counting each."""
        for key in keys:
            held, _plus, name = key.rpartition("+")
            modifiers = {
                "": Qt.KeyboardModifier.NoModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
            }[held]
            named = {"Enter": Qt.Key.Key_Return, "Down": Qt.Key.Key_Down, "Right": Qt.Key.Key_Right}
            target: QWidget = QApplication.focusWidget() or self.room
            QTest.keyClick(target, named.get(name) or Qt.Key(ord(name)), modifiers)
            self.keys += 1
            settle()

    def counts(self) -> Iterator[Measurement]:
        """What it took."""
        size = "sample, records mixed" if self.mixing else "sample, records whole"
        for metric, number, unit in (
            ("conflicts decided", self.conflicts, "records"),
            ("agreed records confirmed", self.agreed, "records"),
            ("articles", len(self.done), "articles"),
            ("keystrokes", self.keys, "keys"),
            ("keystrokes a conflict", round(self.keys / max(1, self.conflicts), 2), "keys"),
        ):
            yield Measurement(
                benchmark=NAME, size=size, metric=metric, unit=unit, median=number, p99=number, runs=1
            )

    def _is_compared(self) -> bool:
        return self.room.desk.comparison is not None

    def _review_article(self) -> None:
        desk = self.room.desk
        if desk.agreed_open:
            self.agreed += desk.agreed_open
            self.press("Ctrl+Enter")
        while (cluster := desk.cluster) is not None and cluster.is_open:
            self.conflicts += 1
            self._decide(cluster)

    def _decide(self, cluster: Cluster) -> None:
        right = self.room.desk.people[0]
        if right.id not in cluster.records:
            self.press("Shift+X")
        elif not self.mixing or sum(row.differs for row in cluster.rows) < 2:
            self.press(f"Shift+{right.letter}")
        else:
            self.press(right.letter)
            self.press("Down", "Right", "Enter")


@contextmanager
def review_window(path: Path) -> Iterator[ReviewRoom]:
    """The Review room in the window of the program, on a project."""
    themes = ThemeSwitch(application())
    themes.choose("light")
    shell = Shell(Settings(theme="light", annotator="Rita"), themes)
    tasks = Tasks()
    furniture = Furniture(shell, tasks)
    furniture.detection._warm_up = lambda: None  # type: ignore[method-assign]  # the worker would take a core
    furniture.projects.open(path)
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    wait(lambda: furniture.session.is_open)
    shell.enter("review")
    room = shell.rooms.room
    assert isinstance(room, ReviewRoom)
    wait(lambda: room.desk.comparison is not None)
    room.article.text.set_motion(on=False)
    settle()
    yield room
    shell.close()
    tasks.close()
    shell.deleteLater()
    settle()


def _decide_in_long(path: Path) -> Iterator[Measurement]:
    """The time from the key that decides to the next conflict, in an article that five people marked."""
    _make_long(path)
    start = perf_counter()
    with review_window(path) as room:
        opened = perf_counter() - start
        reviewer = Reviewer(room, mixing=False, articles=1)
        samples = []
        for _time in range(30):
            begun = perf_counter()
            reviewer.press(f"Shift+{room.desk.people[0].letter}")
            samples.append(perf_counter() - begun)
        size = f"{_LONG} characters, 5 annotators, {len(room.desk.clusters)} clusters"
        yield milliseconds(NAME, size, "open, beside the window", [opened])
        yield milliseconds(NAME, size, "decide and show the next", samples)


def _make_long(path: Path) -> None:
    random, words = Random(1), _LONG // _WORD
    text = " ".join(f"m{number:05d}" for number in range(words))
    article = Article(id="long", title="Long", text_sha256=digest(text), length=len(text))
    records = []
    for place in range(0, words - 2, words // 3000):
        for person in _PEOPLE:
            if random.random() < 0.9:
                end = (place + random.choice((1, 1, 1, 2))) * _WORD - 1
                records.append(
                    Annotation(
                        id=f"{person.id}-{place}",
                        article="long",
                        annotator=person.id,
                        layer="entity",
                        spans={"mention": (Span(place * _WORD, end),)},
                        features={"type": random.choice(("ORG", "ORG", "ORG", "PER"))},
                        status=Status.ACCEPTED,
                        origin=person.name,
                    )
                )
    with create_project(path) as project:
        for person in _PEOPLE:
            project.apply(PutAnnotator(annotator=person))
        project.apply(AddArticles(imported=(Imported(article=article, text=text),)))
        project.apply(AddAnnotations(annotations=tuple(records)))
