"""What a person said about names that stays said: two that are not the same, words that name nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.project.registry import IGNORED
from annotation.records import Entity, Json, Setting, derived_id, fold_name

_APART = "not-the-same/"
"""With a digest of two keys, the key of the project's setting that holds both, which are not the same."""
Pair = frozenset[str]
"""Two keys of the registry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepApart:
    """Remember that two entities are not the same, so that nobody is asked again; or that they may be."""

    one: str
    other: str
    apart: bool = True
    actor: str = ""

    @property
    def title(self) -> Message:
        """What is remembered."""
        return Message("Keep two names apart") if self.apart else Message("Let two names be compared again")

    def apply(self, writer: Writer) -> None:
        """Note it. Raises OperationError for one name alone, Missing for one that is not in the registry."""
        if self.one == self.other:
            raise OperationError("A name cannot be kept apart from itself.")
        for key in (self.one, self.other):
            writer.get(Entity, key)
        _note(writer, frozenset((self.one, self.other)), self.apart)


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoreWords:
    """Remember that words name nobody of interest, so that they wait for a name no more; or that they may."""

    words: tuple[str, ...]
    ignored: bool = True
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which words."""
        if len(self.words) != 1:
            return Message("Ignore the words", {}, "Ignore {n} groups of words", len(self.words))
        values = {"words": self.words[0]}
        return (
            Message("Ignore “{words}”", values) if self.ignored else Message("Heed “{words}” again", values)
        )

    def apply(self, writer: Writer) -> None:
        """Note it for all words that are alike but for what folding takes away."""
        for folded in dict.fromkeys(map(fold_name, self.words)):
            key = IGNORED + folded
            if self.ignored and folded:
                writer.put(Setting(id=key, value=True))
            elif writer.find(Setting, key):
                writer.remove(Setting, key)


def kept_apart(reader: ProjectReader) -> frozenset[Pair]:
    """The pairs of entities that a person said are not the same."""
    return frozenset(pair for _setting, pair in _pairs(reader))


def follow_apart(writer: Writer, key: str, into: str | None) -> None:
    """Let what is kept apart from an entity that goes be kept apart from the one that it is merged into."""
    for setting, pair in list(_pairs(writer)):
        if key in pair:
            writer.remove(Setting, setting.id)
            moved = frozenset({into if one == key else one for one in pair} - {None})
            if len(moved) == 2:
                _note(writer, frozenset(one for one in moved if one), True)


def _pairs(reader: ProjectReader) -> Iterator[tuple[Setting, Pair]]:
    for setting in reader.settings(_APART):
        if isinstance(setting.value, list) and len(setting.value) == 2:
            yield setting, frozenset(str(key) for key in setting.value)


def _note(writer: Writer, pair: Pair, apart: bool) -> None:
    keys = sorted(pair)
    id_ = _APART + derived_id(*keys)
    if apart:
        writer.put(Setting(id=id_, value=list[Json](keys)))
    elif writer.find(Setting, id_):
        writer.remove(Setting, id_)
