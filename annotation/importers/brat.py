"""Brat standoff: an .ann file beside its .txt, with discontinuous words, events, relations and notes."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePath

from annotation.i18n import ngettext
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.labels import load_labels
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._marking.records import to_records
from annotation.importers._marking.standoff import LINE, Standoff
from annotation.importers._reading.encoding import decode

_HEAD = 16 * 1024


class BratImporter:
    """The text comes from the file beside it that is called the same; both together are one article."""

    name = "brat"
    label = "Brat standoff"
    extensions = (".ann",)
    siblings: tuple[str, ...] = ("{stem}.txt", "../text/{base}.txt")

    def recognises(self, file: SourceFile) -> float:
        """Sure when the first lines are standoff."""
        if not file.data.strip():
            return 0.4 if file.name.lower().endswith(self.extensions) else 0.0
        return 0.95 if _is_standoff(file.data[:_HEAD]) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for another kind of file, and where the text is missing."""
        if file.data.strip() and not _is_standoff(file.data[:_HEAD]):
            raise ImportFailure("“{name}” is no standoff file of Brat.", name=file.name)
        if not file.siblings:
            raise ImportFailure(
                "“{name}” holds annotations only: put the text beside it, called “{text}”.",
                name=file.name,
                text=f"{PurePath(file.name).stem}.txt",
            )
        name, data = next(iter(file.siblings.items()))
        text = decode(data).text
        leftovers = Leftovers(file.name)
        beside = name.startswith("..")
        standoff = Standoff(Places(text, leftovers), leftovers, _annotator(file.name) if beside else "")
        standoff.read(decode(file.data).text)
        if standoff.bad:
            leftovers.say(
                ngettext(
                    "Line {first} is no standoff and was left out.",
                    "{n} lines are no standoff and were left out, the first of them line {first}.",
                    len(standoff.bad),
                    first=standoff.bad[0],
                )
            )
        marks, links = standoff.found()
        # The id is the one that the plain text has when it is imported by itself.
        article = new_article(text, ("txt", PurePath(name).name), source_file=PurePath(name).name)
        marked = MarkedText(article=article, text=text, marks=marks, links=links)
        yield to_records(marked, load_labels(self.name, file), leftovers, self.name)
        yield from leftovers


@lru_cache(maxsize=4)
def _is_standoff(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    lines = [line for line in decode(head).text.split("\n")[:40] if line.strip()]
    good = sum(bool(LINE.match(line)) for line in lines)
    return good > 0 and good * 2 > len(lines)


def _annotator(name: str) -> str:
    """Who made the annotations, where the file is called after the text and its annotator."""
    return PurePath(name).stem.rpartition("_")[2]


plug = BratImporter()
