"""Learning from the researchers: the memory of a project, and suggestions as it would have them now.

The memory is worked out of the records of people and of nothing else. It is kept for each open project and
follows the journal, so that whatever changed the records, undo included, has taught or untaught it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from annotation.detectors import (
    SETTING,
    Choices,
    Lesson,
    Memory,
    Setup,
    Teachable,
    lesson_of,
    pair_lesson,
    parties_of,
    pointed_at,
    teachable_layers,
)
from annotation.operations._net import Net
from annotation.project import Decided, Door, Missing, ProjectReader
from annotation.records import GOLD, MACHINE, Annotation, Article, Change, Changes, CodebookVersion

MACHINE_OPERATIONS = ("StoreSuggestions", "RenewSuggestions", "RemoveUnusedEntities")
"""Kinds of operations after which every person's record, and what it was made from, is as it was before."""
_NOBODY = frozenset({MACHINE.id, GOLD.id})
"""Annotators who decide nothing by themselves: what the gold set holds comes from people's records."""
_Find = Callable[[str], Annotation | None]
"""What gives an annotation by its id, None where there is none."""
_TURN = 20
"""Articles whose records are read in one turn, while others may wait for the project."""
_BATCH = 500
"""Articles whose records are read together."""


@dataclass(slots=True)
class Learned:
    """A project's memory as of an entry of its journal."""

    entry: int
    memory: Memory
    layers: dict[str, Teachable]


_KNOWN: WeakKeyDictionary[Any, Learned] = WeakKeyDictionary()
"""{connection: what is known through it}"""


def setup_of(reader: ProjectReader) -> Setup:
    """What a project brings to detection now: its choices and its memory."""
    known = _known(reader)
    return Setup(choices=choices_of(reader), memory=known.memory, layers=known.layers)


def choices_of(reader: ProjectReader) -> Choices:
    """What a project chose about detection."""
    return Choices.from_json(reader.setting(SETTING))


def memory_of(reader: ProjectReader) -> Memory:
    """What the decisions of a project's people teach, as of now."""
    return _known(reader).memory


def _known(reader: ProjectReader) -> Learned:
    known = _KNOWN.get(reader.db)
    last = reader.last_entry()
    if known is None or not _is_followed(known, reader, last):
        known = _KNOWN[reader.db] = learn_all(reader)
    return known


def learn_all(reader: ProjectReader) -> Learned:
    """The memory out of all records of people."""
    learned = Learned(reader.last_entry(), Memory(), teachable_layers(reader.codebook))
    lessons = _Lessons(learned.layers)
    for first in range(1, reader.last_number() + 1, _BATCH):
        for found in reader.decided(first, first + _BATCH - 1):
            lessons.count(found, partial(reader.find, Annotation))
    lessons.teach(learned.memory)
    return learned


def learn_ahead(door: Door) -> None:
    """Work out a project's memory in short turns, so that a large project keeps nobody waiting for it later.

    To be called from a thread that may take its time. What is decided meanwhile is followed at the end.
    """
    start = door.ask(_start)
    if start is None:
        return
    entry, last, layers = start
    lessons, entries = _Lessons(layers), list[int]()
    for first in range(1, last + 1, _TURN):
        at, found, others = door.ask(partial(_turn, first=first, layers=layers))
        entries.append(at)
        for one in found:
            lessons.count(one, others.get)
    learned = Learned(entry, Memory(), layers)
    lessons.teach(learned.memory)
    door.ask(lambda reader: _take_up(learned, reader, entries))


def _start(reader: ProjectReader) -> tuple[int, int, dict[str, Teachable]] | None:
    """The last entry, the last article's number and the layers; None where the memory is there already."""
    if reader.db in _KNOWN:
        return None
    return reader.last_entry(), reader.last_number(), teachable_layers(reader.codebook)


def _turn(
    reader: ProjectReader, first: int, layers: Mapping[str, Teachable]
) -> tuple[int, list[Decided], dict[str, Annotation]]:
    """The last entry, the decisions about some articles as of then, and what those that join two point at."""
    found = list(reader.decided(first, first + _TURN - 1))
    pairs = [one for one in found if one.layer in layers and layers[one.layer].pair]
    ids = {id_ for one in pairs for id_ in _pointed(layers[one.layer], one.record, one.basis)}
    others = {id_: record for id_ in ids if (record := reader.find(Annotation, id_)) is not None}
    return reader.last_entry(), found, others


def _pointed(teachable: Teachable, *records: Annotation | None) -> set[str]:
    """Ids of the annotations that the two fields of some records point at which say whom they join."""
    values = (record.features.get(key) for record in records if record for key in teachable.pair)
    return {id_ for value in values if (id_ := pointed_at(value))}


def _take_up(learned: Learned, reader: ProjectReader, entries: Sequence[int]) -> None:
    """Make a memory the project's, with what was decided about articles after they were read for it."""
    steps = reader.changes_since(learned.entry, MACHINE_OPERATIONS)
    if reader.db in _KNOWN or steps is None or any(map(_begins_anew, steps)):
        return  # it is worked out when it is needed
    last = reader.last_entry()
    gone = {found.id: found for step in steps for found in _articles(step)}
    later = [replace(step, items=tuple(_later(step, reader, gone, entries))) for step in steps]
    try:
        _follow(learned, reader, later)
    except Missing:
        return
    learned.entry = last
    _KNOWN[reader.db] = learned


def _begins_anew(step: Changes) -> bool:
    """Whether a step changed what all that was learned stands on: the codebook, or words of a text."""
    return any(step.of(CodebookVersion)) or bool(step.reworded)


def _articles(step: Changes) -> Iterator[Article]:
    return (change.record for change in step.items if isinstance(change.record, Article))


def _later(
    step: Changes, reader: ProjectReader, gone: Mapping[str, Article], entries: Sequence[int]
) -> Iterator[Change]:
    """The changes of a step but those to records of articles that were read after it."""
    for change in step.items:
        record = change.record
        if isinstance(record, Annotation):
            article = reader.find(Article, record.article) or gone.get(record.article)
            turn = (article.number - 1) // _TURN if article else len(entries)
            if turn < len(entries) and step.entry <= entries[turn]:
                continue
        yield change


class _Lessons:
    """How often each lesson is to be learned, each worked out once for all records that teach it."""

    def __init__(self, layers: dict[str, Teachable]) -> None:
        self._layers = layers
        self._known: dict[object, Lesson] = {}
        self._scoped: set[object] = set()
        self._times: Counter[object] = Counter()

    def count(self, found: Decided, find: _Find) -> None:
        """Take in some records that are alike; `find` gives what they point at."""
        key: object = (found.kind, found.article) if found.kind in self._scoped else found.kind
        if key not in self._known:
            lesson = _taught(found.record, found.basis, found.text, self._layers, find)
            if any(found.article in subject for subject, _claim in lesson):
                self._scoped.add(found.kind)  # in another article the same decision teaches something else
                key = (found.kind, found.article)
            self._known[key] = lesson
        self._times[key] += found.times

    def teach(self, memory: Memory) -> None:
        """Let a memory learn all that was counted."""
        for key, times in self._times.items():
            memory.learn(self._known[key], times)


def _is_followed(known: Learned, reader: ProjectReader, last: int) -> bool:
    """Whether the memory could take in what was done since; else it is to be worked out anew."""
    if known.entry == last:
        return True
    if known.entry > last:
        return False
    steps = reader.changes_since(known.entry, MACHINE_OPERATIONS)
    if steps is None or any(map(_begins_anew, steps)):
        return False
    try:
        _follow(known, reader, steps)
    except Missing:
        return False
    known.entry = last
    return True


def _follow(known: Learned, reader: ProjectReader, steps: Iterable[Changes]) -> None:
    """Take back what the changed records taught before, and learn what they teach now."""
    net = Net(reader, steps)
    forgotten, learned = list[Lesson](), list[Lesson]()
    for id_ in _touched(net, reader, known.layers):
        before, after = net.before(id_), net.after(id_)
        if before:
            text, basis = net.text(before.article), net.basis_before(before)
            forgotten.append(_taught(before, basis, text, known.layers, net.before))
        if after:
            text, basis = net.text(after.article), net.basis_after(after)
            learned.append(_taught(after, basis, text, known.layers, net.after))
    for lesson in forgotten:
        known.memory.unlearn(lesson)
    for lesson in learned:
        known.memory.learn(lesson)


def _touched(net: Net, reader: ProjectReader, layers: Mapping[str, Teachable]) -> set[str]:
    """Ids of the records of people that changed, or what they were made from, or whom they join."""
    changed = net.changed
    own = {id_ for id_, record in changed.items() if record.annotator not in _NOBODY}
    suggestions = [id_ for id_, record in changed.items() if record.annotator == MACHINE.id]
    based = (record for record in reader.based_on(suggestions) if record.annotator not in _NOBODY)
    return own | {record.id for record in based} | set(_joining(net, reader, layers))


def _joining(net: Net, reader: ProjectReader, layers: Mapping[str, Teachable]) -> Iterator[str]:
    """Ids of the records of people that join something that changed, or whose suggestion did."""
    changed = net.changed
    pairs = [key for key, teachable in layers.items() if teachable.pair]
    for record in reader.of_people({one.article for one in changed.values()}, pairs) if pairs else ():
        if not changed.keys().isdisjoint(_pointed(layers[record.layer], record, net.basis_after(record))):
            yield record.id


def _taught(
    record: Annotation, basis: Annotation | None, text: str, layers: Mapping[str, Teachable], find: _Find
) -> Lesson:
    """What a record teaches, and what it teaches of those whom it joins."""
    teachable = layers.get(record.layer)
    if teachable is None:
        return ()
    joined = pair_lesson(record, basis, teachable, parties_of(find, text, layers))
    return lesson_of(record, basis, text, teachable) + joined
