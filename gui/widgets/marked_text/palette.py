"""The colours of a marked text, worked out so that every word stays readable on every tint."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gui.theme.contrast import READABLE, contrast, mix, readable

LIGHT_SHARE = 0.45
"""How much of the tint of a word is left for a mark over several lines."""
STRONGER = 0.16
"""How much is added to the tint of a word for the current mark."""
_STEP = 0.9
_FAINTEST = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class PageColours:
    """The colours of the page itself ("#RRGGBB"): paper, text, lesser text, the caret and the selection."""

    paper: str
    ink: str
    muted: str
    accent: str
    selection: str
    selection_ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HueStyle:
    """One hue as it is drawn ("#RRGGBB"): rules and outlines, small text on its tint, text on the solid hue.

    `colour` is the hue as it was given, which tints are mixed from.
    """

    colour: str
    line: str
    ink: str
    on_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPalette:
    """Every colour that a marked text is drawn in, and how strong its tints are (0 to 1).

    `tint` lies under a short mark, `light_tint` under a mark over several lines, `strong_tint` under the
    current one. `rule` is the width of an underline in pixels.
    """

    page: PageColours
    tint: float
    light_tint: float
    strong_tint: float
    rule: float
    hues: Mapping[str, HueStyle]
    lanes: tuple[str, ...]
    """The groups that have a lane each in the overview."""
    plain: HueStyle

    def style(self, hue: str) -> HueStyle:
        """How the hue of that name is drawn; a name that is not in the palette is drawn in the plain hue."""
        return self.hues.get(hue, self.plain)


def mark_palette(
    page: PageColours,
    hues: Mapping[str, str],
    *,
    tint: float = 0.14,
    rule: float = 2.0,
    lanes: Iterable[str] | None = None,
) -> MarkPalette:
    """A palette for the named hues ("#RRGGBB"): tints as strong as asked, or as text on them allows.

    Each hue has a lane in the overview, unless other groups are to have one.
    """
    plain = mix(page.muted, page.paper, 0.6)
    safe = _readable_tint(page, [*hues.values(), plain], tint)
    return MarkPalette(
        page=page,
        tint=safe,
        light_tint=safe * LIGHT_SHARE,
        strong_tint=safe + STRONGER,
        rule=rule,
        hues=MappingProxyType({name: _style(colour, page.paper, safe) for name, colour in hues.items()}),
        lanes=tuple(hues if lanes is None else lanes),
        plain=_style(plain, page.paper, safe),
    )


def ground(paper: str, layers: Iterable[tuple[str, float]]) -> str:
    """The colour seen where the tints (colour and share), lowest first, lie over the paper."""
    seen = paper
    for colour, share in layers:
        seen = mix(colour, seen, share)
    return seen


def deepest_ground(paper: str, colours: tuple[str, str, str], tint: float) -> str:
    """The colour under the deepest stack ever drawn: the current mark on a short one on a long one."""
    below, middle, top = colours
    return ground(paper, [(below, tint * LIGHT_SHARE), (middle, tint), (top, tint + STRONGER)])


def _readable_tint(page: PageColours, colours: Iterable[str], wanted: float) -> float:
    """The strongest tint up to `wanted` that leaves text readable on the deepest stack of any colour."""
    tint = wanted
    for colour in colours:
        stack = (colour, colour, colour)
        while tint > _FAINTEST and contrast(page.ink, deepest_ground(page.paper, stack, tint)) < READABLE:
            tint *= _STEP
    return tint


def _style(colour: str, paper: str, tint: float) -> HueStyle:
    line = readable(colour, paper, least=3.0)
    ink = readable(colour, paper, mix(colour, paper, tint))
    return HueStyle(colour=colour, line=line, ink=ink, on_line=readable(paper, line))
