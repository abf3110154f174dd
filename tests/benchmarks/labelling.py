"""How many keys and clicks it takes to label the sources and stances of an article, by a scripted session.

The sample's article is labelled as one of its annotators did: what was suggested rightly is accepted, what
has another label gets it, what is wrong is rejected, what is missing is made. Where ../shared has the article
that the project is shown with, all that is suggested there is looked at one by one and accepted, for nobody
said what is right in it. Events go through the window as a person's do; letters of names are counted apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotation.detectors import analyse
from annotation.entities import fold_name
from annotation.importers import Imported
from annotation.operations import AddArticles, ArticleSuggestions, PutAnnotator, StoreSuggestions
from annotation.operations.sample import create_sample_project
from annotation.project import create_project
from annotation.records import Annotation, Article, Span, digest, is_suggestion, overlap
from gui.views.sentence_slots import ChoiceSlot, NameSlot, SlotWidget
from tests.benchmarks._measure import Measurement
from tests.benchmarks._pages import application, settle
from tests.benchmarks._rooms import PERSON, RoomWindow, room_window

NAME = "labelling"
_SAMPLE, _WHO = "hopital-greve", "Camille"
_LAYERS = {"source": "content", "stance": "evidence"}
"""{layer: the role by whose words its records are compared}"""
_SEED = Path(__file__).resolve().parents[3] / "shared" / "data" / "seed" / "article.txt"
_ENOUGH = 0.5
"""The share of words that two records have in common at least to be about the same."""
_KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape}


def run(*, quick: bool) -> Iterator[Measurement]:
    """The sample's article, and the one that the project is shown with where it is at hand."""
    application()
    text, gold = _sample()
    yield from _label("sample article", text, gold)
    if not quick and _SEED.is_file():
        yield from _label("seed article", _SEED.read_text("utf-8"), None)


def _sample() -> tuple[str, list[Annotation]]:
    """The text of the sample's article, and what one of its annotators says of its sources and stances."""
    with TemporaryDirectory() as folder, create_sample_project(Path(folder, "sample.selon")) as project:
        article = project.read.get(Article, _SAMPLE)
        who = next(one for one in project.read.annotators().values() if one.name == _WHO)
        records = [one for one in project.read.annotations(article, [who.id]) if one.counts]
        return project.read.text(article), records


def _label(size: str, text: str, gold: Sequence[Annotation] | None) -> Iterator[Measurement]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "session.selon")
        _make_project(path, text)
        with room_window(path) as window:
            window.open()
            session = Session(window, gold)
            session.label()
        yield from session.counts(size)


def _make_project(path: Path, text: str) -> None:
    detection = analyse(text)
    article = Article(id="a", title="Article", text_sha256=digest(text), length=len(text), lang="fr")
    found = ArticleSuggestions(article="a", lang=detection.lang, suggestions=detection.suggestions)
    with create_project(path) as project:
        project.apply(PutAnnotator(annotator=PERSON))
        project.apply(AddArticles(imported=(Imported(article=article, text=text),)))
        project.apply(StoreSuggestions(found=(found,)))


@dataclass
class Session:
    """An annotator who knows what is right, or who takes all for right, who labels layer after layer."""

    window: RoomWindow
    gold: Sequence[Annotation] | None
    keys: int = 0
    letters: int = 0
    clicks: int = 0
    given_up: int = 0
    """Records that could not be made: something that must be said is not known."""
    done: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("accepted", "labelled", "rejected", "made"), 0)
    )

    def label(self) -> None:
        """Label all sources, then all stances."""
        for layer in _LAYERS:
            self._go_through(layer)
            for missing in self._missing(layer):
                self._make(missing)

    def counts(self, size: str) -> Iterator[Measurement]:
        """What it took, and what came of it."""
        records = sum(self.done.values())
        for metric, number, unit in (
            ("keystrokes but for names", self.keys, "keys"),
            ("letters of names", self.letters, "keys"),
            ("drags of the mouse", self.clicks, "drags"),
            *((f"records {what}", number, "records") for what, number in self.done.items()),
            ("records given up", self.given_up, "records"),
            ("keystrokes a record", round(self.keys / max(1, records), 2), "keys"),
        ):
            yield Measurement(
                benchmark=NAME, size=size, metric=metric, unit=unit, median=number, p99=number, runs=1
            )

    @property
    def _right(self) -> Sequence[Annotation]:
        return self.gold or ()

    # ------------------------------------------------------------ deciding

    def _go_through(self, layer: str) -> None:
        """Bring the layer into focus and decide about each suggestion of it."""
        key = self.window.room.desk.codebook.layer(layer)
        assert key is not None, "a layer of the default codebook"
        self.press(f"Shift+{key.key.upper()}")
        self.press("V")
        while (record := self.window.room.desk.record) is not None and is_suggestion(record):
            self._decide(record)
        self.press("Esc")
        self.press("Esc")

    def _decide(self, record: Annotation) -> None:
        wanted = self._meant(record)
        layer = self.window.room.desk.layer_of(record)
        assert layer is not None, "a layer of the default codebook"
        chip = layer.chip[0]
        if self.gold is not None and wanted is None:
            self.press("X")
            self.done["rejected"] += 1
            return
        tag = next((tag for tag in layer.tags if wanted and tag.id == wanted.features.get(chip)), None)
        if wanted is None or record.features.get(chip) == wanted.features.get(chip) or not (tag and tag.key):
            self.press("Enter")
            self.done["accepted"] += 1
        else:
            self.press(tag.key.upper())
            self.press("J")
            self.done["labelled"] += 1

    def _meant(self, record: Annotation) -> Annotation | None:
        """The gold record that a record is about."""
        found = [one for one in self._right if one.layer == record.layer and _alike(one, record)]
        return max(found, key=lambda one: overlap(_words(one), _words(record)), default=None)

    def _missing(self, layer: str) -> list[Annotation]:
        """The gold records of a layer that no label is about yet."""
        labels = [one for one in self.window.room.desk.records if one.counts]
        wanted = (one for one in self._right if one.layer == layer)
        return [
            one
            for one in wanted
            if not any(one.layer == label.layer and _alike(one, label) for label in labels)
        ]

    # ------------------------------------------------------------ making

    def _make(self, wanted: Annotation) -> None:
        """Drag over the words, press the layer's key and fill the sentence."""
        layer = self.window.room.desk.layer_of(wanted)
        assert layer is not None, "a layer of the default codebook"
        start, end = _words(wanted)[0].start, _words(wanted)[-1].end
        self.window.room.article.text.set_selection(start, end)
        self.clicks += 1
        self.press(layer.key.upper())
        sentence = self.window.room.maker.sentence
        for slot in list(sentence.slots):
            if sentence.is_open:
                self._fill(slot, wanted)
        if sentence.is_open:
            self.press("Enter")
        if sentence.is_open:  # something is missing that nobody said
            self.press("Esc")
            self.given_up += 1
            return
        self.done["made"] += 1

    def _fill(self, slot: SlotWidget, wanted: Annotation) -> None:
        """Take what stands in a place where it is right, else type what should."""
        name = slot.slot.field
        value = wanted.features.get(name.id) if name else None
        if isinstance(slot, ChoiceSlot) and name and value != slot.draft.features.get(name.id):
            tag = next((tag for tag in name.tags if tag.id == value), None)
            self.press((tag.key or tag.text[0]).upper() if tag else "Enter")
            if tag and slot.editor.line is not None:
                self.press("Enter")
        elif isinstance(slot, NameSlot) and name and (words := self._named(wanted, name.id)):
            self._type_name(slot, words)
        else:
            self.press("Enter")

    def _type_name(self, slot: NameSlot, words: str) -> None:
        """Type as many letters of a name as it takes until it is offered first."""
        if not _same(slot.line.text(), words):
            last = words.rsplit(maxsplit=1)[-1]
            for letter in last:
                self._type(letter)
                rows = slot.line.rows
                if rows and _same(rows[0].title, words):
                    break
        self.press("Enter")

    def _named(self, wanted: Annotation, field_id: str) -> str:
        """The words by which the gold set names somebody: the name of the entity, or words of the article."""
        value = wanted.features.get(field_id)
        if isinstance(value, dict):
            value = next(iter(value.values()), None)
        target = next((one for one in self._right if one.id == value), None)
        text = self.window.room.desk.text
        if target is not None:
            span = _words(target)[0] if target.layer in _LAYERS else next(iter(target.spans.values()))[0]
            return text[span.start : span.end]
        return str(value or "").replace("-", " ")

    # ------------------------------------------------------------ the keyboard

    def press(self, key: str) -> None:
        """Press a key in what has the keyboard, and let everything be painted."""
        *held, name = key.split("+")
        modifiers = Qt.KeyboardModifier.ShiftModifier if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._focus, _KEYS.get(name) or Qt.Key(ord(name)), modifiers)
        self.keys += 1
        settle()

    def _type(self, letter: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(self._focus, event)
        self.letters += 1
        settle()

    @property
    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window.room.article.text


def _words(record: Annotation) -> tuple[Span, ...]:
    """The words by which records of a layer are compared; others where it has none in that role."""
    role = _LAYERS.get(record.layer, "")
    return record.spans.get(role) or next((found for found in record.spans.values() if found), ())


def _alike(one: Annotation, other: Annotation) -> bool:
    """Whether two records are about the same words, more or less."""
    common = overlap(_words(one), _words(other))
    whole = sum(map(len, _words(one))) + sum(map(len, _words(other))) - common
    return common >= _ENOUGH * whole


def _same(shown: str, wanted: str) -> bool:
    return bool(shown) and fold_name(shown) == fold_name(wanted)
