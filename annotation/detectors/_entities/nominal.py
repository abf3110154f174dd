"""Nouns that stand for what was named: "l'alliance", "le régime de Pyongyang", "le Néerlandais"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation.detectors._entities.agreement import Stretches, separate
from annotation.detectors._entities.gazetteer import Gazetteer, Nouns
from annotation.detectors._entities.known import entity_of, load_known
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.records import Entity

_NEAR = 2
"""Paragraphs back in which the only person named is the one that a nationality means."""


def _is_free(item: Mention, other: Mention | None) -> bool:
    """Whether a noun stands outside every mention, or takes in a name: "régime de Pyongyang"."""
    return other is None or (item.holds(other) and other.level == "NAM")


_CONTRACTED = frozenset({"du", "au", "the"})
"""Words that hold a definite article."""


def _following(items: Sequence[Mention], number: int) -> Mention | None:
    """The first mention that begins after the one with this number ends."""
    end = items[number].end
    return next((items[at] for at in range(number + 1, len(items)) if items[at].start >= end), None)


class Readers:
    """What was named so far in an article, and the nouns that may stand for it."""

    def __init__(self, gazetteer: Gazetteer, nouns: Nouns, code: str) -> None:
        """Begin an article in the language `code`."""
        self._gazetteer, self._nouns, self._code = gazetteer, nouns, code
        self._known_by = gazetteer.definite | _CONTRACTED
        self._by_noun: dict[str, Entity | None] = {}
        self._keys: dict[str, Entity] = {}
        self._holders: dict[str, Entity | None] = {}
        self._persons: list[set[str]] = []
        self._entities: dict[str, Entity] = {}

    def read(self, line: Line, items: Sequence[Mention]) -> list[Mention]:
        """The mentions of the next paragraph and those by nouns, roles and nationalities resolved."""
        self._persons.append(set())
        resolved: list[Mention] = []
        for number, item in enumerate(items):
            before = resolved[-1] if resolved else None
            resolved.append(self._resolved(line, item, before, _following(items, number)))
            self._remember(line, resolved[-1])
        outer = Stretches(separate(resolved))
        made = [item for item in self._nominals(line) if _is_free(item, outer.around(item))]
        return sorted([*resolved, *made], key=lambda item: (item.start, -item.end))

    # what was named

    def _remember(self, line: Line, item: Mention) -> None:
        if item.entity is None:
            return
        self._entities[item.entity.id] = item.entity
        if item.type == "PER" and item.level == "NAM":
            self._persons[-1].add(item.entity.id)
        if item.type == "ORG" and item.level == "NAM":
            self._keys[item.entity.id] = item.entity
            start = line.first(item.start)
            for noun in (line.fold(start), line.fold(start - 1)):
                if self._nouns.organisations.find((noun,), 0):
                    known = self._by_noun.get(noun, item.entity)
                    self._by_noun[noun] = item.entity if known and known.id == item.entity.id else None

    # roles and nationalities

    def _resolved(self, line: Line, item: Mention, before: Mention | None, after: Mention | None) -> Mention:
        if item.type == "ROLE":
            return self._role(line, item, before, after)
        if item.type == "NORP" and self._is_one(line, item):
            person = self._only_person()
            return replace(item.because("only-person"), level="NOM", entity=person) if person else (
                replace(item, entity=None))  # fmt: skip
        return item

    def _role(self, line: Line, item: Mention, before: Mention | None, after: Mention | None) -> Mention:
        head = line.fold(line.first(item.start))
        holder = self._apposed(line, item, before, after)
        if holder is not None:
            known = self._holders.get(head, holder)
            self._holders[head] = holder if known and known.id == holder.id else None
            return replace(item.because("apposed"), entity=holder)
        bare = line.after(item.end) == line.first(item.start) + 1
        definite = line.fold(line.first(item.start) - 1) in self._gazetteer.definite
        same = self._holders.get(head) if bare and definite else None
        return replace(item.because("named-above"), entity=same) if same else item

    @staticmethod
    def _apposed(line: Line, item: Mention, before: Mention | None, after: Mention | None) -> Entity | None:
        """The person whose name stands right beside a role, or after a comma."""
        if after is not None and after.type == "PER" and after.entity:
            between = line.text[item.end : after.start].strip()
            if between in ("", ","):
                return after.entity
        if before is not None and before.type == "PER" and before.entity:
            words = line.folds[line.after(before.end) : line.first(item.start)]
            if words[:1] == [","] and all(word in line.language.determiners for word in words[1:]):
                return before.entity
        return None

    def _is_one(self, line: Line, item: Mention) -> bool:
        """Whether the noun of a people means one person: "le Néerlandais", and no name follows."""
        start, end = line.first(item.start), line.after(item.end)
        return line.fold(start - 1) in self._gazetteer.definite and not line.named(end)

    def _only_person(self) -> Entity | None:
        if any(len(persons) > 1 for persons in self._persons[-_NEAR:]):
            return None
        recent = set[str]().union(*self._persons[-_NEAR:])
        return self._entities[next(iter(recent))] if len(recent) == 1 else None

    # nouns

    def _nominals(self, line: Line) -> Iterator[Mention]:
        for at in range(1, len(line.tokens)):
            if line.fold(at - 1) not in line.language.determiners:
                continue
            made = self._government(line, at) or self._organisation(line, at)
            if made is not None:
                yield made

    def _government(self, line: Line, at: int) -> Mention | None:
        """The government of a country: "gouvernement français", "régime de Pyongyang"."""
        if line.fold(at) not in self._nouns.governments or line.fold(at - 1) not in self._known_by:
            return None
        people = self._gazetteer.peoples.find(line.folds, at + 1)
        if people and people[1] and not line.named(at + 1):
            return self._made(line, at, people[0], people[1], "government")
        link = self._gazetteer.noble.find(line.folds, at + 1)
        place = link[0] if link and link[0] < len(line.tokens) else 0
        found = self._gazetteer.names.find(line.tokens, line.folds, place) if place else None
        if not found or found[1].type != "GPE" or not found[1].key:
            return None
        known = load_known(self._code)[found[1].key]
        key = known.facts.get("country", known.key) if known.section == "cities" else known.key
        return self._made(line, at, found[0], key, "government")

    def _organisation(self, line: Line, at: int) -> Mention | None:
        """What was named so in the article, where that is one: "l'alliance", "le syndicat"."""
        found = self._nouns.organisations.find(line.folds, at)
        if (
            found is None
            or line.fold(at - 1) not in self._gazetteer.definite
            or self._goes_on(line, found[0])
        ):
            return None
        keys = [key for key in found[1] if key in self._keys]
        entity = self._keys[keys[0]] if keys else self._by_noun.get(line.fold(at))
        if entity is None or line.named(at):
            return None
        start, end = line.tokens[at].start, line.tokens[found[0] - 1].end
        return Mention(start, end, "ORG", ("named-above",), "NOM", entity)

    def _goes_on(self, line: Line, end: int) -> bool:
        """Whether something follows that makes the noun another one's: "l'alliance de gauche"."""
        if line.named(end) or self._gazetteer.noble.find(line.folds, end) or line.written(end) in ("-", "«"):
            return True
        return line.tag(end) in ("ADJ", "NOUN", "PROPN") or (
            line.doc is None and bool(self._gazetteer.peoples.find(line.folds, end))
        )

    def _made(self, line: Line, at: int, end: int, key: str, code: str) -> Mention:
        return Mention(line.tokens[at].start, line.tokens[end - 1].end, "ORG", (code,), "NOM",
                       entity_of(key, self._code))  # fmt: skip
