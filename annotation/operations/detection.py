"""Storing what detectors suggest, without ever touching what a person decided."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from annotation.codebook import Codebook
from annotation.detectors import MEMORY, Setup, settle, taking_turns
from annotation.fields import kind_of
from annotation.i18n import Message
from annotation.operations._registry import Registry, index_of
from annotation.operations.carrying import CARRIED
from annotation.operations.learning import setup_of
from annotation.project import Writer
from annotation.records import (
    MACHINE,
    Annotation,
    Article,
    Json,
    Span,
    Spans,
    Status,
    Suggestion,
    derived_id,
    now,
    overlap,
    quote,
)

_NAMED_BY = {"entity": (("mention", "entity"),), "source": (("source", "speaker"),)}
"""{layer: (role whose words name an entity, field that holds it)}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSuggestions:
    """What detection found in one article."""

    article: str
    lang: str
    suggestions: tuple[Suggestion, ...]
    """All that was heard there; the project's choices and memory are heeded when it is stored."""
    partly: bool = False
    """Whether only a part of the article was read, now and before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSuggestions:
    """Replace the suggestions of articles by new ones.

    Those that somebody decided about stay as they are, and those that somebody's record points at stay.
    """

    found: tuple[ArticleSuggestions, ...]
    actor: str = MACHINE.id

    @property
    def title(self) -> Message:
        """How many articles were read."""
        return Message("Detect in one article", {}, "Detect in {n} articles", len(self.found))

    def apply(self, writer: Writer) -> None:
        """Store the new suggestions of each article and drop undecided old ones that were not found again.

        An article that was removed while it was read is left out.
        """
        with _storing(writer) as store:
            for found in self.found:
                article = writer.find(Article, found.article)
                if article is None:
                    continue
                if not article.lang and found.lang:
                    article = replace(article, lang=found.lang)
                    writer.put(article)
                writer.keep_heard(found.article, found.suggestions, partly=found.partly)
                store.replace(article, found.suggestions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewSuggestions:
    """Weigh anew what the detectors said of articles, as the choices and the people's decisions are now.

    Nothing is read again, so it is quick; an article that was never read stays as it is.
    """

    articles: tuple[str, ...]
    actor: str = MACHINE.id

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Follow the decisions in the suggestions")

    def apply(self, writer: Writer) -> None:
        """Replace the undecided suggestions of each article by what follows from them now."""
        with _storing(writer) as store:
            for id_ in self.articles:
                article, heard = writer.find(Article, id_), writer.heard(id_)
                if article is not None and heard is not None:
                    store.replace(article, heard)


@contextmanager
def _storing(writer: Writer) -> Iterator["_Store"]:
    """What stores suggestions with the project's choices, memory and registry."""
    registry = Registry(writer, index_of(writer))
    try:
        yield _Store(writer, setup_of(writer), registry)
    finally:
        registry.close()


@dataclass(frozen=True, slots=True)
class _Store:
    writer: Writer
    setup: Setup
    registry: Registry

    def replace(self, article: Article, heard: tuple[Suggestion, ...]) -> None:
        """Make the undecided suggestions of an article those that follow from what was heard."""
        writer, codebook = self.writer, self.writer.codebook
        here = writer.annotations(article.id)
        writer.turn.keep(here)
        writer.turn.keep(heard)
        old = {
            record.id: record
            for record in taking_turns(here, writer.turn)
            if record.annotator == MACHINE.id and record.origin != CARRIED
        }
        theirs = [record for record in here if record.annotator != MACHINE.id]
        text = writer.text(article)
        settled = settle(
            heard, self.setup, text, article.id, lambda item: self._known(item, text), writer.turn
        )
        settled = _beside(settled, theirs)
        ids = _ids(article.id, taking_turns([*heard, *settled], writer.turn))
        decided = {record.basis for record in theirs}
        wanted = (
            item
            for item in taking_turns(settled, writer.turn)
            if ids[item.key] not in decided and codebook.layer(item.layer) is not None
        )
        here_now, other = self._differing(wanted, old, ids, article.id, text)
        staying = here_now | _needed(codebook, old, theirs)
        for id_ in [id_ for id_ in old if id_ not in staying]:
            writer.remove(Annotation, id_)
        for record in other:
            writer.put(record)

    def _differing(
        self,
        wanted: Iterable[Suggestion],
        old: Mapping[str, Annotation],
        ids: Mapping[str, str],
        article: str,
        text: str,
    ) -> tuple[set[str], list[Annotation]]:
        """Ids of all that is wanted, and those of its records that are not stored so already."""
        found: set[str] = set()
        other: list[Annotation] = []
        for item in wanted:
            record = self._record(item, ids, article, text)
            before = old.get(record.id)
            found.add(record.id)
            if before is None or not _is_same(record, before):
                other.append(record)
        return found, other

    def _record(self, item: Suggestion, ids: Mapping[str, str], article: str, text: str) -> Annotation:
        made = annotation_of(item, ids, article, self.writer.codebook)
        links = self._links(item, text)
        return replace(made, features={**made.features, **links}) if links else made

    def _known(self, item: Suggestion, text: str) -> str:
        """The key of the entity that a suggestion names, "" where the registry does not know it."""
        for role, key in _NAMED_BY.get(item.layer, ()):
            value, named = item.features.get(key), item.named.get(key)
            if isinstance(value, str):
                return value
            words = " ".join(quote(text, item.spans.get(role, ())))
            found = self.registry.find(words, named) if named else self.registry.index.find(words)
            return found.id if found else ""
        return ""

    def _links(self, item: Suggestion, text: str) -> dict[str, Json]:
        """The entities that a suggestion names; where no detector says any, those its words stand for."""
        links: dict[str, Json] = {}
        for role, key in _NAMED_BY.get(item.layer, ()):
            words = " ".join(quote(text, item.spans.get(role, ())))
            if words and key not in item.features and key not in item.named:
                entity = self.registry.index.find(words)
                links.update({key: entity.id} if entity else {})
        words = " ".join(quote(text, next(iter(item.spans.values()), ())))
        for key, named in item.named.items():
            if key not in item.features:
                found = self.registry.link(words, named, item.origin.partition(" ")[0])
                links.update({key: found} if found else {})
        return links


def _beside(settled: Iterable[Suggestion], theirs: Iterable[Annotation]) -> list[Suggestion]:
    """The suggestions without those of the memory where somebody marked something already.

    What one annotator marks is so not put before another at the very place where both are to decide.
    """
    marked = [(one.layer, spans) for one in theirs if one.counts for spans in one.spans.values()]
    return [item for item in settled if item.origin != MEMORY or not _is_marked(item, marked)]


def _is_marked(item: Suggestion, marked: Iterable[tuple[str, tuple[Span, ...]]]) -> bool:
    own = next(iter(item.spans.values()))
    return any(layer == item.layer and overlap(own, spans) for layer, spans in marked)


def _needed(codebook: Codebook, old: Mapping[str, Annotation], theirs: Iterable[Annotation]) -> set[str]:
    """Ids of the suggestions that people decided about or point at, and of those that these point at."""
    needed: set[str] = set()
    waiting = [id_ for record in theirs for id_ in (record.basis or "", *_targets(codebook, record))]
    while waiting:
        id_ = waiting.pop()
        if id_ in old and id_ not in needed:
            needed.add(id_)
            waiting += _targets(codebook, old[id_])
    return needed


def _targets(codebook: Codebook, record: Annotation) -> list[str]:
    return [id_ for _field, id_ in codebook.references(record)]


def _is_same(record: Annotation, before: Annotation) -> bool:
    """Whether a record is as it was stored, but for its times."""
    return replace(record, created=before.created, updated=before.updated) == before


def annotation_of(
    suggestion: Suggestion, ids: Mapping[str, str], article: str, codebook: Codebook
) -> Annotation:
    """A suggestion as an annotation of the machine, with references by id in place of keys."""
    moment = now()
    return Annotation(
        id=ids[suggestion.key],
        article=article,
        annotator=MACHINE.id,
        layer=suggestion.layer,
        spans={role: spans for role, spans in suggestion.spans.items() if spans},
        features=_features(suggestion, ids, codebook),
        status=Status.SUGGESTED,
        origin=suggestion.origin,
        confidence=suggestion.confidence,
        why=suggestion.why,
        created=moment,
        updated=moment,
    )


def _features(suggestion: Suggestion, ids: Mapping[str, str], codebook: Codebook) -> dict[str, Json]:
    """The features of the codebook's fields, with references by id; one to a dropped suggestion goes.

    What the codebook has no field for is left out: a project that was made with an older codebook, or with
    one of its own, is not given what nobody there can see or correct.
    """
    layer = codebook.layer(suggestion.layer)
    features: dict[str, Json] = {}
    for key, value in suggestion.features.items():
        field = layer.field(key) if layer else None
        moved = kind_of(field).point_elsewhere(value, ids.get) if field else None
        if moved is not None:
            features[key] = moved
    return features


def _ids(article: str, items: Iterable[Suggestion]) -> dict[str, str]:
    """{key of a suggestion: id of its annotation}, which follow from article, layer and spans.

    Equal spans of a layer are told apart by their order among all that was heard, suggested or not, so that a
    decision about one is never taken for one about another.
    """
    seen: dict[tuple[str, str], int] = {}
    ids: dict[str, str] = {}
    for suggestion in items:
        if suggestion.key not in ids:
            place = (suggestion.layer, _place(suggestion.spans))
            seen[place] = seen.get(place, 0) + 1
            ids[suggestion.key] = derived_id(article, MACHINE.id, *place, str(seen[place]))
    return ids


def _place(spans: Spans) -> str:
    return ";".join(f"{role}:{s.start}-{s.end}" for role in sorted(spans) for s in spans[role])
