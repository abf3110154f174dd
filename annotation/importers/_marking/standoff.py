"""Brat's standoff lines: text-bound words, events, relations, attributes, notes and normalisations."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark
from annotation.importers._marking.places import Places
from annotation.records import Json, Span

LINE = re.compile(r"^(?:T\d\S*\t\S+ \d+ \d+(?:;\d+ \d+)*\t|[ERAMN]\d\S*\t\S+|\*\t\S+ |#\d*\S*\t\S+ )")
_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_NOTE_KINDS = {"AnnotatorNotes"}


def _as_it_is(place: int) -> int:
    return place


@dataclass(slots=True)
class Standoff:
    """What an .ann file says of a text, as it is read line by line."""

    places: Places
    leftovers: Leftovers
    annotator: str = ""
    marks: dict[str, Mark] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    features: dict[str, dict[str, Json]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    triggers: dict[str, list[str]] = field(default_factory=dict)
    """{words: the events that they trigger}"""
    bad: list[int] = field(default_factory=list)
    ends: list[int] | None = None
    """Where lines end in two characters, once that is asked."""

    def read(self, written: str) -> None:
        """Read all lines; one that cannot be read is counted, and stops nothing."""
        for number, line in enumerate(written.replace("\r\n", "\n").split("\n"), 1):
            if line.strip() and not self._read_line(line):
                self.bad.append(number)
        self._drop_triggers()

    def _read_line(self, line: str) -> bool:
        id_, _tab, rest = line.partition("\t")
        body, _tab, tail = rest.partition("\t")
        words = body.split()
        if not words:
            return False
        readers = {
            "T": self._words,
            "E": self._event,
            "R": self._relation,
            "A": self._attribute,
            "M": self._attribute,
            "N": self._normalisation,
            "#": self._note,
            "*": self._equivalence,
        }
        reader = readers.get(id_[:1])
        return reader(id_, words, tail) if reader else False

    def _words(self, id_: str, words: Sequence[str], tail: str) -> bool:
        pairs = [pair.split() for pair in " ".join(words[1:]).split(";")]
        if not all(len(pair) == 2 and pair[0].isdigit() and pair[1].isdigit() for pair in pairs):
            return False
        places = [(int(start), int(end)) for start, end in pairs]
        if spans := self._joined(self._placed(places, tail)):
            self.marks[id_] = Mark(key=id_, label=words[0], spans=spans, annotator=self.annotator)
        return True

    def _placed(self, places: Sequence[tuple[int, int]], quote: str) -> tuple[Span, ...]:
        """The spans, if together they hold the quoted words, in one of the ways of counting."""
        for counted in (_as_it_is, self.places.units.code_point, self._with_short_ends):
            ends = [(counted(start), counted(end)) for start, end in places]
            spans = tuple(
                Span(a, b)
                for a, b in ends
                if a is not None and b is not None and 0 <= a <= b <= len(self.places.text)
            )
            if len(spans) == len(places) and (not quote or self._same(spans, quote)):
                return spans
        if any(end > len(self.places.text) for _start, end in places):
            self.leftovers.outside()
        else:
            self.leftovers.other_words(quote)
        return ()

    def _joined(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The spans, those that only line ends part joined: Brat knows no words that cross one."""
        joined: list[Span] = []
        for span in spans:
            before = joined[-1] if joined else span
            if before.end < span.start and _LINE_ENDS.fullmatch(self.places.text, before.end, span.start):
                joined[-1] = Span(before.start, span.end)
            else:
                joined.append(span)
        return tuple(joined)

    def _with_short_ends(self, place: int) -> int | None:
        """The place in the text of one that was counted with a single character for each end of a line."""
        if self.ends is None:
            text = self.places.text
            self.ends = [place for place in range(len(text)) if text.startswith("\r\n", place)]
        for end in self.ends:
            place += end < place
        return place

    def _same(self, spans: Sequence[Span], quote: str) -> bool:
        """Whether the words of the spans are the quote, whatever stands for the gaps and line ends in it."""
        words = "".join(self.places.text[span.start : span.end] for span in spans)
        return "".join(words.split()) == "".join(quote.split())

    def _event(self, id_: str, words: Sequence[str], tail: str) -> bool:
        (label, _colon, trigger), *arguments = (word.partition(":") for word in words)
        if trigger not in self.marks:
            self.leftovers.loose_link()
            return True
        self.triggers.setdefault(trigger, []).append(id_)
        self.marks[id_] = Mark(
            key=id_, label=label, spans=self.marks[trigger].spans, annotator=self.annotator
        )
        for role, _colon, target in arguments:
            self.links.append(Link(label=role.rstrip("0123456789") or role, source=id_, target=target))
        return True

    def _relation(self, id_: str, words: Sequence[str], tail: str) -> bool:
        if len(words) < 3:
            return False
        ends = [word.partition(":")[2] for word in words[1:3]]
        self.links.append(Link(label=words[0], source=ends[0], target=ends[1]))
        return all(ends)

    def _equivalence(self, id_: str, words: Sequence[str], tail: str) -> bool:
        self.links += [Link(label=words[0], source=words[1], target=other) for other in words[2:]]
        return len(words) > 2

    def _attribute(self, id_: str, words: Sequence[str], tail: str) -> bool:
        if len(words) < 2:
            return False
        value: Json = " ".join(words[2:]) if len(words) > 2 else True
        self.features.setdefault(words[1], {})[words[0]] = value
        return True

    def _normalisation(self, id_: str, words: Sequence[str], tail: str) -> bool:
        if len(words) < 3:
            return False
        known = self.features.setdefault(words[1], {}).setdefault("normalization", [])
        assert isinstance(known, list)
        known.append({"reference": words[2], "name": tail})
        return True

    def _note(self, id_: str, words: Sequence[str], tail: str) -> bool:
        if len(words) < 2:
            return False
        prefix = "" if words[0] in _NOTE_KINDS else f"{words[0]}: "
        self.notes.setdefault(words[1], []).append(prefix + tail)
        return True

    def _drop_triggers(self) -> None:
        """Let the words of an event be the event's; what was said of them is said of it."""
        mentioned = {end for link in self.links for end in (link.source, link.target)}
        for trigger in self.triggers.keys() - mentioned:
            self.marks.pop(trigger, None)
            for event in self.triggers[trigger]:
                self.features[event] = {**self.features.get(trigger, {}), **self.features.get(event, {})}
                self.notes[event] = [*self.notes.get(trigger, ()), *self.notes.get(event, ())]

    def found(self) -> tuple[tuple[Mark, ...], tuple[Link, ...]]:
        """The marks with their attributes and notes, and the links."""
        return tuple(self._complete(mark) for mark in self.marks.values()), tuple(self.links)

    def _complete(self, mark: Mark) -> Mark:
        features: Mapping[str, Json] = self.features.get(mark.key, {})
        return Mark(
            key=mark.key,
            label=mark.label,
            spans=mark.spans,
            annotator=mark.annotator,
            features=features,
            note="\n".join(self.notes.get(mark.key, ())),
        )
