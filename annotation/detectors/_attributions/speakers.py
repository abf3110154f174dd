"""Who speaks: whom a name, a role or a pronoun stands for, from one attribution to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotation.detectors._attributions.lexicon import CueLexicon
from annotation.detectors._attributions.mentions import Mentions
from annotation.detectors._attributions.profile import describe_source, describe_words, own_name
from annotation.detectors._attributions.record import Attribution, Chars
from annotation.detectors._language import Language, fold
from annotation.records import Entity
from annotation.records.annotation import Json
from annotation.records.folding import fold_name

_REACH = 700
"""Code points before a pronoun within which whom it stands for is looked for."""
_REMEMBERED = 12
"""Speakers that are remembered."""
_PARAGRAPHS = 2
"""Line ends between a role and whoever is meant by it."""
_AROUND = 60
"""Code points around a name's first mention in which its role is looked for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who has spoken: who it is, what is known, and by which words."""

    entity: Entity | None
    features: dict[str, Json]
    folds: tuple[str, ...]
    end: int
    """The code point after the words of the source, or of its content."""


@dataclass(slots=True)
class Speakers:
    """The speakers of one article, asked for in text order."""

    text: str
    language: Language
    lexicon: CueLexicon
    mentions: Mentions
    voices: list[Voice] = field(default_factory=list)
    """Those who have spoken, the last one last."""
    _roles: dict[str, dict[str, Json]] = field(default_factory=dict)

    def describe(self, item: Attribution) -> tuple[Entity | None, dict[str, Json]]:
        """Who speaks in an attribution, where that is known, and the features of the source."""
        if not item.source:
            return self._silent(item)
        words = self.text[item.source[0][0] : item.source[0][1]].replace("’", "'")
        folds = _split(words)
        names = self.mentions.within(item.source[0])
        types = [name.type for name in names]
        features = describe_source(words, self.language, self.lexicon, types)
        meant = self._meant(item, folds)
        entity = meant.entity if meant else self._named(item.source[0], features, names=bool(names))
        features = self._completed(features, meant, entity, folds)
        self._remember(Voice(entity, features, folds, item.source[0][1]))
        return entity, features

    def _silent(self, item: Attribution) -> tuple[Entity | None, dict[str, Json]]:
        """A content without a source: whoever spoke just before, where a quotation goes on."""
        last = self.voices[-1] if self.voices else None
        start, end = item.content[0][0], item.content[-1][1]
        if not item.carried_on:
            return None, {"identification": "none"}
        if last is not None and 0 <= start - last.end <= _REACH and "\n" not in self.text[last.end : start]:
            return last.entity, dict(last.features)
        line = self.text.find("\n", end, end + 2 * _AROUND)
        near = self.mentions.within((end, line if line >= 0 else end + 2 * _AROUND))
        name = next((name for name in near if name.type == "PER" and name.entity is not None), None)
        if name is None or name.entity is None:
            return None, {"identification": "none"}
        return name.entity, self._known(name.entity, name.end).features

    def _named(self, source: Chars, features: dict[str, Json], *, names: bool) -> Entity | None:
        """Whom the names in a source stand for; not "un porte-parole de l'Union", who is somebody else."""
        entity = self.mentions.speaker(source) if names else None
        person = features.get("source_type") == "person"
        if entity is not None and not (person and entity.type not in ("PER", "")):
            return entity
        name = own_name(self.text[slice(*source)], self.language) if person else ""
        named = bool(name) and features.get("identification") == "named"
        return Entity(id=fold_name(name).replace(" ", "-") or "x", name=name, type="PER") if named else None

    # pronouns and roles

    def _meant(self, item: Attribution, folds: tuple[str, ...]) -> Voice | None:
        """Whom a pronoun or a role stands for, among those who spoke or were named before."""
        words = self.lexicon.words
        if item.stands_for:
            return self._voice_of(item.stands_for[0])
        if (
            len(folds) <= 2
            and folds[-1] in words.pronouns - words.anonymous
            and folds[-1] not in words.relatives
        ):
            return self._nearest(item, folds[-1])
        if folds[0] not in self.lexicon.words.definite or len(folds) > _LONGEST_ROLE:
            return None
        return self._same_role(folds) or self._fitting_role(item, folds)

    def _fitting_role(self, item: Attribution, folds: tuple[str, ...]) -> Voice | None:
        """The last person who spoke, where a new word for somebody fits: "la magistrate" for a prosecutor."""
        known = self.lexicon.described
        if not any(known.types.get(word) == "person" for word in folds) or self.mentions.within(
            item.source[0]
        ):
            return None
        gender, plural = self._shape(folds)
        role = next((known.roles[word] for word in folds if word in known.roles), None)
        start = item.source[0][0]
        for voice in reversed(self.voices):
            person = voice.entity is not None and voice.entity.type == "PER"
            alike = role is None or voice.features.get("source_role") in (None, role)
            near = start - voice.end <= _REACH and self.text.count("\n", voice.end, start) <= _PARAGRAPHS
            if person and alike and near and not plural and self._fits(voice, gender, plural=False):
                return voice
        return None

    def _voice_of(self, stretch: Chars) -> Voice:
        """The one whom the words of a stretch name."""
        words = self.text[stretch[0] : stretch[1]].replace("’", "'")
        types = [name.type for name in self.mentions.within(stretch)]
        features = describe_source(words, self.language, self.lexicon, types)
        known = self.mentions.speaker(stretch)
        folds = _split(words)
        same = (
            self._same_role(folds)
            if known is None and folds and folds[0] in self.lexicon.words.definite
            else None
        )
        return same or Voice(known, features, folds, stretch[1])

    def _nearest(self, item: Attribution, pronoun: str) -> Voice | None:
        """The nearest one whom a pronoun fits: who spoke last, or a person named since."""
        start = min(item.source[0][0], item.content[0][0])
        gender, plural = self._shape((pronoun,))
        spoken = next(
            (voice for voice in reversed(self.voices) if self._fits(voice, gender, plural=plural)), None
        )
        since = spoken.end if spoken is not None and start - spoken.end <= _REACH else start - _REACH
        if plural:
            return spoken if spoken is not None and start - spoken.end <= _REACH else None
        for name in self.mentions.before(start, min(start - since, _REACH)):
            subject = name.entity is not None and name.start >= since and self._begins_sentence(name.start)
            if not subject or not name.entity or not self._may_be(name.entity, gender):
                continue
            if name.type == "PER" or self._has_article(name.start, pronoun):
                return self._known(name.entity, name.end)
        if spoken is not None and start - spoken.end <= _REACH:
            return spoken
        named = (n for n in self.mentions.before(start, _REACH) if n.type == "PER" and n.entity is not None)
        nearest = next(named, None)
        return self._known(nearest.entity, nearest.end) if nearest and nearest.entity else None

    def _may_be(self, entity: Entity, gender: str) -> bool:
        """Whether nothing said of somebody before speaks against a gender."""
        spoken = (voice for voice in self.voices if voice.entity == entity)
        return all(self._fits(voice, gender, plural=False) for voice in spoken)

    def _has_article(self, char: int, pronoun: str) -> bool:
        """Whether the article before a name is of the pronoun's gender: "La FNSEA … : elle"."""
        words = self.text[max(0, char - 4) : char].replace("’", "'").split()
        gender = self._shape((pronoun,))[0]
        return bool(words) and bool(gender) and self._shape((fold(words[-1]),))[0] == gender

    def _known(self, entity: Entity, end: int) -> Voice:
        """Somebody who was named but has not spoken yet."""
        kind = "person" if entity.type in ("PER", "") else "institution"
        features: dict[str, Json] = {"identification": "named", "source_type": kind}
        return Voice(entity, features | self._role_of(entity), (), end)

    def _begins_sentence(self, char: int) -> bool:
        """Whether a name is near the start of its sentence, as subjects are."""
        before = self.text[max(0, char - _AROUND) : char]
        cut = max(before.rfind(mark) for mark in (". ", "! ", "? ", "» ", "\n", ".\u00a0"))
        return len(before) - cut <= 30 if cut >= 0 else char < 30

    def _fits(self, voice: Voice, gender: str, *, plural: bool) -> bool:
        if not voice.folds:
            return not plural
        other, several = self._shape(voice.folds)
        group = voice.features.get("source_type") == "group"
        alike = not gender or not other or gender == other
        return alike and (several or group) == plural

    def _shape(self, folds: Sequence[str]) -> tuple[str, bool]:
        """The gender ("" where the words do not tell) and whether it is more than one."""
        words = self.lexicon.words
        gender = "f" if folds[0] in words.feminine else "m" if folds[0] in words.masculine else ""
        return gender, folds[0] in words.plural

    def _same_role(self, folds: tuple[str, ...]) -> Voice | None:
        """Who was called so before: "la ministre" after "la ministre de la Santé, Ana Roy"."""
        roles = [
            word
            for word in folds
            if word in self.lexicon.described.roles or word in self.lexicon.described.types
        ]
        for voice in reversed(self.voices):
            if voice.entity is not None and roles and roles[0] in voice.folds:
                return voice
        return None

    # what is known

    def _completed(
        self, features: dict[str, Json], meant: Voice | None, entity: Entity | None, folds: tuple[str, ...]
    ) -> dict[str, Json]:
        """The features, with what is known of whoever is meant where the words do not say it."""
        known = dict(meant.features) if meant else {}
        if meant is not None and len(folds) > 1 and folds[-1] not in self.lexicon.words.pronouns:
            known.pop("identification", None)
        if meant is not None and folds[-1] in self.lexicon.words.pronouns | self.lexicon.words.relatives:
            features = {}
        whole = known | features
        if entity is None:
            return whole
        if "source_role" in whole:
            self._roles.setdefault(entity.name, {"source_role": whole["source_role"]})
        return self._role_of(entity) | whole

    def _role_of(self, entity: Entity) -> dict[str, Json]:
        """The role in which a person is introduced: by the words around the first mention of the name."""
        if not self._roles.get(entity.name):
            at = self.text.find(entity.name)
            around = self.text[max(0, at - _AROUND) : at + len(entity.name) + _AROUND] if at >= 0 else ""
            role = describe_words(around, entity.name, self.language, self.lexicon)
            self._roles[entity.name] = {"source_role": role} if role else {}
        return self._roles[entity.name]

    def _remember(self, voice: Voice) -> None:
        self.voices.append(voice)
        del self.voices[:-_REMEMBERED]


def _split(words: str) -> tuple[str, ...]:
    """Words as they are looked up."""
    return tuple(fold(word.strip(".,")) for word in words.replace("'", "' ").split())


_LONGEST_ROLE = 4
"""Words of the longest role that may stand for a name: "la jeune ministre"."""
