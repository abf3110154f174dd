"""A text that a person edited in Qt, its untouched lines as they were to the letter."""

from collections import Counter

from rapidfuzz.distance import Indel

from gui.widgets.marked_text.positions import Positions


def typed_text(before: Positions, typed: str) -> str:
    """What was made of the text of `before`, whose display was edited; `typed` has plain line ends.

    A line that was not touched is as it was in the text, to the letter; others have the commonest line end.
    """
    old = before.text
    stops = [*before.starts[1:], len(old)]
    lines = [old[start:end] for start, end in zip(before.starts, before.ends, strict=True)]
    ends = [old[end:stop] for end, stop in zip(before.ends, stops, strict=True)]
    usual = next(iter(Counter(end for end in ends if end).most_common(1)), ("\n", 0))[0]
    found: list[tuple[str, str]] = []
    shown, wanted = before.display.split("\n"), typed.split("\n")
    for step in Indel.opcodes(shown, wanted):
        if step.tag == "equal":
            places = range(step.src_start, step.src_end)
            found += [(lines[place], ends[place] or usual) for place in places]
        else:
            found += [(line, usual) for line in wanted[step.dest_start : step.dest_end]]
    return "".join(line + end for line, end in found[:-1]) + (found[-1][0] if found else "")
