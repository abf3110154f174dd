"""A part of a project as a project of its own, for one annotator, without the others' work or names."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotation.codebook import Codebook
from annotation.fields import kind_of
from annotation.project.connection import protect
from annotation.project.explaining import explained
from annotation.project.opening import create_project
from annotation.project.reader import ProjectReader
from annotation.project.stamps import is_stamped, stamp_of
from annotation.project.writer import Writer
from annotation.records import (
    GOLD,
    MACHINE,
    Annotation,
    Annotator,
    AnnotatorKind,
    Article,
    CodebookVersion,
    Decision,
    Json,
    Record,
    Setting,
    Text,
    now,
)
from annotation.records.blinding import DOUBLE_BLIND, Blinding
from annotation.records.decision import counterparts, is_about

PACKED = "packed"
"""The setting that says for whom a project was packed, and when."""
_BATCH = 50

Progress = Callable[[int, int], object]
"""Told how many articles are done, of how many; raises to cancel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a package holds beside the articles, the codebook and the annotator's own work."""

    suggestions: bool = True
    """Whether suggestions, and what detectors said of the articles, come along."""
    decisions: bool = True
    """Whether what was decided about the annotator's work does, with the gold records."""
    without: frozenset[str] = frozenset()
    """Settings that are left out."""


EVERYTHING = Contents()


def pack_project(
    source: ProjectReader,
    path: Path,
    annotator: Annotator,
    articles: Sequence[str],
    progress: Progress = lambda done, total: None,
    contents: Contents = EVERYTHING,
) -> int:
    """Write a new project at `path` with some articles for one annotator; how many decisions it holds.

    It has the codebook with its versions, the registry, the project's settings but those that name somebody
    else, what the annotator did so far, and the `contents` that were chosen. Raises ProjectError where
    something is there already or nothing can be written; then, and where `progress` raises, no file is left.
    """
    target = create_project(path, source.codebook_toml)
    try:
        with explained(path):
            protect(target.read.db, protected=False)
            packing = _Packing(source, annotator, contents)
            with target.read.db.atomic():
                packing.copy_frame(Writer(target.read.db))
                for first in range(0, len(articles), _BATCH):
                    batch = articles[first : first + _BATCH]
                    packing.copy_articles(Writer(target.read.db), batch)
                    progress(first + len(batch), len(articles))
            protect(target.read.db, protected=True)
    except BaseException:
        target.close()
        path.unlink(missing_ok=True)
        raise
    target.close()
    return packing.decisions


class _Packing:
    """One package on its way out."""

    def __init__(self, source: ProjectReader, annotator: Annotator, contents: Contents) -> None:
        self._source = source
        self._annotator = annotator
        self._contents = contents
        self._codebook = source.codebook
        self.decisions = 0

    def copy_frame(self, writer: Writer) -> None:
        """All that does not belong to an article."""
        source, annotator = self._source, self._annotator
        everyone = source.annotators()
        writer.put_all(source.all(CodebookVersion))
        writer.put_all([everyone.get(annotator.id, annotator)])
        for entity in source.entities():
            self._copy(writer, entity)
        others = [
            one for one in everyone.values() if one.kind is AnnotatorKind.PERSON and one.id != annotator.id
        ]
        names = _Named(word for one in others for word in (one.id, one.name))
        kept = (_nameless(one) for one in source.all(Setting) if one.id not in self._contents.without)
        writer.put_all(one for one in kept if not names.stand_in(one.value))
        writer.put(Setting(id=PACKED, value={"annotator": annotator.id, "at": now()}))
        writer.finish()

    def copy_articles(self, writer: Writer, articles: Iterable[str]) -> None:
        """Some articles, with what belongs to them."""
        for id_ in articles:
            self._copy_article(writer, id_)
        writer.finish()

    def _copy_article(self, writer: Writer, id_: str) -> None:
        source, me = self._source, self._annotator.id
        article = source.get(Article, id_)
        writer.keep_text(Text(sha256=article.text_sha256, text=source.text(article)))
        writer.put(article)
        suggested = self._contents.suggestions
        everything = source.annotations(article)
        copied = [
            one for one in everything if one.annotator == me or (suggested and one.annotator == MACHINE.id)
        ]
        own = {one.id: one for one in copied if one.annotator == me}
        for record in copied:
            self._copy(writer, record)
        assigned = source.assignment(id_, me)
        if assigned:
            self._copy(writer, assigned)
        if suggested and (heard := source.heard(id_)):
            writer.keep_heard(id_, heard, partly=source.is_unread(id_))
        if self._contents.decisions:
            about = [one for one in source.decisions(id_) if is_about(one, own, assigned)]
            meant = counterparts(everything, own.values()) | {one.id: one.id for one in copied}
            writer.put_all(self._blinded(about, own, meant))
            self.decisions += len(about)

    def _blinded(
        self, decisions: Sequence[Decision], own: Collection[str], meant: Mapping[str, str]
    ) -> Iterator[Record]:
        """Gold records and decisions with nothing in them that tells who else worked on the article.

        `meant` says which records that come along are meant by references to others.
        """
        kept = {**meant, **{one.gold: one.gold for one in decisions if one.gold}}
        for one in decisions:
            gold = self._source.find(Annotation, one.gold) if one.gold else None
            if gold is not None:
                yield _anonymous(gold, own, kept, self._codebook)
            yield replace(
                one,
                reviewer=GOLD.id,
                records=tuple(id_ for id_ in one.records if id_ in own),
                taken=one.taken if one.taken == self._annotator.id else None,
            )

    def _copy(self, writer: Writer, record: Record) -> None:
        """A record with its stamp, so that what nobody touches in the copy is not taken for new."""
        writer.put(record)
        stamp = stamp_of(self._source, record)
        if is_stamped(record):
            writer.stamp(type(record), record.id, stamp)


def _anonymous(gold: Annotation, own: Collection[str], kept: Mapping[str, str], book: Codebook) -> Annotation:
    """A gold record that does not tell from whose record it came, and points only at what comes along."""
    layer = book.layer(gold.layer)
    features: dict[str, Json] = {}
    for name, value in gold.features.items():
        field = layer.field(name) if layer else None
        found = kind_of(field).point_elsewhere(value, kept.get) if field else value
        if found is not None:
            features[name] = found
    mine = gold.basis in own
    return replace(
        gold,
        features=features,
        basis=gold.basis if mine else None,
        origin=gold.origin if mine else GOLD.name,
        note=gold.note if mine else "",
    )


def _nameless(setting: Setting) -> Setting:
    """The setting; that of double-blind work without the reviewers, as a package has none."""
    if setting.id == DOUBLE_BLIND and (found := Blinding.from_json(setting.value)):
        return replace(setting, value=replace(found, reviewers=()).to_json())
    return setting


class _Named:
    """Finds names and ids of people in what a setting holds."""

    def __init__(self, words: Iterable[str]) -> None:
        known = sorted({re.escape(word.casefold()) for word in words if word}, key=len, reverse=True)
        self._any = re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)") if known else None

    def stand_in(self, value: Json) -> bool:
        """Whether one of them stands in a value, as a word of its own."""
        written = json.dumps(value, ensure_ascii=False).casefold()
        return self._any is not None and self._any.search(written) is not None
