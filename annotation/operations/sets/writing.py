"""Writing a set of labelled data: its parts in a format and what describes it, all together or not."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.exporters import EXPORTERS, Exporter, Options, Progress, Report, choose_options
from annotation.i18n import current_language
from annotation.operations.exporting import Stage, beside, is_one_file, part_of, staged
from annotation.operations.filters import articles_called
from annotation.operations.sets import card, croissant, manifest
from annotation.operations.sets.agreed import measure_agreement
from annotation.operations.sets.outcome import (
    Contents,
    Origin,
    SetReport,
    WrittenFile,
    add_losses,
    merge_reports,
)
from annotation.operations.sets.pseudonyms import Pseudonyms, secret_of
from annotation.operations.sets.reading import SetReader
from annotation.operations.sets.tally import together
from annotation.operations.sets.wish import SetWish
from annotation.operations.splitting import Divided, divide
from annotation.project import Project, ProjectReader
from annotation.project.selection import SelectedReader, Selection
from annotation.records import Agreed, Dataset
from resources import RESOURCES

_LOOKED_INTO = 200
"""Articles in which records are looked for, for a preview."""


def export_set(
    project: Project,
    wish: SetWish,
    out: Path,
    progress: Progress,
    *,
    keep: bool = True,
    articles: frozenset[str] | None = None,
) -> SetReport:
    """Write a set to the folder or file `out`, and return what was written and what could not be.

    Where it is not to be kept nothing is left, and the report tells what would be lost. With `articles`, only
    these are taken, whatever the wish's filter says. The same project, wish and language give the same bytes.

    Raises ExportFailure where it cannot be written, OperationError or ProjectError for a wish that cannot be
    met; what was there before is then untouched.
    """
    if keep:
        return _write(project, wish, out, progress, articles)
    with TemporaryDirectory(prefix="selon-trial-") as folder:
        trial = _write(project, wish, Path(folder, out.name), progress, articles)
    return replace(trial, files=tuple(out.parent / path.relative_to(folder) for path in trial.files))


def _write(
    project: Project, wish: SetWish, out: Path, progress: Progress, articles: frozenset[str] | None
) -> SetReport:
    writing = _Writing(project, wish, out, progress, articles)
    with staged(out) as stage:
        report = writing.write(stage)
        stage.put_in_place()
    return report


def selection_of(
    reader: ProjectReader,
    wish: SetWish,
    pseudonyms: Pseudonyms | None,
    articles: frozenset[str] | None = None,
) -> Selection:
    """What a wish chooses of a project; of `articles` alone where they are given."""
    if articles is None and wish.filter:
        articles = frozenset(articles_called(reader, wish.filter))
    return Selection(
        annotator=pseudonyms.name_behind(wish.annotator) if pseudonyms else wish.annotator,
        statuses=wish.statuses,
        articles=articles,
        layers=frozenset(wish.layers) or None,
        suggestions=wish.suggestions,
    )


def selected_articles(project: Project, wish: SetWish) -> Iterator[str]:
    """The ids of the articles that a wish chooses, those with records first; many are not looked into."""
    reader = project.read
    pseudonyms = Pseudonyms.of(reader) if wish.anonymise else None
    selected = SelectedReader(reader, selection_of(reader, wish, pseudonyms))
    empty: list[str] = []
    for article in islice(selected.articles(), _LOOKED_INTO):
        if selected.annotations(article):
            yield article.id
        else:
            empty.append(article.id)
    yield from empty


def selon_version() -> str:
    """The version of this program, "0" where it is not installed."""
    try:
        return version("selon")
    except PackageNotFoundError:
        return "0"


def origin_of(project: Project) -> Origin:
    """Of which state of which project a set is made now."""
    reader = project.read
    newest = reader.codebook_versions()[0].version
    entries = project.history(1)
    return Origin(
        name=project.path.stem,
        selon=selon_version(),
        schema=project.schema,
        codebook=newest.id,
        codebook_name=reader.codebook.text,
        codebook_toml=newest.toml,
        articles=reader.count_articles(),
        changed=entries[0].at[:10] if entries else "",
        language=current_language(),
    )


def _table() -> Mapping[str, list[str]]:
    found = tomllib.loads((RESOURCES / "exports" / "sets.toml").read_text("utf-8"))
    return {key: list(value) for key, value in found.items() if isinstance(value, list)}


class _Writing:
    """One set that is being written."""

    def __init__(
        self,
        project: Project,
        wish: SetWish,
        out: Path,
        progress: Progress,
        articles: frozenset[str] | None = None,
    ) -> None:
        self._project = project
        self._reader = project.read
        self._out = out
        self._progress = progress
        self._exporter: Exporter = EXPORTERS[wish.format]
        self._options: Options = choose_options(self._exporter, wish.options)
        self._table = _table()
        self._pseudonyms = Pseudonyms.of(self._reader) if wish.anonymise else None
        self._wish = wish
        self._digests: dict[Path, str] = {}
        self._selection = selection_of(self._reader, self._wish, self._pseudonyms, articles)
        self._divided = self._divide()

    def _divide(self) -> Divided | None:
        division = self._wish.division
        selected = SelectedReader(self._reader, self._selection)
        if not division:
            return None
        return divide(selected, division, selected.label_counts() if division.needs_counts else None)

    # ------------------------------------------------------------ writing

    def write(self, stage: Stage) -> SetReport:
        """Write everything to the stage."""
        agreement = self._measure()
        readers = self._readers(agreement)
        reports = self._write_parts(stage, readers)
        own = add_losses([one.losses for one in readers.values()])
        report = merge_reports(list(reports.values()), own)
        parts = self._divided.parts if self._divided else None
        contents = Contents(
            tallies={name: tally for one in readers.values() for name, tally in one.tallies.items()},
            groups=self._divided.groups if self._divided else 0,
            largest=self._divided.largest if self._divided else 0,
            losses=report.losses,
            agreement=agreement,
        )
        self._describe(stage, contents, reports)
        return SetReport(
            files=tuple(stage.files.values()),
            articles=report.articles,
            annotations=report.annotations,
            losses=report.losses,
            parts={name: len(ids) for name, ids in parts.items()} if parts is not None else None,
            groups=contents.groups,
            largest=contents.largest,
        )

    @property
    def _is_in_one(self) -> bool:
        """Whether the format itself writes the parts of a split, and a card."""
        return self._wish.format in self._table["own-parts"]

    def _measure(self) -> tuple[Agreed, ...]:
        if not (self._wish.card or self._is_in_one):
            return ()
        return measure_agreement(
            self._reader, self._selection.articles, self._wish.layers, self._wish.agreement
        )

    def _readers(self, agreement: tuple[Agreed, ...]) -> dict[str, SetReader]:
        """A reader for each part that is exported by itself."""
        about = self._wish.about
        dataset = Dataset(
            name=about.title or self._project.path.stem,
            version=about.version,
            licence=about.licence,
            limits="\n".join(card.limits(self._wish)),
            agreement=agreement,
        )
        if self._divided is None:
            return {"": self._reader_of("", self._selection, dataset)}
        if self._is_in_one:
            return {"": self._reader_of("", self._selection, replace(dataset, splits=self._divided.where))}
        return {
            name: self._reader_of(
                name,
                replace(self._selection, articles=ids),
                replace(dataset, part=name, parts=tuple(self._divided.parts)),
            )
            for name, ids in self._divided.parts.items()
        }

    def _reader_of(self, part: str, selection: Selection, dataset: Dataset) -> SetReader:
        selected = SelectedReader(self._reader, selection)
        return SetReader(
            selected,
            self._wish,
            self._pseudonyms,
            dataset,
            selection,
            part=part,
            secret=secret_of(self._reader),
            textless=self._wish.format in self._table["textless"],
        )

    def _write_parts(self, stage: Stage, readers: Mapping[str, SetReader]) -> dict[str, Report]:
        """The report of each part, written one after the other."""
        reports: dict[str, Report] = {}
        total = sum(one.count_articles() for one in readers.values())
        done = 0
        for name, reader in readers.items():
            out = part_of(self._exporter, self._out, name) if name else self._out
            told = partial(self._tell, done, total)
            reports[name] = stage.write(self._exporter, reader, out, told, self._options)
            done += reader.count_articles()
        return reports

    def _tell(self, before: int, total: int, done: int, _of_part: int) -> None:
        self._progress(min(before + done, total), total)

    # ------------------------------------------------------------ describing

    def _describe(self, stage: Stage, contents: Contents, reports: Mapping[str, Report]) -> None:
        """Write what describes the set: the card first, since the others name its checksum."""
        if not self._wish.is_described:
            return
        wish, origin, out = self._told_wish(), origin_of(self._project), self._out.name
        parts = {path: name for name, one in reports.items() for path in one.files}
        codebook = self._reader.codebook
        if wish.card and not self._is_in_one:
            stage.add(self._beside(card.NAME), card.write_card(origin, wish, out, contents, codebook))
        if wish.manifest:
            stage.add(self._beside("codebook.toml"), origin.codebook_toml)
        if wish.croissant:
            described = card.summary_of(together(contents.tallies.values()))
            files = self._written(stage, parts)
            stage.add(
                self._beside(croissant.NAME),
                croissant.write_croissant(origin, wish, contents, files, described),
            )
        if wish.manifest:
            files = self._written(stage, parts)
            stage.add(
                self._beside(manifest.NAME), manifest.write_manifest(origin, wish, out, contents, files)
            )

    def _told_wish(self) -> SetWish:
        """The wish as files may tell it: without names where nobody is to know them."""
        if self._pseudonyms is None:
            return self._wish
        return replace(
            self._wish,
            annotator=self._pseudonyms.called(self._wish.annotator),
            filter=self._pseudonyms.without_names(self._wish.filter),
        )

    def _beside(self, name: str) -> Path:
        return beside(self._exporter, self._out, name)

    def _written(self, stage: Stage, parts: Mapping[Path, str]) -> list[WrittenFile]:
        """The files that are on the stage now, in the order of their paths."""
        root = self._out.parent if is_one_file(self._exporter, self._out) else self._out
        found = (
            WrittenFile(
                path=final.relative_to(root).as_posix(),
                place=made,
                part=parts.get(final, ""),
                size=made.stat().st_size,
                sha256=self._digest(made),
            )
            for made, final in stage.files.items()
        )
        return sorted(found, key=lambda one: one.path)

    def _digest(self, made: Path) -> str:
        if made not in self._digests:
            self._digests[made] = manifest.sha256_of(made)
        return self._digests[made]
