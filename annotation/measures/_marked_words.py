"""Spans as measures of categories see them: every word of an article is marked or it is not."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from annotation.measures._base import Row
from annotation.records import Span


def marked_words(rows: Sequence[Row], people: Sequence[str], words: Sequence[Span]) -> Mapping[str, set[int]]:
    """{annotator: the numbers of the words in which any of their spans has a code point}."""
    ends = [word.end for word in words]
    marked: dict[str, set[int]] = {who: set() for who in people}
    for row in rows:
        for who in marked.keys() & row.units.keys():
            for spans in row.units[who].spans.values():
                for span in spans:
                    marked[who].update(_within(span, words, ends))
    return marked


def _within(span: Span, words: Sequence[Span], ends: Sequence[int]) -> range:
    first = bisect_left(ends, span.start + 1)
    last = first
    while last < len(words) and words[last].start < span.end:
        last += 1
    return range(first, last)
