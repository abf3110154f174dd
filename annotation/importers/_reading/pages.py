"""The reading order of a printed page: columns, headlines across them, lines and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

_FEW = 8
"""Runs below which a part of a page is not looked at for columns."""
_SIDE = 4
"""Runs that stand at least on each side of a gutter."""
_WIDE = 0.55
"""Share of a block's width above which a run stands across columns."""
_ACROSS = 0.34
"""Share of runs that may cross a gutter, such as headlines; more of them, and there are no columns."""
_DEPTH = 8
_ENDS = re.compile(r"[.!?:;…»”\"'’)\]。！？」』]$")


@dataclass(frozen=True)
class Run:
    """A piece of a line as it was set: its text and its box in points, from the bottom left of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters, about the size of its type."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height on the page around which it stands."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Line:
    """The runs that stand beside each other in one column."""

    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """The line's words."""
        return re.sub(r"\s+", " ", " ".join(run.text.strip() for run in self.runs)).strip()

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return min(run.left for run in self.runs)

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @cached_property
    def top(self) -> float:
        """The upper edge of its letters."""
        return max(run.top for run in self.runs)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of its letters."""
        return min(run.bottom for run in self.runs)

    @cached_property
    def size(self) -> float:
        """The height of its tallest run."""
        return max(run.height for run in self.runs)


def columns_of(runs: Sequence[Run]) -> list[list[Line]]:
    """The lines of a page, column by column in reading order; a headline across them is one of its own."""
    rtl = sum(map(_is_rtl, runs)) * 2 > len(runs)
    return [lines for block in _blocks(list(runs), rtl, 0) if (lines := _lines(block, rtl))]


def _is_rtl(run: Run) -> bool:
    letters = [char for char in run.text if char.isalpha()]
    return bool(letters) and sum("\u0590" <= char <= "\u08ff" for char in letters) * 2 > len(letters)


def _blocks(runs: list[Run], rtl: bool, depth: int) -> Iterator[list[Run]]:
    gutter = _gutter(runs) if len(runs) >= _FEW and depth < _DEPTH else None
    if gutter is None:
        yield runs
        return
    across = sorted((run for run in runs if run.left < gutter < run.right), key=lambda run: -run.middle)
    rest = [run for run in runs if not run.left < gutter < run.right]
    for span in [*across, None]:
        above = [run for run in rest if span is None or run.middle > span.middle]
        rest = [run for run in rest if run not in above] if span else []
        sides = [[run for run in above if run.right <= gutter], [run for run in above if run.left >= gutter]]
        for side in reversed(sides) if rtl else sides:
            if side:
                yield from _blocks(side, rtl, depth + 1)
        if span is not None:
            yield [span]


def _gutter(runs: list[Run]) -> float | None:
    """The middle of the widest gap between columns, or None."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    narrow = [run for run in runs if run.right - run.left <= (right - left) * _WIDE]
    if len(narrow) < 2 * _SIDE or len(runs) - len(narrow) > len(runs) * _ACROSS:
        return None
    least = max(8.0, 0.8 * median(run.height for run in narrow))
    gaps = [gap for gap in _gaps(narrow) if gap[1] - gap[0] >= least and _parts(gap, narrow)]
    if not gaps:
        return None
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (start + end) / 2


def _gaps(runs: list[Run]) -> Iterator[tuple[float, float]]:
    """The stretches of the page's width on which no run stands."""
    reach = float("-inf")
    for run in sorted(runs, key=lambda run: run.left):
        if run.left > reach > float("-inf"):
            yield reach, run.left
        reach = max(reach, run.right)


def _parts(gap: tuple[float, float], runs: list[Run]) -> bool:
    """Whether both sides of a gap are columns: enough runs, beside each other and not one above the other."""
    sides = [run for run in runs if run.right <= gap[0]], [run for run in runs if run.left >= gap[1]]
    if any(len(side) < _SIDE for side in sides):
        return False
    spans = [(min(run.bottom for run in side), max(run.top for run in side)) for side in sides]
    shared = min(spans[0][1], spans[1][1]) - max(spans[0][0], spans[1][0])
    if shared < 0.3 * min(end - start for start, end in spans):
        return False
    # What stands beside a list of numbers or bullets is no column of text.
    return all(median(len(run.text) for run in side) > 6 for side in sides)


def _lines(runs: list[Run], rtl: bool) -> list[Line]:
    """Runs at the same height as lines, from the top down."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.middle):
        last = groups[-1][-1] if groups else None
        if last and abs(last.middle - run.middle) < 0.5 * max(min(last.height, run.height), 2.0):
            groups[-1].append(run)
        else:
            groups.append([run])
    lines = [Line(tuple(sorted(group, key=lambda run: -run.left if rtl else run.left))) for group in groups]
    return [line for line in lines if line.text]


def paragraphs_in(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The paragraphs of a column: parted by room, size of letters, indents and short last lines."""
    if not lines:
        return
    margins = _margins(lines)
    leads = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = _usual(leads, median(line.size for line in lines))
    paragraph = [lines[0]]
    for (above, below), lead in zip(pairwise(lines), leads, strict=True):
        if _begins(above, below, lead, usual, margins):
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph


def _usual(leads: Sequence[float], size: float) -> float:
    """The distance of lines within a paragraph: that of the close ones, where there are some."""
    close = [lead for lead in leads if lead <= 1.5 * size]
    if len(close) >= max(2, 0.15 * len(leads)):
        return median(close)
    return min(median(leads), 2 * size) if leads else 0.0


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where most lines of a column begin and end."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    return lefts[len(lefts) // 4], rights[int(len(rights) * 0.9) - (len(rights) > 9)]


def _begins(above: Line, below: Line, lead: float, usual: float, margins: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph."""
    left, right = margins
    size = max(above.size, below.size)
    if lead > max(1.35 * usual, 1.1 * size) and lead > usual + 2:
        return True
    if abs(above.size - below.size) > 0.25 * size and abs(above.size - below.size) > 1.5:
        return True
    indented = below.left - left > 0.6 * below.size and above.left - left <= 0.6 * below.size
    if indented and (_ENDS.search(above.text) or above.right < right - 2 * size):
        return True
    short = above.right < right - 0.15 * (right - left)
    return short and _ENDS.search(above.text) is not None
