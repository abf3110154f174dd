"""CoNLL: a word a line with its tag, an empty line after each sentence, one file for each layer."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from annotation.codebook import Layer, load_codebook
from annotation.exporters._base import Choice, ExportFailure, Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._marks import Mark, mark_up
from annotation.exporters._sheet import Sheet
from annotation.exporters._tokens import EDGES, Fit, TokenText
from annotation.exporters._unsaid import read_and_count
from annotation.i18n import _
from annotation.records import Reader

_USUAL = "entity"
_HOLDS = ()


class ConllExporter:
    """Two columns, word and tag. Words are those of spaCy's rules for the article's language.

    A word has one tag: of records that overlap the longest is written. Source: the shared task of CoNLL-2003
    (Tjong Kim Sang and De Meulder 2003), in its variants IOB2 and IOBES.
    """

    name = "conll"
    label = "CoNLL (BIO)"
    extension = ".conll"
    options = (
        Option(
            name="scheme",
            label="Tags of the words",
            default="bio",
            choices=(
                Choice(value="bio", label="BIO: begins, inside, outside"),
                Choice(value="bioes", label="BIOES: also ends and single words"),
            ),
        ),
        EDGES,
        Option(name="layer", label="Layer, where one file is written", default=_USUAL),
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write the chosen records. Raises ExportFailure where the codebook has no such layer."""
        alone = out.suffix == self.extension
        layers = _layers(load_codebook(reader.codebook_toml).layers, options["layer"] if alone else "")
        places = [out if alone else out / f"{layer.id}.conll" for layer in layers]
        places[0].parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        articles = annotations = 0
        with ExitStack() as opened:
            streams = [
                opened.enter_context(place.open("w", encoding="utf-8", newline="\n")) for place in places
            ]
            for sheet in read_and_count(reader, progress, losses, _HOLDS):
                articles += 1
                tokens = TokenText(sheet.text, sheet.article.lang)
                tokens.state(losses)
                for layer, stream in zip(layers, streams, strict=True):
                    annotations += _write(stream, sheet, tokens, layer, options, losses)
        losses.add(_("articles’ spaces and line ends"), _("left out: only words are written"), articles)
        return Report(files=tuple(places), articles=articles, annotations=annotations, losses=losses.report())


def _layers(layers: Sequence[Layer], chosen: str) -> list[Layer]:
    found = [layer for layer in layers if chosen in ("", layer.id)]
    if not found:
        known = ", ".join(layer.id for layer in layers)
        raise ExportFailure("There is no layer “{layer}”: choose one of {known}.", layer=chosen, known=known)
    return found


def _write(
    stream: TextIO, sheet: Sheet, tokens: TokenText, layer: Layer, options: Options, losses: Losses
) -> int:
    """Write an article and count the records that it holds."""
    records = [record for record in sheet.records if record.layer == layer.id]
    marked = mark_up(sheet, records)
    losses.add(_("records without words"), _("left out"), len(marked.wordless))
    kept = list(_without_overlap(_fitting(marked.marks, tokens, options["edges"] == "widen", losses), losses))
    told = sum(1 for mark in marked.marks if mark.features)
    losses.add(_("records with fields beside the label"), _("only the label is written"), told)
    tags = ["O"] * len(tokens)
    for label, fit in kept:
        words = [number for number in range(fit.first, fit.end) if not tokens.spaces[number]]
        for number, prefix in zip(words, _prefixes(len(words), options["scheme"]), strict=True):
            tags[number] = f"{prefix}-{label}"
    stream.write("-DOCSTART- O\n\n")
    for sentence in tokens.sentences:
        stream.writelines([f"{tokens.word(number)} {tags[number]}\n" for number in sentence])
        stream.write("\n")
    return len({mark.record.id for mark in marked.marks})


def _prefixes(words: int, scheme: str) -> Sequence[str]:
    if scheme == "bio" or not words:
        return ["B", *"I" * (words - 1)] if words else []
    return ["S"] if words == 1 else ["B", *"I" * (words - 2), "E"]


def _fitting(
    marks: Iterable[Mark], tokens: TokenText, widen: bool, losses: Losses
) -> Iterator[tuple[str, Fit]]:
    """The label and tokens of each stretch of the marks that can be tagged."""
    for mark in marks:
        if len(mark.spans) > 1:
            losses.add(_("records in several pieces"), _("each piece is tagged by itself"))
        for span in mark.spans:
            fit = tokens.fit_or_count(span, losses, widen=widen)
            if fit is not None:
                yield mark.label, fit


def _without_overlap(found: Iterable[tuple[str, Fit]], losses: Losses) -> Iterator[tuple[str, Fit]]:
    """The stretches of which none shares a word with another, the longest first."""
    taken: set[int] = set()
    for label, fit in sorted(found, key=lambda one: (one[1].first - one[1].end, one[1].first)):
        words = range(fit.first, fit.end)
        if taken.isdisjoint(words):
            taken.update(words)
            yield label, fit
        else:
            losses.add(_("pieces that share words with a longer one"), _("left out"))


plug = ConllExporter()
