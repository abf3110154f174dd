"""What a file holds that does not come in, counted, and told in a few sentences at its end."""

from collections import Counter
from collections.abc import Iterator

from annotation.i18n import _, ngettext
from annotation.importers._base import Skipped

_SHOWN = 60


class Leftovers:
    """Counts what is left out of one file."""

    def __init__(self, file: str) -> None:
        """Count for the file of this name."""
        self.file = file
        self.reasons: list[str] = []
        self._outside = 0
        self._links = 0
        self._cancelled = 0
        self._other_words: list[str] = []
        self._textless: list[int] = []
        self._structure: Counter[str] = Counter()
        self._unreadable: Counter[str] = Counter()

    def say(self, reason: str) -> None:
        """Report one sentence as it is."""
        self.reasons.append(reason)

    def outside(self) -> None:
        """A mark names places that the text does not have."""
        self._outside += 1

    def other_words(self, quote: str) -> None:
        """A mark says `quote`, and the text has something else at its place."""
        self._other_words.append(quote)

    def loose_link(self) -> None:
        """A relation names a mark that is not there."""
        self._links += 1

    def no_text(self, number: int) -> None:
        """An entry of the file has no text that could be an article."""
        self._textless.append(number)

    def cancelled(self) -> None:
        """The work of an annotator who cancelled it."""
        self._cancelled += 1

    def structure(self, label: str, n: int = 1) -> None:
        """Marks that describe the text's structure, such as tokens, rather than label anything."""
        self._structure[label] += n

    def unreadable(self, what: str) -> None:
        """Something of a kind that has no place in a text, such as a box on an image."""
        self._unreadable[what] += 1

    def __iter__(self) -> Iterator[Skipped]:
        """All that was left out, a sentence each."""
        for reason in (*self.reasons, *self._counted()):
            yield Skipped(file=self.file, reason=reason)

    def _counted(self) -> Iterator[str]:
        if self._textless:
            yield ngettext(
                "One entry has no text and was left out: number {first}.",
                "{n} entries have no text and were left out, the first of them number {first}.",
                len(self._textless),
                first=self._textless[0],
            )
        if self._outside:
            yield ngettext(
                "One mark lies outside its text and was left out.",
                "{n} marks lie outside their text and were left out.",
                self._outside,
            )
        if self._other_words:
            yield ngettext(
                "One mark was left out, because the text has other words at its place: “{words}”.",
                "{n} marks were left out, because the text has other words at their places: “{words}” …",
                len(self._other_words),
                words=self._other_words[0][:_SHOWN],
            )
        if self._links:
            yield ngettext(
                "One relation names a mark that is not there, and was left out.",
                "{n} relations name marks that are not there, and were left out.",
                self._links,
            )
        if self._cancelled:
            yield ngettext(
                "One annotation was cancelled by its annotator and left out.",
                "{n} annotations were cancelled by their annotators and left out.",
                self._cancelled,
            )
        if self._structure:
            yield _("{kinds}: the structure of the text, which labels nothing.", kinds=_list(self._structure))
        if self._unreadable:
            yield _("{kinds}: marks of something else than text.", kinds=_list(self._unreadable))


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{n} × {label}" for label, n in counts.most_common())
