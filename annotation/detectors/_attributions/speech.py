"""Whether contents are quoted."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars


def speech_of(passage: Passage, content: tuple[Chars, ...]) -> str:
    """Whether contents are quoted wholly (direct), partly (mixed) or not (indirect)."""
    total = sum(b - a for a, b in content)
    quoted = sum(
        max(0, min(b, quote.end) - max(a, quote.start))
        for a, b in content
        for quote in passage.quotes_between(a, b)
    )
    return "direct" if quoted >= 0.9 * total else "mixed" if quoted else "indirect"
