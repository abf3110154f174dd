"""Names that stand for annotators where nobody is to know who they are."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotation.project import ProjectReader
from annotation.records import Annotation, Annotator, AnnotatorKind, Article, Decision, Entity, Json

_SHORTEST = 6
_LEAST = 3
"""Letters of a part of a name that is looked for in what people wrote."""


class Pseudonyms:
    """A stable name for each person of a project, and its records without the persons.

    The same project gives the same names, whoever joins it later. They follow from times that no anonymous
    export holds, so that nobody who guesses a name can find it out. Machine and gold keep their names.
    """

    def __init__(self, people: Mapping[str, Annotator], secret: str) -> None:
        """Name the people; `secret` is something of the project that is not written."""
        persons = {id_: one for id_, one in people.items() if one.kind is AnnotatorKind.PERSON}
        marks = {id_: _mark(one, secret) for id_, one in persons.items()}
        length = _shortest(marks.values())
        self._of = {id_: f"annotator-{mark[:length]}" for id_, mark in marks.items()}
        self._people = dict(people)
        self._names = {one.name.casefold(): self._of[id_] for id_, one in persons.items()}
        self._words = _words_of(self._names)
        self._pattern = _pattern([*self._names, *self._words])

    @classmethod
    def of(cls, reader: ProjectReader) -> "Pseudonyms":
        """Those of a project."""
        return cls(reader.annotators(), secret_of(reader))

    @property
    def key(self) -> list[tuple[str, str]]:
        """(pseudonym, name) of every person, in the order of the pseudonyms."""
        return sorted((self._of[id_], self._people[id_].name) for id_ in self._of)

    def annotator(self, id_: str) -> str:
        """What stands for the id, and for the name, of an annotator."""
        return self._of.get(id_, id_)

    def name_behind(self, called: str) -> str:
        """The name of whom a pseudonym stands for; any other text as it is."""
        return next((name for pseudonym, name in self.key if pseudonym == called), called)

    def called(self, name: str) -> str:
        """The pseudonym of whoever has a name; any other text as it is."""
        return self._names.get(name.casefold(), name)

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by what stands for the id."""
        found = (replace(one, id=self.annotator(id_)) for id_, one in self._people.items())
        return {
            one.id: replace(one, name=one.id, created="") if one.kind is AnnotatorKind.PERSON else one
            for one in found
        }

    def without_names(self, text: str) -> str:
        """What somebody wrote, with pseudonyms where it names annotators, or a part of their names."""
        return self._pattern.sub(self._replaced, text) if self._pattern and text else text

    def _replaced(self, found: re.Match[str]) -> str:
        name = found[0].casefold()
        return self._names.get(name) or self._words.get(name, "annotator")

    def record(self, record: Annotation) -> Annotation:
        """A record without its person; of its times the day is left."""
        return replace(
            record,
            annotator=self.annotator(record.annotator),
            origin=self._of.get(record.origin) or self.called(record.origin),
            note=self.without_names(record.note),
            created=_day(record.created),
            updated=_day(record.updated),
        )

    def decision(self, decision: Decision) -> Decision:
        """A decision without its persons; of its times the day is left."""
        return replace(
            decision,
            reviewer=self.annotator(decision.reviewer),
            taken=self.annotator(decision.taken) if decision.taken else decision.taken,
            comment=self.without_names(decision.comment),
            reason=self.without_names(decision.reason),
            created=_day(decision.created),
            updated=_day(decision.updated),
        )

    def entity(self, entity: Entity) -> Entity:
        """An entry of the registry without what tells who made it when."""
        return replace(
            entity,
            note=self.without_names(entity.note),
            created=_day(entity.created),
            updated=_day(entity.updated),
        )

    def article(self, article: Article) -> Article:
        """An article without annotators in its tags, in its notes, and in the name of its file's folder."""
        return replace(
            article,
            tags=tuple(sorted({self.without_names(tag) for tag in article.tags})),
            metadata={key: self._without(value) for key, value in article.metadata.items()},
            created=_day(article.created),
        )

    def _without(self, value: Json) -> Json:
        """A value of the metadata that stands for an annotator, as importers keep it, by the pseudonym."""
        if isinstance(value, list):
            return [self._without(one) for one in value]
        if isinstance(value, dict):
            return {key: self._without(one) for key, one in value.items()}
        return self.called(value) if isinstance(value, str) else value


def secret_of(reader: ProjectReader) -> str:
    """Something of a project that no anonymous export holds: when its first codebook was made."""
    return reader.codebook_versions()[-1].version.created


def _mark(person: Annotator, secret: str) -> str:
    written = f"selon-pseudonym\x1f{secret}\x1f{person.created}\x1f{person.id}"
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def _shortest(marks: Iterable[str]) -> int:
    """How many characters tell all marks apart."""
    known = set(marks)
    length = _SHORTEST
    while len({mark[:length] for mark in known}) < len(known):
        length += 2
    return length


def _words_of(names: Mapping[str, str]) -> dict[str, str]:
    """{part of a name: pseudonym}, without parts of several people."""
    found: dict[str, set[str]] = {}
    for name, pseudonym in names.items():
        for word in re.findall(r"\w+", name):
            if len(word) >= _LEAST:
                found.setdefault(word, set()).add(pseudonym)
    return {word: min(whose) if len(whose) == 1 else "annotator" for word, whose in found.items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(set(words) - {""}, key=lambda word: (-len(word), word))
    if not ordered:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.IGNORECASE)


def _day(moment: str) -> str:
    """The beginning of the day of a time, in the form of the time itself."""
    return f"{moment[:10]}T00:00:00.000Z" if len(moment) > 10 else moment
