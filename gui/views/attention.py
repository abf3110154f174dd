"""Going to what needs attention next: a record with something about it, or what the reviewer asks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from annotation.adjudication import Question
from annotation.codebook.attention import Reason, reasons
from annotation.i18n import Message, _, ngettext
from annotation.records import Annotation, Place, Span, place_of
from gui.views.workbench import Workbench

_WORDS = {
    Reason.MISSING: Message("something is missing"),
    Reason.WRONG: Message("something does not fit the codebook"),
    Reason.BROKEN: Message("it points at a record that is gone"),
    Reason.UNSURE: Message("the suggestion is not sure"),
    Reason.FLAGGED: Message("it is flagged"),
}

Stop = tuple[Place, Callable[[], None]]
"""A place of the reading order, and how to go there."""


class AttentionWalk(QObject):
    """Walks in reading order; at the ends it goes on. The status bar says why it stopped."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        connect = bench.actions_table.connect_to
        for forward, name in ((True, "next"), (False, "previous")):
            connect(f"record.{name}-attention", partial(self.step, forward=forward))

    def step(self, *, forward: bool) -> None:
        """Go to the next place that needs attention, or to the one before, and say why it does."""
        here = self._here
        stops = [stop for stop in (self._record(here, forward=forward), *self._unmarked()) if stop]
        ahead = [stop for stop in stops if (stop[0] > here if forward else stop[0] < here)]
        nearest = (min if forward else max)(ahead or stops, key=lambda stop: stop[0], default=None)
        if nearest is None:
            self._bench.hand.said.emit(self._nothing)
        else:
            nearest[1]()

    # ------------------------------------------------------------ records

    def _record(self, here: Place, *, forward: bool) -> Stop | None:
        records = self._bench.desk.records
        found = (records.next if forward else records.previous)(here, self._is_wanted)
        return (place_of(found), partial(self._show_record, found)) if found is not None else None

    def _show_record(self, record: Annotation) -> None:
        self._bench.desk.select(record.id)
        self._bench.hand.say(record)
        why = ", ".join([*(str(_WORDS[one]) for one in self._reasons(record)), *self._asked(record)])
        self._say(self._bench.desk.words(record), why)

    def _is_wanted(self, record: Annotation) -> bool:
        if not self._bench.is_shown(record):
            return False
        return any(True for _reason in self._reasons(record)) or bool(self._asked(record))

    def _reasons(self, record: Annotation) -> Sequence[Reason]:
        desk = self._bench.desk

        def is_there(id_: str) -> bool:
            return desk.records.meant_by(id_) is not None

        return list(reasons(record, desk.codebook, len(desk.text), is_there))

    # ------------------------------------------------------------ questions

    def _asked(self, record: Annotation) -> list[str]:
        """What the reviewer asks about a record, in words."""
        return [asked_words(one) for one in self._bench.questions() if one.record == record.id]

    def _unmarked(self) -> list[Stop]:
        """The places that the reviewer asks about and that the annotator did not mark."""
        open_ = [one for one in self._bench.questions() if one.record is None and words_asked(one)]
        return [(_place(one), partial(self._show_words, one)) for one in open_]

    def _show_words(self, question: Question) -> None:
        desk, words = self._bench.desk, words_asked(question)
        desk.select(None)
        self._bench.article.text.set_selection(words[0].start, words[0].end)
        self._say(desk.quote(words), asked_words(question))

    @property
    def _here(self) -> Place:
        """Where the walk stands: at the question whose words are selected, else where the desk is."""
        desk, selected = self._bench.desk, self._bench.article.text.selection()
        if desk.record is None and selected is not None:
            for question in self._bench.questions():
                words = words_asked(question)
                if question.record is None and words and (words[0].start, words[0].end) == selected:
                    return _place(question)
        return desk.place()

    # ------------------------------------------------------------ saying

    @property
    def _nothing(self) -> str:
        """That nothing here needs attention; what the reviewer asks elsewhere is not forgotten."""
        elsewhere = self._bench.number_asked()
        if not elsewhere:
            return _("No record is like that.")
        return ngettext(
            "Nothing here needs attention. The reviewer asks you something in another article.",
            "Nothing here needs attention. The reviewer asks you {n} things in other articles.",
            elsewhere,
        )

    def _say(self, words: str, why: str) -> None:
        self._bench.hand.said.emit(_("“{words}”: {what}", words=words, what=why))


def asked_words(question: Question) -> str:
    """What the reviewer asks, in words for the status bar."""
    return _("the reviewer asks: “{question}”", question=question.text)


def words_asked(question: Question) -> list[Span]:
    """The words in question, in their order."""
    return sorted(span for spans in question.spans.values() for span in spans)


def _place(question: Question) -> Place:
    first = words_asked(question)[0]
    return (first.start, first.end, question.id)
