"""The part of a project that a wish chooses, as exporters read it: anonymous, covered, counted, as wished."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotation.codebook import Codebook, load_codebook
from annotation.exporters import Loss
from annotation.i18n import _
from annotation.operations.sets.covering import LONGEST, cover, cover_around, short_metadata, stand_in
from annotation.operations.sets.pseudonyms import Pseudonyms
from annotation.operations.sets.tally import Tally, TallyBook
from annotation.operations.sets.wish import SetWish
from annotation.project.selection import SelectedReader, Selection
from annotation.records import Annotation, Annotator, Article, Dataset, Decision, Entity, Shown, Span

_TEXTS, _LOOSE = "texts", "loose"


class SetReader:
    """A `DescribedReader` and `SparingReader` of one part of a set. Used by one exporter, article by article.

    Whatever an exporter asks twice is counted once, and only where something is to be said of it.
    """

    def __init__(
        self,
        selected: SelectedReader,
        wish: SetWish,
        pseudonyms: Pseudonyms | None,
        dataset: Dataset,
        selection: Selection,
        *,
        part: str = "",
        secret: str = "",
        textless: bool = False,
    ) -> None:
        """Read what is selected for a part of the set; the dataset's splits count as parts of their own.

        `secret` is something of the project that is not written: signs for words follow from it.
        A `textless` format has no texts that could be left out.
        """
        self._selected = selected
        self._wish = wish
        self._pseudonyms = pseudonyms
        self._dataset = dataset
        self._partial = selection.is_partial
        self._part = part
        self._secret = secret
        self._textless = textless
        self._bare: tuple[str, str] = ("", "")
        self._people = pseudonyms.annotators() if pseudonyms else selected.annotators()
        self._codebook: Codebook = load_codebook(selected.codebook_toml)
        self._book = TallyBook.of(self._codebook, self._people)
        self._last: tuple[str, list[Annotation]] = ("", [])
        self._seen: set[str] = set()
        self._lost: Counter[str] = Counter()
        self.tallies = {name: Tally() for name in dict.fromkeys(dataset.splits.values()) or (part,)}

    @property
    def shown(self) -> Shown:
        """How much of the texts may be read."""
        return self._wish.shown

    @property
    def dataset(self) -> Dataset:
        """What is known of the set as a whole."""
        return self._dataset

    @property
    def codebook_toml(self) -> str:
        """The codebook in force."""
        return self._selected.codebook_toml

    def count_articles(self) -> int:
        """How many articles `articles` gives."""
        return self._selected.count_articles()

    def articles(self) -> Iterator[Article]:
        """The chosen articles in the order of the project."""
        return map(self._prepared, self._selected.articles())

    def _prepared(self, article: Article) -> Article:
        if self.shown is not Shown.WHOLE:
            kept, _left_out = short_metadata(article.metadata)
            article = replace(article, metadata=kept)
        return self._pseudonyms.article(article) if self._pseudonyms else article

    def text(self, article: Article) -> str:
        """The frozen text of an article, covered where it must not be read."""
        text = self._selected.text(article)
        if self.shown is Shown.WHOLE:
            return text
        self._bare = (article.id, text)
        return cover(text) if self.shown is Shown.NOTHING else cover_around(text, self.annotations(article))

    def stand_in(self, article: Article, spans: Sequence[Span]) -> str:
        """A sign for words of an article, the same for the same words of the project."""
        if self._bare[0] != article.id:
            self._bare = (article.id, self._selected.text(article))
        return stand_in(self._bare[1], spans, self._secret)

    def annotations(self, article: Article) -> list[Annotation]:
        """The chosen annotations of an article."""
        if self._last[0] != article.id:
            self._last = (article.id, [*map(self._told, self._selected.annotations(article))])
            if article.id not in self._seen:
                self._seen.add(article.id)
                self._count(article, self._last[1])
        return list(self._last[1])

    def _told(self, record: Annotation) -> Annotation:
        if self._pseudonyms:
            record = self._pseudonyms.record(record)
        if not self._wish.provenance:
            record = replace(record, origin="", basis=None, why="", confidence=None, created="", updated="")
        return record

    def _count(self, article: Article, records: list[Annotation]) -> None:
        if self._wish.is_described:
            part = self._dataset.splits.get(article.id, self._part)
            self.tallies[part].take(article, records, self._book)
        if self.shown is not Shown.WHOLE and not self._textless:
            self._lost[_TEXTS] += 1
        if self._partial:
            here = {record.id for record in records}
            pointed = (id_ for record in records for _field, id_ in self._codebook.references(record))
            self._lost[_LOOSE] += sum(id_ not in here for id_ in pointed)

    def decisions(self, article: Article) -> list[Decision]:
        """The reviewer's decisions, where they are chosen and it is told where labels come from."""
        found = self._selected.decisions(article) if self._wish.provenance else []
        return [*map(self._pseudonyms.decision, found)] if self._pseudonyms else found

    def entities(self) -> Iterator[Entity]:
        """The registry of canonical names."""
        found = self._selected.entities()
        return map(self._pseudonyms.entity, found) if self._pseudonyms else found

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id."""
        return self._people

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the set itself leaves out of what its records say."""
        done = {
            _TEXTS: (_("Texts of articles"), self._text_words()),
            _LOOSE: (
                _("References to records that are not in the set"),
                _("They are kept as they are, and lead nowhere."),
            ),
        }
        return tuple(
            Loss(what=what, count=self._lost[key], done=how)
            for key, (what, how) in done.items()
            if self._lost[key]
        )

    def _text_words(self) -> str:
        if self.shown is Shown.QUOTES:
            return _("Left out, or covered but for the marked words; the SHA-256 of each text stays. Texts "
                     "of more than {n} characters in the metadata are left out.", n=LONGEST)  # fmt: skip
        return _("Left out, or covered with x and 0; the SHA-256 of each text stays. Texts of more than {n} "
                 "characters in the metadata are left out.", n=LONGEST)  # fmt: skip
