"""How polarities look and read: a mark and a colour, never the colour alone."""

from collections.abc import Callable
from dataclasses import replace

from annotation.codebook import Codebook
from annotation.fields import Field
from annotation.i18n import _
from annotation.operations.boards.counts import MARKS, POLARITIES, Counts
from annotation.records import Status
from gui.theme import Theme
from gui.widgets.dates import number_words

_THOUSAND = 1_000
Dress = Callable[[Theme], Theme]
"""Gives a theme the colours that the codebook has for polarities."""


def polarity_words(polarity: str) -> str:
    """The name of a polarity in the user's language."""
    return {
        "favor": _("Favor"),
        "against": _("Against"),
        "neutral": _("Neutral"),
        "mixed": _("Mixed"),
    }.get(polarity, polarity or _("no polarity"))


def mark_of(polarity: str) -> str:
    """The sign of a polarity."""
    return MARKS.get(polarity, "?")


def colour_of(polarity: str, theme: Theme) -> str:
    """The colour of a polarity as "#RRGGBB"."""
    return theme.polarities.get(polarity, theme.colours["muted"])


def undressed(theme: Theme) -> Theme:
    """The theme as it is."""
    return theme


def dressed(codebook: Codebook, theme: Theme) -> Theme:
    """The theme, polarities in the colours that the codebook gives their tags, if it does."""
    field = _stance_field(codebook, "polarity")
    own = {tag.id: theme.hue(tag.hue).name() for tag in (field.tags if field else ()) if tag.hue}
    return replace(theme, polarities={**theme.polarities, **own}) if own else theme


def count_parts(counts: Counts) -> list[tuple[str, str]]:
    """(polarity, mark and number) of those that occur, in their fixed order."""
    parts = [(one, f"{MARKS[one]}{short_number(counts.of(one))}") for one in POLARITIES if counts.of(one)]
    return parts + ([("", f"?{short_number(counts.other)}")] if counts.other else [])


def short_number(number: int) -> str:
    """A number for a small cell: thousands alone where it has five digits or more."""
    return f"{number // _THOUSAND}k" if number >= 10 * _THOUSAND else str(number)


def count_words(counts: Counts) -> str:
    """The counts in words, for tooltips and screen readers."""
    parts = [f"{polarity_words(one)} {number_words(counts.of(one))}" for one in POLARITIES if counts.of(one)]
    if counts.other:
        parts.append(f"{polarity_words('')} {number_words(counts.other)}")
    return ", ".join(parts)


def net_words(counts: Counts) -> str:
    """The net of a cell with its sign."""
    net = counts.net
    if net:
        return f"{MARKS['favor'] if net > 0 else MARKS['against']}{number_words(abs(net))}"
    return MARKS["mixed"] if counts.favor or counts.mixed else MARKS["neutral"]


def status_name(status: Status) -> str:
    """What a person has decided about records of this status."""
    return {
        Status.SUGGESTED: _("Suggestion"),
        Status.ACCEPTED: _("Accepted"),
        Status.EDITED: _("Corrected"),
        Status.REJECTED: _("Rejected"),
    }[status]


def topic_names(codebook: Codebook) -> dict[str, str]:
    """{key of a topic: what it is called} in the codebook's field for the topics of stances."""
    topic = _stance_field(codebook, "concept")
    return {tag.id: tag.text for tag in topic.tags} if topic else {}


def topic_hue(codebook: Codebook, topic: str) -> str:
    """The colour of its own that a topic has, "" for none."""
    field = _stance_field(codebook, "concept")
    return field.hue_of(topic) if field else ""


def _stance_field(codebook: Codebook, key: str) -> Field | None:
    layer = codebook.layer("stance")
    return layer.field(key) if layer else None
